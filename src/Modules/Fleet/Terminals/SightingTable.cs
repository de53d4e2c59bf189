using System.Data.Common;

namespace Guiju.Fleet.Terminals;

/// <summary>Writes what was last seen of terminals (<see cref="LastPosition"/>); a frame that was kept back never overwrites a later one.</summary>
internal sealed class SightingTable(DbConnection connection)
{
    private const int Width = 10;

    private const string Kept = " ON CONFLICT (terminal) DO UPDATE SET heard_at = CASE WHEN excluded.heard_at > fleet_last_position.heard_at THEN excluded.heard_at ELSE fleet_last_position.heard_at END, "
        + "clock_ahead_s = COALESCE(excluded.clock_ahead_s, fleet_last_position.clock_ahead_s), ";

    private static readonly string Later = string.Join(", ", ((string[])["latitude", "longitude", "speed_kmh", "direction", "alarms", "status", "fix_at"]).Select(c =>
        $"{c} = CASE WHEN excluded.fix_at IS NOT NULL AND (fleet_last_position.fix_at IS NULL OR excluded.fix_at >= fleet_last_position.fix_at) THEN excluded.{c} ELSE fleet_last_position.{c} END"));

    /// <summary>Stores one sighting a terminal.</summary>
    public Task StoreAsync(IReadOnlyCollection<Sighting> seen, DbTransaction transaction, CancellationToken ct) => connection.WriteAsync(
        [.. seen.OrderBy(s => s.Terminal, StringComparer.Ordinal).Select(Values)],
        rows => $"INSERT INTO fleet_last_position (terminal, heard_at, clock_ahead_s, fix_at, latitude, longitude, speed_kmh, direction, alarms, status) VALUES {SqlCommands.Places(rows, Width)}{Kept}{Later}",
        transaction, ct);

    private static object?[] Values(Sighting s) =>
    [
        s.Terminal, s.HeardAt.UtcDateTime, s.ClockAheadS, s.Fix?.Time?.UtcDateTime, s.Fix?.Latitude, s.Fix?.Longitude, s.Fix?.SpeedKmh, s.Fix?.Direction,
        s.Fix is { AlarmBits: var alarms } ? (long)alarms : null, s.Fix is { StatusBits: var status } ? (long)status : null,
    ];
}
