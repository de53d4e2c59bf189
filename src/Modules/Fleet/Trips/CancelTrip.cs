using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Cases;
using Guiju.Fleet.Dispatch;
using Guiju.Kernel;

namespace Guiju.Fleet.Trips;

/// <summary>The applicant gives a journey up before it begins.</summary>
[Needs(FleetPermissions.Request), Display(Name = "取消用车")]
public sealed record CancelTrip : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "取消原因"), Required, StringLength(200, MinimumLength = 1)] public string Reason { get; init; } = "";

    internal sealed class Handler(TripFolder folder, TripCases cases, RideShare share, WaitingOffer offer) : IHandler<CancelTrip, Guid>
    {
        public async Task<Guid> HandleAsync(CancelTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenAsync(act.Id, FleetPermissions.Request, ct);
            var freed = trip.State == TripState.Dispatched;
            trip.Cancel(act.Reason);
            if (!await share.HandOnAsync(trip.Id, ct) && freed)
            {
                await offer.OfferAsync(trip, ct);
            }

            await cases.CancelledAsync(trip, ct);
            return trip.Id;
        }
    }
}
