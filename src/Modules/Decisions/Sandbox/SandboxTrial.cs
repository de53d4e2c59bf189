using Guiju.Decisions.Contracts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;

namespace Guiju.Decisions.Sandbox;

/// <summary>Two lawbooks beside each other on one day: only the rules that differ are asked, and asked of every record. It reads nothing and changes nothing.</summary>
internal sealed class SandboxTrial
{
    private readonly List<Pair> pairs = [];
    private readonly SandboxTotals totals;

    public SandboxTrial(Lawbook inForce, Lawbook draft, DateOnly on, IEnumerable<string> controlPoints, DecisionSettings settings, int mostKept)
    {
        var seen = new HashSet<string>();
        foreach (var point in controlPoints.Select(p => draft.ControlPoints.GetValueOrDefault(p)).OfType<ControlPoint>())
        {
            foreach (var reference in point.Decisions)
            {
                var first = seen.Add(reference);
                var (before, after) = (InForce(inForce, reference, on), InForce(draft, reference, on));
                if (Differs(before, after, on))
                {
                    pairs.Add(new Pair(reference, (after ?? before)!.Rule, (after ?? before)!.Title, point, first, // one of the two is there, else they would not differ
                        before is null ? null : new RuleLane(inForce, point, before, on, settings),
                        after is null ? null : new RuleLane(draft, point, after, on, settings)));
                }
            }
        }

        totals = new SandboxTotals(pairs.Where(p => p.First).ToDictionary(p => p.Reference, p => p.Title), mostKept);
    }

    /// <summary>The rules that differ on the day.</summary>
    public IReadOnlyList<string> Rules => pairs.Where(p => p.First).Select(p => p.Reference).ToList();

    /// <summary>English names of the facts that they read.</summary>
    public IReadOnlySet<string> Facts => pairs.SelectMany(p => new[] { p.Before, p.After }.OfType<RuleLane>()).SelectMany(l => l.Facts).Select(f => f.English).ToHashSet();

    /// <summary>Runs the rules over some records and counts.</summary>
    public void Take(PopulationPart part)
    {
        var columns = new Dictionary<ControlPoint, FactColumns>();
        var said = pairs.Where(p => part.ControlPoint is { } at ? p.Point.Id == at : p.First).Select(pair =>
        {
            if (!columns.TryGetValue(pair.Point, out var facts))
            {
                columns[pair.Point] = facts = new FactColumns(pair.Point, part);
            }

            return (Pair: pair, Before: pair.Before?.Run(part.Records.Count, facts), After: pair.After?.Run(part.Records.Count, facts));
        }).ToList();
        for (var i = 0; i < part.Records.Count; i++)
        {
            totals.Begin();
            foreach (var (pair, before, after) in said)
            {
                var (was, now) = (before?[i] ?? RowWord.NotApplicable, after?[i] ?? RowWord.NotApplicable);
                totals.Count(pair.Reference, was, now);
                if (ChangeOf(was, now) is { } change)
                {
                    totals.Keep(part.Records[i], pair.Reference, change, keep => keep with
                    {
                        ControlPoint = pair.Point.Id, Rule = pair.Rule, RowBefore = was.Row, RowAfter = now.Row, Before = was.Stated, After = now.Stated,
                        Facts = FactsOf(pair, part, i),
                    });
                }
            }

            totals.End(part.Records[i]);
        }
    }

    /// <summary>The figures so far.</summary>
    public SandboxResult Result(string inForce, string draft, double seconds, Func<Guid, Bilingual?> unit) => totals.Result(Rules, inForce, draft, seconds, unit);

    /// <summary>The differences kept, in the order found.</summary>
    public IReadOnlyList<SandboxDifference> Differences => totals.Kept;

    private static SandboxChange? ChangeOf(RowWord was, RowWord now) => (was, now) switch
    {
        _ when was.Stated == now.Stated && was.Outcome == now.Outcome => null,
        _ when !was.IsUndecided && now.IsUndecided => SandboxChange.NewlyUndecided,
        _ when !was.Breaks && now.Breaks => SandboxChange.NewlyBreaks,
        _ when was.Breaks && !now.Breaks => SandboxChange.NoLongerBreaks,
        _ => SandboxChange.OtherOutcome,
    };

    private static Dictionary<string, object?> FactsOf(Pair pair, PopulationPart part, int record)
    {
        var facts = new Dictionary<string, object?>();
        foreach (var name in new[] { pair.Before, pair.After }.OfType<RuleLane>().SelectMany(l => l.Facts).Select(f => f.English).Distinct())
        {
            facts[name] = part.Facts.TryGetValue(name, out var column) ? column[record] : null;
        }

        return facts;
    }

    private static BoundDecision? InForce(Lawbook book, string reference, DateOnly on) => book.At(reference, on) is { } decision && decision.InForce(on) ? decision : null;

    private static bool Differs(BoundDecision? before, BoundDecision? after, DateOnly on)
    {
        if (before is null || after is null)
        {
            return before is not null || after is not null;
        }

        var (old, now) = (Figures(before), Figures(after));
        return before.Hash != after.Hash || !old.SequenceEqual(now);

        List<(string, object?, Evidence?)> Figures(BoundDecision decision) => decision.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => (p.Key, p.Value.On(on)?.Value, p.Value.On(on)?.Evidence)).ToList();
    }

    private sealed record Pair(string Reference, string Rule, Bilingual Title, ControlPoint Point, bool First, RuleLane? Before, RuleLane? After);
}
