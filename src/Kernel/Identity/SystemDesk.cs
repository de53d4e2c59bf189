using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.Identity;

/// <summary>Performs acts in the name of the system itself: bringing up, jobs, the sign-in log.</summary>
public sealed class SystemDesk(IServiceScopeFactory scopes)
{
    /// <summary>Performs an act under a name for the ledger.</summary>
    public async Task<Outcome<TResult>> PerformAsync<TResult>(string name, IAct<TResult> act, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = Actor.System(name);
        return await scope.ServiceProvider.GetRequiredService<Desk>().PerformAsync(act, ct);
    }
}
