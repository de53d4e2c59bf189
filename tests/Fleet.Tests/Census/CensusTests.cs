using Guiju.Fleet.Census;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Census;

public sealed class CensusTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_unit_finds_its_figures_filled_in_from_the_record()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var round = await OpenAsync(bureau);

        var all = (await RoundAsync(bureau, round))!;
        var organ = all.Units.Single(u => u.UnitId == bureau.Organ.Id);

        Assert.Equal(3, all.Units.Count); // three bodies
        Assert.Equal((2m, 4m, 2m, 1m), (organ.Own["cars-research"], organ.Own["quota-research"], organ.Own["energy-petrol"], organ.Own["drivers"]));
        Assert.Equal((3m, 3m), (all.Sum.Sum(CensusGroup.Cars), all.Sum.Sum(CensusGroup.Energy)));
        Assert.All(all.Units, u => Assert.Equal(ReturnState.Awaited, u.State));
        Assert.Empty(all.Late);
        Assert.Equal(1, await bureau.AskAsync<CensusBoard, int>(bureau.Head, async b => (await b.RoundAsync(round, Ct))!.Units.Count)); // the head sees the own unit
    }

    [Fact]
    public async Task A_unit_confirms_or_corrects_with_a_reason_and_the_tables_must_agree()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var round = await OpenAsync(bureau);
        var answer = new AnswerCensus { RoundId = round, UnitId = bureau.Organ.Id };

        await bureau.DoneAsync(bureau.Head, answer, Ct);
        Assert.Equal(ReturnState.Confirmed, (await OrganAsync(bureau, round)).State);

        var uneven = await bureau.DoAsync(bureau.Head, answer with { Values = new() { ["cars-research"] = 3 }, Explanation = "漏登一辆" }, Ct);
        Assert.Equal("CensusChecks.CarsAgree", Assert.IsType<Outcome<Guid>.Broken>(uneven).Check.Code);
        var silent = await bureau.DoAsync(bureau.Head, answer with { Values = new() { ["cars-research"] = 3, ["energy-petrol"] = 3 } }, Ct);
        Assert.Equal("CensusChecks.CorrectionExplained", Assert.IsType<Outcome<Guid>.Broken>(silent).Check.Code);
        var half = await bureau.DoAsync(bureau.Head, answer with { Values = new() { ["drivers"] = 1.5m }, Explanation = "半" }, Ct);
        Assert.Equal("Values[drivers]", Assert.IsType<Outcome<Guid>.Broken>(half).Field);
        var empty = await bureau.DoAsync(bureau.Head, answer with { Values = new() { ["drivers"] = null }, Explanation = "空" }, Ct);
        Assert.Equal(("CensusChecks.FigureIsGiven", "Values[drivers]"), (Assert.IsType<Outcome<Guid>.Broken>(empty).Check.Code, ((Outcome<Guid>.Broken)empty).Field));
        var unknown = await bureau.DoAsync(bureau.Head, answer with { Values = new() { ["ships"] = 1 }, Explanation = "船" }, Ct);
        Assert.Equal("CensusChecks.KnownFigure", Assert.IsType<Outcome<Guid>.Broken>(unknown).Check.Code);
        Assert.Equal(2m, (await OrganAsync(bureau, round)).Own["cars-research"]); // nothing of what was refused is kept

        await bureau.DoneAsync(bureau.Head, answer with { Values = new() { ["cars-research"] = 3, ["energy-petrol"] = 3 }, Explanation = "漏登一辆" }, Ct);
        var corrected = await OrganAsync(bureau, round);
        Assert.Equal((ReturnState.Corrected, 3m, 2m, "漏登一辆"), (corrected.State, corrected.Own["cars-research"], corrected.Prefilled["cars-research"], corrected.Explanation));
        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(bureau.Head, answer with { UnitId = bureau.Other.Id }, Ct)); // not the own unit
        Assert.IsType<Outcome<Guid>.Denied>(await bureau.DoAsync(bureau.Clerk, answer, Ct));
    }

    [Fact]
    public async Task Late_units_are_reminded_and_noted_and_a_closed_round_does_not_change()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var round = await OpenAsync(bureau);
        await bureau.DoneAsync(bureau.Head, new AnswerCensus { RoundId = round, UnitId = bureau.Organ.Id }, Ct);
        bureau.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal([bureau.Authority.Id, bureau.Other.Id], (await RoundAsync(bureau, round))!.Late.Select(u => u.UnitId));
        Assert.Equal(2, await bureau.DoneAsync(bureau.Desk, new RemindCensus { RoundId = round }, Ct));
        Assert.Equal(1, (await RoundAsync(bureau, round))!.Units.Single(u => u.UnitId == bureau.Other.Id).Reminders);

        // The year is judged with it: nothing published, nothing shown, the record incomplete.
        var bare = Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Desk, new CloseCensus { RoundId = round }, Ct));
        Assert.Equal(LawOutcome.Acknowledge, bare.Verdict.Outcome);
        Assert.Contains("第七条", Json.Write(bare.Verdict), StringComparison.Ordinal);
        await bureau.DoneAsync(bureau.Desk, new CloseCensus { RoundId = round, Remark = "两家机构改革中" }, Ct);
        Assert.Equal(2, (await RoundAsync(bureau, round))!.Late.Count);
        Assert.Equal(ReturnState.Missing, (await RoundAsync(bureau, round))!.Units.Single(u => u.UnitId == bureau.Other.Id).State);
        var after = await bureau.DoAsync(bureau.Head, new AnswerCensus { RoundId = round, UnitId = bureau.Organ.Id }, Ct);
        Assert.Equal("CensusChecks.RoundIsOpen", Assert.IsType<Outcome<Guid>.Broken>(after).Check.Code);
    }

    [Fact]
    public void A_round_with_units_missing_is_closed_only_with_a_reason()
    {
        var round = CensusRound.Open("2023年普查", (new DateOnly(2023, 1, 1), Samples.Today), Samples.Today, ("许平", Samples.Now, Samples.Today));

        Assert.Equal(CensusChecks.ReasonForMissing, Assert.Throws<BrokenCheckException>(() => round.Close(1, " ", Samples.Now)).Check);
        round.Close(0, null, Samples.Now);
        Assert.Equal(CensusChecks.RoundIsOpen, Assert.Throws<BrokenCheckException>(() => round.Close(0, null, Samples.Now)).Check);
    }

    [Fact]
    public async Task One_round_runs_at_a_time_and_ends_ahead()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var past = await bureau.DoAsync(bureau.Desk, Asked() with { DueOn = Samples.Today.AddDays(-1) }, Ct);
        Assert.Equal("CensusChecks.DueAhead", Assert.IsType<Outcome<Guid>.Broken>(past).Check.Code);
        await bureau.DoneAsync(bureau.Desk, Asked(), Ct);

        var second = await bureau.DoAsync(bureau.Desk, Asked(), Ct);

        Assert.Equal("CensusChecks.OneRound", Assert.IsType<Outcome<Guid>.Broken>(second).Check.Code);
        Assert.IsType<Outcome<Guid>.Denied>(await bureau.DoAsync(bureau.Head, Asked(), Ct));
        Assert.Equal(1, await bureau.ReadAsync(db => db.Set<CensusRound>().CountAsync(Ct)));
    }

    private static OpenCensus Asked() => new() { Title = "2023年普查", From = new DateOnly(2023, 1, 1), To = Samples.Today, DueOn = Samples.Today.AddDays(14) };

    // Two cars and a driver of the organ with a quota of four, one car of another.
    private static async Task<Guid> OpenAsync(Bureau bureau)
    {
        await bureau.PairAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2), Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Other.Id, 3), Ct);
        await bureau.DoneAsync(bureau.Desk, new SetQuota { UnitId = bureau.Organ.Id, Class = VehicleClass.Research, Cars = 4, From = new DateOnly(2023, 1, 1), DocNo = "编" }, Ct);
        return await bureau.DoneAsync(bureau.Desk, Asked(), Ct);
    }

    private static Task<CensusBoard.Round?> RoundAsync(Bureau bureau, Guid round) => bureau.AskAsync<CensusBoard, CensusBoard.Round?>(bureau.Desk, b => b.RoundAsync(round, Ct));

    private static async Task<CensusBoard.UnitRow> OrganAsync(Bureau bureau, Guid round) => (await RoundAsync(bureau, round))!.Units.Single(u => u.UnitId == bureau.Organ.Id);
}
