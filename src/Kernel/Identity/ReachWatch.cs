using System.Runtime.CompilerServices;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Guiju.Kernel.Identity;

/// <summary>Watches every save: once people, roles, assignments or units have changed, kept actors and trees are dropped.</summary>
internal sealed class ReachWatch(UnitTrees trees, ActorSource actors) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, object> touched = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Look(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Look(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Drop(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Drop(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private void Look(DbContext? context)
    {
        if (context is not null && context.ChangeTracker.Entries().Any(e => e.State != EntityState.Unchanged && e.Entity is Unit or UnitPlacement or Person or Assignment or Role))
        {
            touched.AddOrUpdate(context, this);
        }
    }

    private void Drop(DbContext? context)
    {
        if (context is not null && touched.Remove(context))
        {
            trees.Forget();
            actors.Forget();
        }
    }
}
