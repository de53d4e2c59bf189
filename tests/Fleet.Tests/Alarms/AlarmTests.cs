using Guiju.Fleet.Alarms;
using Guiju.Fleet.Sightings;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Truth;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Alarms;

public sealed class AlarmTests
{
    private static readonly DateOnly Saturday = new(2023, 5, 6);
    private static readonly DateTime Night = new(2023, 5, 6, 0, 0, 0);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Bureau.Databases), MemberType = typeof(Bureau))]
    public async Task A_drive_without_an_order_is_asked_about_explained_and_decided(string kind)
    {
        await using var bureau = await Bureau.OpenAsync(kind, Ct);
        await GhostAsync(bureau);

        var kept = await bureau.DoneAsync(bureau.Desk, new WatchDay { Day = Saturday }, Ct);
        var again = await bureau.DoneAsync(bureau.Desk, new WatchDay { Day = Saturday }, Ct);
        var alarm = await AlarmAsync(bureau);

        Assert.Equal((1, 0), (kept, again));
        Assert.Equal((AlarmKind.NoOrder, AlarmState.Asked, bureau.Organ.Id), (alarm.Kind, alarm.State, alarm.UnitId));
        Assert.Equal(24, (double)alarm.Seen.Figures[0].Value, 1.0); // twelve kilometres there and back
        Assert.All(alarm.Seen.Excuses, e => Assert.NotEqual(Standing.Holds, e.Standing));

        Assert.IsType<Outcome<Guid>.Denied>(await bureau.DoAsync(bureau.Dispatcher, new ExplainAlarm { Id = alarm.Id, Explanation = "不知道" }, Ct));
        await bureau.DoneAsync(bureau.Head, new ExplainAlarm { Id = alarm.Id, Explanation = "周末送文件，忘记申请" }, Ct);
        Assert.IsType<Outcome<Guid>.Denied>(await bureau.DoAsync(bureau.Head, new JudgeAlarm { Id = alarm.Id, Verdict = AlarmVerdict.Reasonable, Opinion = "属公务" }, Ct));
        await bureau.DoneAsync(bureau.Desk, new AskAboutAlarm { Id = alarm.Id, Opinion = "请补充送往何处" }, Ct);
        await bureau.DoneAsync(bureau.Head, new ExplainAlarm { Id = alarm.Id, Explanation = "送往市档案馆，有签收单" }, Ct);
        await bureau.DoneAsync(bureau.Desk, new JudgeAlarm { Id = alarm.Id, Verdict = AlarmVerdict.Confirmed, Opinion = "未申请用车，属实" }, Ct);

        var judged = await AlarmAsync(bureau);
        var part = await bureau.AskAsync<AlarmBoard, AlarmBoard.Part>(bureau.Desk, board => board.AskAsync(Saturday, Saturday, Ct));
        Assert.Equal((AlarmState.Judged, AlarmVerdict.Confirmed, "许平"), (judged.State, judged.Verdict, judged.JudgedByName));
        Assert.Equal((1, 1, 100m), (part.Use.Single().All, part.Use.Single().Confirmed, part.Use.Single().TrueShare));
        Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Desk, new JudgeAlarm { Id = alarm.Id, Verdict = AlarmVerdict.Mistaken, Opinion = "再想一想" }, Ct));
    }

    [Theory]
    [MemberData(nameof(Bureau.Databases), MemberType = typeof(Bureau))]
    public async Task What_the_record_explains_is_kept_and_nobody_is_asked(string kind)
    {
        await using var bureau = await Bureau.OpenAsync(kind, Ct);
        var trip = await JourneyAsync(bureau, silent: true);

        await bureau.DoneAsync(bureau.Desk, new WatchDay { Day = Samples.Today }, Ct);
        var alarm = await AlarmAsync(bureau);
        var sheet = await bureau.AskAsync<TripTruth, TruthSheet?>(bureau.Head, truth => truth.AskAsync(trip, Ct));

        Assert.Equal((AlarmKind.OdometerGap, AlarmState.ByRecord, trip), (alarm.Kind, alarm.State, alarm.TripId));
        Assert.Equal("终端失联期间的里程", alarm.Seen.Excuses.First(e => e.Standing == Standing.Holds).Name.Zh);
        Assert.Equal(TruthResult.Explained, sheet?.Result);
        Assert.Contains(sheet!.Line, m => m.By == Witness.Track && m.Told.Zh.StartsWith("终端静默", StringComparison.Ordinal));
        Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Desk, new JudgeAlarm { Id = alarm.Id, Verdict = AlarmVerdict.Confirmed, Opinion = "不该再问" }, Ct));
    }

    [Fact]
    public async Task Order_odometer_and_track_that_agree_are_said_to_agree_and_strangers_learn_nothing()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var trip = await JourneyAsync(bureau, silent: false);

        var sheet = await bureau.AskAsync<TripTruth, TruthSheet?>(bureau.Head, truth => truth.AskAsync(trip, Ct));
        var month = await bureau.AskAsync<TripTruth, IReadOnlyList<TruthSheet>>(bureau.Desk, truth => truth.MonthAsync(new DateOnly(2023, 5, 1), null, Ct));
        var stranger = await bureau.AskAsync<TripTruth, TruthSheet?>(new Person { Id = Guid.CreateVersion7(), Code = "applicant", Name = "路人", UnitId = bureau.Other.Id, From = new DateOnly(2018, 1, 1) }, truth => truth.AskAsync(trip, Ct));

        Assert.Equal(TruthResult.Agrees, sheet?.Result);
        Assert.Equal(sheet!.Code, Assert.Single(month).Code);
        Assert.Equal("60 km", sheet.Beside.Single(b => b.Name.Zh == "里程表").Value?.Zh);
        Assert.Null(stranger);
    }

    [Fact]
    public async Task A_day_that_is_not_over_is_not_checked()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        Assert.IsType<Outcome<int>.Broken>(await bureau.DoAsync(bureau.Desk, new WatchDay { Day = Samples.Today }, Ct));
        Assert.IsType<Outcome<int>.Denied>(await bureau.DoAsync(bureau.Head, new WatchDay { Day = Saturday }, Ct));
    }

    private static Task<Alarm> AlarmAsync(Bureau bureau) => bureau.ReadAsync(db => db.Set<Alarm>().AsNoTracking().SingleAsync(Ct));

    private static async Task GhostAsync(Bureau bureau)
    {
        var car = Samples.Car(bureau.Organ.Id);
        await bureau.DoneAsync(bureau.Desk, car, Ct);
        await bureau.StoreAsync(car.TerminalId!, [.. Field.Stands(Night, Night.AddHours(14)), .. Field.Drives(Night.AddHours(14), 20, 0, 12), .. Field.Stands(Night.AddHours(14.4), Night.AddHours(15), 12), .. Field.Drives(Night.AddHours(15), 20, 12, 0), .. Field.Stands(Night.AddHours(15.4), Night.AddHours(24))], Ct);
    }

    // Ten to two on Monday, thirty kilometres out and back; with a terminal that falls silent on the way.
    private static async Task<Guid> JourneyAsync(Bureau bureau, bool silent)
    {
        var (car, driver) = await bureau.PairAsync(Ct);
        var id = await bureau.ApprovedTripAsync(Ct, Samples.Journey(new DateTime(2023, 5, 8, 10, 0, 0)) with { PlanEnd = new DateTime(2023, 5, 8, 14, 30, 0) });
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = id, VehicleId = car, DriverId = driver }, Ct);
        bureau.Clock.Advance(TimeSpan.FromHours(1));
        await bureau.DoneAsync(bureau.Chauffeur, new DepartTrip { Id = id, OdometerKm = 1000 }, Ct);
        bureau.Clock.Advance(TimeSpan.FromHours(4));
        await bureau.DoneAsync(bureau.Chauffeur, new ReturnTrip { Id = id, OdometerKm = 1060, ParkedInPlace = true, NoFuel = true, NoCosts = true }, Ct);
        var day = new DateTime(2023, 5, 8);
        Fix[] all = [.. Field.Stands(day, day.AddHours(10)), .. Field.Drives(day.AddHours(10.1), 40, 0, 30), .. Field.Stands(day.AddHours(10.9), day.AddHours(13), 30), .. Field.Drives(day.AddHours(13), 40, 30, 0), .. Field.Stands(day.AddHours(13.8), day.AddHours(24))];
        await bureau.StoreAsync("T00001", all.Where(f => !silent || f.At < day.AddHours(10.4) || f.At > day.AddHours(13.6)), Ct);
        bureau.Clock.Advance(TimeSpan.FromDays(1));
        return id;
    }
}
