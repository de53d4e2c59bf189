namespace Guiju.Rides;

/// <summary>Where in a route a request fits cheapest.</summary>
/// <param name="Extra">Kilometres more.</param>
/// <param name="PickupAt">Place of the pickup in the route.</param>
/// <param name="DropAt">Place of the drop in the route without the pickup.</param>
internal readonly record struct Insertion(double Extra, int PickupAt, int DropAt)
{
    private const double Slack = 1e-9;

    public static readonly Insertion None = new(double.PositiveInfinity, -1, -1);

    public bool Exists => PickupAt >= 0;

    /// <summary>The cheapest place; <paramref name="noise"/> blurs the order in which the search sees them.</summary>
    public static Insertion Cheapest(RideProblem problem, Timetable timetable, List<int> route, int request, Func<double> noise)
    {
        var best = None;
        var drop = problem.DropOf(request);
        Span<int> trial = stackalloc int[route.Count + 2];
        Span<double> soonest = stackalloc double[route.Count + 1];
        Span<double> latest = stackalloc double[route.Count + 1];
        Window(problem, route, soonest, latest);
        for (var p = 0; p <= route.Count; p++)
        {
            var (before, after) = (p == 0 ? 0 : route[p - 1], p == route.Count ? 0 : route[p]);
            var at = Arrive(problem, before, request, soonest[p]);
            if (at > problem.Latest[request] + Slack)
            {
                break;
            }

            var pickupExtra = problem.Distance(before, request) + problem.Distance(request, after) - problem.Distance(before, after);
            for (var d = p; d <= route.Count; d++)
            {
                var (beforeDrop, afterDrop) = (d == p ? request : route[d - 1], d == route.Count ? 0 : route[d]);
                at = d == p ? at : Arrive(problem, d == p + 1 ? request : route[d - 2], beforeDrop, at);
                if (d > p && at > latest[d - 1] + Slack || Arrive(problem, beforeDrop, drop, at) is var getOut && getOut > problem.Latest[drop] + Slack)
                {
                    break;
                }

                if (Arrive(problem, drop, afterDrop, getOut) > (d == route.Count ? problem.Latest[0] : latest[d]) + Slack)
                {
                    continue;
                }

                var extra = d == p
                    ? problem.Distance(before, request) + problem.Distance(request, drop) + problem.Distance(drop, afterDrop) - problem.Distance(before, afterDrop)
                    : pickupExtra + problem.Distance(beforeDrop, drop) + problem.Distance(drop, afterDrop) - problem.Distance(beforeDrop, afterDrop);
                extra += noise();
                if (extra < best.Extra && Fits(timetable, route, request, drop, (p, d), trial))
                {
                    best = new Insertion(extra, p, d);
                }
            }
        }

        return best;
    }

    /// <summary>
    /// Soonest time of the stop before each place, and latest time of the stop at each place, ride limits left out: a sieve that spares most full checks.
    /// </summary>
    private static void Window(RideProblem problem, List<int> route, Span<double> soonest, Span<double> latest)
    {
        soonest[0] = problem.Earliest[0];
        for (var i = 0; i < route.Count; i++)
        {
            soonest[i + 1] = Arrive(problem, i == 0 ? 0 : route[i - 1], route[i], soonest[i]);
        }

        latest[route.Count] = problem.Latest[0];
        for (var i = route.Count - 1; i >= 0; i--)
        {
            var next = i == route.Count - 1 ? 0 : route[i + 1];
            latest[i] = Math.Min(problem.Latest[route[i]], latest[i + 1] - problem.Stops[route[i]].Service - problem.Distance(route[i], next));
        }
    }

    private static double Arrive(RideProblem problem, int from, int to, double at) =>
        Math.Max(problem.Earliest[to], at + (from == 0 ? 0 : problem.Stops[from].Service) + problem.Distance(from, to));

    /// <summary>Puts the request into the route.</summary>
    public void Apply(List<int> route, int request, int drop)
    {
        route.Insert(DropAt, drop);
        route.Insert(PickupAt, request);
    }

    /// <summary>Whether one stop can follow another at all, by their windows.</summary>
    public static bool Follows(RideProblem problem, int from, int to) =>
        problem.Earliest[from] + (from == 0 ? 0 : problem.Stops[from].Service) + problem.Distance(from, to) <= problem.Latest[to] + 1e-9;

    private static bool Fits(Timetable timetable, List<int> route, int request, int drop, (int Pickup, int Drop) at, Span<int> trial)
    {
        var k = 0;
        for (var i = 0; i <= route.Count; i++)
        {
            if (i == at.Pickup)
            {
                trial[k++] = request;
            }

            if (i == at.Drop)
            {
                trial[k++] = drop;
            }

            if (i < route.Count)
            {
                trial[k++] = route[i];
            }
        }

        return timetable.RouteFits(trial[..k]);
    }
}
