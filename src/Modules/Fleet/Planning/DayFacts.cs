using Guiju.Fleet.Drivers;
using Guiju.Fleet.Holidays;
using Guiju.Fleet.Rosters;
using Guiju.Fleet.Terminals;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Planning;

/// <summary>Everything that a day's plan rests on: trips that wait for a car, what is given away already, cars, drivers, cars on duty over a holiday.</summary>
internal sealed record DayFacts(DateOnly Day, IReadOnlyList<Trip> Waiting, IReadOnlyList<DayFacts.Booking> Booked, IReadOnlyList<Vehicle> Cars, IReadOnlyList<Driver> Drivers)
{
    /// <summary>Numbers under which the lists of cars on duty were filed, by car; only cars on duty that day stand here.</summary>
    public required IReadOnlyDictionary<Guid, string> Duty { get; init; }

    /// <summary>When the terminals of the cars were last heard, UTC, where the register of terminals tells.</summary>
    public required IReadOnlyDictionary<Guid, DateTime> Heard { get; init; }

    /// <summary>A trip that has its car.</summary>
    internal sealed record Booking(Guid Id, string Code, Guid? VehicleId, Guid? DriverId, Guid UnitId, DateTime Start, DateTime End, string To, bool ShareOk, Guid? LeadId, int People);
}

/// <summary>Reads what a day's plan rests on, within the reach of a dispatcher.</summary>
internal sealed class DayReader(GuijuDb db, ActorHolder asker, CarsHeard heard, TimeProvider clock)
{
    /// <summary>The day as it stands now.</summary>
    public async Task<DayFacts> ReadAsync(DateOnly day, CancellationToken ct)
    {
        var waiting = await db.Set<Trip>().AsNoTracking().Within(asker.Current, FleetPermissions.Dispatch, t => t.UnitId).Where(t => t.State == TripState.Approved && t.Day == day && !t.SelfDrive).OrderBy(t => t.FiledAt).ThenBy(t => t.Code).ToListAsync(ct);
        var (from, to) = (clock.ToUtc(day.ToDateTime(default)), clock.ToUtc(day.AddDays(1).ToDateTime(default)));
        var last = waiting.Count == 0 || waiting.Max(t => t.PlanEnd) < to ? to : waiting.Max(t => t.PlanEnd);
        var booked = await db.Set<Trip>().AsNoTracking().Where(t => (t.State == TripState.Dispatched || t.State == TripState.Departed) && t.PlanStart < last && t.PlanEnd > from)
            .Select(t => new { t.Id, t.Code, t.VehicleId, t.DriverId, t.UnitId, t.PlanStart, t.PlanEnd, t.PlanTo, t.ShareOk, t.LeadId, t.Passengers }).ToListAsync(ct);
        var units = waiting.Select(t => t.UnitId).Distinct().ToList();
        return await WithAsync(day, waiting, booked.ConvertAll(b => new DayFacts.Booking(b.Id, b.Code, b.VehicleId, b.DriverId, b.UnitId, b.PlanStart, b.PlanEnd, b.PlanTo, b.ShareOk, b.LeadId, b.Passengers.Count)), units, ct);
    }

    /// <summary>Any trips on a day, with the cars and drivers of today's registers that may serve their units.</summary>
    public async Task<DayFacts> WithAsync(DateOnly day, IReadOnlyList<Trip> waiting, IReadOnlyList<DayFacts.Booking> booked, IReadOnlyCollection<Guid> units, CancellationToken ct)
    {
        var cars = await db.Set<Vehicle>().AsNoTracking().Seen(asker.Current).Where(v => v.State == VehicleState.InService && (units.Contains(v.UnitId) || v.Custody == Custody.Platform)).OrderBy(v => v.PlateNo).ToListAsync(ct);
        var drivers = await db.Set<Driver>().AsNoTracking().Where(d => d.State == DriverState.OnDuty && (units.Contains(d.UnitId) || d.Custody == Custody.Platform)
            && !db.Set<DutyShift>().Any(s => s.DriverId == d.Id && s.On == day && s.Kind == ShiftKind.Leave)).OrderBy(d => d.Name).ThenBy(d => d.LicenceNo).ToListAsync(ct);
        var duty = await db.Set<HolidayDuty>().AsNoTracking().Where(d => d.From <= day && d.To >= day).ToDictionaryAsync(d => d.VehicleId, d => d.FilingNo, ct);
        return new DayFacts(day, waiting, booked, cars, drivers) { Duty = duty, Heard = await heard.AskAsync(cars.ConvertAll(v => v.Id), ct) };
    }
}
