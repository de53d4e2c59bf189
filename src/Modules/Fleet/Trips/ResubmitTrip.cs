using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Cases;
using Guiju.Kernel;

namespace Guiju.Fleet.Trips;

/// <summary>The applicant changes a draft, or a request that was sent back, and submits it again.</summary>
[Needs(FleetPermissions.Request), At(FleetControlPoints.RequestTrip, Filing = true), Display(Name = "重新提交用车申请")]
public sealed record ResubmitTrip : TripFields, IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(TripFolder folder, TripPlanner planner, TripCases cases) : IHandler<ResubmitTrip, Guid>
    {
        public async Task<Guid> HandleAsync(ResubmitTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenAsync(act.Id, FleetPermissions.Request, ct);
            trip.Resubmit(folder.Hand, await planner.PlanAsync(act, trip.UnitId, ct));
            await cases.ResubmittedAsync(trip, ct);
            return trip.Id;
        }
    }

    internal sealed class Facts(TripFolder folder, TripQuestions questions) : IFacts<ResubmitTrip>
    {
        public async Task<LawQuestion?> GatherAsync(ResubmitTrip act, CancellationToken ct) =>
            await questions.OfRequestAsync(act, (await folder.OpenAsync(act.Id, FleetPermissions.Request, ct)).UnitId, ct);
    }
}
