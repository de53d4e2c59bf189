using Guiju.Fleet.Terminals;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Roads;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Geofences;

/// <summary>A car crossed the border of a geofence on a day, at an hour and in a direction that count.</summary>
/// <param name="FenceId">The fence.</param>
/// <param name="Fence">Its name.</param>
/// <param name="Severity">How grave.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Where">Where, WGS-84.</param>
/// <param name="Inward">Driving in, or out.</param>
internal sealed record FenceCrossing(Guid FenceId, string Fence, FenceSeverity Severity, DateTime At, GeoPoint Where, bool Inward);

/// <summary>The crossings of geofences by a car, worked out from its positions when they are asked for: nothing is stored, so a changed fence is judged as it is now.</summary>
internal sealed class GeofenceCrossings(GuijuDb db, PositionLog log, Bodies bodies, TimeProvider clock)
{
    /// <summary>The crossings of a car between two instants (UTC), in the order of time. Whoever asks has made sure that the car may be seen.</summary>
    public async Task<IReadOnlyList<FenceCrossing>> AskAsync(Guid vehicleId, DateTime from, DateTime to, CancellationToken ct) =>
        await AskAsync(vehicleId, await log.TrackAsync(vehicleId, from, to, ct), ct);

    /// <summary>The crossings along positions that are at hand already.</summary>
    public async Task<IReadOnlyList<FenceCrossing>> AskAsync(Guid vehicleId, IReadOnlyList<LoggedPosition> track, CancellationToken ct)
    {
        if (track.Count < 2)
        {
            return [];
        }

        var places = track.Select(p => new Whereabouts(p.At, new GeoPoint(p.Latitude, p.Longitude))).ToList();
        var crossings =
            from fence in await OfCarAsync(vehicleId, ct)
            let hours = fence.Hours
            from crossing in FenceWatch.Crossings(fence.Drawn, places)
            where fence.Direction == FenceDirection.Both || crossing.Inward == (fence.Direction == FenceDirection.Enter)
            where hours.Count(clock.ToLocal(crossing.At.UtcDateTime))
            select new FenceCrossing(fence.Id, fence.Name, fence.Severity, crossing.At.UtcDateTime, crossing.Where, crossing.Inward);
        return crossings.OrderBy(c => c.At).ToList();
    }

    /// <summary>The fences in use that watch a car.</summary>
    public async Task<IReadOnlyList<Geofence>> OfCarAsync(Guid vehicleId, CancellationToken ct)
    {
        if (await db.Set<Vehicle>().Where(v => v.Id == vehicleId).Select(v => (Guid?)v.UnitId).FirstOrDefaultAsync(ct) is not { } unit)
        {
            return [];
        }

        var tree = await bodies.TreeAsync(ct);
        var inUse = await db.Set<Geofence>().AsNoTracking().Where(f => f.State == FenceState.InUse).OrderBy(f => f.Name).ToListAsync(ct);
        return inUse.Where(f => (f.Cars.Count == 0 || f.Cars.Contains(vehicleId)) && tree.Subtree(f.UnitId).Contains(unit)).ToList();
    }
}
