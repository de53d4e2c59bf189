using System.Data.Common;
using System.Globalization;
using System.Text;
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
    // SQLite looks parameters up by name one by one, so many of them cost by the square; PostgreSQL pays for the journey instead.
    private const int RowsNearby = 8;
    private const int RowsFarAway = 250;
    private const int OldestDays = 30;

    private static readonly string[] Columns = ["terminal", "at", "serial", "part", "latitude", "longitude", "altitude_m", "speed_kmh", "direction", "alarms", "status", "mileage_km"];

    private readonly HashSet<string> made = [];

    /// <summary>Makes the table of places; the journal's place to go on from.</summary>
    public async Task<(string Segment, long Offset)> BeginAsync(CancellationToken ct)
    {
        await RunAsync("CREATE TABLE IF NOT EXISTS fleet_position_place (id integer PRIMARY KEY, segment varchar(20) NOT NULL, place bigint NOT NULL)", [], null, ct);
        await using var read = connection.CreateCommand();
        read.CommandText = "SELECT segment, place FROM fleet_position_place WHERE id = 1";
        await using var row = await read.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? (row.GetString(0), row.GetInt64(1)) : ("", 0);
    }

    /// <summary>Stores positions and the journal's place together.</summary>
    public async Task StoreAsync(IReadOnlyList<StoredPosition> positions, string segment, long offset, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var day in positions.GroupBy(DayOf))
        {
            var table = $"fleet_position_{day.Key}";
            if (made.Add(table))
            {
                await RunAsync($"CREATE TABLE IF NOT EXISTS {table} (terminal varchar(20) NOT NULL, at bigint NOT NULL, serial integer NOT NULL, part integer NOT NULL, latitude double precision NOT NULL, "
                    + "longitude double precision NOT NULL, altitude_m integer, speed_kmh double precision, direction integer, alarms bigint NOT NULL, status bigint NOT NULL, mileage_km double precision, PRIMARY KEY (terminal, at, serial, part))", [], transaction, ct);
            }

            await InsertAsync(table, [.. day], transaction, ct);
        }

        await RunAsync("INSERT INTO fleet_position_place (id, segment, place) VALUES (1, @p0, @p1) ON CONFLICT (id) DO UPDATE SET segment = excluded.segment, place = excluded.place", [segment, offset], transaction, ct);
        await transaction.CommitAsync(ct);
    }

    private static string DayOf(StoredPosition stored)
    {
        // A clock that is far off must not make a table of its own.
        var at = stored.Position.Time is { } time && time > stored.Received.AddDays(-OldestDays) && time < stored.Received.AddDays(1) ? time : stored.Received;
        return at.ToOffset(BcdTime.Zone).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
    }

    private async Task InsertAsync(string table, StoredPosition[] positions, DbTransaction transaction, CancellationToken ct)
    {
        var most = connection.CanCreateBatch ? RowsFarAway : RowsNearby;
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        foreach (var rows in positions.Chunk(most))
        {
            var values = rows.SelectMany(Values).ToList();
            if (command.Parameters.Count != values.Count)
            {
                command.CommandText = Insert(table, rows.Length);
                command.Parameters.Clear();
                values.ForEach(v => Add(command, v));
            }

            for (var i = 0; i < values.Count; i++)
            {
                command.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static string Insert(string table, int rows)
    {
        var sql = new StringBuilder($"INSERT INTO {table} ({string.Join(", ", Columns)}) VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", Enumerable.Range(row * Columns.Length, Columns.Length).Select(i => $"@p{i}")).Append(')');
        }

        return sql.Append(" ON CONFLICT DO NOTHING").ToString();
    }

    private static IEnumerable<object?> Values(StoredPosition s) =>
    [
        s.Terminal, (s.Position.Time ?? s.Received).ToUnixTimeSeconds(), (int)s.Serial, s.Part, s.Position.Latitude, s.Position.Longitude, s.Position.AltitudeM, s.Position.SpeedKmh,
        s.Position.Direction, (long)s.Position.AlarmBits, (long)s.Position.StatusBits, s.Position.Readings.GetValueOrDefault("mileageKm"),
    ];

    private async Task RunAsync(string sql, IEnumerable<object?> values, DbTransaction? transaction, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var value in values)
        {
            Add(command, value);
        }

        await command.ExecuteNonQueryAsync(ct);
    }

    private static void Add(DbCommand command, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ($"p{command.Parameters.Count}", value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }
}
