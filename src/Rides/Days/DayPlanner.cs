using System.Diagnostics;
using System.Globalization;

namespace Guiju.Rides.Days;

/// <summary>Plans a day: which car takes which trips, which trips share a car, at the least kilometres and cars. What does not touch each other is planned apart.</summary>
public static class DayPlanner
{
    private const double Slack = 1e-6;

    /// <summary>The best plan found in <paramref name="seconds"/>, with its bound; never dearer than <paramref name="known"/>, a plan that is there already.</summary>
    public static DayPlan Plan(DayProblem problem, double seconds, CancellationToken ct, DayPlan? known = null)
    {
        var clock = Stopwatch.StartNew();
        var groups = Groups(problem);
        var parts = Parts(problem, groups).OrderByDescending(p => p.Rides).ToList();
        var (routes, bound) = (new List<DayRoute>(), 0.0);
        var left = Math.Max(1, seconds - clock.Elapsed.TotalSeconds);
        var weight = parts.Sum(p => (double)p.Rides);
        Parallel.ForEach(parts, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = ct }, part =>
        {
            var found = Solve(problem, part, known, Math.Max(1, left * 1.6 * part.Rides / Math.Max(1, weight)));
            lock (routes)
            {
                routes.AddRange(found.Routes);
                bound += found.Bound;
            }
        });
        return DayPlan.Of(problem, [.. routes.OrderBy(r => r.Car)], bound) with { UnservedAtLeast = Math.Max(0, (int)Math.Ceiling((bound - Dearest(problem)) / problem.Rules.UnservedKm - Slack)) };
    }

    // No plan drives for more: every trip alone, from the farthest yard and back, with the dearest car, all cars out.
    private static double Dearest(DayProblem problem)
    {
        var yards = problem.Cars.Select(c => c.Yard).Distinct().ToList();
        return problem.Cars.Count == 0 ? 0 : problem.Cars.Max(c => c.Weight) * problem.Trips.Select((t, i) => problem.Rides[i].Km + 2 * yards.Select(y => problem.Distance(y, t.From)).Where(double.IsFinite).DefaultIfEmpty().Max()).Where(double.IsFinite).Sum() + problem.Cars.Count * problem.Rules.CarKm;
    }

    private static (IReadOnlyList<DayRoute> Routes, double Bound) Solve(DayProblem problem, DayPart part, DayPlan? known, double seconds)
    {
        if (part.Groups.Count == 0)
        {
            return ([], part.Trips.Count * problem.Rules.UnservedKm);
        }

        var cars = part.Groups.SelectMany(g => g.Cars).ToList();
        var (chains, bound) = new DayModel(problem, part).Solve(seconds);

        // Where time was too short for the model, what comes first is served first.
        List<IReadOnlyList<DayRoute>> choices =
        [
            chains?.SelectMany(c => c.Chains.Select((chain, i) => new DayRoute(part.Groups[c.Group].Cars[i], chain))).ToList()
                ?? FirstCome.Plan(problem, part.Trips.OrderBy(t => problem.Trips[t].Start), _ => cars).Routes,
            .. known is null ? [] : (List<IReadOnlyList<DayRoute>>)[known.Routes.Where(r => cars.Contains(r.Car)).ToList()],
        ];
        return (choices.MinBy(routes => Cost(problem, part, routes)) ?? [], bound);
    }

    private static double Cost(DayProblem problem, DayPart part, IReadOnlyList<DayRoute> routes) =>
        routes.Sum(r => DayPlan.KmOf(problem, r) * problem.Cars[r.Car].Weight + problem.Rules.CarKm)
        + (part.Trips.Count - routes.SelectMany(r => r.Rides).Sum(r => problem.Rides[r].Trips.Count)) * problem.Rules.UnservedKm;

    private static List<CarGroup> Groups(DayProblem problem) => Enumerable.Range(0, problem.Cars.Count)
        .Select(car => (Car: car, Rides: Enumerable.Range(0, problem.Rides.Count).Where(r => problem.Fits(problem.Rides[r], car)).ToList()))
        .Where(c => c.Rides.Count > 0)
        .GroupBy(c => string.Create(CultureInfo.InvariantCulture, $"{problem.Cars[c.Car].Yard}|{problem.Cars[c.Car].Weight}|{string.Join(',', problem.Cars[c.Car].Taken)}|{string.Join(',', c.Rides)}"))
        .Select(g => new CarGroup([.. g.Select(c => c.Car)], g.First().Rides)).ToList();

    // Trips that share a ride or a car belong together; everything else is a problem of its own.
    private static List<DayPart> Parts(DayProblem problem, List<CarGroup> groups)
    {
        var root = Enumerable.Range(0, problem.Trips.Count).ToArray();
        foreach (var group in groups)
        {
            var first = problem.Rides[group.Rides[0]].Trips[0];
            group.Rides.SelectMany(r => problem.Rides[r].Trips).ToList().ForEach(t => root[Root(t)] = Root(first));
        }

        var byRoot = groups.ToLookup(g => Root(problem.Rides[g.Rides[0]].Trips[0]));
        return Enumerable.Range(0, root.Length).GroupBy(Root).Select(p => new DayPart([.. p], byRoot[p.Key].ToList(), byRoot[p.Key].SelectMany(g => g.Rides).Distinct().Count())).ToList();

        int Root(int trip)
        {
            while (root[trip] != trip)
            {
                trip = root[trip] = root[root[trip]];
            }

            return trip;
        }
    }
}
