namespace Guiju.Rides;

/// <summary>
/// Large neighbourhood search: takes some requests out of the plan, puts them back where they cost least, keeps what is better and, less and less often, what is worse.
/// </summary>
internal sealed class NeighbourhoodSearch(RideProblem problem, int seed)
{
    private const double UnservedCost = 10_000;
    private const int MostRemoved = 24;

    private readonly Timetable timetable = new(problem);
    private readonly Random random = new(seed);

    /// <summary>Routes by car; unserved requests cost so much that a whole plan always wins.</summary>
    internal sealed record Plan(List<int>[] Routes, List<int> Unserved, double Cost);

    /// <summary>Searches until <paramref name="share"/>, the share of the time that is gone, reaches one.</summary>
    public Plan Run(Func<double> share, CancellationToken ct)
    {
        var current = Fill(new Plan([.. Enumerable.Range(0, problem.Cars).Select(_ => new List<int>())], [.. Enumerable.Range(1, problem.Requests)], 0), 0);
        var best = current;
        var first = Math.Max(current.Cost * 0.004, 0.5);
        while (share() is < 1 and var done && !ct.IsCancellationRequested)
        {
            var trial = Fill(Remove(current), random.NextDouble() < 0.5 ? 0 : 0.5);
            var heat = first * Math.Pow(0.002, done);
            if (trial.Cost - current.Cost < -heat * Math.Log(1 - random.NextDouble()))
            {
                current = trial;
            }

            if (trial.Cost < best.Cost - 1e-9)
            {
                best = trial;
            }
        }

        return best;
    }

    private double Cost(List<int>[] routes, List<int> unserved) => routes.Sum(r => r.Count == 0 ? 0 : problem.Cost(r)) + unserved.Count * UnservedCost;

    private Plan Remove(Plan plan)
    {
        var served = plan.Routes.SelectMany(r => r).Where(problem.IsPickup).ToList();
        var count = Math.Min(random.Next(2, Math.Max(3, Math.Min(MostRemoved, served.Count * 2 / 5 + 1))), served.Count);
        var gone = (random.Next(4) switch
        {
            0 => served.OrderBy(_ => random.Next()),
            1 => served.OrderBy(r => -Saved(plan, r) * (0.5 + random.NextDouble())),
            2 when plan.Routes.Where(r => r.Count > 0).ToList() is { Count: > 0 } used && used[random.Next(used.Count)] is var route => served.OrderBy(r => route.Contains(r) ? random.Next(2) : random.Next(1, 9)),
            _ => Related(served),
        }).Take(count).ToHashSet();
        var routes = plan.Routes.Select(r => r.Where(s => !gone.Contains(problem.IsPickup(s) ? s : s - problem.Requests)).ToList()).ToArray();
        return new Plan(routes, [.. plan.Unserved, .. gone], 0);
    }

    private IEnumerable<int> Related(List<int> served)
    {
        if (served.Count == 0)
        {
            return served;
        }

        var seed = served[random.Next(served.Count)];
        return served.OrderBy(r => (problem.Distance(seed, r) + problem.Distance(problem.DropOf(seed), problem.DropOf(r))
            + Math.Abs(Middle(seed) - Middle(r)) * 0.5) * (0.6 + 0.8 * random.NextDouble()));
    }

    private double Middle(int stop) => (problem.Earliest[stop] + problem.Latest[stop]) / 2;

    private double Saved(Plan plan, int request)
    {
        var route = Array.Find(plan.Routes, r => r.Contains(request)) ?? [];
        return problem.Cost(route) - problem.Cost([.. route.Where(s => s != request && s != problem.DropOf(request))]);
    }

    /// <summary>Puts requests back: always the one that would lose most by waiting (regret).</summary>
    private Plan Fill(Plan plan, double blur)
    {
        var open = plan.Unserved.ToList();
        var places = open.ToDictionary(r => r, r => plan.Routes.Select(route => Cheapest(route, r, blur)).ToArray());
        var lost = new List<int>();
        while (open.Count > 0)
        {
            var next = open.MaxBy(r => Regret(places[r], plan.Routes));
            open.Remove(next);
            var (insertion, car) = places[next].Select((p, i) => (p, i)).MinBy(x => x.p.Extra);
            if (!insertion.Exists)
            {
                lost.Add(next);
                continue;
            }

            insertion.Apply(plan.Routes[car], next, problem.DropOf(next));
            foreach (var other in open)
            {
                places[other][car] = Cheapest(plan.Routes[car], other, blur);
            }
        }

        return new Plan(plan.Routes, lost, Cost(plan.Routes, lost));
    }

    private Insertion Cheapest(List<int> route, int request, double blur) =>
        Insertion.Cheapest(problem, timetable, route, request, blur == 0 ? () => 0 : () => (random.NextDouble() - 0.5) * blur * 4);

    private static double Regret(Insertion[] places, List<int>[] routes)
    {
        var (best, second) = (double.PositiveInfinity, double.PositiveInfinity);
        var emptySeen = false;
        for (var i = 0; i < places.Length; i++)
        {
            // All empty cars are the same one.
            if (routes[i].Count == 0)
            {
                if (emptySeen)
                {
                    continue;
                }

                emptySeen = true;
            }

            var extra = places[i].Extra;
            (best, second) = extra < best ? (extra, best) : extra < second ? (best, extra) : (best, second);
        }

        return double.IsPositiveInfinity(best) ? -1 : double.IsPositiveInfinity(second) ? 1e6 - best : second - best;
    }
}
