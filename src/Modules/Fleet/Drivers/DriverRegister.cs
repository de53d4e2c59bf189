using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Drivers;

/// <summary>What the whole register must hold to, beyond one sheet: licence numbers are unique, units exist.</summary>
internal sealed class DriverRegister(GuijuDb db, Bodies bodies)
{
    /// <summary>Refuses a sheet that clashes with another driver or names a unit that does not exist.</summary>
    public async Task HoldAsync(Guid id, DriverFields fields, CancellationToken ct)
    {
        Check.That(fields.UnitId is { } unit && (await bodies.TreeAsync(ct)).BodyOf(unit)?.Id == unit, VehicleChecks.UnitIsABody, nameof(fields.UnitId));
        var licence = Driver.Normalise(fields.LicenceNo);
        Check.That(!await db.Set<Driver>().AnyAsync(d => d.LicenceNo == licence && d.Id != id, ct), DriverChecks.LicenceIsFree, nameof(fields.LicenceNo));
    }
}
