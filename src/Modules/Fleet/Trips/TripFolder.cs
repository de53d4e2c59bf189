using Guiju.Fleet.Drivers;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Trips;

/// <summary>Opens a trip for the person who acts on it: within reach of the permission, and named to the ledger.</summary>
internal sealed class TripFolder(GuijuDb db, ActorHolder asker, Journal journal, TimeProvider clock)
{
    /// <summary>Who acts, now.</summary>
    public TripHand Hand => new(asker.Current.PersonId, asker.Current.Name, clock.UtcNow());

    /// <summary>The day of the act.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>The trip, tracked. What a permission reaches as <c>Own</c> is what the person asked for or drives.</summary>
    public async Task<Trip> OpenAsync(Guid? id, string permission, CancellationToken ct)
    {
        var trip = await Reached(db.Set<Trip>(), asker.Current, permission).FirstOrDefaultAsync(t => t.Id == id, ct) ?? throw new NotWithinReachException("trip");
        Name(trip);
        return trip;
    }

    /// <summary>The trip, tracked, where the permission reaches its unit and not only what is the asker's own.</summary>
    public async Task<Trip> OpenForUnitAsync(Guid? id, string permission, CancellationToken ct)
    {
        var trip = await db.Set<Trip>().Within(asker.Current, permission, t => t.UnitId).FirstOrDefaultAsync(t => t.Id == id, ct) ?? throw new NotWithinReachException("trip");
        Name(trip);
        return trip;
    }

    /// <summary>Car and driver, where both are free in the trip's time; both are named to the ledger.</summary>
    public async Task<(Vehicle Car, Driver Driver)> FreeAsync(Bookings bookings, Trip trip, (Guid? Vehicle, Guid? Driver, Guid? With) asked, CancellationToken ct)
    {
        var (car, driver) = (await bookings.CarAsync(asked.Vehicle, trip, asked.With, ct), await bookings.DriverAsync(asked.Driver, trip, asked.With, ct));
        Check.That(!car.Busy, TripChecks.CarIsFree, "VehicleId");
        Check.That(!driver.Busy, TripChecks.DriverIsFree, "DriverId");
        Check.That(!driver.OnLeave, Rosters.RosterChecks.NotOnLeave, "DriverId");
        journal.Concerns(FleetKinds.Vehicle, car.Car.Id);
        journal.Concerns(FleetKinds.Driver, driver.Driver.Id);
        return (car.Car, driver.Driver);
    }

    /// <summary>A trip as the form would ask for it, local times.</summary>
    public RequestTrip FormOf(Trip trip) => new()
    {
        Reason = trip.Reason,
        Purpose = trip.Purpose,
        LetterNo = trip.LetterNo,
        Scope = trip.Scope,
        PlanFrom = trip.PlanFrom,
        PlanTo = trip.PlanTo,
        PlanStart = clock.ToLocal(trip.PlanStart),
        PlanEnd = clock.ToLocal(trip.PlanEnd),
        Passengers = string.Join('、', trip.Passengers.Select(p => p.Name)),
        ClassWanted = trip.ClassWanted,
        ShareOk = trip.ShareOk,
        AllowanceException = trip.AllowanceException,
        SelfDrive = trip.SelfDrive,
        PickUpFenceId = trip.PickUpFenceId,
        ReturnFenceId = trip.ReturnFenceId,
    };

    /// <summary>Names the trip to the ledger.</summary>
    public void Name(Trip trip) => journal.Concerns(FleetKinds.Trip, trip.Id, trip.UnitId);

    /// <summary>Whether the asker holds a permission that reaches the trip's unit.</summary>
    public bool MayForUnit(Trip trip, string permission) => asker.Current.For(permission).Covers(trip.UnitId);

    /// <summary>Trips that a permission reaches.</summary>
    public static IQueryable<Trip> Reached(IQueryable<Trip> trips, Actor actor, string permission) => permission == FleetPermissions.Drive || permission == FleetPermissions.EnterCosts
        ? trips.Within(actor, permission, t => t.UnitId, t => t.DriverPersonId)
        : trips.Within(actor, permission, t => t.UnitId, t => t.ApplicantId);

    /// <summary>Trips that a person may read for any reason: as applicant, driver, approver, dispatcher or reader.</summary>
    public static IQueryable<Trip> Readable(IQueryable<Trip> trips, Actor actor)
    {
        var reach = new[] { FleetPermissions.Read, FleetPermissions.Approve, FleetPermissions.Dispatch }.Select(actor.For).Aggregate((a, b) => a.With(b));
        if (reach.All)
        {
            return trips;
        }

        var units = reach.Units.ToArray();
        return actor.PersonId is { } me
            ? trips.Where(t => units.Contains(t.UnitId) || t.ApplicantId == me || t.DriverPersonId == me)
            : trips.Where(t => units.Contains(t.UnitId));
    }
}
