using Guiju.Jt808;

namespace Guiju.Fleet.Terminals;

/// <summary>What some frames of one terminal say of it as it is now.</summary>
/// <param name="Terminal">Its number.</param>
/// <param name="HeardAt">When the last of them came.</param>
internal sealed record Sighting(string Terminal, DateTimeOffset HeardAt)
{
    // A report that comes this long after its time was kept back, and says nothing of the terminal's clock.
    private static readonly TimeSpan Backlog = TimeSpan.FromHours(12);

    /// <summary>The latest position with a fix.</summary>
    public Position? Fix { get; init; }

    /// <summary>Seconds by which the terminal's clock was ahead.</summary>
    public int? ClockAheadS { get; init; }

    /// <summary>This and one more frame. A batch tells of the past, so the clock is judged by single reports.</summary>
    public Sighting With(DateTimeOffset at, IReadOnlyList<Position> positions)
    {
        var fix = positions.Where(p => p is { HasFix: true, Time: not null }).MaxBy(p => p.Time);
        var ahead = positions is [{ Time: { } time }] && (at - time).Duration() < Backlog ? (int)(time - at).TotalSeconds : ClockAheadS;
        return this with
        {
            HeardAt = at > HeardAt ? at : HeardAt,
            Fix = Fix is null || fix is not null && fix.Time >= Fix.Time ? fix ?? Fix : Fix,
            ClockAheadS = ahead,
        };
    }
}
