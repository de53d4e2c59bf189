using Guiju.Fleet.Alarms;
using Guiju.Fleet.Sightings;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Repairs;

/// <summary>Repairs as they were invoiced; the fault is told by the part, so that one and the same shows as one.</summary>
internal sealed class RepairBills(GuijuDb db) : ICarBills
{
    public async Task<BillSheet> ReadAsync(DateOnly from, DateOnly to, Guid? car, CancellationToken ct)
    {
        var rows = await db.Set<RepairOrder>().AsNoTracking().Where(r => r.InvoiceYuan != null && r.FinishedOn >= from && r.FinishedOn <= to && (car == null || r.VehicleId == car)).ToListAsync(ct);
        return new BillSheet(Enumerable.Empty<FuelFacts>().ToLookup(_ => Guid.Empty), rows.ToLookup(r => r.VehicleId, r => new RepairFacts(r.FinishedOn.GetValueOrDefault(), r.ShopName, LawCode.Of(r.Part), r.InvoiceYuan.GetValueOrDefault()))); // filtered just above
    }
}
