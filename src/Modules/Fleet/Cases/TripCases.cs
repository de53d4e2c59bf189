using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Procedures.Contracts;

namespace Guiju.Fleet.Cases;

/// <summary>What happens to a trip, told to its case. Whose turn it is then stands in <c>law/fleet/trip.bpmn</c>, not here.</summary>
internal sealed class TripCases(Casework casework, TimeProvider clock)
{
    private const string Procedure = "fleet.trip";

    public Task FiledAsync(Trip trip, CancellationToken ct)
    {
        var title = new Bilingual($"用车申请 {trip.Code} {trip.Purpose}", $"Request for a car {trip.Code} {trip.Purpose}");
        return casework.OpenAsync(new CaseOpening(Procedure, title, FleetKinds.Trip, trip.Id, trip.UnitId, $"/fleet/trips/{trip.Id}", clock.Today()) { Variables = Known(trip) }, ct);
    }

    public Task DecidedAsync(Trip trip, string step, CancellationToken ct)
    {
        var decision = trip.Approvals[^1];
        return AnswerAsync(trip, step, decision.Approved ? "approved" : "sent-back", decision.Opinion, ct);
    }

    public Task WithdrawnAsync(Trip trip, CancellationToken ct) => casework.MoveAsync(trip.Id, TripSteps.Amend, "申请人撤回", Known(trip), ct);

    public Task ResubmittedAsync(Trip trip, CancellationToken ct) => AnswerAsync(trip, TripSteps.Amend, "resubmitted", null, ct);

    public async Task DispatchedAsync(Trip trip, bool again, CancellationToken ct)
    {
        if (again)
        {
            await casework.MoveAsync(trip.Id, TripSteps.Drive, "改派", Known(trip), ct);
            return;
        }

        await AnswerAsync(trip, TripSteps.Dispatch, "dispatched", null, ct);
        if (trip.ApplicantId is { } applicant)
        {
            await casework.CopyToAsync(trip.Id, applicant, ct);
        }
    }

    public Task ReturnedAsync(Trip trip, CancellationToken ct) => AnswerAsync(trip, TripSteps.Drive, "returned", trip.Incident, ct);

    public Task SettledAsync(Trip trip, CancellationToken ct) => AnswerAsync(trip, TripSteps.Settle, "settled", null, ct);

    public Task CancelledAsync(Trip trip, CancellationToken ct) => casework.CloseAsync(trip.Id, "cancelled", ct);

    /// <summary>A dispatcher is told of a waiting trip for which a car has become free.</summary>
    public Task OfferAsync(Trip waiting, Guid dispatcher, CancellationToken ct) => casework.CopyToAsync(waiting.Id, dispatcher, ct);

    private Task AnswerAsync(Trip trip, string step, string result, string? opinion, CancellationToken ct) =>
        casework.AnswerAsync(trip.Id, step, new StepAnswer(result, opinion) { Variables = Known(trip) }, ct);

    // A driver who does not sign in is followed by the dispatcher: the procedure asks the dispatchers where it is told of no driver.
    private static Dictionary<string, object?> Known(Trip trip) => new() { ["needsLeader"] = trip.NeedsLeader, ["driver"] = trip.DriverPersonId?.ToString() };
}
