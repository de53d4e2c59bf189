using Guiju.Clocks;
using Guiju.Fleet.Holidays;
using Guiju.Fleet.Trips;
using Guiju.Kernel;

namespace Guiju.Fleet.Tests.Holidays;

public sealed class SealVehiclesTests
{
    private static readonly DateOnly DragonBoat = new(2023, 6, 22);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Over_a_holiday_all_cars_are_sealed_but_those_on_duty()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (duty, _) = await bureau.PairAsync(Ct, 1);
        var (idle, _) = await bureau.PairAsync(Ct, 2);
        await bureau.DoneAsync(bureau.Head, new SealVehicles { Day = DragonBoat, OnDuty = [duty], FilingNo = "备-1" }, Ct);

        Assert.Equal([idle], (await AskAsync(bureau, DragonBoat.AddDays(2))).Cars.Where(c => c.Sealed).Select(c => c.Id));
        Assert.Equal(DayKind.MakeUpWorkday, (await AskAsync(bureau, new DateOnly(2023, 6, 25))).Kind);
        Assert.DoesNotContain((await AskAsync(bureau, new DateOnly(2023, 6, 25))).Cars, c => c.Sealed);
        Assert.DoesNotContain((await AskAsync(bureau, new DateOnly(2023, 6, 17))).Cars, c => c.Sealed); // an ordinary Saturday
    }

    [Fact]
    public async Task A_new_list_takes_the_place_of_the_old_one()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (first, _) = await bureau.PairAsync(Ct, 1);
        var (second, _) = await bureau.PairAsync(Ct, 2);
        await bureau.DoneAsync(bureau.Head, new SealVehicles { Day = DragonBoat, OnDuty = [first] }, Ct);
        await bureau.DoneAsync(bureau.Head, new SealVehicles { Day = DragonBoat.AddDays(1), OnDuty = [second], FilingNo = "备-2" }, Ct);
        await bureau.DoneAsync(bureau.Head, new SealVehicles { Day = DragonBoat.AddDays(1), OnDuty = [second], FilingNo = "备-3" }, Ct);

        Assert.Equal([(second, "备-3")], (await AskAsync(bureau, DragonBoat)).Cars.Where(c => c.OnDuty).Select(c => (c.Id, c.FilingNo)));
    }

    [Fact]
    public async Task Only_holidays_seal_and_only_own_cars_are_listed()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var foreign = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Other.Id), Ct);

        Assert.Equal(HolidayChecks.IsAHoliday, Assert.IsType<Outcome<int>.Broken>(await bureau.DoAsync(bureau.Head, new SealVehicles { Day = new DateOnly(2023, 6, 17) }, Ct)).Check);
        Assert.Equal(HolidayChecks.OwnCars, Assert.IsType<Outcome<int>.Broken>(await bureau.DoAsync(bureau.Head, new SealVehicles { Day = DragonBoat, OnDuty = [foreign] }, Ct)).Check);
    }

    [Fact]
    public async Task A_sealed_car_does_not_go_without_the_leader_and_one_on_duty_does()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (duty, driver) = await bureau.PairAsync(Ct, 1);
        await bureau.DoneAsync(bureau.Head, new SealVehicles { Day = DragonBoat, OnDuty = [duty], FilingNo = "备-1" }, Ct);
        var id = await bureau.DoneAsync(bureau.Clerk, Samples.Journey(DragonBoat.ToDateTime(new TimeOnly(9, 0))), Ct);
        await bureau.DoneAsync(bureau.Head, new ApproveTrip { Id = id }, Ct);
        await bureau.DoneAsync(bureau.Leader, new ApproveTrip { Id = id }, Ct);

        Assert.IsType<Outcome<Guid>.Done>(await bureau.DoAsync(bureau.Dispatcher, new DispatchTrip { Id = id, VehicleId = duty, DriverId = driver }, Ct));
    }

    private static Task<SealedOn.View> AskAsync(Bureau bureau, DateOnly day) => bureau.AskAsync<SealedOn, SealedOn.View>(bureau.Head, on => on.AskAsync(day, null, Ct));
}
