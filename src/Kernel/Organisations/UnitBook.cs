using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Organisations;

/// <summary>What the acts on units read: units within the person's reach, and trees straight from the record.</summary>
internal sealed class UnitBook(GuijuDb db, ActorHolder holder)
{
    /// <summary>A unit that the person may keep; otherwise it is missing.</summary>
    public async Task<Unit> FindAsync(Guid id, CancellationToken ct) =>
        holder.Current.For(KernelPermissions.KeepUnits).Covers(id) && await db.Set<Unit>().FirstOrDefaultAsync(u => u.Id == id, ct) is { } unit
            ? unit
            : throw new NotWithinReachException("unit");

    /// <summary>The placements of a unit, earliest first, tracked.</summary>
    public Task<List<UnitPlacement>> PlacementsAsync(Guid unitId, CancellationToken ct) =>
        db.Set<UnitPlacement>().Where(p => p.UnitId == unitId).OrderBy(p => p.From).ToListAsync(ct);

    /// <summary>The trees of a day and of every later day on which something moves.</summary>
    public async Task<IReadOnlyList<UnitTree>> TreesFromAsync(DateOnly day, CancellationToken ct)
    {
        var units = await db.Set<Unit>().AsNoTracking().ToListAsync(ct);
        var placements = await db.Set<UnitPlacement>().AsNoTracking().ToListAsync(ct);
        return placements.Select(p => p.From).Where(d => d > day).Append(day).Distinct().Order().Select(d => new UnitTree(d, units, placements)).ToList();
    }

    /// <summary>Whether anybody works in the unit after a day.</summary>
    public Task<bool> EmploysAfterAsync(Guid unitId, DateOnly day, CancellationToken ct) =>
        db.Set<Person>().AnyAsync(p => p.UnitId == unitId && (p.To == null || p.To > day), ct);

    /// <summary>
    /// Lets two changes of the tree's shape at the same time collide on the root's revision: each of them alone may be sound
    /// and both together a cycle.
    /// </summary>
    public async Task ReshapeAsync(CancellationToken ct)
    {
        var root = await db.Set<UnitPlacement>().Where(p => p.ParentId == null).OrderBy(p => p.From).Select(p => (Guid?)p.UnitId).FirstOrDefaultAsync(ct);
        if (root is { } id && await db.Set<Unit>().FirstOrDefaultAsync(u => u.Id == id, ct) is { } unit)
        {
            db.Entry(unit).State = EntityState.Modified;
        }
    }
}
