using Guiju.Fleet.Statements;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Costs;

/// <summary>What running the cars cost beside what drivers entered on journeys: lines that only cards tell of, and the cars' own costs. Fines are nobody's cost but the driver's; wages are not running costs.</summary>
internal sealed class RunningCosts(GuijuDb db)
{
    private static readonly LineState[] Counting = [LineState.Joined, LineState.NoTrip];
    private static readonly CarCostKind[] NotRunning = [CarCostKind.Fine, CarCostKind.DriverAllowance];

    /// <summary>All of it between two days.</summary>
    public async Task<IReadOnlyList<Paid>> BesideAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var carded = await db.Set<StatementLine>().AsNoTracking().Where(l => l.VehicleId != null && Counting.Contains(l.State) && l.Day >= from && l.Day <= to)
            .Select(l => new Paid(l.VehicleId, l.Kind, l.Quantity, l.AmountYuan)).ToListAsync(ct);
        var own = await db.Set<CarCost>().AsNoTracking().Where(c => !NotRunning.Contains(c.Kind) && c.On >= from && c.On <= to).Select(c => new Paid(c.VehicleId, null, null, c.AmountYuan)).ToListAsync(ct);
        return [.. carded, .. own];
    }
}

/// <summary>Money paid for a car.</summary>
/// <param name="Car">The car.</param>
/// <param name="Kind">On what; null for what a car costs beside its journeys.</param>
/// <param name="Quantity">Litres or kilowatt-hours.</param>
/// <param name="AmountYuan">Yuan.</param>
internal sealed record Paid(Guid? Car, CostKind? Kind, decimal? Quantity, decimal AmountYuan);
