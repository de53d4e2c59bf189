namespace Guiju.Kernel.Identity;

/// <summary>Who is asking, and what they may do how far, on the day of asking.</summary>
public sealed record Actor(Guid? PersonId, string Name, Guid? UnitId, IReadOnlyDictionary<string, Reach> Grants)
{
    /// <summary>Nobody has signed in: no permission at all.</summary>
    public static readonly Actor Nobody = new(null, "", null, new Dictionary<string, Reach>());

    /// <summary>True for the system itself (jobs, seeding, command line), which may do everything.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>The system itself, under a name for the ledger.</summary>
    public static Actor System(string name) => new(null, name, null, new Dictionary<string, Reach>()) { IsSystem = true };

    /// <summary>Whether the permission is held at all.</summary>
    public bool Can(string permission) => IsSystem || Grants.ContainsKey(permission);

    /// <summary>How far a permission reaches; nothing where it is not held.</summary>
    public Reach For(string permission) => IsSystem ? Reach.Everything : Grants.GetValueOrDefault(permission, Reach.Nothing);
}

/// <summary>The records a permission reaches: all, those of some units, or the person's own.</summary>
public sealed record Reach(bool All, IReadOnlySet<Guid> Units, bool Own)
{
    /// <summary>Everything.</summary>
    public static readonly Reach Everything = new(true, new HashSet<Guid>(), true);

    /// <summary>Nothing.</summary>
    public static readonly Reach Nothing = new(false, new HashSet<Guid>(), false);

    /// <summary>Whether a record of a unit lies within reach.</summary>
    public bool Covers(Guid unitId) => All || Units.Contains(unitId);

    /// <summary>Both reaches together.</summary>
    public Reach With(Reach other) => new(All || other.All, Units.Union(other.Units).ToHashSet(), Own || other.Own);
}

/// <summary>Holds the actor of the current scope. The host sets it per request; the desk copies it into the scope of an act.</summary>
public sealed class ActorHolder
{
    /// <summary>The actor; nobody until set.</summary>
    public Actor Current { get; set; } = Actor.Nobody;
}
