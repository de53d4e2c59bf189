using Guiju.Fleet.Applications;
using Guiju.Fleet.Disposals;
using Guiju.Kernel;

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

    private static ProposeDisposal Sound => new() { Route = DisposalRoute.Auction, Ground = ScrapGround.None, Technical = TechnicalState.Usable, ValuationReport = "评-2023-1", Income = IncomeAccount.Treasury };
}
