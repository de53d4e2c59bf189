using Guiju.Fleet.Dispatch;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;

namespace Guiju.Fleet.Tests.Dispatch;

public sealed class DispatchBoardTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_who_may_go_stand_first_and_the_others_with_their_reason()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 1) with { InspectionDue = new DateOnly(2023, 5, 1) }, Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2) with { Seats = 2 }, Ct);
        var (fit, _) = await bureau.PairAsync(Ct, 3);
        await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id, 4) with { Points = 12 }, Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Other.Id, 5), Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Other.Id, 6) with { Custody = Custody.Platform }, Ct);
        var board = await AskAsync(bureau, await bureau.ApprovedTripAsync(Ct), null, null);

        Assert.Equal(["京A00003", "京A00006", "京A00001", "京A00002"], board.Cars.Select(c => c.PlateNo).OrderBy(p => board.Cars.Single(c => c.PlateNo == p).Judgement.Rank).ThenBy(p => p == "京A00006"));
        Assert.True(board.Cars.Single(c => c.Id == fit).Judgement.MayGo);
        Assert.All(board.Cars.Where(c => !c.Judgement.MayGo), c => Assert.NotEmpty(c.Judgement.Reason));
        Assert.Contains("京A00001", board.Cars.Where(c => c.Judgement.Citation.Length > 0).Select(c => c.PlateNo));
        Assert.Equal([true, false], board.Drivers.Select(d => d.Judgement.MayGo));
    }

    [Fact]
    public async Task A_driver_is_judged_with_the_car_that_is_chosen()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var bus = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 1) with { Kind = VehicleKind.Large, Body = VehicleBody.Bus, Seats = 45 }, Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id, 1), Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id, 2) with { LicenceClass = LicenceClass.A1 }, Ct);
        var trip = await bureau.ApprovedTripAsync(Ct);

        Assert.All((await AskAsync(bureau, trip, null, null)).Drivers, d => Assert.True(d.Judgement.MayGo));
        var withBus = (await AskAsync(bureau, trip, bus, null)).Drivers;
        Assert.Equal([(LicenceClass.A1, true), (LicenceClass.C1, false)], withBus.Select(d => (d.Licence, d.Judgement.MayGo)));
    }

    [Fact]
    public async Task Six_hundred_cars_and_five_hundred_drivers_stand_on_one_board()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var cars = Enumerable.Range(1, 600).Select(n => (object)Vehicle.Register(Guid.CreateVersion7(), Samples.Car(bureau.Other.Id, n) with { Custody = Custody.Platform }, Samples.Today));
        var drivers = Enumerable.Range(1, 500).Select(n => (object)Driver.Register(Guid.CreateVersion7(), Samples.Driver(bureau.Other.Id, n) with { Custody = Custody.Platform }));
        await bureau.AddAsync(Ct, [.. cars, .. drivers]);
        var board = await AskAsync(bureau, await bureau.ApprovedTripAsync(Ct), null, null);

        Assert.Equal((600, 500), (board.Cars.Count(c => c.Judgement.MayGo), board.Drivers.Count(d => d.Judgement.MayGo)));
    }

    private static async Task<DispatchBoard.View> AskAsync(Bureau bureau, Guid trip, Guid? car, Guid? driver) =>
        await bureau.AskAsync<DispatchBoard, DispatchBoard.View?>(bureau.Dispatcher, board => board.AskAsync(trip, car, driver, Ct)) ?? throw new InvalidOperationException("No board.");
}
