using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Data;

/// <summary>Everything that differs between the databases. Implemented by Data.Sqlite and Data.Postgres.</summary>
public interface IDatabase
{
    /// <summary>Name for people: <c>SQLite</c> or <c>PostgreSQL</c>.</summary>
    string Name { get; }

    /// <summary>Points the context at the database, its migrations and its naming.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>Adapts the model: collations, column types.</summary>
    void Adapt(ModelBuilder model);

    /// <summary>Whether a failed save broke a unique index.</summary>
    bool IsDuplicate(DbUpdateException failure);

    /// <summary>Settings when the application starts (journal mode).</summary>
    Task PrepareAsync(GuijuDb db, CancellationToken ct);

    /// <summary>Whether a request does well to keep one connection open from its first question to its last: where opening costs much and connections are not scarce.</summary>
    bool KeepsConnectionOpen { get; }

    /// <summary>Brings up to date what the planner of queries knows of the tables, where the database does not do so by itself.</summary>
    Task RefreshStatisticsAsync(GuijuDb db, CancellationToken ct);

    /// <summary>Writes a consistent copy of the whole database to a file while others go on working.</summary>
    Task BackupAsync(GuijuDb db, string file, CancellationToken ct);

    /// <summary>Replaces the whole database by a copy made by <see cref="BackupAsync"/>.</summary>
    Task RestoreAsync(GuijuDb db, string file, CancellationToken ct);
}
