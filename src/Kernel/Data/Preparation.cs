using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Data;

/// <summary>Brings a database to the schema of this build.</summary>
public static class Preparation
{
    /// <summary>Applies missing migrations; returns how many.</summary>
    public static async Task<int> MigrateAsync(GuijuDb db, CancellationToken ct)
    {
        await db.Provider.PrepareAsync(db, ct);
        if (!db.Database.GetMigrations().Any())
        {
            await db.Database.EnsureCreatedAsync(ct);
            return 0;
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).Count();
        await db.Database.MigrateAsync(ct);
        return pending;
    }

    /// <summary>Creates the tables of this model in an empty database: for models of some modules only, which no migration describes. False where tables were there.</summary>
    public static async Task<bool> CreateAsync(GuijuDb db, CancellationToken ct)
    {
        await db.Provider.PrepareAsync(db, ct);
        return await db.Database.EnsureCreatedAsync(ct);
    }
}
