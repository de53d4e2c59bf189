using Guiju.Decisions.Drafts;
using Guiju.Decisions.Facts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;

namespace Guiju.Decisions.Scenarios;

/// <summary>A scenario tried against a lawbook.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Said">Outcome that the law gives.</param>
/// <param name="Hit">Rows that hit in any table on the way, as <c>file#row</c>.</param>
/// <param name="Verdict">The verdict; null where the facts could not be read.</param>
/// <param name="Wrong">What is not as expected; empty where all is.</param>
public sealed record ScenarioTrial(Scenario Scenario, string Said, IReadOnlySet<string> Hit, Verdict? Verdict, IReadOnlyList<Bilingual> Wrong)
{
    /// <summary>Whether the law says what was expected.</summary>
    public bool Passed => Wrong.Count == 0;

    /// <summary>Tries a scenario.</summary>
    public static ScenarioTrial Of(Lawbook lawbook, Scenario scenario, DecisionSettings settings)
    {
        var book = WithFigures(lawbook, scenario);
        var point = scenario.Point is { } id ? book.ControlPoints.GetValueOrDefault(id) : PointOf(book, scenario.Decision ?? "");
        if (point is null)
        {
            return new ScenarioTrial(scenario, "", new HashSet<string>(), null, [new($"没有“{scenario.Decision ?? scenario.Point}”。", $"There is no {scenario.Decision ?? scenario.Point}.")]);
        }

        var read = FactReader.Read(point, scenario.Facts);
        if (read.Errors.Count > 0)
        {
            return new ScenarioTrial(scenario, "", new HashSet<string>(), null, read.Errors.Select(e => e.Message).ToList());
        }

        var verdict = Judge.Give(book, point, scenario.On, read, settings);
        var hit = RowsOf(book, point, scenario.On, read);
        var said = scenario.Point is not null ? WordOf(verdict.Outcome) : verdict.Findings.Count == 0 ? "not-applicable" : WordOf(verdict.Findings[0].Outcome);
        var wrong = new List<Bilingual>();
        if (said != scenario.Outcome)
        {
            wrong.Add(new Bilingual($"应为 {scenario.Outcome}，实为 {said}。", $"Expected {scenario.Outcome}; the law says {said}."));
        }

        wrong.AddRange(scenario.Rows.Where(row => !hit.Any(h => h.EndsWith("#" + row, StringComparison.Ordinal))).Select(row => new Bilingual($"应命中 {row}，未命中。", $"Row {row} was expected and did not hit.")));
        if (!scenario.Missing.SequenceEqual(verdict.Missing))
        {
            wrong.Add(new Bilingual($"应缺 {Listed(scenario.Missing)}，实缺 {Listed(verdict.Missing)}。", $"Missing facts expected: {Listed(scenario.Missing)}; found: {Listed(verdict.Missing)}."));
        }

        return new ScenarioTrial(scenario, said, hit, verdict, wrong);
    }

    /// <summary>A place where one decision alone is asked, with every fact that any control point knows.</summary>
    public static ControlPoint? PointOf(Lawbook book, string reference) => book.Decisions.ContainsKey(reference)
        ? new ControlPoint("scenario", new Bilingual("情景", "Scenario"), false, [reference], book.ControlPoints.Values.SelectMany(p => p.Facts).DistinctBy(f => f.English).ToList())
        : null;

    /// <summary>The code of an outcome.</summary>
    public static string WordOf(LawOutcome outcome) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "—" : string.Join(", ", names);

    private static HashSet<string> RowsOf(Lawbook book, ControlPoint point, DateOnly on, ReadFacts read)
    {
        var rows = new HashSet<string>();
        foreach (var decision in point.Decisions.Select(d => book.At(d, on)).OfType<BoundDecision>())
        {
            var values = new Dictionary<string, object?>(read.ByName);
            foreach (var (name, parameter) in decision.Parameters)
            {
                values[name] = parameter.On(on)?.Value;
            }

            rows.UnionWith(decision.Program.Evaluate(decision.Decision.Id, values).Trace.Tables.SelectMany(t => t.Hits).Select(h => $"{decision.Path}#{h.Rule.Id}"));
        }

        return rows;
    }

    private static Lawbook WithFigures(Lawbook book, Scenario scenario)
    {
        var known = scenario.Figures.Where(f => book.Parameters.ContainsKey(f.Key)).ToList();
        return known.Count == 0 ? book : DraftFolder.Overlay(book, new Dictionary<string, string>
        {
            ["parameters.yaml"] = FigureFile.Added(known.Select(f => (f.Key, new ParameterValue(scenario.On, null, f.Value, null, book.Parameters[f.Key].On(scenario.On)?.Evidence ?? Evidence.Assumed, DateOnly.MaxValue)))),
        }, scenario.On);
    }
}
