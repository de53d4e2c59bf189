using System.Collections.Frozen;

namespace Guiju.Kernel.Organisations;

/// <summary>The organisation tree as of a day.</summary>
public sealed class UnitTree
{
    private readonly FrozenDictionary<Guid, Unit> units;
    private readonly FrozenDictionary<Guid, Guid?> parents;
    private readonly ILookup<Guid, Guid> children;

    /// <summary>Builds the tree of <paramref name="on"/> from all units and placements.</summary>
    public UnitTree(DateOnly on, IEnumerable<Unit> all, IEnumerable<UnitPlacement> placements)
    {
        On = on;
        units = all.Where(u => u.From <= on && (u.To is null || u.To >= on)).ToFrozenDictionary(u => u.Id);
        parents = placements.Where(p => p.From <= on && (p.To is null || p.To >= on) && units.ContainsKey(p.UnitId))
            .GroupBy(p => p.UnitId).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.From).First().ParentId);
        children = parents.Where(p => p.Value is not null).ToLookup(p => p.Value!.Value, p => p.Key);
    }

    /// <summary>The day.</summary>
    public DateOnly On { get; }

    /// <summary>All units alive on the day, by code.</summary>
    public IEnumerable<Unit> All => units.Values.OrderBy(u => u.Code, StringComparer.Ordinal);

    /// <summary>The unit, or null where it did not exist on the day.</summary>
    public Unit? Find(Guid id) => units.GetValueOrDefault(id);

    /// <summary>The unit above, or null for the root.</summary>
    public Guid? ParentOf(Guid id) => parents.GetValueOrDefault(id);

    /// <summary>Units directly below, by code.</summary>
    public IEnumerable<Unit> Below(Guid id) => children[id].Select(c => units[c]).OrderBy(u => u.Code, StringComparer.Ordinal);

    /// <summary>The unit and everything below it.</summary>
    public IReadOnlySet<Guid> Subtree(Guid id)
    {
        var found = new HashSet<Guid>();
        var open = new Stack<Guid>([id]);
        while (open.TryPop(out var next))
        {
            if (found.Add(next))
            {
                foreach (var child in children[next])
                {
                    open.Push(child);
                }
            }
        }

        return found;
    }

    /// <summary>The body that an inner office belongs to: the nearest unit upwards, itself included, that is not an inner office.</summary>
    public Unit? BodyOf(Guid id)
    {
        for (Guid? at = id; at is { } here; at = ParentOf(here))
        {
            if (Find(here) is { } unit && unit.Kind != UnitKind.InnerOffice)
            {
                return unit;
            }
        }

        return null;
    }
}
