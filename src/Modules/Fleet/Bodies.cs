using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;

namespace Guiju.Fleet;

/// <summary>The bodies that hold cars and ask for them: an inner office answers for its body.</summary>
internal sealed class Bodies(UnitTrees trees, ActorHolder asker, TimeProvider clock)
{
    /// <summary>The organisation tree of today.</summary>
    public ValueTask<UnitTree> TreeAsync(CancellationToken ct) => trees.AsOfAsync(clock.Today(), ct);

    /// <summary>The body of a unit; it must exist today.</summary>
    public async Task<Unit> OfAsync(Guid? unitId, CancellationToken ct) =>
        unitId is { } id && (await TreeAsync(ct)).BodyOf(id) is { } body ? body : throw new NotWithinReachException("unit");

    /// <summary>The body for which the asker acts: the own one, or one named that the permission reaches.</summary>
    public async Task<Unit> ActingAsync(Guid? named, string permission, CancellationToken ct)
    {
        var own = asker.Current.UnitId is { } home ? (await TreeAsync(ct)).BodyOf(home) : null;
        if (named is null || named == own?.Id)
        {
            return own ?? throw new NotWithinReachException("unit");
        }

        var body = await OfAsync(named, ct);
        return asker.Current.For(permission).Covers(body.Id) ? body : throw new NotWithinReachException("unit");
    }

    /// <summary>Kind of a body as the law knows it, or null where it does not exist today.</summary>
    public async Task<string?> KindAsync(Guid unitId, CancellationToken ct) => LawCode.Of((await TreeAsync(ct)).BodyOf(unitId)?.Kind);
}
