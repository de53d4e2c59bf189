using Guiju.Fleet.Drivers;
using Guiju.Fleet.Holidays;
using Guiju.Fleet.Rosters;
using Guiju.Fleet.Terminals;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Trips;

/// <summary>Which cars and drivers are taken in the time of a trip, and which cars are on duty over its holiday.</summary>
internal sealed class Bookings(GuijuDb db, ActorHolder asker, CarsHeard heard)
{
    /// <summary>One car as it stands for the trip, tracked.</summary>
    public Task<CarStanding> CarAsync(Guid? id, Trip trip, CancellationToken ct) => CarAsync(id, trip, null, ct);

    /// <summary>The same where the trip is to ride with another.</summary>
    public Task<CarStanding> CarAsync(Guid? id, Trip trip, Guid? with, CancellationToken ct) =>
        StandingAsync(trip.VehicleId == id ? db.Set<Vehicle>() : db.Set<Vehicle>().Seen(asker.Current), id, trip, with, ct); // the car that a trip was given stays its own, whoever drives

    /// <summary>The car of a trip that was given up, as it stands for another: whoever gave it up need not know of it.</summary>
    public Task<CarStanding> FreedAsync(Guid id, Trip trip, Guid freed, CancellationToken ct) => StandingAsync(db.Set<Vehicle>(), id, trip, freed, ct);

    private async Task<CarStanding> StandingAsync(IQueryable<Vehicle> cars, Guid? id, Trip trip, Guid? with, CancellationToken ct)
    {
        var car = await cars.FirstOrDefaultAsync(v => v.Id == id, ct) ?? throw new NotWithinReachException("vehicle");
        var busy = await Overlapping(trip, with).AnyAsync(t => t.VehicleId == id, ct);
        var duty = await db.Set<HolidayDuty>().AsNoTracking().FirstOrDefaultAsync(d => d.VehicleId == id && d.From <= trip.Day && d.To >= trip.Day, ct);
        return new CarStanding(car, busy, duty is not null, duty?.FilingNo ?? "") { HeardAt = (await heard.AskAsync([car.Id], ct)).TryGetValue(car.Id, out var at) ? at : null };
    }

    /// <summary>One driver as he stands for the trip, tracked.</summary>
    public Task<DriverStanding> DriverAsync(Guid? id, Trip trip, CancellationToken ct) => DriverAsync(id, trip, null, ct);

    /// <summary>The same where the trip is to ride with another.</summary>
    public async Task<DriverStanding> DriverAsync(Guid? id, Trip trip, Guid? with, CancellationToken ct)
    {
        var driver = await db.Set<Driver>().FirstOrDefaultAsync(d => d.Id == id, ct) ?? throw new NotWithinReachException("driver");
        return new DriverStanding(driver, await Overlapping(trip, with).AnyAsync(t => t.DriverId == id, ct), await OnLeave(trip.Day).AnyAsync(s => s.DriverId == id, ct));
    }

    /// <summary>All cars that may serve the trip's unit, those of the unit first: three queries, however many cars there are.</summary>
    public async Task<List<CarStanding>> CarsAsync(Trip trip, CancellationToken ct)
    {
        var cars = await db.Set<Vehicle>().AsNoTracking().Seen(asker.Current)
            .Where(v => (v.UnitId == trip.UnitId || v.Custody == Custody.Platform) && v.State != VehicleState.Disposed && v.State != VehicleState.Cancelled)
            .ToListAsync(ct);
        var busy = (await Overlapping(trip).Where(t => t.VehicleId != null).Select(t => t.VehicleId).ToListAsync(ct)).ToHashSet();
        var duties = await db.Set<HolidayDuty>().AsNoTracking().Where(d => d.From <= trip.Day && d.To >= trip.Day).ToDictionaryAsync(d => d.VehicleId, ct);
        var last = await heard.AskAsync(cars.ConvertAll(v => v.Id), ct);
        return cars.OrderByDescending(v => v.UnitId == trip.UnitId).ThenByDescending(v => v.Class == trip.ClassWanted).ThenBy(v => v.PlateNo, StringComparer.Ordinal)
            .Select(v => new CarStanding(v, busy.Contains(v.Id), duties.ContainsKey(v.Id), duties.GetValueOrDefault(v.Id)?.FilingNo ?? "") { HeardAt = last.TryGetValue(v.Id, out var at) ? at : null }).ToList();
    }

    /// <summary>All drivers who may serve the trip's unit, those of the unit first.</summary>
    public async Task<List<DriverStanding>> DriversAsync(Trip trip, CancellationToken ct)
    {
        var drivers = await db.Set<Driver>().AsNoTracking()
            .Where(d => (d.UnitId == trip.UnitId || d.Custody == Custody.Platform) && d.State != DriverState.Left)
            .ToListAsync(ct);
        var busy = (await Overlapping(trip).Where(t => t.DriverId != null).Select(t => t.DriverId).ToListAsync(ct)).ToHashSet();
        var away = (await OnLeave(trip.Day).Select(s => s.DriverId).ToListAsync(ct)).ToHashSet();
        return drivers.OrderByDescending(d => d.UnitId == trip.UnitId).ThenBy(d => d.Name, StringComparer.Ordinal)
            .Select(d => new DriverStanding(d, busy.Contains(d.Id), away.Contains(d.Id))).ToList();
    }

    private IQueryable<DutyShift> OnLeave(DateOnly day) => db.Set<DutyShift>().AsNoTracking().Where(s => s.On == day && s.Kind == ShiftKind.Leave);

    // Trips that share a car with the one that leads do not stand in each other's way.
    private IQueryable<Trip> Overlapping(Trip trip, Guid? with = null) => db.Set<Trip>().AsNoTracking().Where(t => t.Id != trip.Id
        && (with == null || t.Id != with && t.LeadId != with) && (t.State == TripState.Dispatched || t.State == TripState.Departed) && t.PlanStart < trip.PlanEnd && t.PlanEnd > trip.PlanStart);
}
