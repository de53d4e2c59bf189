using System.Collections.Concurrent;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.Organisations;

/// <summary>Organisation trees by day, kept for a short while; a change of units or placements on this node drops them at once.</summary>
public sealed class UnitTrees(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(30);
    private const int MostDays = 64;
    private readonly ConcurrentDictionary<DateOnly, (UnitTree Tree, long At)> trees = new();
    private int generation;

    /// <summary>The tree as of a day.</summary>
    public async ValueTask<UnitTree> AsOfAsync(DateOnly on, CancellationToken ct)
    {
        if (trees.TryGetValue(on, out var kept) && clock.GetElapsedTime(kept.At) < Keep)
        {
            return kept.Tree;
        }

        var before = Volatile.Read(ref generation);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        var units = await db.Set<Unit>().AsNoTracking().ToListAsync(ct);
        var placements = await db.Set<UnitPlacement>().AsNoTracking().ToListAsync(ct);
        var tree = new UnitTree(on, units, placements);
        if (trees.Count >= MostDays)
        {
            trees.Clear();
        }

        if (before == Volatile.Read(ref generation)) // else something changed while we were reading
        {
            trees[on] = (tree, clock.GetTimestamp());
        }

        return tree;
    }

    /// <summary>Forgets every kept tree.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref generation);
        trees.Clear();
    }
}
