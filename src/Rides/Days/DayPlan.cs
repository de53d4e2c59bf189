namespace Guiju.Rides.Days;

/// <summary>What one car does on the day: rides by their number in the problem, in order of time.</summary>
public sealed record DayRoute(int Car, IReadOnlyList<int> Rides);

/// <summary>A day's plan.</summary>
/// <param name="Routes">Routes of the cars that leave their yards.</param>
/// <param name="Km">Kilometres, empty ones among them.</param>
/// <param name="Cost">Kilometres weighted by car, what the cars themselves count for, and what trips without a car count for.</param>
/// <param name="Bound">No plan costs less than this.</param>
/// <param name="Unserved">Trips without a car.</param>
public sealed record DayPlan(IReadOnlyList<DayRoute> Routes, double Km, double Cost, double Bound, IReadOnlyList<int> Unserved)
{
    /// <summary>Share of the cost of what is driven that might still be saved by plans that leave as many trips without a car; 1 where nothing is proved of these.</summary>
    public double Gap => Driven <= 0 ? 0 : Math.Clamp((Driven - DrivenBound) / Driven, 0, 1);

    /// <summary>Trips that no plan has a car for, whatever is driven.</summary>
    public int UnservedAtLeast { get; init; }

    /// <summary>The cost without what trips without a car count for.</summary>
    public double Driven { get; init; }

    /// <summary>No plan that leaves as many trips without a car drives for less; nought where nothing is proved.</summary>
    public double DrivenBound => Math.Max(0, Bound - (Cost - Driven));

    /// <summary>Proved to be the cheapest, to a hundredth of a kilometre.</summary>
    public bool IsOptimal => Cost - Bound < 0.01;

    /// <summary>The plan of such routes, counted.</summary>
    public static DayPlan Of(DayProblem problem, IReadOnlyList<DayRoute> routes, double? bound = null)
    {
        var served = routes.SelectMany(r => r.Rides).SelectMany(r => problem.Rides[r].Trips).ToHashSet();
        var unserved = Enumerable.Range(0, problem.Trips.Count).Where(t => !served.Contains(t)).ToList();
        var each = routes.Select(r => (r.Car, Km: KmOf(problem, r))).ToList();
        var cost = each.Sum(e => e.Km * problem.Cars[e.Car].Weight + problem.Rules.CarKm) + unserved.Count * problem.Rules.UnservedKm;
        return new DayPlan(routes, each.Sum(e => e.Km), cost, Math.Min(bound ?? 0, cost), unserved) { Driven = cost - unserved.Count * problem.Rules.UnservedKm };
    }

    /// <summary>Kilometres of one route, from the yard and back.</summary>
    public static double KmOf(DayProblem problem, DayRoute route)
    {
        var (car, rides) = (problem.Cars[route.Car], route.Rides.Select(r => problem.Rides[r]).ToList());
        return problem.Distance(car.Yard, rides[0].Place) + problem.Distance(rides[^1].Place, car.Yard) + rides.Sum(r => r.Km)
            + rides.Zip(rides.Skip(1)).Sum(p => problem.Between(car, p.First, p.Second) ?? throw new InvalidOperationException("A planned route cannot be driven."));
    }
}
