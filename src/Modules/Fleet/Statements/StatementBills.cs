using Guiju.Fleet.Alarms;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Sightings;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Statements;

/// <summary>Fuel and charge as cards told it, where no driver entered the same; and the tanks of the cars.</summary>
internal sealed class StatementBills(GuijuDb db, TimeProvider clock) : ICarBills
{
    public async Task<BillSheet> ReadAsync(DateOnly from, DateOnly to, Guid? car, CancellationToken ct)
    {
        var lines = await db.Set<StatementLine>().AsNoTracking()
            .Where(l => l.VehicleId != null && l.TripCostId == null && l.AmountYuan > 0 && (l.Kind == CostKind.Fuel || l.Kind == CostKind.Charge) && l.Day >= from && l.Day <= to && (car == null || l.VehicleId == car)).ToListAsync(ct);
        var tanks = await db.Set<Vehicle>().AsNoTracking().Where(v => v.TankLitres != null && (car == null || v.Id == car)).Select(v => new { v.Id, v.TankLitres }).ToListAsync(ct);
        return new BillSheet(lines.ToLookup(l => l.VehicleId.GetValueOrDefault(), FactsOf), Enumerable.Empty<RepairFacts>().ToLookup(_ => Guid.Empty)) // filtered just above
        {
            TankLitres = tanks.ToDictionary(t => t.Id, t => t.TankLitres.GetValueOrDefault()), // filtered just above
        };
    }

    private FuelFacts FactsOf(StatementLine line) => new(line.Day, line.Kind, line.Quantity) { At = line.Timed ? clock.ToLocal(line.At) : null, OdometerKm = line.OdometerKm, TripId = line.TripId };
}
