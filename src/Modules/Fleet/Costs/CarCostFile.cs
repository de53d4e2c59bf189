using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Costs;

/// <summary>The latest costs of one car beside its journeys.</summary>
internal sealed class CarCostFile(GuijuDb db, ActorHolder asker)
{
    private const int Latest = 100;

    /// <summary>The costs; null where the car is not within reach.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct)
    {
        var plate = await db.Set<Vehicle>().Within(asker.Current, FleetPermissions.Settle, v => v.UnitId).Seen(asker.Current).Where(v => v.Id == id).Select(v => v.PlateNo).FirstOrDefaultAsync(ct);
        return plate is null ? null : new View(plate, await db.Set<CarCost>().AsNoTracking().Where(c => c.VehicleId == id).OrderByDescending(c => c.On).ThenByDescending(c => c.Id).Take(Latest).ToListAsync(ct));
    }

    /// <summary>The costs.</summary>
    internal sealed record View(string Plate, IReadOnlyList<CarCost> Costs);
}
