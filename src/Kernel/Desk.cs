using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel;

/// <summary>
/// The only way to change the record: permission → shape → law → handler → ledger → one save, in a scope of its own,
/// so that a refused act leaves nothing tracked. Pages, endpoints and commands all come through here.
/// </summary>
public sealed class Desk(IServiceScopeFactory scopes, ActCatalogue catalogue, ActorHolder asker)
{
    /// <summary>Performs an act, or says why not. Never throws for what a person did wrong.</summary>
    public async Task<Outcome<TResult>> PerformAsync<TResult>(IAct<TResult> act, CancellationToken ct)
    {
        var outcome = await OnceAsync(act, ct);
        return outcome is Outcome<TResult>.Stale && act is IAskedAgain ? await OnceAsync(act, ct) : outcome;
    }

    private async Task<Outcome<TResult>> OnceAsync<TResult>(IAct<TResult> act, CancellationToken ct)
    {
        await using var scope = Open();
        return await PerformHereAsync(scope.ServiceProvider, act, ct);
    }

    /// <summary>The same in a scope that the caller opened for this act alone.</summary>
    internal async Task<Outcome<TResult>> PerformHereAsync<TResult>(IServiceProvider services, IAct<TResult> act, CancellationToken ct)
    {
        var description = catalogue.For(act.GetType());
        if (!asker.Current.Can(description.Permission))
        {
            return new Outcome<TResult>.Denied(description.Permission);
        }

        var errors = Shape.ErrorsOf(act);
        if (errors.Count > 0)
        {
            return new Outcome<TResult>.Invalid(errors);
        }

        try
        {
            return await Step<TResult>.For(act).RunAsync(services, description, act, ct);
        }
        catch (BrokenCheckException broken)
        {
            return new Outcome<TResult>.Broken(broken.Check, broken.Field);
        }
        catch (NotWithinReachException)
        {
            return new Outcome<TResult>.Missing();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome<TResult>.Stale();
        }
        catch (DbUpdateException failure) when (services.GetRequiredService<IDatabase>().IsDuplicate(failure))
        {
            return new Outcome<TResult>.Broken(DeskChecks.NotYetThere, null);
        }
    }

    /// <summary>What the law would say of the act if it were performed now; null where the act is not judged or its facts cannot be gathered yet.</summary>
    public async Task<Verdict?> PreviewAsync<TResult>(IAct<TResult> act, CancellationToken ct)
    {
        var description = catalogue.For(act.GetType());
        if (!asker.Current.Can(description.Permission))
        {
            return null;
        }

        await using var scope = Open();
        try
        {
            return await Step<TResult>.For(act).JudgeAsync(scope.ServiceProvider, description, act, ct);
        }
        catch (NotWithinReachException)
        {
            return null;
        }
    }

    private AsyncServiceScope Open()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = asker.Current;
        return scope;
    }
}

/// <summary>System checks of the desk itself.</summary>
public static class DeskChecks
{
    /// <summary>No other record carries the same unique mark.</summary>
    public static readonly SystemCheck NotYetThere = new("DeskChecks.NotYetThere",
        new("已有一条编号相同的记录。", "Another record already carries the same unique number."));
}
