using System.Globalization;
using Guiju.Fleet.Sightings;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Alarms;

/// <summary>Reads the positions that the gateway has stored, in local time; days of which nothing is stored are empty.</summary>
internal sealed class PositionReader(GuijuDb db, TimeProvider clock)
{
    private const long HasFix = 2;

    private HashSet<string>? tables;

    /// <summary>Positions of a day by terminal, in order of time; of one terminal where one is named.</summary>
    public async Task<ILookup<string, Fix>> OfAsync(DateOnly day, string? terminal, CancellationToken ct)
    {
        var rows = await ReadAsync(day, terminal, "SELECT terminal, at, latitude, longitude, speed_kmh, mileage_km, alarms, status FROM {0} {1} ORDER BY terminal, at", ct);
        return rows.Where(r => (r.Status & HasFix) != 0).ToLookup(r => Name(r.Terminal), r => new Fix(clock.ToLocal(DateTimeOffset.FromUnixTimeSeconds(r.At).UtcDateTime), r.Latitude, r.Longitude, r.SpeedKmh ?? 0, r.MileageKm, r.Alarms));
    }

    /// <summary>Where each terminal was last on a day.</summary>
    public async Task<IReadOnlyDictionary<string, Fix>> LastAsync(DateOnly day, string? terminal, CancellationToken ct)
    {
        var rows = await ReadAsync(day, terminal, "SELECT p.terminal, p.at, p.latitude, p.longitude, p.speed_kmh, p.mileage_km, p.alarms, p.status FROM {0} p JOIN (SELECT terminal, max(at) AS latest FROM {0} {1} GROUP BY terminal) m ON m.terminal = p.terminal AND m.latest = p.at", ct);
        return rows.Where(r => (r.Status & HasFix) != 0).GroupBy(r => Name(r.Terminal)).ToDictionary(g => g.Key, g => g.Last()).ToDictionary(p => p.Key, p => new Fix(clock.ToLocal(DateTimeOffset.FromUnixTimeSeconds(p.Value.At).UtcDateTime), p.Value.Latitude, p.Value.Longitude, p.Value.SpeedKmh ?? 0, p.Value.MileageKm, p.Value.Alarms));
    }

    /// <summary>The name of a terminal without the noughts that its edition of the protocol fills it up with.</summary>
    public static string Name(string terminal) => terminal.TrimStart('0');

    private async Task<List<Row>> ReadAsync(DateOnly day, string? terminal, string query, CancellationToken ct)
    {
        var table = string.Create(CultureInfo.InvariantCulture, $"fleet_position_{day:yyyyMMdd}");
        tables ??= (await db.Database.SqlQueryRaw<string>(db.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true
            ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name LIKE 'fleet\\_position\\_2%' ESCAPE '\\'"
            : "SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE 'fleet\\_position\\_2%'").ToListAsync(ct)).ToHashSet();
        if (!tables.Contains(table))
        {
            return [];
        }

        var name = terminal is null ? "" : Name(terminal);
        object[] named = terminal is null ? [] : [name, name.PadLeft(12, '0'), name.PadLeft(20, '0'), terminal];
        var where = terminal is null ? "" : "WHERE terminal IN ({0}, {1}, {2}, {3})";
        return await db.Database.SqlQueryRaw<Row>(string.Format(CultureInfo.InvariantCulture, query, table, where), named).ToListAsync(ct);
    }

    private sealed record Row(string Terminal, long At, double Latitude, double Longitude, double? SpeedKmh, double? MileageKm, long Alarms, long Status);
}
