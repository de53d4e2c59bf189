using Guiju.Decisions.Facts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Dmn;
using Guiju.Kernel;

namespace Guiju.Decisions.Tests.Scenarios;

/// <summary>A scenario tried: the verdict, and the rows that every table on the way hit.</summary>
internal sealed record Trial(Verdict Verdict, IReadOnlyList<FieldError> Errors, IReadOnlySet<string> Rows)
{
    public static Trial Of(Scenario scenario)
    {
        var book = Book.With(scenario.Parameters);
        var point = scenario.Point is { } id ? book.ControlPoints[id] : Book.PointOf(scenario.Reference);
        var read = FactReader.Read(point, scenario.Facts);
        var rows = new HashSet<string>();
        foreach (var decision in point.Decisions.Select(d => book.Decisions[d]))
        {
            foreach (var hit in Evaluate(decision, scenario.On, read).Trace.Tables.SelectMany(t => t.Hits))
            {
                rows.Add($"{decision.Path}#{hit.Rule.Id}");
            }
        }

        return new Trial(Judge.Give(book, point, scenario.On, read, new DecisionSettings()), read.Errors, rows);
    }

    /// <summary>The heaviest outcome among the findings; a decision without finding does not apply.</summary>
    public string HeaviestFinding() => Verdict.Findings.Count == 0 ? "not-applicable" : Word(Verdict.Findings[0].Outcome);

    public static string Word(LawOutcome outcome) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());

    private static DmnResult Evaluate(BoundDecision decision, DateOnly on, ReadFacts read)
    {
        var values = new Dictionary<string, object?>(read.ByName);
        foreach (var (name, parameter) in decision.Parameters)
        {
            values[name] = parameter.On(on)?.Value;
        }

        return decision.Program.Evaluate(decision.Decision.Id, values);
    }
}
