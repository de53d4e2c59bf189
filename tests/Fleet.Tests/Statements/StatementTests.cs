using System.Text;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Statements;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Statements;

public sealed class StatementTests
{
    private const string Issuer = "方圆石油定点加油站";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_line_is_joined_to_its_car_by_card_or_plate_and_to_the_journey_under_way()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, trip) = await DrivenAsync(bureau);
        await bureau.DoneAsync(bureau.Dispatcher, new AssignCard { Issuer = Issuer, CardNo = "C1", VehicleId = car, From = new DateOnly(2023, 1, 1) }, Ct);

        var tally = await TakeAsync(bureau, "交易时间,卡号,车牌,油品,数量,金额\n2023-05-09 10:00,C1,京B99999,95#汽油,40,320\n2023-05-09 11:00,,京a·00001,95#汽油,5,40\n2023-05-12 11:00,C1,,95#汽油,20,160\n2023-05-09 10:00,C7,京B77777,95#汽油,40,320\n");
        var lines = await LinesAsync(bureau);

        Assert.Equal(4, tally.Lines);
        Assert.Equal([(LineState.Joined, car, (Guid?)trip), (LineState.Joined, car, trip), (LineState.NoTrip, car, null), (LineState.NoCar, null, null)], lines.Select(l => (l.State, l.VehicleId, l.TripId)));
        Assert.Equal(tally.Open, lines.Count(l => l.Open));
        Assert.True(lines[2].Open && lines[3].Open, "What does not settle by itself waits for a person.");
    }

    [Fact]
    public async Task The_law_is_asked_of_every_line_and_each_verdict_is_stored_with_its_facts()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await DrivenAsync(bureau, Samples.Car(bureau.Organ.Id) with { TankLitres = 50 });
        await bureau.DoneAsync(bureau.Desk, new AddPayee { Name = Issuer, Service = ServiceKind.Fuel, ContractNo = "C", From = new DateOnly(2023, 1, 1), To = new DateOnly(2023, 12, 31) }, Ct);

        await TakeAsync(bureau, "交易时间,车牌,油品,数量,金额,里程\n2023-05-09 10:00,京A00001,0#柴油,60,480,10050\n2023-05-09 11:00,京A00001,95#汽油,20,160,10060\n2023-05-20 11:00,京A00001,95#汽油,20,160,10300\n2023-05-09 10:00,京B77777,95#汽油,40,320,\n");
        var lines = await LinesAsync(bureau);
        var found = new List<IReadOnlyList<string>>();
        foreach (var line in lines)
        {
            var stored = await bureau.ReadAsync(db => db.Set<StoredVerdict>().AsNoTracking().SingleAsync(v => v.SubjectId == line.Id, Ct));
            Assert.Equal((FleetControlPoints.RecordFuel, FleetKinds.StatementLine, line.Day, line.Outcome), (stored.ControlPoint, stored.SubjectKind, stored.On, stored.Outcome));
            found.Add(stored.Read().Findings.Where(f => f.Row is not null && f.Stated >= LawOutcome.Acknowledge).Select(f => f.Row!).Order(StringComparer.Ordinal).ToList());
        }

        Assert.Equal(["V-40-grade-r1", "V-40-tank-r1"], found[0]);
        Assert.Contains("V-40-gap-r1", found[1]);
        Assert.Contains("V-40-order-r1", found[2]);
        Assert.Contains("V-41-r2", found[3]);
    }

    [Fact]
    public async Task The_same_file_comes_in_once_and_a_line_of_an_earlier_one_is_told_and_not_taken_twice()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await DrivenAsync(bureau);
        const string first = "流水号,交易时间,车牌,油品,数量,金额\n1,2023-05-09 10:00,京A00001,95#汽油,40,320\n2,2023-05-10 10:00,京A00001,95#汽油,40,320\n";

        await TakeAsync(bureau, first);
        var again = await AnswerAsync(bureau, first, keep: true);
        var longer = await TakeAsync(bureau, first + "3,2023-05-11 10:00,京A00001,95#汽油,40,320\n");
        var nothing = await AnswerAsync(bureau, first + "\n \n,,,,,\n2,2023-05-10 10:00,京A00001,95#汽油,40,320\n", keep: true);

        Assert.Equal(StatementChecks.FileIsNew, Assert.IsType<Outcome<StatementTally>.Broken>(again.Outcome).Check);
        Assert.Equal([1, 2, 3], longer.Repeated.Prepend(longer.Lines));
        Assert.Equal(StatementChecks.SomethingIsNew, Assert.IsType<Outcome<StatementTally>.Broken>(nothing.Outcome).Check);
        Assert.Equal(3, (await LinesAsync(bureau)).Count);
    }

    [Fact]
    public async Task A_trial_says_what_would_be_and_keeps_nothing()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await DrivenAsync(bureau);

        var tried = await AnswerAsync(bureau, "交易时间,车牌,油品,数量,金额\n2023-05-09 10:00,京A00001,95#汽油,40,320\n", keep: false);
        var faulty = await AnswerAsync(bureau, "交易时间,车牌,油品,数量,金额\n2023-05-09 10:00,京A00001,95#汽油,40,320\n2023-05-09 10:00,京A00001,95#汽油,四十,320\n", keep: true);

        Assert.Equal((1, 1), (tried.Tally!.Lines, tried.Tally.States[LineState.Joined]));
        Assert.Null(faulty.Tally);
        Assert.Equal([3], faulty.File.Errors.Select(e => e.Row));
        Assert.Empty(await LinesAsync(bureau));
    }

    [Fact]
    public async Task What_the_driver_has_entered_counts_once_and_another_amount_waits_for_a_person()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, trip) = await DrivenAsync(bureau);
        foreach (var yuan in new[] { 320m, 33m })
        {
            await bureau.DoneAsync(bureau.Dispatcher, new AddTripCost { TripId = trip, Kind = yuan == 33m ? CostKind.Toll : CostKind.Fuel, On = new DateOnly(2023, 5, 9), AmountYuan = yuan, Quantity = yuan == 33m ? null : 40 }, Ct);
        }

        await TakeAsync(bureau, "交易时间,车牌,油品,数量,金额\n2023-05-09 10:00,京A00001,95#汽油,40,320\n2023-05-09 10:30,京A00001,95#汽油,4,32\n");
        await TakeAsync(bureau, "出口时间,车牌,入口站,出口站,通行费\n2023-05-09 10:00,京A00001,甲,乙,11\n2023-05-09 11:00,京A00001,乙,丙,22\n", "高速通行", CostKind.Toll);
        var lines = await LinesAsync(bureau);

        Assert.Equal([LineState.Entered, LineState.Joined], lines.Take(2).Select(l => l.State));
        Assert.Equal([LineState.Entered, LineState.Entered], lines.Skip(2).Select(l => l.State));
        Assert.Equal("甲—乙", lines[2].Station);
        Assert.Equal([false, true, false, false], lines.Select(l => l.Counts));
        Assert.Equal(car, lines[0].VehicleId);
    }

    [Fact]
    public async Task A_person_settles_a_line_once_with_a_reason_and_it_is_judged_again()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, trip) = await DrivenAsync(bureau);
        await TakeAsync(bureau, "交易时间,车牌,油品,数量,金额\n2023-05-09 10:00,京B99999,95#汽油,40,320\n2023-05-09 10:10,京B88888,95#汽油,40,320\n");
        var lines = await LinesAsync(bureau);

        await Broken(new SettleLine { Id = lines[0].Id, Way = LineWay.Explained, Reason = "核对过小票" }, StatementChecks.CarIsKnown);
        await Broken(new SettleLine { Id = lines[0].Id, Way = LineWay.ToCar, Reason = "核对过小票" }, StatementChecks.CarIsNamed);
        await bureau.DoneAsync(bureau.Dispatcher, new SettleLine { Id = lines[0].Id, Way = LineWay.ToCar, VehicleId = car, Reason = "小票上车牌印错" }, Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new SettleLine { Id = lines[1].Id, Way = LineWay.NotOurs, Reason = "外单位车辆，退回油站" }, Ct);
        await Broken(new SettleLine { Id = lines[0].Id, Way = LineWay.NotOurs, Reason = "又说不是" }, StatementChecks.StillOpen);
        var settled = await LinesAsync(bureau);

        Assert.Equal([(LineState.Joined, (Guid?)trip, false), (LineState.NotOurs, null, false)], settled.Select(l => (l.State, l.TripId, l.Open)));
        Assert.Equal(2, await bureau.ReadAsync(db => db.Set<StoredVerdict>().CountAsync(v => v.SubjectId == lines[0].Id, Ct)));

        async Task Broken(SettleLine act, SystemCheck check) => Assert.Equal(check, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Dispatcher, act, Ct)).Check);
    }

    [Fact]
    public async Task A_card_belongs_to_one_car_at_a_time()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (one, other) = (await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id), Ct), await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2), Ct));
        var card = new AssignCard { Issuer = Issuer, CardNo = "C1", VehicleId = one, From = new DateOnly(2023, 1, 1) };

        await bureau.DoneAsync(bureau.Dispatcher, card, Ct);
        await bureau.DoneAsync(bureau.Dispatcher, card with { VehicleId = other, From = new DateOnly(2023, 5, 1) }, Ct);
        var clash = Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Dispatcher, card with { From = new DateOnly(2023, 4, 1) }, Ct));
        await TakeAsync(bureau, "交易时间,卡号,油品,数量,金额\n2023-04-30 10:00,C1,95#汽油,40,320\n2023-05-01 10:00,C1,95#汽油,40,320\n");

        Assert.Equal(StatementChecks.CardIsFree, clash.Check);
        Assert.Equal([one, other], (await LinesAsync(bureau)).Select(l => l.VehicleId.GetValueOrDefault()));
    }

    [Fact]
    public async Task The_meanings_of_the_columns_are_remembered_for_the_issuer()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await DrivenAsync(bureau);
        var said = new Dictionary<StatementColumn, string> { [StatementColumn.At] = "甲", [StatementColumn.Amount] = "乙", [StatementColumn.Plate] = "丙", [StatementColumn.Quantity] = "丁" };

        await AnswerAsync(bureau, "甲,乙,丙,丁\n2023-05-09 10:00,320,京A00001,40\n", keep: true, columns: said);
        var next = await AnswerAsync(bureau, "甲,乙,丙,丁\n2023-05-09 10:20,20,京A00001,2.5\n", keep: true);

        Assert.Equal(2.5m, Assert.Single(next.File.Lines).Quantity);
        Assert.True(next.Kept);
    }

    // A car that was under way on 9 May from nine to three.
    private static async Task<(Guid Car, Guid Trip)> DrivenAsync(Bureau bureau, RegisterVehicle? sheet = null)
    {
        var car = await bureau.DoneAsync(bureau.Desk, (sheet ?? Samples.Car(bureau.Organ.Id)) with { MileageKm = 10000 }, Ct);
        var driver = await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id) with { PersonId = bureau.Chauffeur.Id }, Ct);
        var trip = await bureau.ApprovedTripAsync(Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = trip, VehicleId = car, DriverId = driver }, Ct);
        bureau.Clock.SetUtcNow(new DateTimeOffset(2023, 5, 9, 1, 0, 0, TimeSpan.Zero));
        await bureau.DoneAsync(bureau.Chauffeur, new DepartTrip { Id = trip, OdometerKm = 10000 }, Ct);
        bureau.Clock.SetUtcNow(new DateTimeOffset(2023, 5, 9, 7, 0, 0, TimeSpan.Zero));
        await bureau.DoneAsync(bureau.Chauffeur, new ReturnTrip { Id = trip, OdometerKm = 10150, ParkedInPlace = true, DrivingMinutes = 120, RestMinutes = 30 }, Ct);
        bureau.Clock.SetUtcNow(new DateTimeOffset(2023, 6, 2, 1, 0, 0, TimeSpan.Zero));
        return (car, trip);
    }

    private static async Task<StatementTally> TakeAsync(Bureau bureau, string text, string issuer = Issuer, CostKind kind = CostKind.Fuel)
    {
        var answer = await AnswerAsync(bureau, text, keep: true, issuer, kind);
        return answer.Tally ?? throw new InvalidOperationException(Json.Write(answer.File.Errors) + Json.Write((object?)answer.Outcome));
    }

    private static Task<StatementAnswer> AnswerAsync(Bureau bureau, string text, bool keep, string issuer = Issuer, CostKind kind = CostKind.Fuel, IReadOnlyDictionary<StatementColumn, string>? columns = null) =>
        bureau.AskAsync<StatementDesk, StatementAnswer>(bureau.Dispatcher, desk => desk.TakeAsync(new StatementAsked(issuer, kind, null, "明细.csv", columns), new MemoryStream(Encoding.UTF8.GetBytes(text)), keep, Ct));

    private static Task<List<StatementLine>> LinesAsync(Bureau bureau) => bureau.ReadAsync(db => db.Set<StatementLine>().AsNoTracking().OrderBy(l => l.StatementId).ThenBy(l => l.Row).ToListAsync(Ct));
}
