using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Geofences;

/// <summary>Whose cars a fence watches: the unit must be within reach, and single cars must be of it or below it.</summary>
internal sealed class FenceCars(GuijuDb db, Bodies bodies, ActorHolder asker)
{
    private static readonly char[] Between = ['、', ',', '，', ' ', '\n', '\r', '\t', ';', '；'];

    /// <summary>The unit and the single cars of a fence as it is written down; the name must be free.</summary>
    public async Task<(Guid Unit, IReadOnlyList<Guid> Cars)> HoldAsync(Guid id, GeofenceFields fields, CancellationToken ct)
    {
        var body = await bodies.OfAsync(fields.UnitId, ct);
        if (!asker.Current.For(FleetPermissions.KeepFences).Covers(body.Id))
        {
            throw new NotWithinReachException("unit");
        }

        var name = fields.Name.Trim();
        Check.That(!await db.Set<Geofence>().AnyAsync(f => f.UnitId == body.Id && f.Name == name && f.State == FenceState.InUse && f.Id != id, ct), FenceChecks.NameIsFree, nameof(fields.Name));
        var plates = (fields.Plates ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(PlateNumber.Normalise).Distinct().ToList();
        if (plates.Count == 0)
        {
            return (body.Id, []);
        }

        var below = (await bodies.TreeAsync(ct)).Subtree(body.Id).ToArray();
        var cars = await db.Set<Vehicle>().Seen(asker.Current).Where(v => plates.Contains(v.PlateNo) && below.Contains(v.UnitId)).OrderBy(v => v.PlateNo).Select(v => v.Id).ToListAsync(ct);
        Check.That(cars.Count == plates.Count, FenceChecks.CarsAreKnown, nameof(fields.Plates));
        return (body.Id, cars);
    }

    /// <summary>A fence within reach of who keeps fences, tracked.</summary>
    public async Task<Geofence> OpenAsync(Guid? id, CancellationToken ct) =>
        await db.Set<Geofence>().Within(asker.Current, FleetPermissions.KeepFences, f => f.UnitId).FirstOrDefaultAsync(f => f.Id == id, ct) ?? throw new NotWithinReachException("geofence");
}
