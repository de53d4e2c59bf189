using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Trips;

public sealed class RequestTripTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lawful_request_waits_for_the_office_head_under_a_number_of_the_day()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var first = await bureau.TripAsync(await bureau.DoneAsync(bureau.Clerk, Samples.Journey(), Ct), Ct);
        var second = await bureau.TripAsync(await bureau.DoneAsync(bureau.Clerk, Samples.Journey(), Ct), Ct);

        Assert.Equal(("派-20230508-0001", "派-20230508-0002"), (first.Code, second.Code));
        Assert.Equal((TripState.Submitted, TripSteps.UnitHead, false), (first.State, first.AwaitedStep, first.NeedsLeader));
        Assert.Equal(new DateTime(2023, 5, 9, 1, 0, 0, DateTimeKind.Utc), first.PlanStart);
        Assert.Equal(new DateOnly(2023, 5, 9), first.Day);
    }

    [Fact]
    public async Task A_private_matter_is_refused_and_leaves_nothing_behind()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var outcome = await bureau.DoAsync(bureau.Clerk, Samples.Journey() with { Reason = TripReason.Private }, Ct);

        var refused = Assert.IsType<Outcome<Guid>.Refused>(outcome);
        Assert.Equal(LawOutcome.Forbidden, refused.Verdict.Outcome);
        Assert.Contains(refused.Verdict.Findings, f => f.Rule.StartsWith("V-32", StringComparison.Ordinal) && f.Provision is not null);
        Assert.Equal((0, 0, 0), await bureau.ReadAsync(async db => (await db.Set<Trip>().CountAsync(Ct), await db.Set<LedgerEntry>().CountAsync(Ct), await db.Set<StoredVerdict>().CountAsync(Ct))));
    }

    [Fact]
    public async Task Refused_and_then_allowed_in_one_scope_saves_only_the_second()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (first, second) = await bureau.AskAsync<Desk, (Outcome<Guid>, Outcome<Guid>)>(bureau.Clerk, async desk => (
            await desk.PerformAsync(Samples.Journey() with { Reason = TripReason.Private }, Ct),
            await desk.PerformAsync(Samples.Journey(), Ct)));

        Assert.IsType<Outcome<Guid>.Refused>(first);
        Assert.IsType<Outcome<Guid>.Done>(second);
        Assert.Equal(1, await bureau.ReadAsync(db => db.Set<Trip>().CountAsync(Ct)));
    }

    [Fact]
    public async Task A_reception_without_an_official_letter_goes_to_the_approver_who_must_say_why()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var reception = Samples.Journey() with { Reason = TripReason.Reception };
        var verdict = await bureau.PreviewAsync(bureau.Clerk, reception, Ct);

        Assert.Contains(verdict!.Findings, f => f.Rule.StartsWith("V-55", StringComparison.Ordinal) && f.Outcome == LawOutcome.Approval);
        var id = await bureau.DoneAsync(bureau.Clerk, reception, Ct);
        Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Head, new ApproveTrip { Id = id }, Ct));
        Assert.IsType<Outcome<Guid>.Done>(await bureau.DoAsync(bureau.Head, new ApproveTrip { Id = id, Opinion = "来访单位补函已确认" }, Ct));
    }

    [Fact]
    public async Task With_its_letter_a_reception_needs_no_more()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var verdict = await bureau.PreviewAsync(bureau.Clerk, Samples.Journey() with { Reason = TripReason.Reception, LetterNo = "函〔2023〕8号" }, Ct);

        Assert.DoesNotContain(verdict!.Findings, f => f.Outcome >= LawOutcome.Approval);
    }

    [Fact]
    public async Task A_form_filled_in_halfway_is_told_which_facts_are_missing()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var verdict = await bureau.PreviewAsync(bureau.Clerk, new RequestTrip(), Ct);

        Assert.Equal(LawOutcome.CannotDecide, verdict!.Outcome);
        Assert.Contains("reason", verdict.Missing);
    }

    [Fact]
    public async Task A_holiday_trip_is_endorsed_by_the_office_head_and_approved_by_the_principal_leader()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var id = await bureau.DoneAsync(bureau.Clerk, Samples.Journey(new DateTime(2023, 6, 22, 9, 0, 0)), Ct);
        await bureau.DoneAsync(bureau.Head, new ApproveTrip { Id = id }, Ct);
        var endorsed = await bureau.TripAsync(id, Ct);

        Assert.Equal((TripState.Submitted, TripSteps.Leader), (endorsed.State, endorsed.AwaitedStep));
        Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Head, new ApproveTrip { Id = id, Opinion = "同意" }, Ct));
        await bureau.DoneAsync(bureau.Leader, new ApproveTrip { Id = id }, Ct);
        Assert.Equal(TripState.Approved, (await bureau.TripAsync(id, Ct)).State);
    }

    [Fact]
    public async Task A_make_up_workday_is_no_holiday()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var trip = await bureau.TripAsync(await bureau.DoneAsync(bureau.Clerk, Samples.Journey(new DateTime(2023, 6, 25, 9, 0, 0)), Ct), Ct); // a Sunday worked for 端午

        Assert.False(trip.Holiday);
        Assert.False(trip.NeedsLeader);
    }

    [Fact]
    public async Task Nobody_approves_their_own_request_and_nobody_that_of_another_organ()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var own = await bureau.DoneAsync(bureau.Head, Samples.Journey(), Ct);
        var foreign = await bureau.DoneAsync(bureau.Dispatcher, Samples.Journey(), Ct);

        Assert.Equal(TripChecks.NotOwnRequest, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Head, new ApproveTrip { Id = own, Opinion = "同意" }, Ct)).Check);
        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(bureau.Head, new ApproveTrip { Id = foreign, Opinion = "同意" }, Ct));
        Assert.IsType<Outcome<Guid>.Denied>(await bureau.DoAsync(bureau.Clerk, new ApproveTrip { Id = own }, Ct));
    }

    [Fact]
    public async Task A_request_sent_back_is_changed_and_submitted_again()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var id = await bureau.DoneAsync(bureau.Clerk, Samples.Journey(), Ct);
        await bureau.DoneAsync(bureau.Head, new SendBackTrip { Id = id, Opinion = "请写明随行人员" }, Ct);
        var journey = Samples.Journey();
        await bureau.DoneAsync(bureau.Clerk, new ResubmitTrip
        {
            Id = id,
            Reason = journey.Reason,
            Purpose = "赴临川区",
            Scope = journey.Scope,
            PlanFrom = journey.PlanFrom,
            PlanTo = journey.PlanTo,
            PlanStart = journey.PlanStart,
            PlanEnd = journey.PlanEnd,
            Passengers = "林清、周正",
            ClassWanted = VehicleClass.Research,
        }, Ct);
        var trip = await bureau.TripAsync(id, Ct);

        Assert.Equal((TripState.Submitted, "赴临川区"), (trip.State, trip.Purpose));
        Assert.All(trip.Passengers, p => Assert.NotNull(p.PersonId));
    }

    [Fact]
    public async Task Wrong_shapes_name_their_fields()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var invalid = Assert.IsType<Outcome<Guid>.Invalid>(await bureau.DoAsync(bureau.Clerk, new RequestTrip { Purpose = new string('长', 10_000) }, Ct));

        Assert.Contains(invalid.Errors, e => e.Field == "Purpose");
        Assert.Contains(invalid.Errors, e => e.Field == "PlanStart");
    }
}
