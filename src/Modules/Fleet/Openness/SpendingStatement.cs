using Guiju.Fleet.Costs;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Openness;

/// <summary>What is said in public of a year's spending on official cars: sums by unit; no person, no plate, nothing of cars exempt for secrecy.</summary>
/// <param name="Year">The year.</param>
/// <param name="PurchaseYuan">Paid for cars bought and registered in the year, without purchase tax.</param>
/// <param name="RunningYuan">Paid in the year to run the cars: fuel, charge, toll, parking, repair, insurance, inspection, rented cars and other; neither fines nor wages.</param>
/// <param name="CarsBought">Cars bought.</param>
/// <param name="CarsHeld">Cars held at the end of the year.</param>
/// <param name="Units">Unit by unit.</param>
internal sealed record SpendingStatement(int Year, decimal PurchaseYuan, decimal RunningYuan, int CarsBought, int CarsHeld, IReadOnlyList<SpendingLine> Units);

/// <summary>One unit.</summary>
internal sealed record SpendingLine(string Code, string Name, decimal PurchaseYuan, decimal RunningYuan, int CarsBought, int CarsHeld);

/// <summary>Works a statement out from the record.</summary>
internal sealed class SpendingSum(GuijuDb db, Bodies bodies, RunningCosts running)
{
    /// <summary>The statement of a year.</summary>
    public async Task<SpendingStatement> AskAsync(int year, CancellationToken ct)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var cars = await db.Set<Vehicle>().AsNoTracking().Where(v => !v.SecrecyExempt && v.RegisteredOn <= to && v.State != VehicleState.Cancelled)
            .Select(v => new { v.Id, v.UnitId, v.RegisteredOn, v.PriceYuan, v.AcquireWay, v.State }).ToListAsync(ct);
        var entered = await db.Set<TripCost>().AsNoTracking().Where(c => c.On >= from && c.On <= to).Select(c => new Paid(c.VehicleId, c.Kind, c.Quantity, c.AmountYuan)).ToListAsync(ct);
        var costs = entered.Concat(await running.BesideAsync(from, to, ct)).ToLookup(c => c.Car, c => c.AmountYuan);
        var rented = (await running.RentedAsync(from, to, ct)).ToLookup(r => r.UnitId, r => r.Yuan);
        var tree = await bodies.TreeAsync(ct);
        var held = cars.ToLookup(c => c.UnitId);
        var lines = held.Select(g => g.Key).Union(rented.Select(g => g.Key)).Where(id => tree.Find(id) is not null).Select(id =>
        {
            var g = held[id].ToList();
            var bought = g.Where(c => c.RegisteredOn >= from && c.AcquireWay == AcquireWay.Purchase).ToList();
            var unit = tree.Find(id)!; // filtered
            return new SpendingLine(unit.Code, unit.Name, bought.Sum(c => c.PriceYuan), g.Sum(c => costs[c.Id].Sum()) + rented[id].Sum(), bought.Count, g.Count(c => c.State != VehicleState.Disposed));
        }).OrderBy(l => l.Code, StringComparer.Ordinal).ToList();
        return new SpendingStatement(year, lines.Sum(l => l.PurchaseYuan), lines.Sum(l => l.RunningYuan), lines.Sum(l => l.CarsBought), lines.Sum(l => l.CarsHeld), lines);
    }
}
