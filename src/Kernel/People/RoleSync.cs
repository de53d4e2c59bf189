using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.People;

/// <summary>When the application is brought up, adds the roles that its modules propose and that are not there yet.</summary>
public static class RoleSync
{
    /// <summary>Adds what is missing, as an act of the system; returns how many roles that were.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var there = await scope.ServiceProvider.GetRequiredService<GuijuDb>().Set<Role>().Select(r => r.Code).ToListAsync(ct);
        if (scope.ServiceProvider.GetServices<IModule>().SelectMany(m => m.Roles).All(r => there.Contains(r.Code)))
        {
            return 0;
        }

        return await services.GetRequiredService<SystemDesk>().PerformAsync("启动 start", new ProposeRoles(), ct) is Outcome<int>.Done done ? done.Value : 0;
    }
}
