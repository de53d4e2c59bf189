using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Cases;
using Guiju.Kernel;

namespace Guiju.Fleet.Trips;

/// <summary>The office head, or the principal leader where one is asked for, approves a request of the unit. Nobody approves an own request.</summary>
[Needs(FleetPermissions.Approve), At(FleetControlPoints.ApproveTrip, ApprovedBy = FleetPermissions.Approve), Display(Name = "审批用车")]
public sealed record ApproveTrip : IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "审批意见"), StringLength(400)] public string? Opinion { get; init; }

    string? IAnswersFindings.Justification => Opinion;

    internal sealed class Handler(TripFolder folder, TripCases cases) : IHandler<ApproveTrip, Guid>
    {
        public async Task<Guid> HandleAsync(ApproveTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenForUnitAsync(act.Id, FleetPermissions.Approve, ct);
            var step = trip.AwaitedStep;
            trip.Approve(folder.Hand, folder.MayForUnit(trip, FleetPermissions.ApproveAsLeader), act.Opinion);
            await cases.DecidedAsync(trip, step, ct);
            return trip.Id;
        }
    }

    internal sealed class Facts(TripFolder folder, TripQuestions questions) : IFacts<ApproveTrip>
    {
        // An office head's word before the leader's only endorses; the leader's takes effect and is judged.
        public async Task<LawQuestion?> GatherAsync(ApproveTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenForUnitAsync(act.Id, FleetPermissions.Approve, ct);
            return trip.NeedsLeader && trip.AwaitedStep == TripSteps.UnitHead ? null : await questions.OfApprovalAsync(trip, ct);
        }
    }
}
