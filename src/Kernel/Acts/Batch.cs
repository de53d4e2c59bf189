using System.Data.Common;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel;

/// <summary>What became of many acts done together: one outcome each, in their order, and whether they were kept.</summary>
public sealed record BatchOutcome<TResult>(IReadOnlyList<Outcome<TResult>> Outcomes, bool Kept)
{
    /// <summary>Whether every act could be done.</summary>
    public bool AllDone => Outcomes.All(o => o is Outcome<TResult>.Done);
}

/// <summary>
/// Many acts in one transaction: each goes through the whole desk in a scope of its own and sees what those before it did;
/// all are kept or none. Without <c>keep</c> it is a dry run: the same, and nothing is kept.
/// </summary>
public sealed class BatchDesk(IServiceScopeFactory scopes, ActorHolder asker, Organisations.UnitTrees trees)
{
    /// <summary>Performs the acts that <paramref name="acts"/> yields. The next act is asked for when the one before has been done, with its outcome.</summary>
    public Task<BatchOutcome<TResult>> PerformAsync<TResult>(int count, Func<int, Outcome<TResult>?, IAct<TResult>?> acts, bool keep, CancellationToken ct) => PerformAsync(count, acts, static _ => null, keep, ct);

    /// <summary>The same; <paramref name="before"/> tells what a person had written where an act holds what it was mended to, and stands in the ledger beside the act.</summary>
    public async Task<BatchOutcome<TResult>> PerformAsync<TResult>(int count, Func<int, Outcome<TResult>?, IAct<TResult>?> acts, Func<int, IReadOnlyDictionary<string, string>?> before, bool keep, CancellationToken ct)
    {
        await using var outer = scopes.CreateAsyncScope();
        var db = outer.ServiceProvider.GetRequiredService<GuijuDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var outcomes = new List<Outcome<TResult>>(count);
        for (var i = 0; i < count; i++)
        {
            if (acts(i, i == 0 ? null : outcomes[i - 1]) is { } act)
            {
                outcomes.Add(await OneAsync(act, before(i), db.Database.GetDbConnection(), transaction.GetDbTransaction(), ct));
            }
            else
            {
                outcomes.Add(new Outcome<TResult>.Invalid([]));
            }
        }

        var kept = keep && outcomes.TrueForAll(o => o is Outcome<TResult>.Done);
        if (kept)
        {
            await transaction.CommitAsync(ct);
        }
        else
        {
            await transaction.RollbackAsync(ct);
        }

        trees.Forget(); // another reader may have kept a tree while the transaction was open
        return new BatchOutcome<TResult>(outcomes, kept);
    }

    /// <summary>
    /// The same for acts of one type that are all known beforehand. Where their handler takes many at once (<see cref="IHandlesMany{TAct}"/>) the record is asked once for all and rows are written in bulk;
    /// otherwise, and where a row clashes with one that somebody else has saved meanwhile, they are done one by one. A null is a row that became no act.
    /// </summary>
    public async Task<BatchOutcome<TResult>> PerformAllAsync<TAct, TResult>(IReadOnlyList<TAct?> acts, Func<int, IReadOnlyDictionary<string, string>?> before, bool keep, CancellationToken ct)
        where TAct : class, IAct<TResult>
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = asker.Current;
            if (ManyActs<TAct, TResult>.HandlerIn(scope.ServiceProvider) is { } many)
            {
                try
                {
                    var done = await new ManyActs<TAct, TResult>(scope.ServiceProvider, many).PerformAsync(acts, before, keep, ct);
                    trees.Forget();
                    return done;
                }
                catch (DbException)
                {
                    // One by one tells which row it was.
                }
            }
        }

        return await PerformAsync<TResult>(acts.Count, (i, _) => acts[i], before, keep, ct);
    }

    private async Task<Outcome<TResult>> OneAsync<TResult>(IAct<TResult> act, IReadOnlyDictionary<string, string>? before, DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = asker.Current;
        scope.ServiceProvider.GetRequiredService<Journal>().Before = before;
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        var own = db.Database.GetConnectionString();
        db.Database.SetDbConnection(connection);
        await db.Database.UseTransactionAsync(transaction, ct);
        try
        {
            return await scope.ServiceProvider.GetRequiredService<Desk>().PerformHereAsync(scope.ServiceProvider, act, ct);
        }
        finally
        {
            // Contexts are pooled: this one goes back without what it borrowed.
            await db.Database.UseTransactionAsync(null, CancellationToken.None);
            db.Database.SetDbConnection(null, contextOwnsConnection: true);
            db.Database.SetConnectionString(own);
        }
    }
}
