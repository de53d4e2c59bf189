using Guiju.Fleet.Applications;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Vehicles;

/// <summary>What the whole register must hold to, beyond one sheet: plates and numbers are unique, units exist.</summary>
internal sealed class VehicleRegister(GuijuDb db, Bodies bodies, ActorHolder asker)
{
    /// <summary>Refuses a sheet that clashes with another vehicle, names a unit that does not exist, or one beyond the asker's reach.</summary>
    public async Task HoldAsync(Guid id, VehicleFields fields, CancellationToken ct)
    {
        var tree = await bodies.TreeAsync(ct);
        Check.That(fields.UnitId is { } unit && tree.BodyOf(unit)?.Id == unit, VehicleChecks.UnitIsABody, nameof(fields.UnitId));
        if (!asker.Current.For(FleetPermissions.Keep).Covers(fields.UnitId.GetValueOrDefault()))
        {
            throw new NotWithinReachException("unit");
        }

        Check.That(fields.OwnerUnitId is { } owner && tree.BodyOf(owner)?.Id == owner, VehicleChecks.UnitIsABody, nameof(fields.OwnerUnitId));
        Check.That(fields.ApplicationId is not { } application || await ApplicationFitsAsync(id, application, fields, ct), VehicleChecks.ApplicationFits, nameof(fields.ApplicationId));
        var (plate, vin) = (PlateNumber.Normalise(fields.PlateNo), Vin.Normalise(fields.Vin));
        Check.That(!await db.Set<Vehicle>().AnyAsync(v => v.PlateNo == plate && v.Id != id, ct), VehicleChecks.PlateIsFree, nameof(fields.PlateNo));
        Check.That(!await db.Set<Vehicle>().AnyAsync(v => v.Vin == vin && v.Id != id, ct), VehicleChecks.VinIsFree, nameof(fields.Vin));
    }

    private async Task<bool> ApplicationFitsAsync(Guid id, Guid application, VehicleFields fields, CancellationToken ct) =>
        await db.Set<FleetApplication>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == application, ct) is { State: ApplicationState.Approved } approved
        && approved.UnitId == fields.UnitId && approved.Class == fields.Class && await db.Set<Vehicle>().CountAsync(v => v.ApplicationId == application && v.Id != id, ct) < approved.Cars;
}
