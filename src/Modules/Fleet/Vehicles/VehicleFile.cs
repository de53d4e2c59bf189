using Guiju.Fleet.Applications;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Months;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Trips;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Vehicles;

/// <summary>One car, one file: sheet, quota, standard, trips, months, costs, applications to renew it.</summary>
internal sealed class VehicleFile(GuijuDb db, ActorHolder asker, Bodies bodies, QuotaLedger quotas, CarMonths months, TimeProvider clock)
{
    private const int RecentTrips = 20;

    /// <summary>The file, or null where there is none within the asker's reach.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct)
    {
        var car = await db.Set<Vehicle>().AsNoTracking().Readable(asker.Current).FirstOrDefaultAsync(v => v.Id == id, ct);
        if (car is null)
        {
            return null;
        }

        var tree = await bodies.TreeAsync(ct);
        var today = clock.Today();
        var (quota, held) = await quotas.OfAsync(car.UnitId, car.Class, today, ct);
        var trips = await db.Set<Trip>().AsNoTracking().Where(t => t.VehicleId == id).OrderByDescending(t => t.Day).ThenByDescending(t => t.Code).Take(RecentTrips)
            .Select(t => new { t.Id, t.Code, t.Day, t.PlanTo, t.State, t.OdoIn, t.OdoOut, Driver = db.Set<Driver>().Where(d => d.Id == t.DriverId).Select(d => d.Name).FirstOrDefault() })
            .ToListAsync(ct);
        return new View
        {
            Sheet = car.Sheet(),
            Unit = tree.NameOf(car.UnitId),
            Owner = tree.NameOf(car.OwnerUnitId),
            State = car.State,
            MileageKm = car.MileageKm,
            MileageOn = car.MileageOn,
            Displacement = car.Displacement,
            Quota = quota,
            Held = held,
            Trips = trips.ConvertAll(t => new TripLine(t.Id, t.Code, t.Day, t.PlanTo, t.State, t.OdoIn - t.OdoOut) { With = t.Driver ?? "" }),
            Months = await months.LatestYearAsync(id, ct),
            Closed = (await db.Set<MonthClosing>().AsNoTracking().Where(m => m.VehicleId == id).Select(m => m.Month).ToListAsync(ct)).ToHashSet(),
            Applications = await db.Set<FleetApplication>().AsNoTracking().Where(a => a.ReplacedVehicleId == id).OrderByDescending(a => a.FiledAt)
                .Select(a => new ApplicationLine(a.Id, a.Code, a.FiledOn, a.State)).ToListAsync(ct),
            Today = today,
            Life = await LifeLine.OfAsync(db, asker.Current, car, ct),
            MayRenew = asker.Current.For(FleetPermissions.Apply).Covers(car.UnitId) && car.State is not (VehicleState.Disposed or VehicleState.Cancelled),
            MayChange = asker.Current.For(FleetPermissions.Keep).Covers(car.UnitId),
            MayClose = asker.Current.For(FleetPermissions.Settle).Covers(car.UnitId),
        };
    }

    /// <summary>The file.</summary>
    internal sealed record View
    {
        public required ChangeVehicle Sheet { get; init; }

        public string Unit { get; init; } = "";

        public string Owner { get; init; } = "";

        public VehicleState State { get; init; }

        public decimal MileageKm { get; init; }

        public DateOnly MileageOn { get; init; }

        public decimal? Displacement { get; init; }

        public int? Quota { get; init; }

        public int Held { get; init; }

        public IReadOnlyList<TripLine> Trips { get; init; } = [];

        public IReadOnlyList<CarMonthSum> Months { get; init; } = [];

        public IReadOnlySet<DateOnly> Closed { get; init; } = new HashSet<DateOnly>();

        public IReadOnlyList<ApplicationLine> Applications { get; init; } = [];

        public DateOnly Today { get; init; }

        public IReadOnlyList<LifeStage> Life { get; init; } = [];

        public bool MayRenew { get; init; }

        public bool MayChange { get; init; }

        public bool MayClose { get; init; }
    }

    /// <summary>A recent trip, with the driver of a car or the car of a driver.</summary>
    internal sealed record TripLine(Guid Id, string Code, DateOnly Day, string To, TripState State, decimal? Km)
    {
        public string With { get; init; } = "";
    }

    /// <summary>An application to renew the car.</summary>
    internal sealed record ApplicationLine(Guid Id, string Code, DateOnly On, ApplicationState State);
}
