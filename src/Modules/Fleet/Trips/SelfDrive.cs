using System.ComponentModel.DataAnnotations;
using Guiju.Decisions.Contracts;
using Guiju.Fleet.Cases;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Geofences;
using Guiju.Fleet.Terminals;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Roads;
using Guiju.Ui;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Trips;

internal sealed partial class Trip
{
    /// <summary>Whether the applicant drives the car himself (自驾分时租用).</summary>
    public bool SelfDrive { get; private set; }

    /// <summary>The geofence at which the car is taken; null where a driver drives.</summary>
    public Guid? PickUpFenceId { get; private set; }

    /// <summary>The geofence to which it goes back.</summary>
    public Guid? ReturnFenceId { get; private set; }

    /// <summary>Whether it went back to that point; null before, and where a driver drives.</summary>
    public bool? ReturnedAtPoint { get; private set; }

    /// <summary>Refuses an act of a driver where the applicant drives himself.</summary>
    public void HoldDriven() => Check.That(!SelfDrive, SelfDriveChecks.TakenByTheBorrower);

    /// <summary>Refuses to go on where it is not the borrower who acts.</summary>
    public void HoldBorrower(Guid? person) => Check.That(SelfDrive && person is not null && person == DriverPersonId, SelfDriveChecks.OwnDrive);

    /// <summary>The car is back, at its point or elsewhere.</summary>
    public void GiveBack(bool atPoint) => ReturnedAtPoint = atPoint;

    private void PlanSelfDrive(TripFields fields)
    {
        Check.That(!fields.SelfDrive || fields is { PickUpFenceId: not null, ReturnFenceId: not null }, SelfDriveChecks.PointsAreNamed, nameof(fields.PickUpFenceId));
        (SelfDrive, PickUpFenceId, ReturnFenceId) = fields.SelfDrive ? (true, fields.PickUpFenceId, fields.ReturnFenceId) : (false, null, null);
    }

    private void HoldSelfDrive(Driver driver) => Check.That(!SelfDrive || driver.PersonId is not null && driver.PersonId == ApplicantId, SelfDriveChecks.BorrowerIsTheDriver, "DriverId");
}

/// <summary>What self-drive rests on: the bureau's setting, the borrower's licence on the register of drivers, the points, where the car is.</summary>
internal sealed class SelfDriving(GuijuDb db, ActorHolder asker, IFigures figures, TimeProvider clock)
{
    private const string Allowed = "fleet.self-drive.allowed";

    /// <summary>Whether the bureau allows it today; not where nothing is in force.</summary>
    public bool IsAllowed => figures.On(Allowed, clock.Today())?.Value is true;

    /// <summary>The points at which a car may be taken and given back: the geofences in use; none where self-drive is not allowed.</summary>
    public async Task<IReadOnlyList<Choice>> PointsAsync(CancellationToken ct) => !IsAllowed ? []
        : (await db.Set<Geofence>().AsNoTracking().Where(f => f.State == FenceState.InUse).OrderBy(f => f.Name).Select(f => new { f.Id, f.Name }).ToListAsync(ct)).ConvertAll(f => new Choice(f.Id.ToString(), f.Name));

    /// <summary>Refuses a request to drive oneself where the bureau does not allow it, a point is none in use, or the applicant has no licence on the register that holds to the last day.</summary>
    public async Task HoldAsync(TripFields fields, CancellationToken ct)
    {
        if (!fields.SelfDrive)
        {
            return;
        }

        Check.That(IsAllowed, SelfDriveChecks.IsAllowed, nameof(fields.SelfDrive));
        foreach (var (point, field) in new[] { (fields.PickUpFenceId, nameof(fields.PickUpFenceId)), (fields.ReturnFenceId, nameof(fields.ReturnFenceId)) })
        {
            Check.That(point is not null && await db.Set<Geofence>().AnyAsync(f => f.Id == point && f.State == FenceState.InUse, ct), SelfDriveChecks.PointsAreNamed, field);
        }

        var (me, last) = (asker.Current.PersonId, DateOnly.FromDateTime(fields.PlanEnd.GetValueOrDefault()));
        Check.That(me is not null && await db.Set<Driver>().AnyAsync(d => d.PersonId == me && d.State == DriverState.OnDuty && d.LicenceTo >= last, ct), SelfDriveChecks.BorrowerHasALicence, nameof(fields.SelfDrive));
    }

    /// <summary>Whether the borrower's licence holds today and covers the size of the car.</summary>
    public bool IsLicensed(Trip trip, Driver driver) => driver.PersonId == trip.ApplicantId && driver.State == DriverState.OnDuty && driver.LicenceTo >= clock.Today();

    /// <summary>Whether the car stands in a geofence: by its terminal where it was heard with a fix since an instant, else as the borrower says.</summary>
    public async Task<bool> IsAtAsync(Guid? fenceId, Guid? carId, (DateTime Since, bool Said) known, CancellationToken ct)
    {
        var since = known.Since;
        var fix = await db.Set<FittedTerminal>().AsNoTracking().Where(t => t.VehicleId == carId && t.RemovedOn == null)
            .Join(db.Set<LastPosition>().Where(p => p.FixAt != null && p.FixAt >= since), t => t.Number, p => p.Terminal, (t, p) => new { p.Latitude, p.Longitude }).FirstOrDefaultAsync(ct);
        var fence = await db.Set<Geofence>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == fenceId, ct);
        return fix is { Latitude: { } latitude, Longitude: { } longitude } && fence is not null ? fence.Drawn.Holds(new GeoPoint(latitude, longitude)) : known.Said;
    }
}

/// <summary>自驾取车: the borrower takes the dispatched car at its point.</summary>
[Needs(FleetPermissions.Request), At(FleetControlPoints.TakeCar, ApprovedBy = FleetPermissions.Except), Display(Name = "自驾取车")]
public sealed record TakeCar : IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "取车里程表读数（公里）"), Required, Range(0d, 9999999d)] public decimal? OdometerKm { get; init; }

    [Display(Name = "车辆在约定的取车点")] public bool AtPoint { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(TripFolder folder, Bookings bookings) : IHandler<TakeCar, Guid>
    {
        public async Task<Guid> HandleAsync(TakeCar act, CancellationToken ct)
        {
            var trip = await folder.OpenAsync(act.Id, FleetPermissions.Request, ct);
            trip.HoldBorrower(folder.Hand.PersonId);
            trip.Depart((await bookings.CarAsync(trip.VehicleId, trip, ct)).Car, act.OdometerKm.GetValueOrDefault(), folder.Hand.At, folder.Today);
            return trip.Id;
        }
    }

    internal sealed class Facts(TripFolder folder, Bookings bookings, GuijuDb db, TripQuestions questions, SelfDriving driving) : IFacts<TakeCar>
    {
        public async Task<LawQuestion?> GatherAsync(TakeCar act, CancellationToken ct)
        {
            var trip = await folder.OpenAsync(act.Id, FleetPermissions.Request, ct);
            if (trip.State != TripState.Dispatched || !trip.SelfDrive || await db.Set<Driver>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == trip.DriverId, ct) is not { } driver)
            {
                return null;
            }

            var asked = questions.OfDeparture(trip, await bookings.CarAsync(trip.VehicleId, trip, ct), driver);
            return asked with { Facts = new Dictionary<string, object?>(asked.Facts) { ["licenceOk"] = driving.IsLicensed(trip, driver), ["atPickUpPoint"] = await driving.IsAtAsync(trip.PickUpFenceId, trip.VehicleId, (trip.DispatchedAt.GetValueOrDefault(), act.AtPoint), ct) } };
        }
    }
}

/// <summary>自驾还车: the borrower brings the car back.</summary>
[Needs(FleetPermissions.Request), At(FleetControlPoints.GiveCarBack, ApprovedBy = FleetPermissions.Request), Display(Name = "自驾还车")]
public sealed record GiveCarBack : IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "还车里程表读数（公里）"), Required, Range(0d, 9999999d)] public decimal? OdometerKm { get; init; }

    [Display(Name = "已还到约定的还车点")] public bool AtPoint { get; init; }

    [Display(Name = "最长连续驾驶（分钟）"), Range(0, 1440)] public int? DrivingMinutes { get; init; }

    [Display(Name = "其后停车休息（分钟）"), Range(0, 1440)] public int? RestMinutes { get; init; }

    [Display(Name = "途中情况"), StringLength(500)] public string? Incident { get; init; }

    [Display(Name = "本次未加油、未充电")] public bool NoFuel { get; init; }

    [Display(Name = "本次没有费用")] public bool NoCosts { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(TripFolder folder, Bookings bookings, TripCases cases, SelfDriving driving) : IHandler<GiveCarBack, Guid>
    {
        public async Task<Guid> HandleAsync(GiveCarBack act, CancellationToken ct)
        {
            var trip = await folder.OpenAsync(act.Id, FleetPermissions.Request, ct);
            trip.HoldBorrower(folder.Hand.PersonId);
            var there = await driving.IsAtAsync(trip.ReturnFenceId, trip.VehicleId, (trip.RealStart.GetValueOrDefault(), act.AtPoint), ct);
            trip.Return((await bookings.CarAsync(trip.VehicleId, trip, ct)).Car, act.OdometerKm.GetValueOrDefault(), (folder.Hand.At, folder.Today), new ReturnNote(there, null, act.DrivingMinutes, act.RestMinutes, act.Incident, act.NoFuel, act.NoCosts));
            trip.GiveBack(there);
            await cases.ReturnedAsync(trip, ct);
            return trip.Id;
        }
    }

    internal sealed class Facts(TripFolder folder, SelfDriving driving) : IFacts<GiveCarBack>
    {
        public async Task<LawQuestion?> GatherAsync(GiveCarBack act, CancellationToken ct)
        {
            var trip = await folder.OpenAsync(act.Id, FleetPermissions.Request, ct);
            if (trip.State != TripState.Departed || !trip.SelfDrive)
            {
                return null;
            }

            return new LawQuestion(folder.Today, new Dictionary<string, object?>
            {
                ["returnedAtPoint"] = await driving.IsAtAsync(trip.ReturnFenceId, trip.VehicleId, (trip.RealStart.GetValueOrDefault(), act.AtPoint), ct),
                ["parkedInFence"] = true, // a shared car is parked where it is given back; that is V-54's own question
                ["parkingExceptionId"] = "",
                ["drivingMinutes"] = act.DrivingMinutes ?? (int)(folder.Hand.At - trip.RealStart.GetValueOrDefault()).TotalMinutes,
                ["restMinutes"] = act.RestMinutes,
            }) { Matter = trip.Id };
        }
    }
}

/// <summary>What must hold where the applicant drives himself.</summary>
internal static class SelfDriveChecks
{
    public static readonly SystemCheck IsAllowed = Statement(nameof(IsAllowed), "本局没有开放自驾租用。", "The bureau does not allow self-drive.");
    public static readonly SystemCheck PointsAreNamed = Statement(nameof(PointsAreNamed), "自驾须选择取车点和还车点（启用中的电子围栏）。", "Self-drive needs points in use at which the car is taken and given back.");
    public static readonly SystemCheck BorrowerHasALicence = Statement(nameof(BorrowerHasALicence), "自驾的申请人须在驾驶员台账中登记，驾驶证在还车日前有效。", "Whoever drives himself stands on the register of drivers, with a licence that holds to the last day.");
    public static readonly SystemCheck BorrowerIsTheDriver = Statement(nameof(BorrowerIsTheDriver), "这是自驾用车，驾驶员只能是申请人本人。", "This is self-drive: the applicant is the driver.");
    public static readonly SystemCheck TakenByTheBorrower = Statement(nameof(TakenByTheBorrower), "这是自驾用车，由借用人取车、还车。", "This is self-drive: the borrower takes the car and gives it back.");
    public static readonly SystemCheck OwnDrive = Statement(nameof(OwnDrive), "这不是您的自驾用车。", "This is not a car that you drive yourself.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(SelfDriveChecks)}.{name}", new Bilingual(zh, en));
}
