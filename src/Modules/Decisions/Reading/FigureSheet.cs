using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;

namespace Guiju.Decisions.Reading;

/// <summary>A figure with all its values by date, and the rules that read it.</summary>
internal sealed record FigureSheet(Parameter Figure, IReadOnlyList<FigureSheet.Line> Lines, IReadOnlyList<(string Reference, BoundDecision Decision)> ReadBy)
{
    /// <summary>One value.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Until">Last day on which it is the one that counts; null while it does.</param>
    /// <param name="Provision">What it rests on.</param>
    /// <param name="Replaced">Whether another value that begins the same day was written down later, so that this one counts no more.</param>
    public sealed record Line(ParameterValue Value, DateOnly? Until, ProvisionRef? Provision, bool Replaced);

    /// <summary>The sheet of a figure; null where there is none.</summary>
    public static FigureSheet? Of(Lawbook book, string id)
    {
        if (!book.Parameters.TryGetValue(id, out var figure))
        {
            return null;
        }

        var ordered = figure.Values.OrderByDescending(v => v.From).ThenByDescending(v => v.Recorded).ThenByDescending(v => v.Amendment ?? 0).ToList();
        var lines = ordered.Select((value, i) => new Line(value, UntilOf(value, ordered.Take(i)), value.Provision is { } cited ? book.Sources.Resolve(cited, value.From) : null, ordered.Take(i).Any(v => v.From == value.From))).ToList();
        return new FigureSheet(figure, lines, book.Decisions.Where(d => d.Value.Parameters.Values.Any(p => p.Id == id)).Select(d => (d.Key, d.Value)).OrderBy(d => d.Key, StringComparer.Ordinal).ToList());
    }

    private static DateOnly? UntilOf(ParameterValue value, IEnumerable<ParameterValue> later)
    {
        var next = later.Where(v => v.From > value.From).Select(v => (DateOnly?)v.From.AddDays(-1)).Min();
        return (value.To, next) switch { (null, var end) => end, (var end, null) => end, ({ } own, { } end) => own < end ? own : end };
    }
}
