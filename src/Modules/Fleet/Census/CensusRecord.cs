using Guiju.Fleet.Costs;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Census;

/// <summary>The figures of the census as the record has them, unit by unit.</summary>
internal sealed class CensusRecord(GuijuDb db, RunningCosts running)
{
    /// <summary>Cars now held that were registered by the last day, quotas and drivers of that day, costs paid between the days.</summary>
    public async Task<IReadOnlyDictionary<Guid, CensusFigures>> AskAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var all = new Dictionary<Guid, CensusFigures>();
        void Add(Guid unit, CensusGroup group, Enum? word, decimal more) => all[unit] = all.GetValueOrDefault(unit, CensusFigures.None).Plus(CensusLine.KeyOf(group, word), more);

        foreach (var c in await db.Set<Vehicle>().AsNoTracking().Where(v => v.RegisteredOn <= to && QuotaLedger.Held.Contains(v.State))
            .GroupBy(v => new { v.UnitId, v.Class, v.Energy }).Select(g => new { g.Key.UnitId, g.Key.Class, g.Key.Energy, Cars = g.Count() }).ToListAsync(ct))
        {
            Add(c.UnitId, CensusGroup.Cars, c.Class, c.Cars);
            Add(c.UnitId, CensusGroup.Energy, c.Energy, c.Cars);
        }

        foreach (var q in await db.Set<Quota>().AsNoTracking().Where(q => q.From <= to && (q.To == null || q.To >= to)).ToListAsync(ct))
        {
            Add(q.UnitId, CensusGroup.Quota, q.Class, q.Cars);
        }

        foreach (var d in await db.Set<Driver>().AsNoTracking().Where(d => d.State != DriverState.Left).GroupBy(d => d.UnitId).Select(g => new { UnitId = g.Key, People = g.Count() }).ToListAsync(ct))
        {
            Add(d.UnitId, CensusGroup.Drivers, null, d.People);
        }

        var entered = await db.Set<TripCost>().AsNoTracking().Where(c => c.On >= from && c.On <= to).Select(c => new Paid(c.VehicleId, c.Kind, c.Quantity, c.AmountYuan)).ToListAsync(ct);
        var cars = await db.Set<Vehicle>().AsNoTracking().Select(v => new { v.Id, v.UnitId, v.Class, v.Energy }).ToDictionaryAsync(v => v.Id, ct);
        foreach (var g in entered.Concat(await running.BesideAsync(from, to, ct)).GroupBy(c => cars[c.Car.GetValueOrDefault()]))
        {
            var sum = g.Sum(c => c.AmountYuan);
            Add(g.Key.UnitId, CensusGroup.Cost, g.Key.Class, sum);
            Add(g.Key.UnitId, CensusGroup.EnergyCost, g.Key.Energy, sum);
        }

        foreach (var r in (await running.RentedAsync(from, to, ct)).Where(r => r.Yuan > 0))
        {
            Add(r.UnitId, CensusGroup.Cost, r.Class, r.Yuan);
            Add(r.UnitId, CensusGroup.EnergyCost, r.Energy, r.Yuan);
        }

        return all;
    }
}
