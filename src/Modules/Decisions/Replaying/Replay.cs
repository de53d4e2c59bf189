using Guiju.Decisions.Facts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Verdicts;
using Microsoft.Extensions.Options;

namespace Guiju.Decisions.Replaying;

/// <summary>A stored verdict beside the same question asked again.</summary>
/// <param name="Stored">As it was given.</param>
/// <param name="AsThen">Recomputed from its stored facts by its stored lawbook on its day; null where that lawbook was not kept.</param>
/// <param name="AsToday">The same facts under today's lawbook and today's law.</param>
/// <param name="Identical">Whether the recomputed verdict is the stored one, to the letter.</param>
public sealed record Replayed(Verdict Stored, Verdict? AsThen, Verdict? AsToday, bool Identical)
{
    /// <summary>Why today's law could not be asked, where it could not.</summary>
    public string? TodayRefused { get; init; }
}

/// <summary>Replays stored verdicts.</summary>
public sealed class Replay(GuijuDb db, LawShelf shelf, TimeProvider clock, IOptions<DecisionSettings> settings)
{
    /// <summary>Replays one verdict as of then and as of today.</summary>
    public async Task<Replayed> RunAsync(StoredVerdict stored, CancellationToken ct)
    {
        var given = stored.Read();
        var facts = Json.Read<Dictionary<string, object?>>(stored.Facts);
        var book = await shelf.FindAsync(db, stored.Lawbook, ct);
        var then = book is null ? null : Ask(book, stored.ControlPoint, stored.On, facts, out _);
        var today = Ask(shelf.Current, stored.ControlPoint, DateOnly.FromDateTime(clock.GetLocalNow().DateTime), facts, out var refused);
        return new Replayed(given, then, today, then is not null && Json.Write(then) == Json.Write(given)) { TodayRefused = refused };
    }

    private Verdict? Ask(Lawbook book, string controlPoint, DateOnly on, Dictionary<string, object?> facts, out string? refused)
    {
        refused = null;
        if (!book.ControlPoints.TryGetValue(controlPoint, out var point))
        {
            refused = $"There is no control point '{controlPoint}' any more.";
            return null;
        }

        var read = FactReader.Read(point, facts);
        if (read.Errors.Count > 0)
        {
            refused = string.Join(' ', read.Errors.Select(e => e.Message.En));
            return null;
        }

        return Judge.Give(book, point, on, read, settings.Value);
    }
}
