using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;

namespace Guiju.Fleet.Geofences;

/// <summary>The vehicle desk ends a geofence; crossings from then on do not count.</summary>
[Needs(FleetPermissions.KeepFences), Display(Name = "停用电子围栏")]
public sealed record EndGeofence : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    internal sealed class Handler(FenceCars cars, Journal journal) : IHandler<EndGeofence, Guid>
    {
        public async Task<Guid> HandleAsync(EndGeofence act, CancellationToken ct)
        {
            var fence = await cars.OpenAsync(act.Id, ct);
            fence.End();
            journal.Concerns(FleetKinds.Geofence, fence.Id, fence.UnitId);
            return fence.Id;
        }
    }
}
