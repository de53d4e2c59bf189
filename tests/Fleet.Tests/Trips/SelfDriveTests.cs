using Guiju.Fleet.Geofences;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Trips;

public sealed class SelfDriveTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Bureau.Databases), MemberType = typeof(Bureau))]
    public async Task The_borrower_takes_the_car_and_a_return_elsewhere_is_pointed_out(string database)
    {
        await using var bureau = await Bureau.OpenAsync(database, Ct);
        var (car, own, yard) = await ReadyAsync(bureau);
        var other = await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id, 2) with { PersonId = bureau.Chauffeur.Id }, Ct);
        var trip = await bureau.ApprovedTripAsync(Ct, Asked(yard));

        Assert.Equal(SelfDriveChecks.BorrowerIsTheDriver, await BrokenAsync(bureau, bureau.Dispatcher, new DispatchTrip { Id = trip, VehicleId = car, DriverId = other }));
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = trip, VehicleId = car, DriverId = own }, Ct);
        var offered = await bureau.PreviewAsync(bureau.Clerk, new TakeCar { Id = trip, OdometerKm = 0 }, Ct);
        Assert.Contains(offered!.Findings, f => f.Row == "V-54-r4" && f.Stated == LawOutcome.Inform);
        await bureau.DoneAsync(bureau.Clerk, new TakeCar { Id = trip, OdometerKm = 0, AtPoint = true }, Ct);
        bureau.Clock.Advance(TimeSpan.FromHours(2));
        await bureau.DoneAsync(bureau.Clerk, new GiveCarBack { Id = trip, OdometerKm = 30, AtPoint = false, NoFuel = true, NoCosts = true }, Ct);

        var done = await bureau.TripAsync(trip, Ct);
        var verdicts = await bureau.ReadAsync(db => db.Set<StoredVerdict>().AsNoTracking().Where(v => v.SubjectId == trip && v.ControlPoint == FleetControlPoints.GiveCarBack).ToListAsync(Ct));
        Assert.Equal((TripState.Returned, true, false, 30m), (done.State, done.SelfDrive, done.ReturnedAtPoint, done.Km));
        Assert.Contains(verdicts.Single().Read().Findings, f => f.Row == "V-54-return-r2");
    }

    [Fact]
    public async Task Only_who_has_a_licence_on_the_register_asks_to_drive_and_the_points_are_named()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var yard = await YardAsync(bureau);
        Assert.Equal(SelfDriveChecks.BorrowerHasALicence, await BrokenAsync(bureau, bureau.Clerk, Asked(yard)));
        await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id, 1) with { PersonId = bureau.Clerk.Id, LicenceTo = new DateOnly(2023, 5, 8) }, Ct);
        Assert.Equal(SelfDriveChecks.BorrowerHasALicence, await BrokenAsync(bureau, bureau.Clerk, Asked(yard))); // it ends the day before
        Assert.Equal(SelfDriveChecks.PointsAreNamed, await BrokenAsync(bureau, bureau.Clerk, Asked(yard) with { ReturnFenceId = null }));
        Assert.Equal(SelfDriveChecks.PointsAreNamed, await BrokenAsync(bureau, bureau.Clerk, Asked(Guid.CreateVersion7())));
    }

    [Fact]
    public async Task Nobody_but_the_borrower_takes_the_car_and_no_driver_departs_with_it()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, own, yard) = await ReadyAsync(bureau);
        var trip = await bureau.ApprovedTripAsync(Ct, Asked(yard));
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = trip, VehicleId = car, DriverId = own }, Ct);

        Assert.Equal(SelfDriveChecks.OwnDrive, await BrokenAsync(bureau, bureau.Clerk, new TakeCar { Id = await bureau.ApprovedTripAsync(Ct, Samples.Journey(new DateTime(2023, 5, 10, 9, 0, 0))), OdometerKm = 0 }));
        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(bureau.Chauffeur, new TakeCar { Id = trip, OdometerKm = 0 }, Ct));
        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(bureau.Chauffeur, new DepartTrip { Id = trip, OdometerKm = 0 }, Ct));
        var file = await bureau.AskAsync<TripFile, TripFile.View?>(bureau.Clerk, f => f.AskAsync(trip, Ct));
        Assert.Equal((true, false, false), (file!.May.TakeCar, file.May.Drive, file.May.GiveCarBack));
        Assert.Equal("北院停车场", file.Points[yard]);
    }

    private static async Task<(Guid Car, Guid Own, Guid Yard)> ReadyAsync(Bureau bureau) => (
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id), Ct),
        await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id) with { PersonId = bureau.Clerk.Id }, Ct),
        await YardAsync(bureau));

    private static Task<Guid> YardAsync(Bureau bureau) => bureau.DoneAsync(bureau.Desk, new DrawGeofence { Name = "北院停车场", UnitId = bureau.Organ.Id, Shape = FenceShape.Circle, Points = "38.2,107.3", WidthM = 500, Direction = FenceDirection.Both, Days = Enum.GetValues<FenceDay>(), Severity = FenceSeverity.Note }, Ct);

    private static RequestTrip Asked(Guid yard) => Samples.Journey() with { SelfDrive = true, PickUpFenceId = yard, ReturnFenceId = yard };

    private static async Task<SystemCheck> BrokenAsync(Bureau bureau, Kernel.People.Person who, IAct<Guid> act) => Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(who, act, Ct)).Check;
}
