using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;

namespace Guiju.Fleet.Geofences;

/// <summary>The vehicle desk changes a geofence.</summary>
[Needs(FleetPermissions.KeepFences), Display(Name = "变更电子围栏")]
public sealed record ChangeGeofence : GeofenceFields, IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    internal sealed class Handler(FenceCars cars, Journal journal) : IHandler<ChangeGeofence, Guid>
    {
        public async Task<Guid> HandleAsync(ChangeGeofence act, CancellationToken ct)
        {
            var fence = await cars.OpenAsync(act.Id, ct);
            var (unit, only) = await cars.HoldAsync(fence.Id, act, ct);
            fence.Change(act, unit, only);
            journal.Concerns(FleetKinds.Geofence, fence.Id, unit);
            return fence.Id;
        }
    }
}
