using Guiju.Fleet.Costs;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Months;

/// <summary>What one car did and cost, month by month, from its settled trips.</summary>
internal sealed class CarMonths(GuijuDb db)
{
    /// <summary>The months between two days (whole months), newest first; months without a settled trip are left out.</summary>
    public async Task<IReadOnlyList<CarMonthSum>> AskAsync(Guid vehicleId, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var settled = db.Set<Trip>().AsNoTracking().Where(t => t.VehicleId == vehicleId && t.State == TripState.Settled && t.Day >= from && t.Day <= to);
        var trips = await settled.Select(t => new { t.Day, t.OdoIn, t.OdoOut }).ToListAsync(ct);
        var costs = await db.Set<TripCost>().AsNoTracking().Join(settled, c => c.TripId, t => t.Id, (c, t) => new { t.Day, Cost = c }).ToListAsync(ct);
        var spent = costs.ToLookup(c => FirstOf(c.Day), c => c.Cost);
        return trips.GroupBy(t => FirstOf(t.Day)).OrderByDescending(g => g.Key).Select(g => Sum(g.Key, g.Count(), g.Sum(t => (t.OdoIn - t.OdoOut) ?? 0), spent[g.Key].ToList())).ToList();
    }

    /// <summary>The year before the car's latest settled trip, newest month first; nothing where it has none.</summary>
    public async Task<IReadOnlyList<CarMonthSum>> LatestYearAsync(Guid vehicleId, CancellationToken ct) =>
        await db.Set<Trip>().Where(t => t.VehicleId == vehicleId && t.State == TripState.Settled).MaxAsync(t => (DateOnly?)t.Day, ct) is { } last
            ? await AskAsync(vehicleId, FirstOf(last).AddMonths(-11), last, ct)
            : [];

    /// <summary>Adds up the costs of a month's settled trips.</summary>
    public static CarMonthSum Sum(DateOnly month, int trips, decimal km, IReadOnlyCollection<TripCost> costs) => new(
        month,
        trips,
        km,
        costs.Where(c => c.Kind == CostKind.Fuel).Sum(c => c.Quantity ?? 0),
        costs.Where(c => c.Kind == CostKind.Charge).Sum(c => c.Quantity ?? 0),
        costs.Where(c => c.Kind is CostKind.Fuel or CostKind.Charge).Sum(c => c.AmountYuan),
        costs.Where(c => c.Kind == CostKind.Toll).Sum(c => c.AmountYuan),
        costs.Where(c => c.Kind == CostKind.Parking).Sum(c => c.AmountYuan));

    /// <summary>One month, with zeros where the car stood still.</summary>
    public async Task<CarMonthSum> OfAsync(Guid vehicleId, DateOnly month, CancellationToken ct) =>
        (await AskAsync(vehicleId, FirstOf(month), FirstOf(month).AddMonths(1).AddDays(-1), ct)) is [var sum] ? sum : new CarMonthSum(FirstOf(month), 0, 0, 0, 0, 0, 0, 0);

    /// <summary>First day of the month.</summary>
    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}

/// <summary>Keeps closed months closed.</summary>
internal sealed class OpenMonths(GuijuDb db)
{
    /// <summary>Refuses a change in a month that is closed for the car.</summary>
    public async Task HoldAsync(Guid? vehicleId, DateOnly day, CancellationToken ct)
    {
        var month = CarMonths.FirstOf(day);
        Check.That(!await db.Set<MonthClosing>().AnyAsync(m => m.VehicleId == vehicleId && m.Month == month, ct), CostChecks.MonthIsOpen);
    }
}
