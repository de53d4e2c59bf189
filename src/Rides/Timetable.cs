namespace Guiju.Rides;

/// <summary>
/// Finds the earliest times at which a chain of stops can be served. All limits say that one time follows another by at least so much, or that a time is
/// not too late, so raising times until nothing has to be raised gives the earliest ones, or shows that there are none.
/// </summary>
internal sealed class Timetable(RideProblem problem)
{
    private const double Slack = 1e-9;

    private readonly int[] place = new int[problem.Stops.Count];

    /// <summary>Whether a whole route (without the garage) can be driven; the times of garage, stops, garage.</summary>
    public double[]? OfRoute(ReadOnlySpan<int> route)
    {
        Span<double> times = stackalloc double[route.Length + 2];
        return Fits(route, times, wholeRoute: true) ? times.ToArray() : null;
    }

    /// <summary>Whether a whole route can be driven.</summary>
    public bool RouteFits(ReadOnlySpan<int> route)
    {
        Span<double> times = stackalloc double[route.Length + 2];
        return Fits(route, times, wholeRoute: true);
    }

    /// <summary>Whether a piece of a route can be driven by itself; people still in the car at its end are not looked at.</summary>
    public bool PieceFits(ReadOnlySpan<int> piece)
    {
        Span<double> times = stackalloc double[piece.Length + 2];
        return Fits(piece, times, wholeRoute: false);
    }

    /// <summary>
    /// When a piece that can be driven may begin and end: earliest and latest beginning, earliest end, and least minutes between beginning and end.
    /// </summary>
    public PieceWindow Window(ReadOnlySpan<int> piece)
    {
        Span<double> times = stackalloc double[piece.Length + 2];
        Fits(piece, times, wholeRoute: false);
        var (start, end) = (times[1], times[piece.Length]);
        var latest = Latest(piece);
        times[1] = latest;
        Forward(piece, times, wholeRoute: false);
        return new PieceWindow(start, latest, end, Math.Max(times[piece.Length], end) - latest);
    }

    /// <summary>The latest beginning of a piece: times start as late as windows allow and are lowered until nothing has to be lowered.</summary>
    private double Latest(ReadOnlySpan<int> piece)
    {
        Span<double> times = stackalloc double[piece.Length];
        for (var i = 0; i < piece.Length; i++)
        {
            times[i] = problem.Latest[piece[i]];
        }

        bool lowered;
        do
        {
            lowered = false;
            for (var i = piece.Length - 1; i >= 0; i--)
            {
                var most = i == piece.Length - 1 ? times[i] : Math.Min(times[i], times[i + 1] - problem.Stops[piece[i]].Service - problem.Distance(piece[i], piece[i + 1]));
                if (!problem.IsPickup(piece[i]))
                {
                    var pickup = piece[i] - problem.Requests;
                    most = Math.Min(most, times[place[pickup] - 1] + problem.Stops[pickup].Service + problem.Limits.Ride);
                }

                lowered |= most < times[i] - Slack;
                times[i] = most;
            }
        }
        while (lowered);
        return times[0];
    }

    private bool Fits(ReadOnlySpan<int> stops, Span<double> times, bool wholeRoute)
    {
        var (load, n) = (0, stops.Length);
        for (var i = 0; i < n; i++)
        {
            place[stops[i]] = i + 1;
            times[i + 1] = problem.Earliest[stops[i]];
            load += problem.Stops[stops[i]].Load;
            if (load > problem.Limits.Seats)
            {
                return false;
            }
        }

        times[0] = problem.Stops[0].Earliest;
        times[n + 1] = times[0];
        bool raised;
        do
        {
            raised = false;
            if (!Forward(stops, times, wholeRoute))
            {
                return false;
            }

            for (var i = n; i >= 1; i--)
            {
                var drop = stops[i - 1];
                if (problem.IsPickup(drop))
                {
                    continue;
                }

                var pickup = drop - problem.Requests;
                raised |= Raise(ref times[place[pickup]], times[i] - problem.Limits.Ride - problem.Stops[pickup].Service);
            }

            raised |= wholeRoute && Raise(ref times[0], times[n + 1] - problem.Limits.Day);
        }
        while (raised);
        return true;
    }

    private bool Forward(ReadOnlySpan<int> stops, Span<double> times, bool wholeRoute)
    {
        var (at, from) = (times[0], wholeRoute ? 0 : -1);
        for (var i = 1; i <= stops.Length; i++)
        {
            var stop = stops[i - 1];
            if (from >= 0)
            {
                times[i] = Math.Max(times[i], at + problem.Stops[from].Service + problem.Distance(from, stop));
            }

            if (times[i] > problem.Latest[stop] + Slack)
            {
                return false;
            }

            (at, from) = (times[i], stop);
        }

        if (wholeRoute && stops.Length > 0)
        {
            times[^1] = Math.Max(times[^1], at + problem.Stops[from].Service + problem.Distance(from, 0));
            return times[^1] <= problem.Stops[0].Latest + Slack;
        }

        return true;
    }

    private static bool Raise(ref double time, double least)
    {
        if (least <= time + Slack)
        {
            return false;
        }

        time = least;
        return true;
    }
}

/// <summary>When a piece of a route may begin and end.</summary>
internal readonly record struct PieceWindow(double EarliestStart, double LatestStart, double EarliestEnd, double Duration);
