using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Cases;
using Guiju.Kernel;

namespace Guiju.Fleet.Trips;

/// <summary>The applicant takes back a request that waits for approval; it becomes a draft.</summary>
[Needs(FleetPermissions.Request), Display(Name = "撤回用车申请")]
public sealed record WithdrawTrip : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    internal sealed class Handler(TripFolder folder, TripCases cases) : IHandler<WithdrawTrip, Guid>
    {
        public async Task<Guid> HandleAsync(WithdrawTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenAsync(act.Id, FleetPermissions.Request, ct);
            trip.Withdraw(folder.Hand);
            await cases.WithdrawnAsync(trip, ct);
            return trip.Id;
        }
    }
}
