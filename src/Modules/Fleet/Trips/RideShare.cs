using Guiju.Fleet.Planning;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Trips;

/// <summary>Trips that share one car: one leads, the others ride with it.</summary>
internal sealed class RideShare(GuijuDb db, PlanFigures figures, Journal journal)
{
    private static readonly TripState[] Alive = [TripState.Dispatched, TripState.Departed];

    /// <summary>Lets a trip ride with another: same car and driver, seats for all.</summary>
    public async Task JoinAsync(Trip trip, Guid leadId, (Vehicle Car, Guid Driver) given, CancellationToken ct)
    {
        var lead = await db.Set<Trip>().FirstOrDefaultAsync(t => t.Id == leadId && t.Id != trip.Id, ct) ?? throw new NotWithinReachException("trip");
        Check.That(lead.VehicleId == given.Car.Id && lead.DriverId == given.Driver, ShareChecks.SameCarAndDriver, "VehicleId");
        var rules = figures.Rules(trip.Day);
        trip.Join(lead, TimeSpan.FromMinutes(rules.WaitMinutes + rules.DetourMinutes));
        var riders = await db.Set<Trip>().AsNoTracking().Where(t => t.LeadId == leadId && Alive.Contains(t.State)).Select(t => t.Passengers).ToListAsync(ct);
        Check.That(given.Car.Seats > lead.Passengers.Count + riders.Sum(r => r.Count) + trip.Passengers.Count, ShareChecks.SeatsForAll, "VehicleId");
        journal.Concerns(FleetKinds.Trip, lead.Id, lead.UnitId);
    }

    /// <summary>Those that ride with a trip, tracked.</summary>
    public async Task<List<Trip>> RidersAsync(Guid leadId, CancellationToken ct)
    {
        var riders = await db.Set<Trip>().Where(t => t.LeadId == leadId && Alive.Contains(t.State)).OrderBy(t => t.Code).ToListAsync(ct);
        riders.ForEach(r => journal.Concerns(FleetKinds.Trip, r.Id, r.UnitId));
        return riders;
    }

    /// <summary>Where a lead is given up, the first of those that rode with it leads the others: they keep their car. Tells whether anybody did.</summary>
    public async Task<bool> HandOnAsync(Guid leadId, CancellationToken ct)
    {
        Trip? lead = null;
        foreach (var rider in await RidersAsync(leadId, ct))
        {
            rider.RideWith(lead);
            lead ??= rider;
        }

        return lead is not null;
    }
}
