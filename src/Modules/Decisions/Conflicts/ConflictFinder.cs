using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Dmn;
using Guiju.Kernel;

namespace Guiju.Decisions.Conflicts;

/// <summary>
/// Looks for cases in which two rules of one control point contradict each other: one forbids, the other allows, and the rows that say so look at the same circumstance
/// (a number, a day, a yes or no — a class alone only says whom a rule is about). Cases are put together from the values at which the tables turn.
/// </summary>
internal static class ConflictFinder
{
    private const int MostCases = 4000;
    private static readonly string Forbids = Judge.Outcomes.Single(o => o.Value == LawOutcome.Forbidden).Key;
    private static readonly string Allows = Judge.Outcomes.Single(o => o.Value == LawOutcome.Allowed).Key;

    /// <summary>The conflicts at every control point on a day, one a pair of rows.</summary>
    public static IReadOnlyList<Conflict> Find(Lawbook book, DateOnly on, CancellationToken ct)
    {
        var (found, seen) = (new List<Conflict>(), new HashSet<(string, int, string, int)>());
        foreach (var point in book.ControlPoints.Values.OrderBy(p => p.Id, StringComparer.Ordinal))
        {
            var asked = point.Decisions.Select(d => (Reference: d, Decision: book.At(d, on))).Where(d => d.Decision?.Decision.Table is not null && d.Decision.InForce(on)).ToList();
            foreach (var one in asked.Where(a => Says(a.Decision!, Forbids))) // filtered
            {
                foreach (var other in asked.Where(a => a.Reference != one.Reference && Says(a.Decision!, Allows) && Overlap(point, one.Decision!, a.Decision!)))
                {
                    ct.ThrowIfCancellationRequested();
                    foreach (var conflict in Between(book, point, (one.Reference, one.Decision!), (other.Reference, other.Decision!), on))
                    {
                        if (seen.Add((conflict.Forbids.Reference, conflict.Forbids.Row, conflict.Allows.Reference, conflict.Allows.Row)))
                        {
                            found.Add(conflict);
                        }
                    }
                }
            }
        }

        return found;
    }

    private static bool Says(BoundDecision decision, string outcome) => decision.Decision.Table!.Rules.Any(r => r.Outputs.Any(o => o.Text.Trim().Trim('"') == outcome)); // only tables are asked

    private static bool Overlap(ControlPoint point, BoundDecision one, BoundDecision other) => one.Facts.Select(f => f.VariableName).Intersect(other.Facts.Select(f => f.VariableName)).Any(name => IsCircumstance(point, name));

    // A class, a kind of unit and the like say whom a rule is about, not what happened.
    private static bool IsCircumstance(ControlPoint point, string name) => point.Facts.FirstOrDefault(f => f.Name == name) is { Codes: null };

    private static IEnumerable<Conflict> Between(Lawbook book, ControlPoint point, (string Reference, BoundDecision Decision) forbids, (string Reference, BoundDecision Decision) allows, DateOnly on)
    {
        var facts = forbids.Decision.Facts.Concat(allows.Decision.Facts).Select(f => point.Facts.FirstOrDefault(p => p.Name == f.VariableName)).OfType<FactType>().DistinctBy(f => f.Name).ToList();
        var figures = Figures(forbids.Decision, on).Concat(Figures(allows.Decision, on)).DistinctBy(f => f.Key).ToDictionary();
        var found = new HashSet<(int, int)>();
        foreach (var values in TurningPoints.Cases(facts, [forbids.Decision, allows.Decision], figures, on, MostCases))
        {
            if (Row(forbids.Decision, values, figures, Forbids) is not { } no || Row(allows.Decision, values, figures, Allows) is not { } yes || !found.Add((no.Index, yes.Index)))
            {
                continue;
            }

            var shared = forbids.Decision.Program.NamesIn(forbids.Decision.Decision, no).Intersect(allows.Decision.Program.NamesIn(allows.Decision.Decision, yes)).Where(n => IsCircumstance(point, n)).Order(StringComparer.Ordinal).ToList();
            if (shared.Count > 0)
            {
                yield return new Conflict(point, ConflictSide.Of(book, forbids.Reference, forbids.Decision, no, on), ConflictSide.Of(book, allows.Reference, allows.Decision, yes, on), shared,
                    facts.Where(f => values.ContainsKey(f.Name)).ToDictionary(f => f.English, f => Facts.FactReader.Coded(f, values[f.Name])));
            }
        }
    }

    private static Dictionary<string, object?> Figures(BoundDecision decision, DateOnly on) => decision.Parameters.Where(p => p.Value.On(on) is not null).ToDictionary(p => p.Key, p => (object?)p.Value.On(on)!.Value); // filtered

    private static DmnRule? Row(BoundDecision decision, Dictionary<string, object?> values, Dictionary<string, object?> figures, string outcome)
    {
        var result = decision.Program.Evaluate(decision.Decision.Id, values, new ParameterVector(figures));
        return result.Missing.Count > 0 ? null : result.Hits.FirstOrDefault(h => h.Outputs.Values.Contains(outcome))?.Rule;
    }
}
