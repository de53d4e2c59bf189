using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Cases;
using Guiju.Kernel;

namespace Guiju.Fleet.Trips;

/// <summary>The dispatcher gives an approved request a car and a driver; from here on it is a dispatch order (派车单).</summary>
[Needs(FleetPermissions.Dispatch), At(FleetControlPoints.DispatchTrip, ApprovedBy = FleetPermissions.Except), Display(Name = "派车")]
public sealed record DispatchTrip : IAct<Guid>, IAnswersFindings, IAskedAgain
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "车辆"), Required] public Guid? VehicleId { get; init; }

    [Display(Name = "驾驶员"), Required] public Guid? DriverId { get; init; }

    [Display(Name = "合乘主单")] public Guid? WithTripId { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(TripFolder folder, Bookings bookings, TripCases cases, RideShare share) : IHandler<DispatchTrip, Guid>
    {
        public async Task<Guid> HandleAsync(DispatchTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenForUnitAsync(act.Id, FleetPermissions.Dispatch, ct);
            var (car, driver) = await folder.FreeAsync(bookings, trip, (act.VehicleId, act.DriverId, act.WithTripId), ct);
            if (act.WithTripId is { } lead)
            {
                await share.JoinAsync(trip, lead, (car, driver.Id), ct);
            }

            trip.Dispatch(car, driver, folder.Hand);
            await cases.DispatchedAsync(trip, again: false, ct);
            return trip.Id;
        }
    }

    internal sealed class Facts(TripFolder folder, Bookings bookings, Bodies bodies, TripQuestions questions) : IFacts<DispatchTrip>
    {
        public async Task<LawQuestion?> GatherAsync(DispatchTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenForUnitAsync(act.Id, FleetPermissions.Dispatch, ct);
            var (car, driver) = (await bookings.CarAsync(act.VehicleId, trip, act.WithTripId, ct), await bookings.DriverAsync(act.DriverId, trip, act.WithTripId, ct));
            return questions.OfDispatch(trip, await bodies.KindAsync(car.Car.UnitId, ct), car, driver);
        }
    }
}
