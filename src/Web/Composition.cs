using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Web;

/// <summary>What web and command line share: the application's services over one database, and bringing it up.</summary>
public static class Composition
{
    /// <summary>Registers everything below the web.</summary>
    public static IServiceCollection AddBureau(this IServiceCollection services, IConfiguration configuration, string? database = null, IReadOnlyList<Kernel.IModule>? modules = null)
    {
        services.AddGuiju(configuration, DatabaseSetting.Open(database ?? configuration["Guiju:Database"]), modules ?? Modules.All);
        services.AddDataProtection().SetApplicationName("Guiju");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((keys, scopes) => keys.XmlRepository = new SharedKeys(scopes));
        return services;
    }

    /// <summary>Applies migrations and, in an empty database that should show one, plants the demonstration bureau.</summary>
    public static async Task PrepareAsync(IServiceProvider services, bool demonstration, Func<string, Task> progress, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        await Preparation.MigrateAsync(db, ct);
        if (demonstration && !await db.Set<Unit>().AnyAsync(ct))
        {
            await SeedAsync(scope.ServiceProvider, progress, ct);
        }

        await ReadyAsync(services, ct);
    }

    /// <summary>What every start does on a migrated database: roles that modules propose exist, the lawbook in use is kept for replays, and the planner knows its tables.</summary>
    public static async Task ReadyAsync(IServiceProvider services, CancellationToken ct)
    {
        await RoleSync.RunAsync(services, ct);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        await scope.ServiceProvider.GetRequiredService<LawShelf>().KeepAsync(db, scope.ServiceProvider.GetRequiredService<TimeProvider>(), ct);
        await db.Provider.RefreshStatisticsAsync(db, ct);
    }

    /// <summary>Plants the demonstration bureau; refuses where units exist.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> SeedAsync(IServiceProvider services, Func<string, Task> progress, CancellationToken ct)
    {
        services.GetRequiredService<Kernel.Identity.ActorHolder>().Current = Kernel.Identity.Actor.System("演示数据 demonstration");
        var counts = await DemonstrationBureau.PlantAsync(services.GetServices<IDemonstration>(), title => progress($"{title.Zh} · {title.En}"), ct);
        await ReadyAsync(services, ct);
        return counts;
    }
}
