using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Terminals;

/// <summary>
/// When the cars were last heard, by the register of terminals. Only where this server receives the terminals itself (<c>Guiju:Fleet:Terminals:Serve</c>): elsewhere nothing would ever be heard,
/// and what the vehicle's sheet says of its terminal holds.
/// </summary>
internal sealed class CarsHeard(GuijuDb db, IOptions<FleetOptions> options, TimeProvider clock)
{
    /// <summary>The cars with a terminal in them, and when it was last heard, UTC; a terminal that never was counts from the day it was fitted.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTime>> AskAsync(IReadOnlyCollection<Guid> cars, CancellationToken ct)
    {
        if (!options.Value.Terminals.Serve)
        {
            return new Dictionary<Guid, DateTime>();
        }

        var fitted = await db.Set<FittedTerminal>().AsNoTracking().Where(t => t.RemovedOn == null && cars.Contains(t.VehicleId))
            .Select(t => new { t.VehicleId, t.FittedOn, HeardAt = db.Set<LastPosition>().Where(l => l.Terminal == t.Number).Select(l => (DateTime?)l.HeardAt).FirstOrDefault() }).ToListAsync(ct);
        return fitted.GroupBy(t => t.VehicleId).ToDictionary(t => t.Key, t => t.Max(f => f.HeardAt ?? clock.ToUtc(f.FittedOn.ToDateTime(TimeOnly.MinValue))));
    }
}
