using System.Globalization;
using System.Text.RegularExpressions;
using Guiju.Decisions.Lawbooks;

namespace Guiju.Decisions.Conflicts;

/// <summary>Cases made of the values at which tables turn: each class once, each figure, number and day in a cell just below, at and above, each text named and one that is not.</summary>
internal static partial class TurningPoints
{
    private const string Day = "yyyy-MM-dd";
    private const int MostYears = 60; // a figure up to here may be a term of years

    /// <summary>Combinations of such values: all of them where there are few, else so many drawn from them, the same in every run.</summary>
    public static IEnumerable<Dictionary<string, object?>> Cases(IReadOnlyList<FactType> facts, IReadOnlyList<BoundDecision> decisions, IReadOnlyDictionary<string, object?> figures, DateOnly on, int most)
    {
        var values = facts.Select(f => (f.Name, Values: ValuesOf(f, decisions, figures, on))).ToList();
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

    private static List<object> ValuesOf(FactType fact, IReadOnlyList<BoundDecision> decisions, IReadOnlyDictionary<string, object?> figures, DateOnly on) => fact switch
    {
        { IsList: true } => [new List<object?>()],
        { Codes: { } codes } => [.. codes.Values],
        { Type: "boolean" } => [true, false],
        { Type: "date" } => [.. Days(decisions).Concat(figures.Values.OfType<DateOnly>()).Concat(Terms(figures, on)).Append(on).SelectMany(d => new[] { d.AddDays(-1), d, d.AddDays(1) }).Distinct().Order().Cast<object>()],
        { Type: "number" } => [.. figures.Values.OfType<decimal>().Concat(Numbers(decisions)).SelectMany(f => new[] { f - 1, f, f + 1 }).Append(0).Append(1).Distinct().Order().Cast<object>()],
        _ => [.. Texts(decisions).Append("文号").Append("").Distinct()],
    };

    private static IEnumerable<string> Texts(IReadOnlyList<BoundDecision> decisions) => decisions.SelectMany(Tests).SelectMany(t => Quoted().Matches(t)).Select(m => m.Groups[1].Value).Where(t => t.Length > 0 && !IsDay(t)).Distinct().Take(4);

    private static IEnumerable<DateOnly> Days(IReadOnlyList<BoundDecision> decisions) => decisions.SelectMany(Tests).SelectMany(t => Quoted().Matches(t)).Select(m => m.Groups[1].Value).Where(IsDay)
        .Select(t => DateOnly.ParseExact(t, Day, CultureInfo.InvariantCulture));

    // The days on which as many years as a figure says have passed.
    private static IEnumerable<DateOnly> Terms(IReadOnlyDictionary<string, object?> figures, DateOnly on) =>
        figures.Values.OfType<decimal>().Where(f => f is > 0 and <= MostYears && decimal.Truncate(f) == f).Select(f => on.AddYears(-(int)f));

    private static IEnumerable<decimal> Numbers(IReadOnlyList<BoundDecision> decisions) => decisions.SelectMany(Tests).SelectMany(t => Number().Matches(Quoted().Replace(t, "")))
        .Select(m => decimal.Parse(m.Value, CultureInfo.InvariantCulture));

    private static IEnumerable<string> Tests(BoundDecision decision) => (decision.Decision.Table?.Rules ?? []).SelectMany(r => r.Tests).Select(t => t.Text);

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // Not part of a name: 第2项 is none.
    [GeneratedRegex(@"(?<![\w.])\d+(\.\d+)?(?![\w.]*\w)")]
    private static partial Regex Number();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
