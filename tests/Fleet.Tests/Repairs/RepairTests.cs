using Guiju.Fleet.Costs;
using Guiju.Fleet.Months;
using Guiju.Fleet.Repairs;
using Guiju.Kernel;
using Guiju.Kernel.Verdicts;
using Guiju.Procedures.Papers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Repairs;

public sealed class RepairTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1000, RepairLevel.Dispatcher)]
    [InlineData(1000.01, RepairLevel.Head)]
    [InlineData(10000, RepairLevel.Head)]
    [InlineData(10000.01, RepairLevel.Leader)]
    public async Task The_amount_of_the_quote_says_who_decides(decimal yuan, RepairLevel level)
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (repair, shop) = await ReportedAsync(bureau);

        await bureau.DoneAsync(bureau.Dispatcher, Quote(repair, shop, yuan), Ct);

        Assert.Equal(level, (await OneAsync(bureau, repair)).Level);
    }

    [Fact]
    public async Task A_repair_runs_from_the_fault_to_the_car_s_account()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (repair, shop) = await ReportedAsync(bureau);

        await bureau.DoneAsync(bureau.Dispatcher, Quote(repair, shop, 12000), Ct);
        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(bureau.Dispatcher, new DecideRepair { Id = repair, Approved = true }, Ct));
        await bureau.DoneAsync(bureau.Head, new DecideRepair { Id = repair, Approved = true, Opinion = "同意，报主要负责人" }, Ct);
        await bureau.DoneAsync(bureau.Leader, new DecideRepair { Id = repair, Approved = true, Opinion = "同意" }, Ct);
        var photos = new FinishRepair { Id = repair, FinishedOn = Samples.Today.AddDays(2), PartsReplaced = 1, NewPartPhotos = 1, OldPartPhotos = 1, OldPartsReturned = true };
        await AttachAsync(bureau, repair, 1);
        await AttachAsync(bureau, repair, 1); // the same once more
        Assert.Equal(RepairChecks.PhotosAreAttached, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Dispatcher, photos, Ct)).Check);
        await AttachAsync(bureau, repair, 2);
        await bureau.DoneAsync(bureau.Dispatcher, photos, Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new SettleRepair { Id = repair, On = Samples.Today.AddDays(3), Yuan = 11800, InvoiceNo = "F1" }, Ct);
        var done = await OneAsync(bureau, repair);
        var month = await bureau.AskAsync<MonthBoard, MonthBoard.Part>(bureau.Dispatcher, board => board.AskAsync(Samples.Today, false, null, false, Ct));

        Assert.Equal((RepairState.Settled, 11800m, Samples.Today.AddDays(2 + 90)), (done.State, done.InvoiceYuan, done.WarrantyTo));
        Assert.Equal((11800m, 11800m), (month.All.RepairYuan, month.All.TotalYuan));
    }

    [Fact]
    public async Task The_steps_come_in_their_order_and_a_refusal_has_a_reason()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (repair, shop) = await ReportedAsync(bureau);

        var unquoted = Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Dispatcher, new DecideRepair { Id = repair, Approved = true, Opinion = "同意" }, Ct));
        Assert.Contains(unquoted.Verdict.Findings, f => f.Row == "V-41-quote-r2");
        await BrokenAsync(new FinishRepair { Id = repair, FinishedOn = Samples.Today, PartsReplaced = 0, NewPartPhotos = 0, OldPartPhotos = 0 }, RepairChecks.IsApproved);
        await bureau.DoneAsync(bureau.Dispatcher, Quote(repair, shop, 500), Ct);
        await BrokenAsync(new DecideRepair { Id = repair, Approved = false }, RepairChecks.RefusalHasReason);
        await bureau.DoneAsync(bureau.Dispatcher, new DecideRepair { Id = repair, Approved = false, Opinion = "车辆即将报废" }, Ct);
        await BrokenAsync(new SettleRepair { Id = repair, On = Samples.Today, Yuan = 500, InvoiceNo = "F1", Justification = "x" }, RepairChecks.IsFinished);

        Assert.Equal(RepairState.Refused, (await OneAsync(bureau, repair)).State);

        async Task BrokenAsync(IAct<Guid> act, SystemCheck check) => Assert.Equal(check, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Dispatcher, act, Ct)).Check);
    }

    [Fact]
    public async Task A_repair_under_warranty_one_that_may_be_split_and_a_shop_without_contract_are_seen()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (first, shop) = await ReportedAsync(bureau);
        await bureau.DoneAsync(bureau.Dispatcher, Quote(first, shop, 800), Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new DecideRepair { Id = first, Approved = true }, Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new FinishRepair { Id = first, FinishedOn = Samples.Today, PartsReplaced = 1, NewPartPhotos = 0, OldPartPhotos = 0, Justification = "照片随后补" }, Ct);
        bureau.Clock.Advance(TimeSpan.FromDays(10));
        var car = (await OneAsync(bureau, first)).VehicleId;
        var again = await bureau.DoneAsync(bureau.Dispatcher, new ReportRepair { VehicleId = car, Part = CarPart.Brakes, Fault = "刹车又有异响" }, Ct);

        var asked = await bureau.PreviewAsync(bureau.Dispatcher, Quote(again, shop, 300), Ct);
        var outside = await bureau.PreviewAsync(bureau.Dispatcher, Quote(again, null, 300) with { ShopName = "路边店" }, Ct);
        var finished = await bureau.ReadAsync(db => db.Set<StoredVerdict>().AsNoTracking().SingleAsync(v => v.SubjectId == first && v.ControlPoint == FleetControlPoints.FinishRepair, Ct));

        Assert.Equal(["V-41-split-r3", "V-41-warranty-r2"], asked!.Findings.Where(f => f.Stated == LawOutcome.Acknowledge).Select(f => f.Row!).Order(StringComparer.Ordinal));
        Assert.Equal(LawOutcome.Approval, outside!.Outcome);
        Assert.Contains(finished.Read().Findings, f => f.Row == "V-41-parts-r3");
    }

    private static async Task<(Guid Repair, Guid Shop)> ReportedAsync(Bureau bureau)
    {
        var car = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id), Ct);
        var shop = await bureau.DoneAsync(bureau.Desk, new AddPayee { Name = "定点修理厂", Service = ServiceKind.Repair, ContractNo = "C", From = new DateOnly(2023, 1, 1), To = new DateOnly(2023, 12, 31) }, Ct);
        return (await bureau.DoneAsync(bureau.Dispatcher, new ReportRepair { VehicleId = car, Part = CarPart.Brakes, Fault = "刹车异响" }, Ct), shop);
    }

    private static async Task AttachAsync(Bureau bureau, Guid repair, byte picture)
    {
        var matter = await bureau.ReadAsync(db => db.Database.SqlQuery<Guid>($"""SELECT id AS "Value" FROM procedures_case WHERE subject_id = {repair}""").SingleAsync(Ct));
        await bureau.DoneAsync(bureau.Dispatcher, new AttachFile { CaseId = matter, Name = $"照片{picture}.png", Content = new FileContent(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, picture }) }, Ct);
    }

    private static QuoteRepair Quote(Guid repair, Guid? shop, decimal yuan) => new() { Id = repair, ShopId = shop, Text = "刹车片一副，工时两小时", Yuan = yuan };

    private static Task<RepairOrder> OneAsync(Bureau bureau, Guid id) => bureau.ReadAsync(db => db.Set<RepairOrder>().AsNoTracking().SingleAsync(r => r.Id == id, Ct));
}
