using Guiju.Fleet.Rentals;
using Guiju.Fleet.Statements;
using Guiju.Fleet.Vehicles;
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

    /// <summary>Rented cars between two days: what their units were invoiced, and the journeys on their lists. They are cars of nobody's register, so they stand with the unit.</summary>
    public async Task<IReadOnlyList<Rented>> RentedAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var rentals = await db.Set<Rental>().AsNoTracking().Where(r => r.TakenOn != null && r.TakenOn <= to && (r.InvoiceOn == null || r.InvoiceOn >= from)).OrderBy(r => r.Code)
            .Select(r => new { r.Id, r.Code, r.UnitId, r.Class, r.Energy, r.InvoiceOn, r.InvoiceYuan }).ToListAsync(ct);
        var trips = (await db.Set<RentalTrip>().AsNoTracking().Where(t => t.Day >= from && t.Day <= to).Select(t => new { t.RentalId, Km = t.OdoIn - t.OdoOut }).ToListAsync(ct)).ToLookup(t => t.RentalId, t => t.Km);
        return rentals.Select(r => new Rented(r.Id, r.Code, r.UnitId, r.Class, r.Energy, trips[r.Id].Count(), trips[r.Id].Sum(), r.InvoiceOn >= from && r.InvoiceOn <= to ? r.InvoiceYuan ?? 0 : 0)).Where(r => r.Trips > 0 || r.Yuan > 0).ToList();
    }
}

/// <summary>Money paid for a car.</summary>
/// <param name="Car">The car.</param>
/// <param name="Kind">On what; null for what a car costs beside its journeys.</param>
/// <param name="Quantity">Litres or kilowatt-hours.</param>
/// <param name="AmountYuan">Yuan.</param>
internal sealed record Paid(Guid? Car, CostKind? Kind, decimal? Quantity, decimal AmountYuan);

/// <summary>What a rented car did and cost.</summary>
/// <param name="Id">The rental.</param>
/// <param name="Code">Its number.</param>
/// <param name="UnitId">Unit that rented it.</param>
/// <param name="Class">Class of use.</param>
/// <param name="Energy">Energy.</param>
/// <param name="Trips">Journeys.</param>
/// <param name="Km">Distance, km.</param>
/// <param name="Yuan">Invoiced, yuan.</param>
internal sealed record Rented(Guid Id, string Code, Guid UnitId, VehicleClass Class, EnergyKind Energy, int Trips, decimal Km, decimal Yuan);
