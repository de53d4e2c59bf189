using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Ui;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Applications;

/// <summary>Cars that the asker may apply to renew, as choices of a form; oldest first.</summary>
internal sealed class OwnCars(GuijuDb db, ActorHolder asker, UnitTrees trees, TimeProvider clock)
{
    private const int Most = 300;

    public async Task<IReadOnlyList<Choice>> AskAsync(CancellationToken ct)
    {
        var cars = db.Set<Vehicle>().AsNoTracking().Within(asker.Current, FleetPermissions.Apply, v => v.UnitId).Seen(asker.Current).Where(v => v.State != VehicleState.Disposed && v.State != VehicleState.Cancelled);
        if (asker.Current.UnitId is { } unit && !asker.Current.For(FleetPermissions.Apply).All && (await trees.AsOfAsync(clock.Today(), ct)).BodyOf(unit) is { } body)
        {
            cars = cars.Where(v => v.UnitId == body.Id);
        }

        var rows = await cars.OrderBy(v => v.RegisteredOn).Take(Most).Select(v => new { v.Id, v.PlateNo, v.Brand, v.Model, v.RegisteredOn }).ToListAsync(ct);
        return rows.ConvertAll(v => new Choice(v.Id.ToString(), $"{v.PlateNo} {v.Brand} {v.Model} {v.RegisteredOn:yyyy-MM-dd}"));
    }
}
