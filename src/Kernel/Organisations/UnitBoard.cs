using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Organisations;

/// <summary>The organisations within a person's reach, as of a day.</summary>
[Needs(KernelPermissions.ReadUnits)]
public sealed class UnitBoard(UnitTrees trees, GuijuDb db, ActorHolder holder, TimeProvider clock)
{
    /// <summary>One unit of the tree.</summary>
    public sealed record Row(Guid Id, Guid? ParentId, string Code, string Name, string EnglishName, UnitKind Kind, UnitLevel Level, int AuthorisedStaff, int People, DateOnly From, DateOnly? To);

    /// <summary>Where a unit stood between two days.</summary>
    public sealed record Place(Guid? ParentId, string ParentName, DateOnly From, DateOnly? To);

    /// <summary>A unit with its placements through time.</summary>
    public sealed record Detail(Unit Unit, IReadOnlyList<Place> Places);

    /// <summary>Today in the bureau.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>All units within reach on a day, by code. The parent is null where it lies outside the reach.</summary>
    public async Task<IReadOnlyList<Row>> OnAsync(DateOnly day, CancellationToken ct)
    {
        var reach = holder.Current.For(KernelPermissions.ReadUnits);
        var tree = await trees.AsOfAsync(day, ct);
        var seen = tree.All.Where(u => reach.Covers(u.Id)).ToList();
        var counts = await db.Set<Person>().Where(p => p.From <= day && (p.To == null || p.To >= day))
            .GroupBy(p => p.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return seen.ConvertAll(u => new Row(u.Id, tree.ParentOf(u.Id) is { } above && reach.Covers(above) ? above : null,
            u.Code, u.Name, u.EnglishName, u.Kind, u.Level, u.AuthorisedStaff, counts.GetValueOrDefault(u.Id), u.From, u.To));
    }

    /// <summary>One unit, whenever it existed; null where it is not within reach.</summary>
    public async Task<Detail?> FindAsync(Guid id, CancellationToken ct)
    {
        if (!holder.Current.For(KernelPermissions.ReadUnits).Covers(id) || await db.Set<Unit>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct) is not { } unit)
        {
            return null;
        }

        var placements = await db.Set<UnitPlacement>().AsNoTracking().Where(p => p.UnitId == id).OrderByDescending(p => p.From).ToListAsync(ct);
        var above = placements.Select(p => p.ParentId).ToList();
        var names = await db.Set<Unit>().Where(u => above.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return new Detail(unit, placements.ConvertAll(p => new Place(p.ParentId, p.ParentId is { } parent ? names[parent] : "", p.From, p.To)));
    }
}
