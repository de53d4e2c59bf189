using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Disposals;

/// <summary>A disposal as its acts and its page find it: with its vehicle, within reach, and how its case was decided.</summary>
internal sealed class DisposalFolder(GuijuDb db, ActorHolder asker, Casework casework, Journal journal)
{
    /// <summary>Name of its procedure.</summary>
    public const string Procedure = "fleet.disposal";

    private const string Approved = "approved";

    /// <summary>The disposal and its vehicle, to be changed.</summary>
    public async Task<(Disposal Disposal, Vehicle Car)> OpenAsync(Guid? id, string permission, CancellationToken ct)
    {
        var disposal = await db.DisposalsSeen(asker.Current).Within(asker.Current, permission, d => d.UnitId).FirstOrDefaultAsync(d => d.Id == id, ct) ?? throw new NotWithinReachException("disposal");
        journal.Concerns(FleetKinds.Disposal, disposal.Id, disposal.UnitId);
        journal.Concerns(FleetKinds.Vehicle, disposal.VehicleId, disposal.UnitId);
        return (disposal, await db.Set<Vehicle>().SingleAsync(v => v.Id == disposal.VehicleId, ct));
    }

    /// <summary>The disposal and its vehicle, to be read; null where there is none within reach.</summary>
    public async Task<(Disposal Disposal, Vehicle Car, DisposalStanding Standing)?> ReadAsync(Guid id, CancellationToken ct) =>
        await db.DisposalsSeen(asker.Current).AsNoTracking().Within(asker.Current, FleetPermissions.Read, d => d.UnitId).FirstOrDefaultAsync(d => d.Id == id, ct) is not { } disposal ? null
            : (disposal, await db.Set<Vehicle>().AsNoTracking().SingleAsync(v => v.Id == disposal.VehicleId, ct), await StandingAsync(disposal, ct));

    /// <summary>Whether its case ended with an approval.</summary>
    public async Task<bool> IsApprovedAsync(Disposal disposal, CancellationToken ct) => await StandingAsync(disposal, ct) == DisposalStanding.Approved;

    private async Task<DisposalStanding> StandingAsync(Disposal disposal, CancellationToken ct) => disposal.State switch
    {
        DisposalState.Refused => DisposalStanding.Refused,
        DisposalState.Proposed => await casework.LastResultAsync(disposal.VehicleId, Procedure, ct) switch
        {
            null => DisposalStanding.BeforeDecision,
            Approved => DisposalStanding.Approved,
            _ => DisposalStanding.Refused,
        },
        _ => DisposalStanding.Approved,
    };
}

/// <summary>Disposals of the cars that a person may know of.</summary>
internal static class SeenDisposals
{
    /// <summary>Those whose car is not kept from the person.</summary>
    public static IQueryable<Disposal> DisposalsSeen(this GuijuDb db, Actor actor)
    {
        var seen = db.Set<Vehicle>().Seen(actor);
        return db.Set<Disposal>().Where(d => seen.Any(v => v.Id == d.VehicleId));
    }
}

/// <summary>How a disposal was decided.</summary>
internal enum DisposalStanding
{
    /// <summary>Its case is open.</summary>
    BeforeDecision,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Not approved.</summary>
    Refused,
}
