namespace Guiju.Decisions.Tests.Scenarios;

public sealed class ScenarioTests
{
    public static TheoryData<int, string> Every() => new(Scenario.All.Select((s, i) => new TheoryDataRow<int, string>(i, s.ToString())));

    [Theory]
    [MemberData(nameof(Every))]
    public void The_law_says_what_the_scenario_expects(int number, string sentence)
    {
        var scenario = Scenario.All[number];

        var trial = Trial.Of(scenario);

        Assert.Empty(trial.Errors);
        var said = scenario.Point is null ? trial.HeaviestFinding() : Trial.Word(trial.Verdict.Outcome);
        var told = string.Join('\n', trial.Verdict.Findings.Select(f => $"{f.Row ?? f.Rule} {f.Outcome} {f.Message.Zh}"));
        Assert.True(scenario.Outcome == said, $"{sentence}: expected {scenario.Outcome}, the law says {said}\n{told}");
        Assert.Equal(scenario.Missing, trial.Verdict.Missing);
        Assert.All(scenario.Rows, row => Assert.Contains(trial.Rows, hit => hit.EndsWith("#" + row, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void What_is_said_is_filled_in_and_stands_in_both_languages(int number, string sentence)
    {
        foreach (var finding in Trial.Of(Scenario.All[number]).Verdict.Findings)
        {
            foreach (var text in new[] { finding.Title, finding.Message, finding.Remedy }.OfType<Kernel.Bilingual>().SelectMany(t => new[] { t.Zh, t.En }))
            {
                Assert.False(text.Length == 0 || text.Contains('{') || text.Contains("（未填）") || text.Contains("(not given)"), $"{sentence}: {finding.Row} says “{text}”");
            }
        }
    }
}
