using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Rentals;

/// <summary>Which cars were free when a rental was asked for, as the system saw it; kept with the request.</summary>
/// <param name="TakenAt">When, UTC.</param>
/// <param name="Own">Cars of the unit itself.</param>
/// <param name="Platform">Cars that the platform dispatches.</param>
internal sealed record Availability(DateTime TakenAt, CarPool Own, CarPool Platform);

/// <summary>Some cars over the days of a rental; every car counts once, under the first that applies.</summary>
/// <param name="Cars">All of them.</param>
/// <param name="Away">Not in service: in repair, sealed, leaving.</param>
/// <param name="OtherUse">Kept for a use of their own, not the one asked for.</param>
/// <param name="TooSmall">Too few seats.</param>
/// <param name="PapersEnd">Inspection or compulsory insurance ends before the last day.</param>
/// <param name="Busy">Dispatched for some of the time.</param>
/// <param name="Free">Free and suitable.</param>
/// <param name="Plates">Plates of the first of the free; secret cars are counted and not named.</param>
internal sealed record CarPool(int Cars, int Away, int OtherUse, int TooSmall, int PapersEnd, int Busy, int Free, IReadOnlyList<string> Plates);

/// <summary>Looks which cars of the unit and of the platform could serve instead of renting one.</summary>
internal sealed class FreeCars(GuijuDb db, TimeProvider clock)
{
    private const int MostPlates = 20;

    // Cars of these classes serve any official journey; the others only the use for which they are kept.
    private static readonly VehicleClass[] General = [VehicleClass.Emergency, VehicleClass.Research, VehicleClass.Other];
    private static readonly TripState[] Taking = [TripState.Dispatched, TripState.Departed];

    /// <summary>The cars as they stand now for some days, people and a class.</summary>
    public async Task<Availability> LookAsync(Guid unitId, (DateOnly From, DateOnly To) days, int heads, VehicleClass wanted, CancellationToken ct)
    {
        var cars = await db.Set<Vehicle>().AsNoTracking().Where(v => (v.UnitId == unitId || v.Custody == Custody.Platform) && v.State != VehicleState.Disposed && v.State != VehicleState.Cancelled)
            .OrderBy(v => v.PlateNo).Select(v => new Car(v.Id, v.PlateNo, v.UnitId, v.Class, v.Seats, v.State, v.InspectionDue, v.CompulsoryInsuranceTo, v.SecrecyExempt)).ToListAsync(ct);
        var (from, to) = (clock.ToUtc(days.From.ToDateTime(default)), clock.ToUtc(days.To.AddDays(1).ToDateTime(default)));
        var busy = (await db.Set<Trip>().AsNoTracking().Where(t => t.VehicleId != null && Taking.Contains(t.State) && t.PlanStart < to && t.PlanEnd > from).Select(t => t.VehicleId).ToListAsync(ct)).ToHashSet();
        CarPool Of(IEnumerable<Car> some)
        {
            var by = some.ToLookup(c => Why(c, busy, days.To, (heads, wanted)));
            return new CarPool(by.Sum(g => g.Count()), by[Reason.Away].Count(), by[Reason.OtherUse].Count(), by[Reason.TooSmall].Count(), by[Reason.PapersEnd].Count(), by[Reason.Busy].Count(), by[Reason.Free].Count(),
                by[Reason.Free].Where(c => !c.Secret).Select(c => c.PlateNo).Take(MostPlates).ToList());
        }

        return new Availability(clock.UtcNow(), Of(cars.Where(c => c.UnitId == unitId)), Of(cars.Where(c => c.UnitId != unitId)));
    }

    private static Reason Why(Car car, HashSet<Guid?> busy, DateOnly last, (int Heads, VehicleClass Wanted) asked) =>
        car.State != VehicleState.InService ? Reason.Away
        : car.Class != asked.Wanted && !General.Contains(car.Class) ? Reason.OtherUse
        : car.Seats <= asked.Heads ? Reason.TooSmall
        : car.InspectionDue < last || car.InsuranceTo < last ? Reason.PapersEnd
        : busy.Contains(car.Id) ? Reason.Busy : Reason.Free;

    private enum Reason
    {
        Away,
        OtherUse,
        TooSmall,
        PapersEnd,
        Busy,
        Free,
    }

    private sealed record Car(Guid Id, string PlateNo, Guid UnitId, VehicleClass Class, int Seats, VehicleState State, DateOnly InspectionDue, DateOnly InsuranceTo, bool Secret);
}
