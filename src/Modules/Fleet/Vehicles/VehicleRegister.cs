using Guiju.Fleet.Applications;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Vehicles;

/// <summary>What the whole register must hold to, beyond one sheet: plates and numbers are unique, units exist.</summary>
internal sealed class VehicleRegister(GuijuDb db, Bodies bodies, ActorHolder asker)
{
    private const int AskedAtOnce = 5_000;
    private HashSet<string>? plates;
    private HashSet<string>? vins;

    /// <summary>Asks the record once for the plates and numbers of many sheets that are new; from then on each sheet is held against those, and against the sheets held before it.</summary>
    public async Task GatherAsync(IReadOnlyCollection<VehicleFields> sheets, CancellationToken ct)
    {
        (plates, vins) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var part in sheets.Chunk(AskedAtOnce))
        {
            var (named, numbered) = (part.Select(s => PlateNumber.Normalise(s.PlateNo)).ToArray(), part.Select(s => Vin.Normalise(s.Vin)).ToArray());
            plates.UnionWith(await db.Set<Vehicle>().Where(v => EF.Parameter(named).Contains(v.PlateNo)).Select(v => v.PlateNo).ToListAsync(ct));
            vins.UnionWith(await db.Set<Vehicle>().Where(v => EF.Parameter(numbered).Contains(v.Vin)).Select(v => v.Vin).ToListAsync(ct));
        }
    }

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
        Check.That(!(plates?.Contains(plate) ?? await db.Set<Vehicle>().AnyAsync(v => v.PlateNo == plate && v.Id != id, ct)), VehicleChecks.PlateIsFree, nameof(fields.PlateNo));
        Check.That(!(vins?.Contains(vin) ?? await db.Set<Vehicle>().AnyAsync(v => v.Vin == vin && v.Id != id, ct)), VehicleChecks.VinIsFree, nameof(fields.Vin));
        plates?.Add(plate);
        vins?.Add(vin);
    }

    private async Task<bool> ApplicationFitsAsync(Guid id, Guid application, VehicleFields fields, CancellationToken ct) =>
        await db.Set<FleetApplication>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == application, ct) is { State: ApplicationState.Approved } approved
        && approved.UnitId == fields.UnitId && approved.Class == fields.Class && await db.Set<Vehicle>().CountAsync(v => v.ApplicationId == application && v.Id != id, ct) < approved.Cars;
}
