using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Ui;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Vehicles;

/// <summary>Cars that a newly registered one may have replaced: idle, to be disposed of or gone; newest registration first.</summary>
internal sealed class LeavingCars(GuijuDb db, ActorHolder asker)
{
    private const int Most = 300;

    private static readonly VehicleState[] Leaving = [VehicleState.Idle, VehicleState.ToDispose, VehicleState.Disposed, VehicleState.Cancelled];

    /// <summary>The choices; the car already named stays one, whatever its state is.</summary>
    public async Task<IReadOnlyList<Choice>> AskAsync(Guid? named, CancellationToken ct)
    {
        var rows = await db.Set<Vehicle>().AsNoTracking().Within(asker.Current, FleetPermissions.Keep, v => v.UnitId).Seen(asker.Current).Where(v => Leaving.Contains(v.State) || v.Id == named)
            .OrderByDescending(v => v.RegisteredOn).ThenBy(v => v.PlateNo).Take(Most).Select(v => new { v.Id, v.PlateNo, v.Brand, v.Model, v.RegisteredOn }).ToListAsync(ct);
        return rows.ConvertAll(v => new Choice(v.Id.ToString(), $"{v.PlateNo} {v.Brand} {v.Model} {v.RegisteredOn:yyyy-MM-dd}"));
    }
}
