namespace Guiju.Roads;

/// <summary>A place of the earth at a time.</summary>
public readonly record struct Whereabouts(DateTimeOffset At, GeoPoint Where);

/// <summary>A border was crossed.</summary>
/// <param name="At">When, between the two positions that tell it.</param>
/// <param name="Where">Where on the border.</param>
/// <param name="Inward">Into the fence, or out of it.</param>
public readonly record struct Crossing(DateTimeOffset At, GeoPoint Where, bool Inward);

/// <summary>Finds where a track crosses the border of a fence.</summary>
public static class FenceWatch
{
    /// <summary>How far beyond the border a position must lie before it counts: receivers waver. <value>20 m</value></summary>
    public const double JitterM = 20;

    private const double StepM = 20;
    private const int MostSteps = 500;
    private const int Halvings = 30;

    /// <summary>
    /// The crossings of a track in the order of time; they go in and out by turns. Positions must be in the order of time.
    /// A fence that lies between two positions is crossed on the straight line between them.
    /// </summary>
    public static IEnumerable<Crossing> Crossings(Fence fence, IEnumerable<Whereabouts> track, double jitterM = JitterM)
    {
        bool? inside = null;
        Crossing? pending = null;
        foreach (var (from, to) in Steps(fence, track))
        {
            var (was, margin) = (from is { } left ? fence.Margin(left.Where) : 0, fence.Margin(to.Where));
            if (from is { } start && was >= 0 != margin >= 0)
            {
                // The border itself; whether the car meant it shows once it is far enough beyond.
                pending = Between(fence, start, to, margin >= 0);
            }

            if (Math.Abs(margin) < jitterM && inside is not null)
            {
                continue;
            }

            if (inside is { } known && known != margin >= 0)
            {
                yield return pending is { } crossing && crossing.Inward == margin >= 0 ? crossing : new Crossing(to.At, to.Where, margin >= 0);
            }

            (inside, pending) = (margin >= 0, null);
        }
    }

    // Where both ends lie farther from the border than from each other, nothing can have been crossed between them.
    private static IEnumerable<(Whereabouts? From, Whereabouts To)> Steps(Fence fence, IEnumerable<Whereabouts> track)
    {
        Whereabouts? before = null;
        foreach (var now in track)
        {
            if (before is { } last)
            {
                var metres = GeoPlane.Metres(last.Where, now.Where);
                var near = Math.Min(Math.Abs(fence.Margin(last.Where)), Math.Abs(fence.Margin(now.Where))) <= metres;
                var steps = near ? Math.Clamp((int)Math.Ceiling(metres / StepM), 1, MostSteps) : 1;
                for (var i = 1; i < steps; i++)
                {
                    var next = At(last, now, (double)i / steps);
                    yield return (before, next);
                    before = next;
                }
            }

            yield return (before, now);
            before = now;
        }
    }

    private static Crossing Between(Fence fence, Whereabouts from, Whereabouts to, bool inward)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = fence.Margin(At(from, to, middle).Where) >= 0 == inward ? (low, middle) : (middle, high);
        }

        var at = At(from, to, high);
        return new Crossing(at.At, at.Where, inward);
    }

    private static Whereabouts At(Whereabouts from, Whereabouts to, double share) => new(
        from.At + (to.At - from.At) * share,
        new GeoPoint(from.Where.Latitude + (to.Where.Latitude - from.Where.Latitude) * share, from.Where.Longitude + (to.Where.Longitude - from.Where.Longitude) * share));
}
