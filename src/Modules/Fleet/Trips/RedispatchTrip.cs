using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Cases;
using Guiju.Kernel;

namespace Guiju.Fleet.Trips;

/// <summary>The dispatcher changes car or driver before departure, and says why.</summary>
[Needs(FleetPermissions.Dispatch), At(FleetControlPoints.DispatchTrip, ApprovedBy = FleetPermissions.Except), Display(Name = "改派")]
public sealed record RedispatchTrip : IAct<Guid>, IAnswersFindings, IAskedAgain
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "车辆"), Required] public Guid? VehicleId { get; init; }

    [Display(Name = "驾驶员"), Required] public Guid? DriverId { get; init; }

    [Display(Name = "改派原因"), Required, StringLength(200, MinimumLength = 1)] public string Reason { get; init; } = "";

    string? IAnswersFindings.Justification => Reason;

    internal sealed class Handler(TripFolder folder, Bookings bookings, TripCases cases, RideShare share) : IHandler<RedispatchTrip, Guid>
    {
        public async Task<Guid> HandleAsync(RedispatchTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenForUnitAsync(act.Id, FleetPermissions.Dispatch, ct);
            var (car, driver) = await folder.FreeAsync(bookings, trip, (act.VehicleId, act.DriverId, null), ct);
            trip.Redispatch(car, driver, folder.Hand, act.Reason);
            await cases.DispatchedAsync(trip, again: true, ct);
            await share.HandOnAsync(trip.Id, ct); // those that rode with it keep the old car
            return trip.Id;
        }
    }

    internal sealed class Facts(TripFolder folder, Bookings bookings, Bodies bodies, TripQuestions questions) : IFacts<RedispatchTrip>
    {
        public async Task<LawQuestion?> GatherAsync(RedispatchTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenForUnitAsync(act.Id, FleetPermissions.Dispatch, ct);
            var (car, driver) = (await bookings.CarAsync(act.VehicleId, trip, ct), await bookings.DriverAsync(act.DriverId, trip, ct));
            return questions.OfDispatch(trip, await bodies.KindAsync(car.Car.UnitId, ct), car, driver);
        }
    }
}
