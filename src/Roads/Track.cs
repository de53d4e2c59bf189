namespace Guiju.Roads;

/// <summary>A place at a time.</summary>
public readonly record struct TrackPoint(double Seconds, PlanePoint At);

/// <summary>The way of a car as its terminal told it.</summary>
public sealed record Track(string Id, IReadOnlyList<TrackPoint> Points)
{
    /// <summary>Metres of the straight lines between the points.</summary>
    public double StraightM => PlanePoint.Length([.. Points.Select(p => p.At)]);

    /// <summary>The same way told less often: the first and last point and between them one every <paramref name="seconds"/>.</summary>
    public Track Every(double seconds)
    {
        var kept = new List<TrackPoint>();
        for (var i = 0; i < Points.Count; i++)
        {
            // Half a second of slack: clocks of terminals jitter.
            if (kept.Count == 0 || Points[i].Seconds - kept[^1].Seconds >= seconds - 0.5)
            {
                kept.Add(Points[i]);
            }
        }

        if (kept.Count > 0 && kept[^1] != Points[^1])
        {
            kept.Add(Points[^1]);
        }

        return this with { Points = kept };
    }
}
