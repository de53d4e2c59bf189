using Guiju.Fleet.Sightings;

namespace Guiju.Fleet.Irregularities;

/// <summary>A spot on the plane of the simulated city, kilometres from its middle.</summary>
internal readonly record struct Spot(double X, double Y)
{
    private const double KmADegree = 111.32;
    private const double MiddleLatitude = 39.9;
    private const double MiddleLongitude = 116.4;

    /// <summary>Where it lies on the earth.</summary>
    public Place Place => new(MiddleLatitude + Y / KmADegree, MiddleLongitude + X / (KmADegree * Math.Cos(MiddleLatitude * Math.PI / 180)));

    /// <summary>Straight kilometres to another.</summary>
    public double To(Spot other) => Math.Sqrt((X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y));

    /// <summary>Part of the way to another.</summary>
    public Spot Toward(Spot other, double share) => new(X + (other.X - X) * share, Y + (other.Y - Y) * share);
}

/// <summary>Writes down what a terminal would send while a car is driven and parked: jitter, spikes, drift, silences. Its own figures, known to no detector.</summary>
internal sealed class Driven(Chance chance, Spot home)
{
    private const double EverySeconds = 60;
    private const double ParkedMinutes = 30;
    private const double JitterKm = 0.007;
    private const double SpikeShare = 0.002;
    private const double DriftShare = 0.004;

    private readonly List<Fix> fixes = [];
    private DateTime now;

    /// <summary>Where the car stands.</summary>
    public Spot At { get; private set; } = home;

    /// <summary>Whether the terminal is unplugged.</summary>
    public bool Unplugged { get; set; }

    /// <summary>Every drive as it really was, told or not.</summary>
    public List<Stretch> Drives { get; } = [];

    /// <summary>Everything told so far, and forgotten here.</summary>
    public List<Fix> Take()
    {
        var told = new List<Fix>(fixes);
        fixes.Clear();
        return told;
    }

    /// <summary>Stands until a moment.</summary>
    public void StandTo(DateTime until)
    {
        var drifts = chance.In(DriftShare);
        for (var at = now == default ? until.Date : now; at < until; at = at.AddMinutes(ParkedMinutes))
        {
            Tell(at, drifts ? new Spot(At.X + chance.Normal(0, 0.1), At.Y + chance.Normal(0, 0.1)) : At, 0);
        }

        now = until > now ? until : now;
    }

    /// <summary>Drives along bends to a spot; the kilometres really driven.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="factor">Length of the road over the straight line, more than 1.</param>
    /// <param name="kmh">Mean speed.</param>
    /// <param name="fastest">Speed on the fastest part.</param>
    public double DriveTo(Spot to, double factor, double kmh, double fastest = 0)
    {
        var path = Bends(At, to, factor);
        var (length, silent) = (0.0, (From: double.MaxValue, To: 0.0));
        for (var i = 1; i < path.Count; i++)
        {
            length += path[i - 1].To(path[i]);
        }

        var minutes = length / kmh * 60;
        if (chance.In(0.2))
        {
            var from = chance.Between(0, minutes);
            silent = (from, from + chance.Waiting(chance.In(0.06) ? 60 : 5));
        }

        for (var second = 0.0; second < minutes * 60; second += EverySeconds)
        {
            var share = second / (minutes * 60);
            if (second / 60 < silent.From || second / 60 > silent.To)
            {
                var quick = fastest > 0 && share is > 0.3 and < 0.7;
                Tell(now.AddSeconds(second), Along(path, length * share), Math.Max(0, chance.Normal(quick ? fastest : kmh, 3)));
            }
        }

        Drives.Add(new Stretch(now, now.AddMinutes(minutes)));
        now = now.AddMinutes(minutes);
        At = to;
        Tell(now, At, 0);
        return length;
    }

    /// <summary>The present moment of the simulation.</summary>
    public DateTime Now => now;

    private static List<Spot> Bends(Spot from, Spot to, double factor)
    {
        var straight = from.To(to);
        var pieces = Math.Max(2, 2 * (int)Math.Ceiling(straight / 5));
        var (off, path) = (straight / pieces * Math.Sqrt(Math.Max(0, factor * factor - 1)), new List<Spot> { from });
        var (nx, ny) = straight > 0 ? (-(to.Y - from.Y) / straight, (to.X - from.X) / straight) : (0, 0);
        for (var i = 1; i < pieces; i++)
        {
            var on = from.Toward(to, (double)i / pieces);
            path.Add(i % 2 == 0 ? on : new Spot(on.X + nx * off, on.Y + ny * off));
        }

        path.Add(to);
        return path;
    }

    private static Spot Along(List<Spot> path, double km)
    {
        for (var i = 1; i < path.Count; i++)
        {
            var piece = path[i - 1].To(path[i]);
            if (km <= piece)
            {
                return path[i - 1].Toward(path[i], piece > 0 ? km / piece : 0);
            }

            km -= piece;
        }

        return path[^1];
    }

    private void Tell(DateTime at, Spot where, double kmh)
    {
        if (Unplugged)
        {
            return;
        }

        var far = chance.In(SpikeShare) ? chance.Between(0.3, 2) : 0;
        var told = new Spot(where.X + chance.Normal(0, JitterKm) + far, where.Y + chance.Normal(0, JitterKm)).Place;
        fixes.Add(new Fix(at, Math.Round(told.Latitude, 6), Math.Round(told.Longitude, 6), Math.Round(kmh, 1), null, 0));
    }
}
