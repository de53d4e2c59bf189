using Guiju.Fleet.Costs;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Months;

/// <summary>What one car did and cost, month by month: its settled trips, card statements and its own costs.</summary>
internal sealed class CarMonths(GuijuDb db, CarSpending spending)
{
    /// <summary>The months between two days (whole months), newest first; months without a settled trip or a cost are left out.</summary>
    public async Task<IReadOnlyList<CarMonthSum>> AskAsync(Guid vehicleId, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var settled = db.Set<Trip>().AsNoTracking().Where(t => t.VehicleId == vehicleId && t.State == TripState.Settled && t.Day >= from && t.Day <= to);
        var trips = await settled.Select(t => new { t.Day, t.OdoIn, t.OdoOut }).ToListAsync(ct);
        var costs = await db.Set<TripCost>().AsNoTracking().Join(settled, c => c.TripId, t => t.Id, (c, t) => new { t.Day, Cost = c }).ToListAsync(ct);
        var spent = costs.ToLookup(c => FirstOf(c.Day), c => c.Cost);
        var beside = await spending.AskAsync(vehicleId, FirstOf(from), FirstOf(to), ct);
        var driven = trips.ToLookup(t => FirstOf(t.Day));
        return driven.Select(g => g.Key).Union(beside.Select(b => b.Key.Month)).OrderByDescending(m => m)
            .Select(m => Sum(m, driven[m].Count(), driven[m].Sum(t => (t.OdoIn - t.OdoOut) ?? 0), spent[m].ToList()).With(beside[(vehicleId, m)])).ToList();
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
    /// <summary>First day of the month in whose account a cost of that day counts: its own, or the first open one after.</summary>
    public async Task<DateOnly> FirstOpenAsync(Guid vehicleId, DateOnly day, CancellationToken ct)
    {
        var month = CarMonths.FirstOf(day);
        var closed = (await db.Set<MonthClosing>().Where(m => m.VehicleId == vehicleId && m.Month >= month).Select(m => m.Month).ToListAsync(ct)).ToHashSet();
        while (closed.Contains(month))
        {
            month = month.AddMonths(1);
        }

        return month;
    }

    /// <summary>Refuses a change in a month that is closed for the car.</summary>
    public async Task HoldAsync(Guid? vehicleId, DateOnly day, CancellationToken ct)
    {
        var month = CarMonths.FirstOf(day);
        Check.That(!await db.Set<MonthClosing>().AnyAsync(m => m.VehicleId == vehicleId && m.Month == month, ct), CostChecks.MonthIsOpen);
    }
}
