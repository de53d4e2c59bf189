using Guiju.Decisions.Contracts;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Indicators;

/// <summary>The indicators of the cars within reach over a stretch of days: for all, by unit, and car by car, which add up to each other.</summary>
internal sealed class IndicatorBoard(GuijuDb db, ActorHolder asker, Bodies bodies, OfficeTime time, IFigures figures, RunningCosts running)
{
    /// <summary>Figures that the indicators take from the law or from the bureau's settings.</summary>
    public const string RenewYears = "fleet.renew.years";

    /// <inheritdoc cref="RenewYears"/>
    public const string LeastKm = "fleet.idle.min-km";

    /// <inheritdoc cref="RenewYears"/>
    public const string SatisfiedFrom = "fleet.trip.satisfied-from";

    /// <inheritdoc cref="RenewYears"/>
    public const string OfflineHours = Terminals.HealthBounds.OfflineHours;

    private const int YearDays = 365;
    private static readonly TripState[] Ended = [TripState.Returned, TripState.Settled];
    private static readonly EnergyKind[] NewEnergy = [EnergyKind.Bev, EnergyKind.Phev, EnergyKind.Fcev];
    private static readonly VehicleState[] Away = [VehicleState.Repairing, VehicleState.Sealed];

    /// <summary>The year of the latest ended journey within reach; this year where there is none.</summary>
    public async Task<int> LatestYearAsync(CancellationToken ct) =>
        (await db.Set<Trip>().Where(t => Ended.Contains(t.State) && Cars().Any(v => v.Id == t.VehicleId)).MaxAsync(t => (DateOnly?)t.Day, ct) ?? time.Today).Year;

    /// <summary>The indicators.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="unitId">One body; null: all within reach.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Part> AskAsync(DateOnly from, DateOnly to, Guid? unitId, CancellationToken ct)
    {
        var cars = await Cars().Where(v => v.RegisteredOn <= to && (unitId == null || v.UnitId == unitId)).OrderBy(v => v.PlateNo)
            .Select(v => new Car(v.Id, v.PlateNo, v.UnitId, v.Energy, v.RegisteredOn, v.State, v.ReplacesVehicleId != null)).ToListAsync(ct);
        var journeys = db.Set<Trip>().AsNoTracking().Where(t => Ended.Contains(t.State) && t.Day >= from && t.Day <= to);
        var trips = (await journeys.Select(t => new Journey(t.VehicleId, t.Day, t.RealStart, t.RealEnd, t.OdoIn - t.OdoOut, t.MadeUp, t.ShareOk, t.FiledAt, t.DispatchedAt, t.Rating)).ToListAsync(ct)).ToLookup(t => t.Car);
        var entered = await db.Set<TripCost>().AsNoTracking().Join(journeys, c => c.TripId, t => t.Id, (c, t) => new Paid(c.VehicleId, c.Kind, c.Quantity, c.AmountYuan)).ToListAsync(ct);
        var costs = entered.Concat(await running.BesideAsync(from, to, ct)).ToLookup(c => c.Car);
        var quotas = (await new QuotaLedger(db).AskAsync(cars.Select(c => c.UnitId).ToHashSet(), to, ct)).Where(q => q.Quota is not null).ToLookup(q => q.UnitId);
        var span = new Span(from, to, time.WorkdaysOf(from, to), Number(RenewYears, to), Number(LeastKm, to), Number(SatisfiedFrom, to));
        var watched = await new CarWatch(db).AskAsync(from, to, to >= time.Today && Number(OfflineHours, to) is { } silent ? time.Now.AddHours(-(double)silent) : null, ct); // terminals are as they are now: past days tell nothing of them
        var rows = cars.ConvertAll(c => new CarRow(c.Id, c.PlateNo, c.UnitId, TallyOf(c, trips[c.Id].ToList(), costs[c.Id].ToList(), span) + watched.GetValueOrDefault(c.Id, CarTally.None)));
        var rentals = await RentalsAsync(span, unitId, ct);
        var tree = await bodies.TreeAsync(ct);
        var units = rows.Concat(rentals).GroupBy(r => r.UnitId).Select(g => new UnitRow(g.Key, tree.NameOf(g.Key), g.Aggregate(CarTally.None, (sum, r) => sum + r.Tally), quotas[g.Key].Sum(q => q.Quota ?? 0), quotas[g.Key].Sum(q => q.Held))).ToList();
        return new Part(from, to, units.Aggregate(CarTally.None, (sum, u) => sum + u.Tally), units.OrderBy(u => u.Name, StringComparer.Ordinal).ToList(), [.. rows, .. rentals])
        {
            Figures = new[] { RenewYears, LeastKm, SatisfiedFrom, OfflineHours }.Select(id => figures.On(id, to)).OfType<FigureOn>().ToList(),
            UnknownYears = Enumerable.Range(from.Year, to.Year - from.Year + 1).Where(y => !time.IsKnown(y)).ToList(),
        };
    }

    private IQueryable<Vehicle> Cars() => db.Set<Vehicle>().AsNoTracking().Readable(asker.Current).Where(v => QuotaLedger.Held.Contains(v.State));

    // Rented cars stand on no register: they move and cost, and count nowhere else.
    private async Task<List<CarRow>> RentalsAsync(Span span, Guid? unitId, CancellationToken ct)
    {
        var reach = asker.Current.For(FleetPermissions.Read);
        return (await running.RentedAsync(span.From, span.To, ct)).Where(r => reach.Covers(r.UnitId) && (unitId == null || r.UnitId == unitId))
            .Select(r => new CarRow(r.Id, r.Code, r.UnitId, new CarTally { RentedTrips = r.Trips, RentedKm = r.Km, Yuan = r.Yuan }, IsRental: true)).ToList();
    }

    private decimal? Number(string id, DateOnly on) => figures.On(id, on)?.Value as decimal?;

    private CarTally TallyOf(Car car, List<Journey> trips, List<Paid> costs, Span span)
    {
        var (available, km) = (!Away.Contains(car.State), trips.Sum(t => t.Km ?? 0));
        var (litres, kwh) = (costs.Where(c => c.Kind == CostKind.Fuel).Sum(c => c.Quantity ?? 0), costs.Where(c => c.Kind == CostKind.Charge).Sum(c => c.Quantity ?? 0));
        var awaited = trips.Where(t => t is { MadeUp: false, DispatchedAt: not null } && t.DispatchedAt >= t.FiledAt).ToList();
        var first = car.RegisteredOn > span.From ? car.RegisteredOn : span.From; // a car that came later answers for the days since
        var (days, workdays) = (span.To.DayNumber - first.DayNumber + 1, span.Workdays.Count(d => d >= first));
        return new CarTally
        {
            Cars = 1,
            Available = available ? 1 : 0,
            NewEnergy = NewEnergy.Contains(car.Energy) ? 1 : 0,
            Dated = span.RenewYears is null ? 0 : 1,
            Overdue = span.RenewYears is { } years && car.RegisteredOn.AddYears((int)years) <= span.To ? 1 : 0,
            Measured = span.LeastKm is null ? 0 : 1,
            Idle = span.LeastKm is { } least && km < least * days / YearDays ? 1 : 0,
            AgeDays = span.To.DayNumber - car.RegisteredOn.DayNumber,
            DaysOut = available ? trips.SelectMany(t => time.DaysOf(t.Day, t.Start, t.End)).Where(span.Workdays.Contains).Distinct().Count() : 0,
            Workdays = available ? workdays : 0,
            HoursOut = available ? trips.Sum(t => time.HoursOf(t.Day, t.Start, t.End, span.Workdays)) : 0,
            OfficeHours = available ? workdays * time.HoursADay : 0,
            Trips = trips.Count,
            MadeUp = trips.Count(t => t.MadeUp),
            Shareable = trips.Count(t => t.ShareOk),
            Awaited = awaited.Count,
            WaitMinutes = awaited.Sum(t => (decimal)(t.DispatchedAt.GetValueOrDefault() - t.FiledAt).TotalMinutes), // filtered: all have one
            Km = km,
            Litres = litres,
            FuelledKm = litres > 0 ? km : 0,
            Kwh = kwh,
            ChargedKm = kwh > 0 && car.Energy == EnergyKind.Bev ? km : 0,
            Yuan = costs.Sum(c => c.AmountYuan),
            Renewed = car.Renews && car.RegisteredOn >= span.From ? 1 : 0,
            RenewedNewEnergy = car.Renews && car.RegisteredOn >= span.From && NewEnergy.Contains(car.Energy) ? 1 : 0,
            Rated = span.SatisfiedFrom is null ? 0 : trips.Count(t => t.Rating is not null),
            Satisfied = span.SatisfiedFrom is { } satisfied ? trips.Count(t => t.Rating >= satisfied) : 0,
        };
    }

    private sealed record Car(Guid Id, string PlateNo, Guid UnitId, EnergyKind Energy, DateOnly RegisteredOn, VehicleState State, bool Renews);

    private sealed record Journey(Guid? Car, DateOnly Day, DateTime? Start, DateTime? End, decimal? Km, bool MadeUp, bool ShareOk, DateTime FiledAt, DateTime? DispatchedAt, int? Rating);

    private sealed record Span(DateOnly From, DateOnly To, HashSet<DateOnly> Workdays, decimal? RenewYears, decimal? LeastKm, decimal? SatisfiedFrom);

    /// <summary>The answer.</summary>
    internal sealed record Part(DateOnly From, DateOnly To, CarTally All, IReadOnlyList<UnitRow> Units, IReadOnlyList<CarRow> Cars)
    {
        /// <summary>The figures used, as in force on the last day.</summary>
        public required IReadOnlyList<FigureOn> Figures { get; init; }

        /// <summary>Years whose holiday notice is not loaded: their workdays are by the week alone.</summary>
        public required IReadOnlyList<int> UnknownYears { get; init; }

        /// <summary>Cars held for which a quota is fixed, and the quota.</summary>
        public (int Held, int Quota) Quota => (Units.Sum(u => u.QuotaHeld), Units.Sum(u => u.Quota));
    }

    /// <summary>A body.</summary>
    internal sealed record UnitRow(Guid Id, string Name, CarTally Tally, int Quota, int QuotaHeld)
    {
        /// <summary>Cars held over quota, per cent; null where no quota is fixed.</summary>
        public decimal? QuotaUse => Quota > 0 ? Math.Round(100m * QuotaHeld / Quota, 2, MidpointRounding.AwayFromZero) : null;
    }

    /// <summary>A car, or a rental under its number.</summary>
    internal sealed record CarRow(Guid Id, string PlateNo, Guid UnitId, CarTally Tally, bool IsRental = false)
    {
        /// <summary>Its page.</summary>
        public string Address => IsRental ? $"/fleet/rentals/{Id}" : $"/fleet/vehicles/{Id}";
    }
}
