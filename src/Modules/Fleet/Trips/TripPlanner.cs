using Guiju.Kernel;

namespace Guiju.Fleet.Trips;

/// <summary>Makes a plan of what the form says: UTC times, known passengers, the calendar's word and whether the leader must approve.</summary>
internal sealed class TripPlanner(TripQuestions questions, PassengerList passengers, ILaw law, SelfDriving driving, TimeProvider clock)
{
    private const string OfficeHead = "office-head";

    public async Task<TripPlan> PlanAsync(TripFields fields, Guid bodyId, CancellationToken ct)
    {
        var (start, end) = (fields.PlanStart.GetValueOrDefault(), fields.PlanEnd.GetValueOrDefault());
        await driving.HoldAsync(fields, ct);
        var verdict = law.Judge(FleetControlPoints.RequestTrip, await questions.OfRequestAsync(fields, bodyId, ct));
        return new TripPlan(
            fields,
            clock.ToUtc(start),
            clock.ToUtc(end),
            DateOnly.FromDateTime(start),
            await passengers.ReadAsync(fields.Passengers, bodyId, ct),
            questions.IsHoliday(start, end) ?? false,
            verdict.Findings.Any(f => f.Outcome == LawOutcome.Approval && f.Approver is { } approver && approver != OfficeHead));
    }
}
