using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Ui;

namespace Guiju.Fleet.Planning;

/// <summary>Turns lines of a plan into dispatches, each through the ordinary act: permission, law and checks are asked again, and what is refused leaves the others alone.</summary>
internal sealed class PlanAcceptance(Desk desk)
{
    /// <summary>What became of each trip, in the order of the lines.</summary>
    public async Task<IReadOnlyList<Result>> AcceptAsync(IEnumerable<string> lines, CancellationToken ct)
    {
        var results = new List<Result>();
        foreach (var line in lines)
        {
            if (PlanKey.Read(line) is not var (trips, car, driver))
            {
                results.Add(new Result(null, Unreadable));
                continue;
            }

            foreach (var trip in trips)
            {
                var act = new DispatchTrip { Id = trip, VehicleId = car, DriverId = driver, WithTripId = trip == trips[0] ? null : trips[0] };
                results.Add(new Result(trip, ReasonOf(await desk.PerformAsync(act, ct))));
            }
        }

        return results;
    }

    private static readonly Bilingual Unreadable = new("方案行读不出来，请重新排班。", "This line of the plan cannot be read; please plan again.");

    private static Bilingual? ReasonOf(Outcome<Guid> outcome) => outcome switch
    {
        Outcome<Guid>.Done => null,
        Outcome<Guid>.Refused { Verdict.Findings: [var heaviest, ..] } => heaviest.Message,
        Outcome<Guid>.Broken broken => broken.Check.Statement,
        Outcome<Guid>.Invalid { Errors: [var error, ..] } => error.Message,
        _ => Answer.Of(outcome).Reason ?? Unreadable,
    };

    /// <summary>One trip; without a reason it was dispatched.</summary>
    internal sealed record Result(Guid? TripId, Bilingual? Refused);
}
