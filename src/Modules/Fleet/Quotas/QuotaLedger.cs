using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Quotas;

/// <summary>Quota and cars held, side by side.</summary>
internal sealed class QuotaLedger(GuijuDb db)
{
    /// <summary>States in which a car counts against the quota.</summary>
    public static readonly VehicleState[] Held = [VehicleState.Purchasing, VehicleState.InService, VehicleState.Repairing, VehicleState.Sealed, VehicleState.Idle, VehicleState.ToDispose];

    /// <summary>Quota of a body for a class on a day, null where none was fixed; and cars of the class it holds.</summary>
    public async Task<(int? Quota, int Held)> OfAsync(Guid unitId, VehicleClass kind, DateOnly on, CancellationToken ct)
    {
        var quota = await db.Set<Quota>().AsNoTracking().Where(q => q.UnitId == unitId && q.Class == kind && q.From <= on && (q.To == null || q.To >= on))
            .Select(q => (int?)q.Cars).FirstOrDefaultAsync(ct);
        var held = await db.Set<Vehicle>().AsNoTracking().CountAsync(v => v.UnitId == unitId && v.Class == kind && Held.Contains(v.State), ct);
        return (quota, held);
    }

    /// <summary>All quotas of a day, with the cars held; optionally of one body.</summary>
    public async Task<IReadOnlyList<Row>> AskAsync(IReadOnlySet<Guid>? units, DateOnly on, CancellationToken ct)
    {
        var quotas = await db.Set<Quota>().AsNoTracking().Where(q => q.From <= on && (q.To == null || q.To >= on)).ToListAsync(ct);
        var held = await db.Set<Vehicle>().AsNoTracking().Where(v => Held.Contains(v.State))
            .GroupBy(v => new { v.UnitId, v.Class }).Select(g => new { g.Key.UnitId, g.Key.Class, Cars = g.Count() }).ToListAsync(ct);
        var keys = quotas.Select(q => (q.UnitId, q.Class)).Union(held.Select(h => (h.UnitId, h.Class)));
        var byKey = quotas.ToDictionary(q => (q.UnitId, q.Class));
        var cars = held.ToDictionary(h => (h.UnitId, h.Class), h => h.Cars);
        return keys.Where(k => units is null || units.Contains(k.UnitId)).Select(k => new Row(
            k.UnitId, k.Class, byKey.GetValueOrDefault(k)?.Cars, cars.GetValueOrDefault(k), byKey.GetValueOrDefault(k)?.DocNo ?? "", byKey.GetValueOrDefault(k)?.From)).ToList();
    }

    /// <summary>One body and class.</summary>
    internal sealed record Row(Guid UnitId, VehicleClass Class, int? Quota, int Held, string DocNo, DateOnly? From)
    {
        /// <summary>Cars beyond the quota; zero where none, null where no quota was fixed.</summary>
        public int? Beyond => Quota is { } fixedAt ? Math.Max(0, Held - fixedAt) : null;
    }
}
