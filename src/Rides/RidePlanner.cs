using System.Diagnostics;

namespace Guiju.Rides;

/// <summary>Plans dial-a-ride: a good plan by search, then a bound and, where time allows, the proof that nothing is cheaper.</summary>
public static class RidePlanner
{
    private const int MostFragments = 1_500_000;

    /// <summary>The best plan that could be found in <paramref name="seconds"/>, with its bound.</summary>
    public static RidePlan Plan(RideProblem problem, double seconds, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var searching = Math.Min(seconds * 0.4, 1 + problem.Requests * 0.12);
        var found = new NeighbourhoodSearch(problem, seed: 7).Run(() => clock.Elapsed.TotalSeconds / searching, ct);
        var routes = found.Routes.Where(r => r.Count > 0).Select(r => r.ToArray()).ToList();
        if (found.Unserved.Count > 0)
        {
            return Told(problem, routes, 0, "") with { Unserved = [.. found.Unserved.Order()] };
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        enough.CancelAfter(TimeSpan.FromSeconds(Math.Max(0.1, (seconds - clock.Elapsed.TotalSeconds) * 0.4)));
        if (new Fragments(problem, MostFragments).All(enough.Token) is not { } fragments)
        {
            return Told(problem, routes, Nearest(problem), "nearest neighbours");
        }

        if (new FragmentBound(problem, fragments).Solve(found.Cost, Math.Max(1, seconds - clock.Elapsed.TotalSeconds)) is not { } left)
        {
            return Told(problem, routes, Nearest(problem), "nearest neighbours");
        }

        var (bound, better) = new FragmentProof(problem, left, found.Cost).Solve(() => seconds - clock.Elapsed.TotalSeconds, ct);
        return Told(problem, better is not null && better.Sum(r => problem.Cost(r)) < found.Cost ? better : routes, Math.Max(left.Bound, bound), "fragments");
    }

    private static RidePlan Told(RideProblem problem, List<int[]> routes, double bound, string proof)
    {
        var timetable = new Timetable(problem);
        var told = routes.ConvertAll(r => new RideRoute(r, timetable.OfRoute(r) ?? throw new InvalidOperationException("A planned route cannot be driven.")));
        var cost = routes.Sum(r => problem.Cost(r));
        return new RidePlan(told, cost, Math.Min(bound, cost)) { Proof = proof };
    }

    /// <summary>A weak bound that always holds: every stop is left towards its nearest successor.</summary>
    private static double Nearest(RideProblem problem) =>
        Enumerable.Range(1, problem.Stops.Count - 1).Sum(from => Enumerable.Range(0, problem.Stops.Count)
            .Where(to => to != from && (to == 0 ? from > problem.Requests : Insertion.Follows(problem, from, to))).Select(to => problem.Distance(from, to)).DefaultIfEmpty(0).Min());
}
