using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Procedures.Contracts;

namespace Guiju.Fleet.Cases;

/// <summary>Whose turn it is in the life of a trip; everything the module tells the casework of trips stands here.</summary>
internal sealed class TripCases(Casework casework, TimeProvider clock)
{
    private const string Procedure = "fleet.trip";

    public async Task FiledAsync(Trip trip, CancellationToken ct)
    {
        var title = new Bilingual($"用车申请 {trip.Code} {trip.Purpose}", $"Request for a car {trip.Code} {trip.Purpose}");
        await casework.OpenAsync(new CaseOpening(Procedure, title, FleetKinds.Trip, trip.Id, trip.UnitId, $"/fleet/trips/{trip.Id}", clock.Today()), ct);
        await AskApprovalAsync(trip, ct);
    }

    public async Task DecidedAsync(Trip trip, string step, CancellationToken ct)
    {
        var decision = trip.Approvals[^1];
        await casework.AnswerAsync(trip.Id, step, decision.Approved ? "approved" : "sent-back", decision.Opinion, ct);
        if (trip.State == TripState.SentBack)
        {
            await AskAmendmentAsync(trip, ct);
        }
        else if (trip.State == TripState.Submitted)
        {
            await AskApprovalAsync(trip, ct);
        }
        else
        {
            await AskAsync(trip, TripSteps.Dispatch, new("派车", "Dispatch a car"), FleetPermissions.Dispatch, ct);
        }
    }

    public async Task WithdrawnAsync(Trip trip, string step, CancellationToken ct)
    {
        await casework.AnswerAsync(trip.Id, step, "withdrawn", null, ct);
        await AskAmendmentAsync(trip, ct);
    }

    public async Task ResubmittedAsync(Trip trip, CancellationToken ct)
    {
        await casework.AnswerAsync(trip.Id, TripSteps.Amend, "resubmitted", null, ct);
        await AskApprovalAsync(trip, ct);
    }

    public async Task DispatchedAsync(Trip trip, bool again, CancellationToken ct)
    {
        if (again)
        {
            await casework.WithdrawAsync(trip.Id, TripSteps.Drive, ct);
        }
        else
        {
            await casework.AnswerAsync(trip.Id, TripSteps.Dispatch, "dispatched", null, ct);
        }

        // A driver who does not sign in is followed by the dispatcher.
        var title = new Bilingual("出车、收车", "Drive");
        await casework.AskAsync(trip.Id, trip.DriverPersonId is { } driver
            ? new Step(TripSteps.Drive, title, null, null, driver) { Address = $"/fleet/drive/{trip.Id}" }
            : new Step(TripSteps.Drive, title, FleetPermissions.Dispatch, trip.UnitId, null), ct);
        if (!again && trip.ApplicantId is { } applicant)
        {
            await casework.CopyToAsync(trip.Id, applicant, ct);
        }
    }

    public async Task ReturnedAsync(Trip trip, CancellationToken ct)
    {
        await casework.AnswerAsync(trip.Id, TripSteps.Drive, "returned", trip.Incident, ct);
        await AskAsync(trip, TripSteps.Settle, new("结算", "Settle"), FleetPermissions.Settle, ct);
    }

    public async Task SettledAsync(Trip trip, CancellationToken ct)
    {
        await casework.AnswerAsync(trip.Id, TripSteps.Settle, "settled", null, ct);
        await casework.CloseAsync(trip.Id, "settled", ct);
    }

    public Task CancelledAsync(Trip trip, CancellationToken ct) => casework.CloseAsync(trip.Id, "cancelled", ct);

    private Task AskApprovalAsync(Trip trip, CancellationToken ct) => trip.AwaitedStep == TripSteps.Leader
        ? casework.AskAsync(trip.Id, new Step(TripSteps.Leader, new("单位主要负责人审批", "Approval of the principal leader"), FleetPermissions.ApproveAsLeader, trip.UnitId, null) { NotByStarter = true }, ct)
        : casework.AskAsync(trip.Id, new Step(TripSteps.UnitHead, new("办公室审批", "Approval of the office head"), FleetPermissions.Approve, trip.UnitId, null) { NotByStarter = true }, ct);

    private Task AskAmendmentAsync(Trip trip, CancellationToken ct) =>
        casework.AskAsync(trip.Id, new Step(TripSteps.Amend, new("修改后重新提交", "Change and submit again"), null, null, trip.ApplicantId) { Address = $"/fleet/trips/{trip.Id}/change" }, ct);

    private Task AskAsync(Trip trip, string step, Bilingual title, string permission, CancellationToken ct) =>
        casework.AskAsync(trip.Id, new Step(step, title, permission, trip.UnitId, null), ct);
}
