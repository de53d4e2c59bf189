using System.Data.Common;

namespace Guiju.Fleet.Terminals;

/// <summary>Plain SQL with numbered parameters <c>@p0…</c>, which SQLite and PostgreSQL both read.</summary>
internal static class SqlCommands
{
    // SQLite looks parameters up by name one by one, so many of them cost by the square; PostgreSQL pays for the journey instead.
    private const int RowsNearby = 8;
    private const int RowsFarAway = 250;

    /// <summary>Rows that one command does well to carry.</summary>
    public static int RowsAtOnce(this DbConnection connection) => connection.CanCreateBatch ? RowsFarAway : RowsNearby;

    /// <summary>Runs a command.</summary>
    public static async Task RunAsync(this DbConnection connection, string sql, IEnumerable<object?> values, DbTransaction? transaction, CancellationToken ct)
    {
        await using var command = connection.Command(sql, values, transaction);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A command with its values.</summary>
    public static DbCommand Command(this DbConnection connection, string sql, IEnumerable<object?> values, DbTransaction? transaction)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var value in values)
        {
            command.Add(value);
        }

        return command;
    }

    /// <summary>Writes rows by as few commands as the database likes; <paramref name="sql"/> makes the command for so many rows.</summary>
    public static async Task WriteAsync(this DbConnection connection, IReadOnlyList<object?[]> rows, Func<int, string> sql, DbTransaction transaction, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var most = connection.RowsAtOnce();
        for (var from = 0; from < rows.Count; from += most)
        {
            var count = Math.Min(most, rows.Count - from);
            var width = rows[from].Length;
            if (command.Parameters.Count != count * width)
            {
                command.CommandText = sql(count);
                command.Parameters.Clear();
                for (var i = 0; i < count * width; i++)
                {
                    command.Add(rows[from + i / width][i % width]);
                }
            }

            for (var i = 0; i < count * width; i++)
            {
                command.Parameters[i].Value = rows[from + i / width][i % width] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary><c>(@p0, @p1), (@p2, @p3)</c> for so many rows of so many values.</summary>
    public static string Places(int rows, int width) =>
        string.Join(", ", Enumerable.Range(0, rows).Select(row => "(" + string.Join(", ", Enumerable.Range(row * width, width).Select(i => $"@p{i}")) + ")"));

    private static void Add(this DbCommand command, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ($"p{command.Parameters.Count}", value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }
}
