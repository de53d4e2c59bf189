using System.Globalization;
using Guiju.Jt808;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Terminals;

/// <summary>Where a car was, as its terminal told it and the receiver vouched for; degrees WGS-84.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="SpeedKmh">Kilometres per hour.</param>
/// <param name="Direction">Degrees clockwise from north.</param>
/// <param name="Alarms">The 32 alarm bits.</param>
/// <param name="Ignition">Ignition was on.</param>
internal readonly record struct LoggedPosition(DateTime At, double Latitude, double Longitude, double? SpeedKmh, int? Direction, long Alarms, bool Ignition);

/// <summary>The positions of a car between two instants, from the tables of the days.</summary>
internal sealed class PositionLog(GuijuDb db)
{
    private const long HasFix = 2;

    /// <summary>Positions in the order of time. A car that changed terminals has those of each while it carried it.</summary>
    public async Task<IReadOnlyList<LoggedPosition>> TrackAsync(Guid vehicleId, DateTime from, DateTime to, CancellationToken ct)
    {
        var carried = await db.Set<FittedTerminal>().AsNoTracking().Where(t => t.VehicleId == vehicleId).ToListAsync(ct);
        var found = new List<LoggedPosition>();
        if (carried.Count == 0 || to < from)
        {
            return found;
        }

        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var days = await DaysAsync(ct);
            foreach (var terminal in carried)
            {
                var (first, last) = (Later(from, Midnight(terminal.FittedOn)), terminal.RemovedOn is { } removed ? Earlier(to, Midnight(removed.AddDays(1))) : to);
                foreach (var day in days.Where(d => string.CompareOrdinal(d, PositionTables.DayOf(first)) >= 0 && string.CompareOrdinal(d, PositionTables.DayOf(last)) <= 0))
                {
                    await ReadAsync(day, terminal.Number, (first, last), found, ct);
                }
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        found.Sort((a, b) => a.At.CompareTo(b.At));
        return found;
    }

    private static DateTime Midnight(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), BcdTime.Zone).UtcDateTime;

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    private async Task ReadAsync(string day, string terminal, (DateTime From, DateTime To) span, List<LoggedPosition> found, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().Command(
            $"SELECT at, latitude, longitude, speed_kmh, direction, alarms, status FROM fleet_position_{day} WHERE terminal = @p0 AND at >= @p1 AND at <= @p2 ORDER BY at, serial, part",
            [terminal, new DateTimeOffset(span.From).ToUnixTimeSeconds(), new DateTimeOffset(span.To).ToUnixTimeSeconds()], null);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var status = row.GetInt64(6);
            if ((status & HasFix) != 0)
            {
                found.Add(new LoggedPosition(DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(0)).UtcDateTime, row.GetDouble(1), row.GetDouble(2),
                    row.IsDBNull(3) ? null : row.GetDouble(3), row.IsDBNull(4) ? null : row.GetInt32(4), row.GetInt64(5), (status & 1) != 0));
            }
        }
    }

    // Which days there are; a table that stands in no list of the database is none.
    private async Task<List<string>> DaysAsync(CancellationToken ct)
    {
        var names = db.Provider.Name == "SQLite"
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'fleet_position_2%'"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name LIKE 'fleet_position_2%'";
        await using var command = db.Database.GetDbConnection().Command(names, [], null);
        await using var row = await command.ExecuteReaderAsync(ct);
        var days = new List<string>();
        while (await row.ReadAsync(ct))
        {
            days.Add(row.GetString(0)["fleet_position_".Length..]);
        }

        return days.Where(d => d.Length == 8 && int.TryParse(d, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Order(StringComparer.Ordinal).ToList();
    }
}
