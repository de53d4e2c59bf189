using Guiju.Decisions.Contracts;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Months;

/// <summary>All cars within reach that moved or cost something in a month, or in a year: what each did and cost, and whether its account is closed.</summary>
internal sealed class MonthBoard(GuijuDb db, ActorHolder asker, Bodies bodies, CarSpending spending, IFigures figures, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 20;

    /// <summary>Days after the month within which a car is accounted for.</summary>
    public const string CloseDays = "fleet.month.close-day";

    private static readonly TripState[] Unsettled = [TripState.Dispatched, TripState.Departed, TripState.Returned];

    /// <summary>The month, or the latest one with a settled trip where none is named; with <paramref name="wholeYear"/> the whole of its year.</summary>
    public async Task<Part> AskAsync(DateOnly? month, bool wholeYear, Guid? unitId, bool openOnly, CancellationToken ct)
    {
        var cars = db.Set<Vehicle>().AsNoTracking().Readable(asker.Current);
        if (unitId is { } unit)
        {
            cars = cars.Where(v => v.UnitId == unit);
        }

        var today = clock.Today();
        var first = CarMonths.FirstOf(month ?? await db.Set<Trip>().Where(t => t.State == TripState.Settled && cars.Any(v => v.Id == t.VehicleId)).MaxAsync(t => (DateOnly?)t.Day, ct) ?? today);
        var span = wholeYear ? (From: new DateOnly(first.Year, 1, 1), To: new DateOnly(first.Year, 12, 1)) : (From: first, To: first);
        var tree = await bodies.TreeAsync(ct);
        var settle = asker.Current.For(FleetPermissions.Settle);
        var rows = (await RowsAsync(cars, span, ct)).Where(r => !openOnly || !r.Closed)
            .Select(r => r with { Unit = tree.NameOf(r.UnitId), MayClose = !wholeYear && !r.Closed && r.Unsettled == 0 && first.AddMonths(1) <= today && settle.Covers(r.UnitId) }).ToList();
        var limit = figures.On(CloseDays, today)?.Value as decimal?;
        return new Part(first, wholeYear, rows)
        {
            Overdue = !wholeYear && limit is { } days && today > first.AddMonths(1).AddDays((int)days - 1),
            Limit = limit,
        };
    }

    private async Task<List<Row>> RowsAsync(IQueryable<Vehicle> cars, (DateOnly From, DateOnly To) span, CancellationToken ct)
    {
        var next = span.To.AddMonths(1);
        var trips = (await db.Set<Trip>().AsNoTracking().Where(t => t.Day >= span.From && t.Day < next && (t.State == TripState.Settled || Unsettled.Contains(t.State)))
            .Join(cars, t => t.VehicleId, v => (Guid?)v.Id, (t, v) => new { Car = v.Id, t.Day, t.State, Km = t.OdoIn - t.OdoOut }).ToListAsync(ct)).ToLookup(t => (t.Car, CarMonths.FirstOf(t.Day)));
        var costs = (await db.Set<TripCost>().AsNoTracking()
            .Join(db.Set<Trip>().Where(t => t.State == TripState.Settled && t.Day >= span.From && t.Day < next), c => c.TripId, t => t.Id, (c, t) => new { t.Day, Cost = c }).ToListAsync(ct)).ToLookup(c => (c.Cost.VehicleId, CarMonths.FirstOf(c.Day)), c => c.Cost);
        var beside = await spending.AskAsync(null, span.From, span.To, ct);
        var closed = (await db.Set<MonthClosing>().AsNoTracking().Where(m => m.Month >= span.From && m.Month <= span.To).ToListAsync(ct)).ToDictionary(m => (m.VehicleId, m.Month));
        var months = trips.Select(t => t.Key).Union(beside.Select(b => b.Key)).Union(closed.Keys).ToLookup(k => k.Item1, k => k.Item2);
        var known = await cars.Select(v => new { v.Id, v.PlateNo, v.UnitId }).ToListAsync(ct);
        return known.Where(v => months.Contains(v.Id)).OrderBy(v => v.PlateNo, StringComparer.Ordinal).Select(car =>
        {
            // A closed month is shown as it was closed.
            var sums = months[car.Id].Order().Select(m => closed.TryGetValue((car.Id, m), out var account) ? account.Sum
                : CarMonths.Sum(m, trips[(car.Id, m)].Count(t => t.State == TripState.Settled), trips[(car.Id, m)].Where(t => t.State == TripState.Settled).Sum(t => t.Km ?? 0), costs[(car.Id, m)].ToList()).With(beside[(car.Id, m)])).ToList();
            return new Row(car.Id, car.PlateNo, car.UnitId, sums.Aggregate((a, b) => a + b))
            {
                Unsettled = months[car.Id].Sum(m => trips[(car.Id, m)].Count(t => t.State != TripState.Settled)),
                Months = sums.Count,
                ClosedMonths = months[car.Id].Count(m => closed.ContainsKey((car.Id, m))),
            };
        }).ToList();
    }

    /// <summary>A month, or a year, of all cars.</summary>
    internal sealed record Part(DateOnly Month, bool WholeYear, IReadOnlyList<Row> Rows)
    {
        /// <summary>Cars whose account is closed.</summary>
        public int Closed => Rows.Count(r => r.Closed);

        /// <summary>All cars together.</summary>
        public CarMonthSum All => Rows.Aggregate(new CarMonthSum(Month, 0, 0, 0, 0, 0, 0, 0), (sum, r) => sum + r.Sum);

        /// <summary>Whether the days within which the month is accounted for are over.</summary>
        public bool Overdue { get; init; }

        /// <summary>Those days.</summary>
        public decimal? Limit { get; init; }
    }

    /// <summary>One car.</summary>
    internal sealed record Row(Guid Id, string PlateNo, Guid UnitId, CarMonthSum Sum)
    {
        public string Unit { get; init; } = "";

        public int Unsettled { get; init; }

        public int Months { get; init; }

        public int ClosedMonths { get; init; }

        public bool Closed => ClosedMonths == Months;

        public bool MayClose { get; init; }
    }
}
