using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Cases;
using Guiju.Kernel;

namespace Guiju.Fleet.Trips;

/// <summary>The approver sends a request back to the applicant, with an opinion.</summary>
[Needs(FleetPermissions.Approve), Display(Name = "退回用车申请")]
public sealed record SendBackTrip : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "退回意见"), Required, StringLength(400, MinimumLength = 1)] public string Opinion { get; init; } = "";

    internal sealed class Handler(TripFolder folder, TripCases cases) : IHandler<SendBackTrip, Guid>
    {
        public async Task<Guid> HandleAsync(SendBackTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenForUnitAsync(act.Id, FleetPermissions.Approve, ct);
            var step = trip.AwaitedStep;
            trip.SendBack(folder.Hand, folder.MayForUnit(trip, FleetPermissions.ApproveAsLeader), act.Opinion);
            await cases.DecidedAsync(trip, step, ct);
            return trip.Id;
        }
    }
}
