using Guiju.Fleet.Planning;
using Guiju.Fleet.Holidays;
using Guiju.Fleet.Rosters;
using Guiju.Fleet.Trips;
using Guiju.Kernel;

namespace Guiju.Fleet.Tests.Rosters;

/// <summary>Who is down for which day, what stands against it, and that nobody on leave is dispatched or planned.</summary>
public sealed class RosterTests
{
    private static readonly DateOnly Day = new(2023, 5, 9);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_on_leave_is_dispatched_or_planned()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new SetShifts { DriverId = driver, From = Day, To = Day, Kind = ShiftKind.Leave }, Ct);
        var trip = await bureau.ApprovedTripAsync(Ct);

        Assert.Equal(RosterChecks.NotOnLeave, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Dispatcher, new DispatchTrip { Id = trip, VehicleId = car, DriverId = driver }, Ct)).Check);
        Assert.Single((await PlanAsync()).Unplaced);
        await bureau.DoneAsync(bureau.Dispatcher, new SetShifts { DriverId = driver, From = Day, To = Day }, Ct);
        Assert.Empty((await PlanAsync()).Unplaced);
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = trip, VehicleId = car, DriverId = driver }, Ct);
        Assert.Equal(RosterChecks.NothingDispatched, Assert.IsType<Outcome<int>.Broken>(await bureau.DoAsync(bureau.Dispatcher, new SetShifts { DriverId = driver, From = Day.AddDays(-1), To = Day.AddDays(1), Kind = ShiftKind.Leave }, Ct)).Check);

        Task<DayPlanBoard.View> PlanAsync() => bureau.AskAsync<DayPlanBoard, DayPlanBoard.View>(bureau.Dispatcher, board => board.AskAsync(Day, 5, Ct));
    }

    [Fact]
    public async Task A_month_shows_shifts_trips_and_what_stands_against_a_driver()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        var ending = await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id, 2) with { LicenceTo = new DateOnly(2023, 5, 20), MedicalOn = new DateOnly(2023, 1, 5) }, Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new SetShifts { DriverId = driver, From = Day, To = Day.AddDays(7), Kind = ShiftKind.Day }, Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = await bureau.ApprovedTripAsync(Ct), VehicleId = car, DriverId = driver }, Ct);

        var month = await MonthAsync(bureau, Day);
        var (first, second) = (month.Rows.Single(r => r.Id == driver), month.Rows.Single(r => r.Id == ending));

        Assert.Equal((8, 1, 8, 1), (first.Shifts.Count, first.Trips[Day], first.WithoutRest.GetValueOrDefault(), first.MedicalOlder.GetValueOrDefault()));
        Assert.Equal((new DateOnly(2023, 5, 20), (int?)null, (int?)null), (second.LicenceEnds.GetValueOrDefault(), second.MedicalOlder, second.WithoutRest));
        Assert.Equal(RosterChecks.LicenceHolds, await BrokenAsync(new SetShifts { DriverId = ending, From = Day, To = new DateOnly(2023, 5, 21), Kind = ShiftKind.Late }));
        Assert.Equal(RosterChecks.DaysInOrder, await BrokenAsync(new SetShifts { DriverId = driver, From = Day, To = Day.AddDays(-1), Kind = ShiftKind.Late }));
        Assert.Equal(RosterChecks.DaysInOrder, await BrokenAsync(new SetShifts { DriverId = driver, From = Day, To = Day.AddDays(62), Kind = ShiftKind.Late }));

        async Task<SystemCheck> BrokenAsync(SetShifts act) => Assert.IsType<Outcome<int>.Broken>(await bureau.DoAsync(bureau.Dispatcher, act, Ct)).Check;
    }

    [Fact]
    public async Task Over_a_holiday_cars_on_duty_stand_beside_drivers_on_duty()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, new SealVehicles { UnitId = bureau.Organ.Id, Day = new DateOnly(2023, 6, 22), OnDuty = [car] }, Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new SetShifts { DriverId = driver, From = new DateOnly(2023, 6, 22), To = new DateOnly(2023, 6, 23), Kind = ShiftKind.HolidayDuty }, Ct);
        Assert.Equal((1, 0), await HolidayAsync()); // nobody on the last day
        await bureau.DoneAsync(bureau.Dispatcher, new SetShifts { DriverId = driver, From = new DateOnly(2023, 6, 24), To = new DateOnly(2023, 6, 24), Kind = ShiftKind.HolidayDuty }, Ct);
        Assert.Equal((1, 1), await HolidayAsync());

        async Task<(int, int)> HolidayAsync() => Assert.Single((await MonthAsync(bureau, new DateOnly(2023, 6, 1))).Holidays) is var holiday ? (holiday.Cars, holiday.Drivers) : default;
    }

    private static Task<RosterBoard.View> MonthAsync(Bureau bureau, DateOnly month) => bureau.AskAsync<RosterBoard, RosterBoard.View>(bureau.Dispatcher, board => board.AskAsync(month, null, 1, Ct));
}
