using Guiju.Fleet.Costs;
using Guiju.Fleet.Sightings;
using Guiju.Fleet.Trips;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Alarms;

/// <summary>Where bills come from: costs of trips, and whatever other rooms keep (statements of cards, repair orders). All that are registered are read together.</summary>
internal interface ICarBills
{
    /// <summary>The bills between two days, of one car or of all.</summary>
    Task<BillSheet> ReadAsync(DateOnly from, DateOnly to, Guid? car, CancellationToken ct);
}

/// <summary>Bills by car.</summary>
internal sealed record BillSheet(ILookup<Guid, FuelFacts> Fuel, ILookup<Guid, RepairFacts> Repairs)
{
    /// <summary>Litres of the tanks that are known.</summary>
    public IReadOnlyDictionary<Guid, decimal> TankLitres { get; init; } = new Dictionary<Guid, decimal>();

    /// <summary>Several sheets as one.</summary>
    public static BillSheet Of(IReadOnlyList<BillSheet> sheets) => new(
        sheets.SelectMany(s => s.Fuel.SelectMany(g => g.Select(f => (g.Key, f)))).ToLookup(p => p.Key, p => p.f),
        sheets.SelectMany(s => s.Repairs.SelectMany(g => g.Select(r => (g.Key, r)))).ToLookup(p => p.Key, p => p.r))
    {
        TankLitres = sheets.SelectMany(s => s.TankLitres).DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Value),
    };
}

/// <summary>Fuel and charge as they were entered with trips; the odometer is the one on return.</summary>
internal sealed class TripCostBills(GuijuDb db) : ICarBills
{
    public async Task<BillSheet> ReadAsync(DateOnly from, DateOnly to, Guid? car, CancellationToken ct)
    {
        var rows = await db.Set<TripCost>().AsNoTracking().Where(c => (c.Kind == CostKind.Fuel || c.Kind == CostKind.Charge) && c.On >= from && c.On <= to && (car == null || c.VehicleId == car))
            .Join(db.Set<Trip>(), c => c.TripId, t => t.Id, (c, t) => new { c.VehicleId, c.On, c.Kind, c.Quantity, c.TripId, t.OdoIn }).ToListAsync(ct);
        return new BillSheet(rows.ToLookup(r => r.VehicleId, r => new FuelFacts(r.On, r.Kind, r.Quantity) { OdometerKm = r.OdoIn, TripId = r.TripId }), Enumerable.Empty<RepairFacts>().ToLookup(_ => Guid.Empty));
    }
}
