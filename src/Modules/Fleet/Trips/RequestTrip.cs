using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Cases;
using Guiju.Fleet.Numbers;
using Guiju.Kernel;
using Guiju.Kernel.Data;

namespace Guiju.Fleet.Trips;

/// <summary>A person asks for an official car for their body.</summary>
[Needs(FleetPermissions.Request), At(FleetControlPoints.RequestTrip, Filing = true), Display(Name = "申请用车")]
public sealed record RequestTrip : TripFields, IAct<Guid>, IAnswersFindings
{
    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(GuijuDb db, Bodies bodies, TripPlanner planner, Numbering numbering, TripFolder folder, TripCases cases) : IHandler<RequestTrip, Guid>
    {
        public async Task<Guid> HandleAsync(RequestTrip act, CancellationToken ct)
        {
            var body = await bodies.ActingAsync(null, FleetPermissions.Request, ct);
            var plan = await planner.PlanAsync(act, body.Id, ct);
            var trip = Trip.File(Guid.CreateVersion7(), await numbering.NextAsync("派", folder.Today, ct), body.Id, folder.Hand, plan);
            db.Add(trip);
            folder.Name(trip);
            await cases.FiledAsync(trip, ct);
            return trip.Id;
        }
    }

    internal sealed class Facts(Bodies bodies, TripQuestions questions) : IFacts<RequestTrip>
    {
        public async Task<LawQuestion?> GatherAsync(RequestTrip act, CancellationToken ct) =>
            await questions.OfRequestAsync(act, (await bodies.ActingAsync(null, FleetPermissions.Request, ct)).Id, ct);
    }
}
