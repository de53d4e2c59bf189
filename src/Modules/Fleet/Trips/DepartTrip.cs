using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Fleet.Drivers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Trips;

/// <summary>The driver leaves the yard with the dispatched car.</summary>
[Needs(FleetPermissions.Drive), At(FleetControlPoints.DepartTrip, ApprovedBy = FleetPermissions.Except), Display(Name = "出车")]
public sealed record DepartTrip : IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "出车里程表读数（公里）"), Required, Range(0d, 9999999d)] public decimal? OdometerKm { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(TripFolder folder, Bookings bookings, RideShare share) : IHandler<DepartTrip, Guid>
    {
        public async Task<Guid> HandleAsync(DepartTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenAsync(act.Id, FleetPermissions.Drive, ct);
            trip.HoldDriven();
            Check.That(trip.VehicleId is not null, TripChecks.IsDispatched);
            var car = await bookings.CarAsync(trip.VehicleId, trip, ct);
            trip.Depart(car.Car, act.OdometerKm.GetValueOrDefault(), folder.Hand.At, folder.Today);
            foreach (var rider in await share.RidersAsync(trip.Id, ct))
            {
                rider.DepartWith(trip);
            }

            return trip.Id;
        }
    }

    internal sealed class Facts(TripFolder folder, Bookings bookings, GuijuDb db, TripQuestions questions) : IFacts<DepartTrip>
    {
        public async Task<LawQuestion?> GatherAsync(DepartTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenAsync(act.Id, FleetPermissions.Drive, ct);
            var driver = await db.Set<Driver>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == trip.DriverId, ct);
            Check.That(driver is not null, TripChecks.IsDispatched);
            return questions.OfDeparture(trip, await bookings.CarAsync(trip.VehicleId, trip, ct), driver!); // the check has thrown otherwise
        }
    }
}
