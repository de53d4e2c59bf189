using Guiju.Dmn;
using Guiju.Feel;
using Guiju.Law;

namespace Guiju.Decisions.Terminal;

/// <summary>Runs a file of scenarios over one model: which rows they hit, and which scenarios do not fit the model.</summary>
internal static class ScenarioRuns
{
    /// <summary>Faults: scenarios that ask for what is not there, that miss the row they expect, and rows that none of them hits.</summary>
    public static IReadOnlyList<DmnFault> Check(DmnProgram program, string modelFile, string scenarioFile)
    {
        var (faults, results) = (new List<DmnFault>(), new List<DmnResult>());
        var facts = new ModelFacts(program.Model);
        foreach (var scenario in LawYaml.Parse(Path.GetFileName(scenarioFile), File.ReadAllText(scenarioFile)).Items.Where(s => s.Find("point") is null))
        {
            var name = scenario["name"].Text;
            if (program.Model.Decision(scenario["decision"].Text) is not { } decision)
            {
                faults.Add(new DmnFault("scenario", name, 0, $"no decision is called {scenario["decision"].Text}", $"没有名为“{scenario["decision"].Text}”的决策"));
                continue;
            }

            var given = facts.Read(Values(scenario.Find("facts")), out var unknown);
            faults.AddRange(unknown.Select(u => new DmnFault("scenario", name, 0, $"the model has no input {u.Name}{(u.Nearest is null ? "" : $"; did you mean {u.Nearest}?")}", $"模型中没有“{u.Name}”{(u.Nearest is null ? "" : $"，是否指“{u.Nearest}”？")}")));
            foreach (var (figure, value) in facts.Figures(modelFile, scenario.Find("on")?.Date ?? DateOnly.MaxValue, Values(scenario.Find("parameters"))))
            {
                given.TryAdd(figure, value);
            }

            var result = Run(program, decision, given, name, faults);
            results.Add(result);
            faults.AddRange(Expected(scenario).Except(result.Trace.Tables.SelectMany(t => t.Hits).Select(h => h.RuleId))
                .Select(row => new DmnFault("scenario", name, 0, $"row {row} was expected and did not hit", $"应命中 {row} 而未命中")));
        }

        return [.. faults, .. program.Untried(results)];
    }

    private static DmnResult Run(DmnProgram program, DmnDecision decision, Dictionary<string, object?> facts, string name, List<DmnFault> faults)
    {
        try
        {
            return program.Evaluate(decision.Id, facts);
        }
        catch (FeelLimitException stopped)
        {
            faults.Add(new DmnFault("scenario", name, 0, stopped.Message, stopped.MessageZh));
            return new DmnResult();
        }
    }

    private static Dictionary<string, object?> Values(LawYaml? yaml) =>
        yaml is null ? [] : yaml.Entries.ToDictionary(e => e.Key, e => yaml.Find(e.Key)?.Value);

    private static IEnumerable<string> Expected(LawYaml scenario) =>
        scenario.Find("expect")?.Find("rule") is not { } rule ? [] : rule.IsList ? rule.Items.Select(i => i.Text) : [rule.Text];
}
