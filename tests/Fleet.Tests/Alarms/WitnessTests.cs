using System.Text;
using Guiju.Fleet.Alarms;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Geofences;
using Guiju.Fleet.Sightings;
using Guiju.Fleet.Statements;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Alarms;

/// <summary>What other rooms know, fences and cards, reaches those who look at a car's day.</summary>
public sealed class WitnessTests
{
    private static readonly DateOnly Saturday = new(2023, 5, 6);
    private static readonly DateTime Night = new(2023, 5, 6, 0, 0, 0);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fence_that_a_car_crosses_is_told_once_a_direction()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var car = Samples.Car(bureau.Organ.Id);
        await bureau.DoneAsync(bureau.Desk, car, Ct);
        await bureau.StoreAsync(car.TerminalId!, [.. Field.Stands(Night, Night.AddHours(14)), .. Field.Drives(Night.AddHours(14), 20, 0, 12), .. Field.Stands(Night.AddHours(14.4), Night.AddHours(15), 12), .. Field.Drives(Night.AddHours(15), 20, 12, 0), .. Field.Stands(Night.AddHours(15.4), Night.AddHours(24))], Ct);
        await bureau.DoneAsync(bureau.Desk, new DrawGeofence { Name = "禁入区", UnitId = bureau.Organ.Id, Shape = FenceShape.Circle, Points = "39.9539,116.4", WidthM = 800, Direction = FenceDirection.Both, Days = Enum.GetValues<FenceDay>(), Severity = FenceSeverity.Ordinary }, Ct);

        await bureau.DoneAsync(bureau.Desk, new WatchDay { Day = Saturday }, Ct);
        var fences = (await AlarmsAsync(bureau)).Where(a => a.Kind == AlarmKind.Fence).OrderBy(a => a.From).ToList();

        Assert.Equal(["驶入围栏“禁入区”", "驶出围栏“禁入区”"], fences.Select(a => a.Seen.Figures[0].Name.Zh));
        Assert.All(fences, a => Assert.Equal((2m, AlarmState.Asked), (a.Seen.Figures[0].Value, a.State)));
        Assert.Equal(0, await bureau.DoneAsync(bureau.Desk, new WatchDay { Day = Saturday }, Ct));
    }

    [Fact]
    public async Task Fuel_that_only_the_card_tells_of_is_seen_and_more_than_the_tank_holds_too()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var car = Samples.Car(bureau.Organ.Id) with { TankLitres = 50 };
        await bureau.DoneAsync(bureau.Desk, car, Ct);
        await bureau.StoreAsync(car.TerminalId!, Field.Stands(Night, Night.AddHours(24)), Ct);
        var taken = await bureau.AskAsync<StatementDesk, StatementAnswer>(bureau.Dispatcher, desk => desk.TakeAsync(
            new StatementAsked("方圆石油定点加油站", CostKind.Fuel, null, "明细.csv", null), new MemoryStream(Encoding.UTF8.GetBytes("交易时间,车牌,油品,数量,金额\n2023-05-06 10:00,京A00001,95#汽油,70,560\n")), true, Ct));

        Assert.Equal(1, taken.Tally?.Lines);
        await bureau.DoneAsync(bureau.Desk, new WatchDay { Day = Saturday }, Ct);

        Assert.Equal([AlarmKind.FuelWithoutTrip, AlarmKind.FuelAboveTank], (await AlarmsAsync(bureau)).Select(a => a.Kind).Where(k => k is AlarmKind.FuelWithoutTrip or AlarmKind.FuelAboveTank).Order());
    }

    [Fact]
    public async Task A_card_line_that_does_not_say_how_much_is_told_without_a_figure()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var car = Samples.Car(bureau.Organ.Id) with { TankLitres = 50 };
        await bureau.DoneAsync(bureau.Desk, car, Ct);
        await bureau.StoreAsync(car.TerminalId!, Field.Stands(Night, Night.AddHours(24)), Ct);
        await bureau.AskAsync<StatementDesk, StatementAnswer>(bureau.Dispatcher, desk => desk.TakeAsync(
            new StatementAsked("方圆石油定点加油站", CostKind.Fuel, null, "明细.csv", null), new MemoryStream(Encoding.UTF8.GetBytes("交易时间,车牌,油品,数量,金额\n2023-05-06 10:00,京A00001,95#汽油,,560\n")), true, Ct));

        await bureau.DoneAsync(bureau.Desk, new WatchDay { Day = Saturday }, Ct);

        var alarm = Assert.Single(await AlarmsAsync(bureau), a => a.Kind is AlarmKind.FuelWithoutTrip or AlarmKind.FuelAboveTank);
        Assert.Equal(AlarmKind.FuelWithoutTrip, alarm.Kind);
        Assert.Empty(alarm.Seen.Figures);
    }

    [Fact]
    public async Task An_alarm_about_a_car_that_is_kept_secret_is_kept_with_it()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var car = Samples.Car(bureau.Organ.Id) with { SecrecyExempt = true };
        await bureau.DoneAsync(bureau.Desk, car, Ct);
        await bureau.StoreAsync(car.TerminalId!, [.. Field.Stands(Night, Night.AddHours(14)), .. Field.Drives(Night.AddHours(14), 20, 0, 12), .. Field.Stands(Night.AddHours(14.4), Night.AddHours(24), 12)], Ct);
        await bureau.DoneAsync(bureau.Desk, new WatchDay { Day = Saturday }, Ct);
        var alarm = (await AlarmsAsync(bureau))[0];

        Assert.NotNull(await bureau.AskAsync<AlarmFile, AlarmFile.View?>(bureau.Desk, f => f.AskAsync(alarm.Id, Ct)));
        Assert.Null(await bureau.AskAsync<AlarmFile, AlarmFile.View?>(bureau.Head, f => f.AskAsync(alarm.Id, Ct)));
    }

    private static Task<List<Alarm>> AlarmsAsync(Bureau bureau) => bureau.ReadAsync(db => db.Set<Alarm>().AsNoTracking().OrderBy(a => a.Code).ToListAsync(Ct));
}
