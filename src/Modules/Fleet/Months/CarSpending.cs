using Guiju.Fleet.Costs;
using Guiju.Fleet.Statements;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Months;

/// <summary>What is booked in a car's month beside what drivers enter on journeys: lines of card statements and the car's own costs.</summary>
internal sealed class CarSpending(GuijuDb db)
{
    private static readonly LineState[] Counting = [LineState.Joined, LineState.NoTrip];

    /// <summary>All of it, by car and month; <paramref name="only"/> null: of all cars.</summary>
    public async Task<ILookup<(Guid Car, DateOnly Month), Spent>> AskAsync(Guid? only, DateOnly firstMonth, DateOnly lastMonth, CancellationToken ct)
    {
        var lines = await db.Set<StatementLine>().AsNoTracking().Where(l => l.BookedIn >= firstMonth && l.BookedIn <= lastMonth && l.VehicleId != null && (only == null || l.VehicleId == only) && Counting.Contains(l.State))
            .Select(l => new { l.VehicleId, l.BookedIn, l.Kind, l.AmountYuan, l.Quantity }).ToListAsync(ct);
        var costs = await db.Set<CarCost>().AsNoTracking().Where(c => c.BookedIn >= firstMonth && c.BookedIn <= lastMonth && (only == null || c.VehicleId == only))
            .Select(c => new { c.VehicleId, c.BookedIn, c.Kind, c.AmountYuan }).ToListAsync(ct);
        return lines.Select(l => (Key: (l.VehicleId.GetValueOrDefault(), l.BookedIn), Spent: new Spent(l.Kind, null, l.AmountYuan, l.Quantity)))
            .Concat(costs.Select(c => (Key: (c.VehicleId, c.BookedIn), Spent: new Spent(null, c.Kind, c.AmountYuan, null))))
            .ToLookup(s => s.Key, s => s.Spent);
    }
}

/// <summary>One amount: of a journey's kind or of the car's own.</summary>
internal sealed record Spent(CostKind? OnRoad, CarCostKind? Own, decimal Yuan, decimal? Quantity);
