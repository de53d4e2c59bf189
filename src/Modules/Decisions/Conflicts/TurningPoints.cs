using System.Globalization;
using System.Text.RegularExpressions;
using Guiju.Decisions.Lawbooks;

namespace Guiju.Decisions.Conflicts;

/// <summary>Cases made of the values at which tables turn: each class once, each figure just below, at and above, each text named and one that is not.</summary>
internal static partial class TurningPoints
{
    /// <summary>Combinations of such values: all of them where there are few, else so many drawn from them, the same in every run.</summary>
    public static IEnumerable<Dictionary<string, object?>> Cases(IReadOnlyList<FactType> facts, IReadOnlyList<BoundDecision> decisions, IReadOnlyDictionary<string, object?> figures, int most)
    {
        var values = facts.Select(f => (f.Name, Values: ValuesOf(f, decisions, figures))).ToList();
        var all = values.Aggregate(1L, (count, v) => Math.Min(count * v.Values.Count, int.MaxValue));
        var chooser = new Random(17);
        for (var number = 0L; number < Math.Min(all, most); number++)
        {
            var (rest, made) = (number, new Dictionary<string, object?>());
            foreach (var (name, choices) in values)
            {
                made[name] = all <= most ? choices[(int)(rest % choices.Count)] : choices[chooser.Next(choices.Count)];
                rest /= choices.Count;
            }

            yield return made;
        }
    }

    private static List<object> ValuesOf(FactType fact, IReadOnlyList<BoundDecision> decisions, IReadOnlyDictionary<string, object?> figures) => fact switch
    {
        { IsList: true } => [new List<object?>()],
        { Codes: { } codes } => [.. codes.Values],
        { Type: "boolean" } => [true, false],
        { Type: "date" } => [new DateOnly(2012, 6, 1), new DateOnly(2020, 6, 1), new DateOnly(2026, 6, 1)],
        { Type: "number" } => [.. figures.Values.OfType<decimal>().SelectMany(f => new[] { f - 1, f, f + 1 }).Append(0).Append(1).Distinct().Order().Cast<object>()],
        _ => [.. Texts(decisions).Append("文号").Append("").Distinct()],
    };

    private static IEnumerable<string> Texts(IReadOnlyList<BoundDecision> decisions) => decisions.SelectMany(d => d.Decision.Table?.Rules ?? []).SelectMany(r => r.Tests)
        .SelectMany(t => Quoted().Matches(t.Text)).Select(m => m.Groups[1].Value.ToString(CultureInfo.InvariantCulture)).Where(t => t.Length > 0).Distinct().Take(4);

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
