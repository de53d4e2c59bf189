using Guiju.Fleet.Costs;
using Guiju.Fleet.Indicators;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;

namespace Guiju.Fleet.Tests.Indicators;

public sealed class IndicatorBoardTests
{
    private static readonly DateOnly First = new(2023, 5, 8);
    private static readonly DateOnly Last = new(2023, 5, 12); // Monday to Friday, none of them off

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_cars_of_which_one_goes_out_over_a_night_come_to_what_is_worked_out_by_hand()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2), Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Other.Id, 3), Ct);
        await bureau.DoneAsync(bureau.Desk, new SetQuota { UnitId = bureau.Organ.Id, Class = VehicleClass.Research, Cars = 4, From = new DateOnly(2023, 1, 1), DocNo = "编" }, Ct);
        await TripAsync(bureau, car, driver);

        var part = await bureau.AskAsync<IndicatorBoard, IndicatorBoard.Part>(bureau.Head, board => board.AskAsync(First, Last, null, Ct));
        var all = await bureau.AskAsync<IndicatorBoard, IndicatorBoard.Part>(bureau.Desk, board => board.AskAsync(First, Last, null, Ct));

        Assert.Equal((2, 3), (part.All.Cars, all.All.Cars)); // the head sees the own unit
        Assert.Equal((2, 10), (part.All.DaysOut, part.All.Workdays)); // out on Monday and Tuesday, two cars on five days
        Assert.Equal((17m, 100m), (part.All.HoursOut, part.All.OfficeHours)); // 10 to 18 on Monday, 8 to 17 on Tuesday
        Assert.Equal((1, 0), (part.All.Trips, part.All.MadeUp));
        Assert.Equal((120m, 10m, 80m), (part.All.Km, part.All.Litres, part.All.Yuan));
        Assert.Equal((20m, 17m, 8.33m, 60m, 40m, 0.67m), (Value("attendance"), Value("time-use"), Value("fuel"), Value("km-per-car"), Value("cost-per-car"), Value("cost-per-km")));
        Assert.Null(Value("energy")); // nothing was charged
        Assert.Equal(50m, part.Units.Single().QuotaUse);
        Assert.Equal(part.All, part.Cars.Aggregate(CarTally.None, (sum, c) => sum + c.Tally));

        decimal? Value(string key) => Indicator.Of(key)!.Value(part.All);
    }

    [Fact]
    public async Task A_car_answers_for_the_days_since_it_was_registered_and_without_a_figure_nothing_is_said()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id) with { RegisteredOn = First, InServiceOn = First }, Ct);

        var part = await bureau.AskAsync<IndicatorBoard, IndicatorBoard.Part>(bureau.Desk, board => board.AskAsync(First.AddDays(-14), First, null, Ct));
        var early = await bureau.AskAsync<IndicatorBoard, IndicatorBoard.Part>(bureau.Desk, board => board.AskAsync(First.AddDays(-14), First.AddDays(-1), null, Ct));

        Assert.Equal((1, 10m, 1, 1), (part.All.Workdays, part.All.OfficeHours, part.All.Dated, part.All.Measured));
        Assert.Equal(100m, Indicator.Of("idle")!.Value(part.All)); // one day, no km
        Assert.Empty(early.Cars);
        Assert.Null(Indicator.Of("overdue")!.Value(part.All with { Dated = 0 })); // no figure in force: no share, not nought
        Assert.Null(Indicator.Of("idle")!.Value(part.All with { Measured = 0, Idle = 0 }));
    }

    [Fact]
    public async Task Without_journeys_there_is_nothing_to_divide_by()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var part = await bureau.AskAsync<IndicatorBoard, IndicatorBoard.Part>(bureau.Desk, board => board.AskAsync(First, Last, null, Ct));

        Assert.All(Indicator.All, i => Assert.Null(i.Value(part.All)));
        Assert.Equal(2023, await bureau.AskAsync<IndicatorBoard, int>(bureau.Desk, board => board.LatestYearAsync(Ct)));
        Assert.Null(await bureau.AskAsync<IndicatorBoard, (DateOnly, DateOnly)?>(bureau.Desk, board => IndicatorModel.SpanAsync(board, Last, First, Ct)));
    }

    // Leaves on Monday at ten, is back on Tuesday at five in the afternoon, with 120 km and ten litres for 80 yuan.
    private static async Task TripAsync(Bureau bureau, Guid car, Guid driver)
    {
        var id = await bureau.ApprovedTripAsync(Ct, Samples.Journey() with { PlanEnd = new DateTime(2023, 5, 9, 17, 0, 0) });
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = id, VehicleId = car, DriverId = driver }, Ct);
        bureau.Clock.Advance(TimeSpan.FromHours(1));
        var odometer = (await bureau.ReadAsync(db => db.FindAsync<Vehicle>([car], Ct).AsTask()))!.MileageKm;
        await bureau.DoneAsync(bureau.Chauffeur, new DepartTrip { Id = id, OdometerKm = odometer }, Ct);
        bureau.Clock.Advance(TimeSpan.FromHours(31));
        await bureau.DoneAsync(bureau.Chauffeur, new ReturnTrip { Id = id, OdometerKm = odometer + 120, ParkedInPlace = true, DrivingMinutes = 180, RestMinutes = 30 }, Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new AddTripCost { TripId = id, Kind = CostKind.Fuel, On = First, AmountYuan = 80, Quantity = 10, PayeeName = "加油站" }, Ct);
    }
}
