using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Drivers;

/// <summary>What the whole register must hold to, beyond one sheet: licence numbers are unique, units exist.</summary>
internal sealed class DriverRegister(GuijuDb db, Bodies bodies, ActorHolder asker)
{
    /// <summary>Refuses a sheet that clashes with another driver, names a unit that does not exist, or one beyond the asker's reach.</summary>
    public async Task HoldAsync(Guid id, DriverFields fields, CancellationToken ct)
    {
        Check.That(fields.UnitId is { } unit && (await bodies.TreeAsync(ct)).BodyOf(unit)?.Id == unit, VehicleChecks.UnitIsABody, nameof(fields.UnitId));
        if (!asker.Current.For(FleetPermissions.Keep).Covers(fields.UnitId.GetValueOrDefault()))
        {
            throw new NotWithinReachException("unit");
        }

        var licence = Driver.Normalise(fields.LicenceNo);
        Check.That(!await db.Set<Driver>().AnyAsync(d => d.LicenceNo == licence && d.Id != id, ct), DriverChecks.LicenceIsFree, nameof(fields.LicenceNo));
    }
}
