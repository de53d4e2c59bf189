using System.Text;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Months;
using Guiju.Fleet.Statements;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Months;

public sealed class AccountTests
{
    private static readonly DateOnly May = new(2023, 5, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_month_holds_card_statements_and_the_car_s_own_costs_but_no_fine()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var car = await CarAsync(bureau);

        await CostAsync(bureau, car, CarCostKind.DriverAllowance, 80);
        await CostAsync(bureau, car, CarCostKind.Fine, 200);
        await CostAsync(bureau, car, CarCostKind.Wash, 40);
        await TollAsync(bureau, "2023-05-09 10:00,京A00001,15.5");
        var sum = Assert.Single((await BoardAsync(bureau, May)).Rows).Sum;

        Assert.Equal((80m, 40m, 15.5m, 135.5m), (sum.AllowanceYuan, sum.OtherYuan, sum.TollYuan, sum.TotalYuan));
        Assert.Null(sum.YuanPer100Km);
    }

    [Fact]
    public async Task A_closed_month_stays_as_it_was_and_a_bill_that_comes_later_counts_in_the_next_open_one()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var car = await CarAsync(bureau);
        await CostAsync(bureau, car, CarCostKind.Wash, 40);
        bureau.Clock.SetUtcNow(new DateTimeOffset(2023, 6, 2, 1, 0, 0, TimeSpan.Zero));
        await TollAsync(bureau, "2023-05-09 10:00,京A00001,15.5");

        var open = Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Dispatcher, new CloseMonth { VehicleId = car, Month = May }, Ct));
        await SettleAllAsync(bureau);
        await bureau.DoneAsync(bureau.Dispatcher, new CloseMonth { VehicleId = car, Month = May }, Ct);
        await CostAsync(bureau, car, CarCostKind.Other, 60);
        await TollAsync(bureau, "2023-05-10 10:00,京A00001,9");
        var (may, june, year) = ((await BoardAsync(bureau, May)).All, (await BoardAsync(bureau, May.AddMonths(1))).All, (await BoardAsync(bureau, May, wholeYear: true)).All);

        Assert.Equal(MonthChecks.StatementsSettled, open.Check);
        Assert.Equal((55.5m, 69m, 124.5m), (may.TotalYuan, june.TotalYuan, year.TotalYuan));
    }

    [Fact]
    public async Task Insurance_and_inspection_need_their_last_day_and_renew_the_car_s_own()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var car = await CarAsync(bureau);
        var insurer = await bureau.DoneAsync(bureau.Desk, new AddPayee { Name = "保险", Service = ServiceKind.Insurance, ContractNo = "C", From = new DateOnly(2023, 1, 1), To = new DateOnly(2023, 12, 31) }, Ct);
        var cost = new AddCarCost { VehicleId = car, Kind = CarCostKind.CompulsoryInsurance, On = Samples.Today, AmountYuan = 950, PayeeId = insurer };

        var without = Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Dispatcher, cost, Ct));
        await bureau.DoneAsync(bureau.Dispatcher, cost with { ValidTo = new DateOnly(2025, 5, 31) }, Ct);
        await bureau.DoneAsync(bureau.Dispatcher, cost with { Kind = CarCostKind.Inspection, PayeeId = null, ValidTo = new DateOnly(2025, 6, 30) }, Ct);
        var outside = Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Dispatcher, cost with { PayeeId = null, PayeeName = "别家", ValidTo = new DateOnly(2026, 5, 31) }, Ct));
        var sheet = await bureau.ReadAsync(db => db.Set<Vehicle>().AsNoTracking().SingleAsync(v => v.Id == car, Ct));

        Assert.Equal(CostChecks.ValidityForPapers, without.Check);
        Assert.Equal((new DateOnly(2025, 5, 31), new DateOnly(2025, 6, 30)), (sheet.CompulsoryInsuranceTo, sheet.InspectionDue));
        Assert.Equal("V-39", outside.Verdict.Findings[0].Rule);
    }

    [Fact]
    public async Task Closed_accounts_are_shown_inside_the_unit_for_workdays_and_objections_are_answered_once()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var car = await CarAsync(bureau);
        await CostAsync(bureau, car, CarCostKind.Wash, 40);
        bureau.Clock.SetUtcNow(new DateTimeOffset(2023, 6, 20, 1, 0, 0, TimeSpan.Zero));
        var post = new PostNotice { UnitId = bureau.Organ.Id, Month = May };

        var early = Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Dispatcher, post, Ct));
        await bureau.DoneAsync(bureau.Dispatcher, new CloseMonth { VehicleId = car, Month = May }, Ct);
        var id = await bureau.DoneAsync(bureau.Dispatcher, post, Ct);
        await bureau.DoneAsync(bureau.Clerk, new ObjectToNotice { Id = id, Text = "五月没有洗过车" }, Ct);
        var stranger = await bureau.DoAsync(bureau.Head, new AnswerObjection { Id = id, Number = 1, Answer = "已核对" }, Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new AnswerObjection { Id = id, Number = 1, Answer = "五月八日有收据" }, Ct);
        var twice = Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Dispatcher, new AnswerObjection { Id = id, Number = 1, Answer = "再答一次" }, Ct));
        bureau.Clock.SetUtcNow(new DateTimeOffset(2023, 7, 20, 1, 0, 0, TimeSpan.Zero));
        var late = Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Clerk, new ObjectToNotice { Id = id, Text = "晚了" }, Ct));
        var notice = await bureau.ReadAsync(db => db.Set<MonthNotice>().AsNoTracking().SingleAsync(Ct));

        Assert.Equal(NoticeChecks.AllClosed, early.Check);
        Assert.IsType<Outcome<Guid>.Denied>(stranger);
        Assert.Equal(NoticeChecks.NotAnsweredYet, twice.Check);
        Assert.Equal(NoticeChecks.StillShown, late.Check);
        Assert.Equal((new DateOnly(2023, 6, 20), new DateOnly(2023, 6, 28)), (notice.From, notice.To)); // 22 to 24 June are the holiday, 25 June is a workday
        Assert.Equal("五月八日有收据", Assert.Single(notice.Objections).Answer);
        Assert.Equal(40m, Assert.Single(notice.Lines).Sum.TotalYuan);
    }

    private static Task<Guid> CarAsync(Bureau bureau) => bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id), Ct);

    private static Task<Guid> CostAsync(Bureau bureau, Guid car, CarCostKind kind, decimal yuan) => bureau.DoneAsync(bureau.Dispatcher, new AddCarCost { VehicleId = car, Kind = kind, On = new DateOnly(2023, 5, 8), AmountYuan = yuan }, Ct);

    private static Task<StatementAnswer> TollAsync(Bureau bureau, string line) => bureau.AskAsync<StatementDesk, StatementAnswer>(bureau.Dispatcher, desk =>
        desk.TakeAsync(new StatementAsked("高速", CostKind.Toll, null, "t.csv", null), new MemoryStream(Encoding.UTF8.GetBytes("出口时间,车牌,通行费\n" + line + "\n")), true, Ct));

    private static async Task SettleAllAsync(Bureau bureau)
    {
        foreach (var line in await bureau.ReadAsync(db => db.Set<StatementLine>().AsNoTracking().Where(l => l.Open).ToListAsync(Ct)))
        {
            await bureau.DoneAsync(bureau.Dispatcher, new SettleLine { Id = line.Id, Way = LineWay.Explained, Reason = "当日送检，未派车" }, Ct);
        }
    }

    private static Task<MonthBoard.Part> BoardAsync(Bureau bureau, DateOnly month, bool wholeYear = false) => bureau.AskAsync<MonthBoard, MonthBoard.Part>(bureau.Dispatcher, board => board.AskAsync(month, wholeYear, null, false, Ct));
}
