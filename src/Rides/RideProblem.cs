namespace Guiju.Rides;

/// <summary>A place where a car stops.</summary>
/// <param name="X">Kilometres east.</param>
/// <param name="Y">Kilometres north.</param>
/// <param name="Service">Minutes that getting in or out takes.</param>
/// <param name="Load">People who get in, or out where negative.</param>
/// <param name="Earliest">Minute before which nobody is served.</param>
/// <param name="Latest">Minute after which nobody is served.</param>
public readonly record struct RideStop(double X, double Y, double Service, int Load, double Earliest, double Latest);

/// <summary>
/// Cars, and people who are to be fetched and brought (dial-a-ride). Stop 0 is the garage; stops 1 to n are where people get in,
/// n + 1 to 2n where the same people get out. A minute is a kilometre.
/// </summary>
public sealed class RideProblem
{
    private readonly double[] distances;

    /// <summary>A problem of cars, limits and stops.</summary>
    public RideProblem(int cars, RideLimits limits, IReadOnlyList<RideStop> stops)
    {
        (Cars, Limits, Stops) = (cars, limits, stops);
        distances = new double[stops.Count * stops.Count];
        for (var i = 0; i < stops.Count; i++)
        {
            for (var j = 0; j < stops.Count; j++)
            {
                var (dx, dy) = (stops[i].X - stops[j].X, stops[i].Y - stops[j].Y);
                distances[i * stops.Count + j] = Math.Sqrt(dx * dx + dy * dy);
            }
        }

        (Earliest, Latest) = Tighten();
    }

    /// <summary>Cars in the garage.</summary>
    public int Cars { get; }

    /// <summary>Seats, longest day, longest ride.</summary>
    public RideLimits Limits { get; }

    /// <summary>Stops; 0 is the garage.</summary>
    public IReadOnlyList<RideStop> Stops { get; }

    /// <summary>Number of requests.</summary>
    public int Requests => (Stops.Count - 1) / 2;

    /// <summary>Earliest minutes, made as late as the partner's window and the longest ride allow.</summary>
    internal double[] Earliest { get; }

    /// <summary>Latest minutes, made as early as the partner's window and the longest ride allow.</summary>
    internal double[] Latest { get; }

    /// <summary>Kilometres, which are minutes.</summary>
    public double Distance(int from, int to) => distances[from * Stops.Count + to];

    /// <summary>The stop where those who get in at <paramref name="pickup"/> get out.</summary>
    public int DropOf(int pickup) => pickup + Requests;

    /// <summary>Whether people get in at the stop.</summary>
    public bool IsPickup(int stop) => stop >= 1 && stop <= Requests;

    /// <summary>Kilometres of a route from the garage and back.</summary>
    public double Cost(IReadOnlyList<int> route)
    {
        var (sum, at) = (0.0, 0);
        foreach (var stop in route)
        {
            sum += Distance(at, stop);
            at = stop;
        }

        return sum + Distance(at, 0);
    }

    private (double[] Earliest, double[] Latest) Tighten()
    {
        var earliest = Stops.Select(s => s.Earliest).ToArray();
        var latest = Stops.Select(s => s.Latest).ToArray();
        for (var p = 1; p <= Requests; p++)
        {
            var d = DropOf(p);
            var (service, direct) = (Stops[p].Service, Distance(p, d));
            earliest[p] = Math.Max(Math.Max(earliest[p], earliest[d] - Limits.Ride - service), earliest[0] + Distance(0, p));
            earliest[d] = Math.Max(earliest[d], earliest[p] + service + direct);
            latest[d] = Math.Min(Math.Min(latest[d], latest[p] + service + Limits.Ride), latest[0] - Stops[d].Service - Distance(d, 0));
            latest[p] = Math.Min(latest[p], latest[d] - service - direct);
            earliest[p] = Math.Max(earliest[p], earliest[d] - Limits.Ride - service);
        }

        return (earliest, latest);
    }
}

/// <summary>What no route may exceed.</summary>
/// <param name="Seats">People in a car at once.</param>
/// <param name="Day">Minutes from leaving the garage to being back.</param>
/// <param name="Ride">Minutes that anybody sits in the car.</param>
public sealed record RideLimits(int Seats, double Day, double Ride);
