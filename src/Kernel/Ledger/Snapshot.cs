using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Ledger;

/// <summary>A view of the whole database at one moment, while others go on writing.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly GuijuDb db;

    private Snapshot(GuijuDb db) => this.db = db;

    public static async Task<Snapshot> OfAsync(GuijuDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);

        // Not through the provider's transactions: SQLite's would lock writers out.
        await db.Database.ExecuteSqlRawAsync(db.Provider.Name == "SQLite" ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ct);
        return new Snapshot(db);
    }

    public async ValueTask DisposeAsync()
    {
        await db.Database.ExecuteSqlRawAsync("ROLLBACK", CancellationToken.None);
        await db.Database.CloseConnectionAsync();
    }
}
