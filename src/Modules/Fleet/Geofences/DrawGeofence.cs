using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;

namespace Guiju.Fleet.Geofences;

/// <summary>The vehicle desk draws a geofence for the cars of a unit.</summary>
[Needs(FleetPermissions.KeepFences), Display(Name = "绘制电子围栏")]
public sealed record DrawGeofence : GeofenceFields, IAct<Guid>
{
    internal sealed class Handler(GuijuDb db, FenceCars cars, Journal journal) : IHandler<DrawGeofence, Guid>
    {
        public async Task<Guid> HandleAsync(DrawGeofence act, CancellationToken ct)
        {
            var id = Guid.CreateVersion7();
            var (unit, only) = await cars.HoldAsync(id, act, ct);
            db.Add(Geofence.Draw(id, act, unit, only));
            journal.Concerns(FleetKinds.Geofence, id, unit);
            return id;
        }
    }
}
