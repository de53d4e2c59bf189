namespace Guiju.Rides.Days;

/// <summary>Dispatch as it is done without a plan: trips in the order in which they came, each alone, each with the first car that may go and is free; every car returns to its yard.</summary>
public static class FirstCome
{
    /// <summary>The plan.</summary>
    /// <param name="problem">The day.</param>
    /// <param name="order">Trips in the order in which they came.</param>
    /// <param name="preferred">For a trip, cars in the order in which a dispatcher looks at them.</param>
    public static DayPlan Plan(DayProblem problem, IEnumerable<int> order, Func<int, IEnumerable<int>> preferred)
    {
        var given = new Dictionary<int, List<int>>();
        foreach (var trip in order)
        {
            var ride = problem.Rides[trip]; // single trips stand first
            var car = preferred(trip).FirstOrDefault(c => problem.Fits(ride, c) && Free(problem, given.GetValueOrDefault(c), c, ride), -1);
            if (car >= 0)
            {
                (given.TryGetValue(car, out var rides) ? rides : given[car] = []).Add(trip);
            }
        }

        var routes = given.OrderBy(g => g.Key).Select(g => new DayRoute(g.Key, [.. g.Value.OrderBy(r => problem.Rides[r].Start)])).ToList();
        return Counted(problem, routes);
    }

    private static bool Free(DayProblem problem, List<int>? rides, int car, DayRide ride)
    {
        var (it, rest) = (problem.Cars[car], problem.Rules.RestMinutes);
        return rides is null || rides.Select(r => problem.Rides[r]).All(o => problem.Back(it, o) + rest <= problem.Leaves(it, ride) || problem.Back(it, ride) + rest <= problem.Leaves(it, o));
    }

    // Every ride begins and ends in the yard, also where driving on would be shorter.
    private static DayPlan Counted(DayProblem problem, List<DayRoute> routes)
    {
        var plan = DayPlan.Of(problem, routes);
        var each = routes.ConvertAll(r => (r.Car, Km: r.Rides.Select(x => problem.Rides[x]).Sum(x => x.Km + 2 * problem.Distance(problem.Cars[r.Car].Yard, x.Place))));
        var cost = each.Sum(e => e.Km * problem.Cars[e.Car].Weight + problem.Rules.CarKm) + plan.Unserved.Count * problem.Rules.UnservedKm;
        return plan with { Km = each.Sum(e => e.Km), Cost = cost, Driven = cost - plan.Unserved.Count * problem.Rules.UnservedKm };
    }
}
