using Guiju.Fleet.Drivers;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Organisations;

namespace Guiju.Fleet.Planning;

/// <summary>What the law says at the control point of dispatching of any trip, car and driver of a day; the same question is asked once.</summary>
internal sealed class DayJudge(DayFacts facts, TripQuestions questions, ILaw law, UnitTree tree, IReadOnlyDictionary<Guid, string?> pins)
{
    private readonly Dictionary<(TripReason, bool, DateOnly, string, string?, Guid, Guid?), Verdict> known = [];

    /// <summary>Whether the car may take the trip, and nothing has to be explained or approved for it: the class that was approved, a car that serves the unit, lawful.</summary>
    public bool MayTake(Trip trip, Vehicle car) => Serves(trip, car.UnitId, car.Custody) && car.Class == trip.ClassWanted && Of(trip, car, null).Outcome <= LawOutcome.Inform;

    /// <summary>Whether the driver may drive the trip with the car.</summary>
    public bool MayDrive(Trip trip, Vehicle car, Driver driver) => Serves(trip, driver.UnitId, driver.Custody) && Of(trip, car, driver).Outcome <= LawOutcome.Inform;

    /// <summary>Whether a car or driver of that unit may serve the trip at all.</summary>
    public static bool Serves(Trip trip, Guid unit, Custody custody) => unit == trip.UnitId || custody == Custody.Platform;

    /// <summary>The verdict, with a driver or with one against whom nothing can be said.</summary>
    public Verdict Of(Trip trip, Vehicle car, Driver? driver)
    {
        var key = (trip.Reason, trip.Holiday, trip.Day, trip.LeaderApprovalNo, pins.GetValueOrDefault(trip.Id), car.Id, driver?.Id);
        if (!known.TryGetValue(key, out var verdict))
        {
            var standing = new CarStanding(car, Busy: false, facts.Duty.ContainsKey(car.Id), facts.Duty.GetValueOrDefault(car.Id, "")) { HeardAt = facts.Heard.TryGetValue(car.Id, out var at) ? at : null };
            var question = questions.OfDispatch(trip, LawCode.Of(tree.BodyOf(car.UnitId)?.Kind), standing, driver is null ? null : new DriverStanding(driver, Busy: false));
            known[key] = verdict = law.Judge(FleetControlPoints.DispatchTrip, question with { Lawbook = pins.GetValueOrDefault(trip.Id) });
        }

        return verdict;
    }
}
