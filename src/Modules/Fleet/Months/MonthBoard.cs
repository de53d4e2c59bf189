using Guiju.Fleet.Costs;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Months;

/// <summary>All cars within reach that moved in a month: what each did and cost, and whether its account is closed.</summary>
internal sealed class MonthBoard(GuijuDb db, ActorHolder asker, Bodies bodies, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 20;

    private static readonly TripState[] Unsettled = [TripState.Dispatched, TripState.Departed, TripState.Returned];

    /// <summary>The month, or the latest one with a settled trip where none is named.</summary>
    public async Task<Part> AskAsync(DateOnly? month, Guid? unitId, bool openOnly, int page, CancellationToken ct)
    {
        var cars = db.Set<Vehicle>().AsNoTracking().Readable(asker.Current);
        if (unitId is { } unit)
        {
            cars = cars.Where(v => v.UnitId == unit);
        }

        var today = clock.Today();
        var first = CarMonths.FirstOf(month ?? await db.Set<Trip>().Where(t => t.State == TripState.Settled && cars.Any(v => v.Id == t.VehicleId)).MaxAsync(t => (DateOnly?)t.Day, ct) ?? today);
        var rows = (await RowsAsync(cars, first, ct)).Where(r => !openOnly || !r.Closed).ToList();
        var tree = await bodies.TreeAsync(ct);
        var settle = asker.Current.For(FleetPermissions.Settle);
        var shown = rows.Skip((page - 1) * Size).Take(Size)
            .Select(r => r with { Unit = tree.NameOf(r.UnitId), MayClose = !r.Closed && r.Unsettled == 0 && first.AddMonths(1) <= today && settle.Covers(r.UnitId) });
        return new Part(first, rows.Count, page, shown.ToList()) { Closed = rows.Count(r => r.Closed), Km = rows.Sum(r => r.Sum.Km), Yuan = rows.Sum(r => r.Sum.TotalYuan) };
    }

    private async Task<List<Row>> RowsAsync(IQueryable<Vehicle> cars, DateOnly first, CancellationToken ct)
    {
        var next = first.AddMonths(1);
        var trips = await db.Set<Trip>().AsNoTracking().Where(t => t.Day >= first && t.Day < next && (t.State == TripState.Settled || Unsettled.Contains(t.State)))
            .Join(cars, t => t.VehicleId, v => (Guid?)v.Id, (t, v) => new { Car = v.Id, v.PlateNo, v.UnitId, t.State, t.OdoIn, t.OdoOut }).ToListAsync(ct);
        var costs = (await db.Set<TripCost>().AsNoTracking()
            .Join(db.Set<Trip>().Where(t => t.State == TripState.Settled && t.Day >= first && t.Day < next), c => c.TripId, t => t.Id, (c, t) => c).ToListAsync(ct)).ToLookup(c => c.VehicleId);
        var closed = (await db.Set<MonthClosing>().AsNoTracking().Where(m => m.Month == first).Select(m => m.VehicleId).ToListAsync(ct)).ToHashSet();
        return trips.GroupBy(t => (t.Car, t.PlateNo, t.UnitId)).OrderBy(g => g.Key.PlateNo, StringComparer.Ordinal).Select(g =>
        {
            var settled = g.Where(t => t.State == TripState.Settled).ToList();
            var sum = CarMonths.Sum(first, settled.Count, settled.Sum(t => (t.OdoIn - t.OdoOut) ?? 0), costs[g.Key.Car].ToList());
            return new Row(g.Key.Car, g.Key.PlateNo, g.Key.UnitId, sum) { Unsettled = g.Count() - settled.Count, Closed = closed.Contains(g.Key.Car) };
        }).ToList();
    }

    /// <summary>One page of the month with the sums of all its pages.</summary>
    internal sealed record Part(DateOnly Month, int Total, int Page, IReadOnlyList<Row> Rows)
    {
        public int Closed { get; init; }

        public decimal Km { get; init; }

        public decimal Yuan { get; init; }
    }

    /// <summary>One car.</summary>
    internal sealed record Row(Guid Id, string PlateNo, Guid UnitId, CarMonthSum Sum)
    {
        public string Unit { get; init; } = "";

        public int Unsettled { get; init; }

        public bool Closed { get; init; }

        public bool MayClose { get; init; }
    }
}
