using Guiju.Fleet.Applications;
using Guiju.Fleet.Disposals;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Tests.Disposals;

public sealed class DisposalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_disposal_is_proposed_once_at_a_time_and_runs_in_its_procedure()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var car = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id), Ct);
        var proposal = Sound with { VehicleId = car };

        Assert.Equal(car, await bureau.DoneAsync(bureau.Head, proposal, Ct));
        Assert.Equal("CaseChecks.OneOpenCase", Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Head, proposal, Ct)).Check.Code);
    }

    [Fact]
    public async Task The_form_says_what_the_law_makes_of_the_way_and_the_proceeds()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var car = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id), Ct);

        var sound = await bureau.PreviewAsync(bureau.Head, Sound with { VehicleId = car }, Ct);
        var kept = await bureau.PreviewAsync(bureau.Head, Sound with { VehicleId = car, Income = IncomeAccount.UnitAccount }, Ct);

        Assert.Equal(LawOutcome.Allowed, sound!.Outcome);
        Assert.True(kept!.Outcome > sound.Outcome, "Proceeds kept by the unit are not simply lawful.");
    }

    [Fact]
    public async Task An_approved_disposal_goes_from_sale_to_treasury_to_closed_books_and_frees_the_quota()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var car = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id), Ct);
        await bureau.DoneAsync(bureau.Head, Sound with { VehicleId = car }, Ct);
        var id = await bureau.ReadAsync(db => db.Set<Disposal>().Select(d => d.Id).SingleAsync(Ct));
        var sold = new CarryOutDisposal { Id = id, DoneOn = Samples.Today, Receiver = "拍卖公司", DocumentNo = "拍-1", LicenceDocNo = "转-1", ProceedsYuan = 30000, CostsYuan = 500, MarkRemoved = true, TerminalRemoved = true };

        await BrokenAsync(bureau, bureau.Head, sold, "DisposalChecks.IsApproved");
        await ApproveAsync(bureau, car);
        await BrokenAsync(bureau, bureau.Head, sold with { MarkRemoved = false }, "DisposalChecks.MarkIsOff");
        await BrokenAsync(bureau, bureau.Head, sold with { DoneOn = Samples.Today.AddDays(1) }, "DisposalChecks.DoneMeanwhile");
        await BrokenAsync(bureau, bureau.Desk, new CloseDisposal { Id = id, AccountsDocNo = "账-1" }, "DisposalChecks.CarriedOutFirst");
        await bureau.DoneAsync(bureau.Head, sold, Ct);
        await BrokenAsync(bureau, bureau.Head, sold, "DisposalChecks.NotYetCarriedOut");
        await BrokenAsync(bureau, bureau.Desk, new CloseDisposal { Id = id, AccountsDocNo = "账-1" }, "DisposalChecks.ProceedsFirst");
        await BrokenAsync(bureau, bureau.Head, new HandOverProceeds { Id = id, HandedOn = Samples.Today, AmountYuan = 29000, VoucherNo = "缴-1" }, "DisposalChecks.WholeNet");
        await bureau.DoneAsync(bureau.Head, new HandOverProceeds { Id = id, HandedOn = Samples.Today, AmountYuan = 29500, VoucherNo = "缴-1" }, Ct);
        Assert.IsType<Outcome<Guid>.Denied>(await bureau.DoAsync(bureau.Head, new CloseDisposal { Id = id, AccountsDocNo = "账-1" }, Ct));
        await bureau.DoneAsync(bureau.Desk, new CloseDisposal { Id = id, AccountsDocNo = "账-1" }, Ct);

        var (kept, held) = await bureau.ReadAsync(async db => (await db.Set<Vehicle>().AsNoTracking().SingleAsync(v => v.Id == car, Ct), await new QuotaLedger(db).OfAsync(bureau.Organ.Id, VehicleClass.Research, Samples.Today, Ct)));
        Assert.Equal((VehicleState.Disposed, "", ""), (kept.State, kept.MarkCode, kept.TerminalId));
        Assert.Equal(0, held.Held);
        var file = await bureau.AskAsync<VehicleFile, VehicleFile.View?>(bureau.Head, f => f.AskAsync(car, Ct));
        Assert.All(file!.Life.TakeLast(4), stage => Assert.True(stage.IsReached));
    }

    [Fact]
    public async Task A_scrapped_car_needs_its_certificate_and_brings_nothing_to_hand_over()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var car = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id), Ct);
        await bureau.DoneAsync(bureau.Head, Sound with { VehicleId = car, Route = DisposalRoute.Scrap, Ground = ScrapGround.NoRepairValue, Technical = TechnicalState.Unfit }, Ct);
        var id = await bureau.ReadAsync(db => db.Set<Disposal>().Select(d => d.Id).SingleAsync(Ct));
        await ApproveAsync(bureau, car);
        var scrapped = new CarryOutDisposal { Id = id, DoneOn = Samples.Today, Receiver = "回收公司", DocumentNo = "收-1", LicenceDocNo = "注-1", ProceedsYuan = 0, MarkRemoved = true, TerminalRemoved = true };

        await BrokenAsync(bureau, bureau.Head, scrapped, "DisposalChecks.ScrapIsCertified");
        await bureau.DoneAsync(bureau.Head, scrapped with { RecyclingCertificate = "回-1" }, Ct);
        await BrokenAsync(bureau, bureau.Head, new HandOverProceeds { Id = id, HandedOn = Samples.Today, AmountYuan = 1, VoucherNo = "缴-1" }, "DisposalChecks.ProceedsAreOpen");
        await bureau.DoneAsync(bureau.Desk, new CloseDisposal { Id = id, AccountsDocNo = "账-1" }, Ct);
    }

    [Fact]
    public async Task A_car_leaves_by_no_other_way()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var car = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id), Ct);
        var sheet = (await bureau.AskAsync<VehicleFile, VehicleFile.View?>(bureau.Desk, f => f.AskAsync(car, Ct)))!.Sheet;

        await BrokenAsync(bureau, bureau.Desk, sheet with { State = VehicleState.Disposed, Justification = "已卖" }, "VehicleChecks.LeavesByDisposal");
    }

    private static async Task BrokenAsync(Bureau bureau, Guiju.Kernel.People.Person person, IAct<Guid> act, string check) => Assert.Equal(check, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(person, act, Ct)).Check.Code);

    // The case's own steps and who may take them are tried with the procedures; here it is answered as its desk answers it.
    private static async Task ApproveAsync(Bureau bureau, Guid car)
    {
        foreach (var step in new[] { "head", "desk", "accounts", "decide" })
        {
            await using var scope = bureau.Scoped(bureau.Desk);
            await scope.ServiceProvider.GetRequiredService<Casework>().AnswerAsync(car, step, "approved", null, Ct);
            await scope.ServiceProvider.GetRequiredService<GuijuDb>().SaveChangesAsync(Ct);
        }
    }

    private static ProposeDisposal Sound => new() { Route = DisposalRoute.Auction, Ground = ScrapGround.None, Technical = TechnicalState.Usable, ValuationReport = "评-2023-1", Income = IncomeAccount.Treasury };
}
