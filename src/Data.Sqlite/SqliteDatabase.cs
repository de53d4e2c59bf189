using Guiju.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Data.Sqlite;

/// <summary>SQLite in a file, in write-ahead mode; or in memory for tests.</summary>
public sealed class SqliteDatabase(string file) : IDatabase
{
    private const string NumberOrder = "EF_DECIMAL"; // of the provider, known on each of its connections
    private const int ConstraintFailed = 19;
    private const int UniqueFailed = 2067;
    private const int PrimaryKeyFailed = 1555;

    /// <inheritdoc/>
    public string Name => "SQLite";

    private string ConnectionText => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        DefaultTimeout = 30,
        ForeignKeys = true,
        Pooling = true,
    }.ToString();

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(ConnectionText, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name))
        .UseSnakeCaseNamingConvention();

    /// <inheritdoc/>
    public void Adapt(ModelBuilder model)
    {
        // Decimals are kept as text; only an index that orders them as numbers serves a question that does.
        foreach (var amount in model.Model.GetEntityTypes().SelectMany(t => t.GetIndexes()).SelectMany(i => i.Properties).Where(p => p.ClrType == typeof(decimal) || p.ClrType == typeof(decimal?)).Distinct())
        {
            amount.SetCollation(NumberOrder);
        }
    }

    /// <inheritdoc/>
    public bool IsDuplicate(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteErrorCode: ConstraintFailed, SqliteExtendedErrorCode: UniqueFailed or PrimaryKeyFailed };

    /// <inheritdoc/>
    public bool KeepsConnectionOpen => true; // each opening registers some twenty functions

    /// <inheritdoc/>
    public async Task PrepareAsync(GuijuDb db, CancellationToken ct)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", ct);
    }

    /// <inheritdoc/>
    public Task RefreshStatisticsAsync(GuijuDb db, CancellationToken ct) => db.Database.ExecuteSqlRawAsync("PRAGMA optimize=0x10002;", ct); // every table, a bounded look at each

    /// <inheritdoc/>
    public async Task BackupAsync(GuijuDb db, string file, CancellationToken ct)
    {
        await using var source = new SqliteConnection(ConnectionText);
        await source.OpenAsync(ct);
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await copy.OpenAsync(ct);
        source.BackupDatabase(copy);
    }

    /// <inheritdoc/>
    public async Task RestoreAsync(GuijuDb db, string file, CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"No backup at {file}.", file);
        }

        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await copy.OpenAsync(ct);
        await using var target = new SqliteConnection(ConnectionText);
        await target.OpenAsync(ct);
        copy.BackupDatabase(target);
    }
}
