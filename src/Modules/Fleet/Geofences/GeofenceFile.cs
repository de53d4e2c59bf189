using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Geofences;

/// <summary>One geofence as its page shows it and as the form that changes it begins.</summary>
internal sealed class GeofenceFile(GuijuDb db, ActorHolder asker, Bodies bodies)
{
    /// <summary>The file, or null where there is none within the asker's reach.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct)
    {
        var fence = await db.Set<Geofence>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, f => f.UnitId).FirstOrDefaultAsync(f => f.Id == id, ct);
        if (fence is null)
        {
            return null;
        }

        var only = fence.Cars.ToArray();
        var plates = await db.Set<Vehicle>().AsNoTracking().Seen(asker.Current).Where(v => only.Contains(v.Id)).OrderBy(v => v.PlateNo).Select(v => v.PlateNo).ToListAsync(ct);
        return new View(
            new ChangeGeofence
            {
                Id = fence.Id, Name = fence.Name, UnitId = fence.UnitId, Shape = fence.Shape, Points = fence.Points, WidthM = fence.WidthM, Direction = fence.Direction, Severity = fence.Severity,
                Days = fence.Days.Select(d => (FenceDay)(d - '0')).ToList(), From = fence.From == fence.To ? null : fence.From, To = fence.From == fence.To ? null : fence.To, Plates = string.Join('、', plates),
            },
            (await bodies.TreeAsync(ct)).NameOf(fence.UnitId), fence.State, plates.Count < only.Length,
            fence.State == FenceState.InUse && plates.Count == only.Length && asker.Current.For(FleetPermissions.KeepFences).Covers(fence.UnitId));
    }

    /// <summary>The file; <paramref name="Hidden"/>: it watches cars that the asker may not see, and so may not be changed by the asker.</summary>
    internal sealed record View(ChangeGeofence Sheet, string Unit, FenceState State, bool Hidden, bool MayChange);
}
