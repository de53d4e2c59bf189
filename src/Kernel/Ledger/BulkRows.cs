using System.Data.Common;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Guiju.Kernel.Ledger;

/// <summary>Inserts many rows of mapped entities without tracking them: by prepared statements, or in batches where the database takes them.</summary>
internal sealed class BulkRows(GuijuDb db) : IDisposable
{
    private const int BatchRows = 1000;
    private readonly Dictionary<Type, Insert> inserts = [];

    /// <summary>Inserts rows in their order, in the transaction that is open, or in one of its own.</summary>
    public async Task WriteAsync(IReadOnlyList<object> rows, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var around = db.Database.CurrentTransaction;
            await using var own = around is null ? await db.Database.BeginTransactionAsync(ct) : null;
            var transaction = (around ?? own!).GetDbTransaction(); // one of them is open
            var connection = db.Database.GetDbConnection();
            if (connection.CanCreateBatch)
            {
                await InBatchesAsync(connection, transaction, rows, ct);
            }
            else
            {
                await OneByOneAsync(connection, transaction, rows, ct);
            }

            if (own is not null)
            {
                await own.CommitAsync(ct);
            }
        }
        finally
        {
            Dispose(); // statements belong to the connection
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var insert in inserts.Values)
        {
            insert.Command?.Dispose();
            insert.Command = null;
        }
    }

    private async Task OneByOneAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<object> rows, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            var insert = For(row);
            if (insert.Command is not { } command)
            {
                insert.Command = command = connection.CreateCommand();
                command.CommandText = insert.Sql;
            }

            command.Transaction = transaction;
            command.Parameters.Clear();
            insert.Fill(command, command.Parameters, row);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task InBatchesAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<object> rows, CancellationToken ct)
    {
        await using var maker = connection.CreateCommand();
        foreach (var part in rows.Chunk(BatchRows))
        {
            await using var batch = connection.CreateBatch();
            batch.Transaction = transaction;
            foreach (var row in part)
            {
                var insert = For(row);
                var command = batch.CreateBatchCommand();
                command.CommandText = insert.Sql;
                insert.Fill(maker, command.Parameters, row);
                batch.BatchCommands.Add(command);
            }

            await batch.PrepareAsync(ct); // each statement is planned once, not once a row
            await batch.ExecuteNonQueryAsync(ct);
        }
    }

    private Insert For(object row)
    {
        if (!inserts.TryGetValue(row.GetType(), out var insert))
        {
            var type = db.Model.FindEntityType(row.GetType()) ?? throw new InvalidOperationException($"{row.GetType().Name} is not mapped.");
            inserts.Add(row.GetType(), insert = new Insert(type, db.GetService<ISqlGenerationHelper>()));
        }

        return insert;
    }

    private sealed class Insert
    {
        private readonly (IProperty Property, string Name, RelationalTypeMapping Mapping)[] columns;

        public Insert(IEntityType type, ISqlGenerationHelper sql)
        {
            columns = type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never)
                .Select((p, n) => (p, $"p{n}", p.GetRelationalTypeMapping())).ToArray();
            Sql = $"INSERT INTO {sql.DelimitIdentifier(type.GetTableName()!, type.GetSchema())} " // mapped to a table
                + $"({string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Property.GetColumnName())))}) VALUES ({string.Join(", ", columns.Select(c => "@" + c.Name))})";
        }

        public string Sql { get; }

        public DbCommand? Command { get; set; }

        public void Fill(DbCommand maker, DbParameterCollection parameters, object row)
        {
            foreach (var (property, name, mapping) in columns)
            {
                parameters.Add(mapping.CreateParameter(maker, "@" + name, property.GetGetter().GetClrValue(row), property.IsNullable));
            }
        }
    }
}
