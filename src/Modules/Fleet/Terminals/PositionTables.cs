using System.Data.Common;
using System.Globalization;
using Guiju.Jt808;

namespace Guiju.Fleet.Terminals;

/// <summary>A position of a terminal, ready to be stored.</summary>
internal readonly record struct StoredPosition(string Terminal, ushort Serial, int Part, DateTimeOffset Received, Position Position);

/// <summary>
/// Positions in tables of a day each, so that old days are dropped whole, and how far the journal has been read: both in one transaction,
/// so every kept frame is stored once, however often the gateway is killed. Plain SQL that SQLite and PostgreSQL both read.
/// </summary>
internal sealed class PositionTables(DbConnection connection)
{
    private const int OldestDays = 30;

    private static readonly string[] Columns = ["terminal", "at", "serial", "part", "latitude", "longitude", "altitude_m", "speed_kmh", "direction", "alarms", "status", "mileage_km"];

    private readonly HashSet<string> made = [];

    /// <summary>Makes the table of places; the journal's place to go on from.</summary>
    public async Task<(string Segment, long Offset)> BeginAsync(CancellationToken ct)
    {
        await connection.RunAsync("CREATE TABLE IF NOT EXISTS fleet_position_place (id integer PRIMARY KEY, segment varchar(20) NOT NULL, place bigint NOT NULL)", [], null, ct);
        await using var read = connection.Command("SELECT segment, place FROM fleet_position_place WHERE id = 1", [], null);
        await using var row = await read.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? (row.GetString(0), row.GetInt64(1)) : ("", 0);
    }

    /// <summary>Forgets the place: the journal that was read is not the one that will be.</summary>
    public Task ForgetAsync(CancellationToken ct) => connection.RunAsync("DELETE FROM fleet_position_place", [], null, ct);

    /// <summary>Stores positions, what was last seen of their terminals, and the journal's place together.</summary>
    public async Task StoreAsync(IReadOnlyList<StoredPosition> positions, IReadOnlyCollection<Sighting> seen, (string Segment, long Offset) place, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var day in positions.GroupBy(DayOf))
        {
            var table = $"fleet_position_{day.Key}";
            if (made.Add(table))
            {
                await connection.RunAsync($"CREATE TABLE IF NOT EXISTS {table} (terminal varchar(20) NOT NULL, at bigint NOT NULL, serial integer NOT NULL, part integer NOT NULL, latitude double precision NOT NULL, "
                    + "longitude double precision NOT NULL, altitude_m integer, speed_kmh double precision, direction integer, alarms bigint NOT NULL, status bigint NOT NULL, mileage_km double precision, PRIMARY KEY (terminal, at, serial, part))", [], transaction, ct);
            }

            // In the order of the key, so that rows of a terminal fall beside each other.
            await connection.WriteAsync([.. day.OrderBy(s => s.Terminal, StringComparer.Ordinal).Select(Values)], rows => $"INSERT INTO {table} ({string.Join(", ", Columns)}) VALUES {SqlCommands.Places(rows, Columns.Length)} ON CONFLICT DO NOTHING", transaction, ct);
        }

        await new SightingTable(connection).StoreAsync(seen, transaction, ct);
        await connection.RunAsync("INSERT INTO fleet_position_place (id, segment, place) VALUES (1, @p0, @p1) ON CONFLICT (id) DO UPDATE SET segment = excluded.segment, place = excluded.place", [place.Segment, place.Offset], transaction, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The day under whose name a position lies.</summary>
    public static string DayOf(DateTimeOffset at) => at.ToOffset(BcdTime.Zone).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // A clock that is far off must not make a table of its own.
    private static string DayOf(StoredPosition stored) => DayOf(
        stored.Position.Time is { } time && time > stored.Received.AddDays(-OldestDays) && time < stored.Received.AddDays(1) ? time : stored.Received);

    private static object?[] Values(StoredPosition s) =>
    [
        s.Terminal, (s.Position.Time ?? s.Received).ToUnixTimeSeconds(), (int)s.Serial, s.Part, s.Position.Latitude, s.Position.Longitude, s.Position.AltitudeM, s.Position.SpeedKmh,
        s.Position.Direction, (long)s.Position.AlarmBits, (long)s.Position.StatusBits, s.Position.Readings.GetValueOrDefault("mileageKm"),
    ];
}
