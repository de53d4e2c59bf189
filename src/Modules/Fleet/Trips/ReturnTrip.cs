using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Cases;
using Guiju.Kernel;

namespace Guiju.Fleet.Trips;

/// <summary>The driver is back and notes odometer, parking and incidents.</summary>
[Needs(FleetPermissions.Drive), At(FleetControlPoints.ReturnTrip, ApprovedBy = FleetPermissions.Drive), Display(Name = "收车")]
public sealed record ReturnTrip : IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "收车里程表读数（公里）"), Required, Range(0d, 9999999d)] public decimal? OdometerKm { get; init; }

    [Display(Name = "已停回规定地点")] public bool ParkedInPlace { get; init; }

    [Display(Name = "停放例外批准文号"), StringLength(80)] public string? ParkingExceptionNo { get; init; }

    [Display(Name = "最长连续驾驶（分钟）"), Range(0, 1440)] public int? DrivingMinutes { get; init; }

    [Display(Name = "其后停车休息（分钟）"), Range(0, 1440)] public int? RestMinutes { get; init; }

    [Display(Name = "途中情况"), StringLength(500)] public string? Incident { get; init; }

    [Display(Name = "本次未加油、未充电")] public bool NoFuel { get; init; }

    [Display(Name = "本次没有费用")] public bool NoCosts { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(TripFolder folder, Bookings bookings, TripCases cases, RideShare share) : IHandler<ReturnTrip, Guid>
    {
        public async Task<Guid> HandleAsync(ReturnTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenAsync(act.Id, FleetPermissions.Drive, ct);
            trip.HoldDriven();
            Check.That(trip.VehicleId is not null, TripChecks.IsUnderWay);
            var car = await bookings.CarAsync(trip.VehicleId, trip, ct);
            var note = new ReturnNote(act.ParkedInPlace, act.ParkingExceptionNo, act.DrivingMinutes, act.RestMinutes, act.Incident, act.NoFuel, act.NoCosts);
            trip.Return(car.Car, act.OdometerKm.GetValueOrDefault(), (folder.Hand.At, folder.Today), note);
            await cases.ReturnedAsync(trip, ct);
            foreach (var rider in await share.RidersAsync(trip.Id, ct))
            {
                rider.ReturnWith(trip);
                await cases.ReturnedAsync(rider, ct);
            }

            return trip.Id;
        }
    }

    internal sealed class Facts(TripFolder folder) : IFacts<ReturnTrip>
    {
        public async Task<LawQuestion?> GatherAsync(ReturnTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenAsync(act.Id, FleetPermissions.Drive, ct);
            Check.That(trip.RealStart is not null, TripChecks.IsUnderWay);
            return new LawQuestion(folder.Today, new Dictionary<string, object?>
            {
                ["parkedInFence"] = act.ParkedInPlace,
                ["parkingExceptionId"] = act.ParkingExceptionNo?.Trim() ?? "",
                // Nobody drove longer at a stretch than the whole journey took.
                ["drivingMinutes"] = act.DrivingMinutes ?? (int)(folder.Hand.At - trip.RealStart.GetValueOrDefault()).TotalMinutes,
                ["restMinutes"] = act.RestMinutes,
            }) { Matter = trip.Id };
        }
    }
}
