namespace Guiju.Roads;

/// <summary>A piece of the earth: a polygon, a circle, or a corridor along a line.</summary>
public abstract class Fence
{
    private readonly GeoPlane plane;

    private Fence(IReadOnlyList<GeoPoint> points)
    {
        plane = new GeoPlane(points[0]);
        Points = [.. points.Select(plane.On)];
    }

    /// <summary>Its points on the plane.</summary>
    protected IReadOnlyList<PlanePoint> Points { get; }

    /// <summary>The inside of a closed line of at least three points; the last need not repeat the first.</summary>
    public static Fence Polygon(IReadOnlyList<GeoPoint> points) => new PolygonFence(points);

    /// <summary>All within <paramref name="radiusM"/> metres of a place.</summary>
    public static Fence Circle(GeoPoint centre, double radiusM) => new LineFence([centre], radiusM);

    /// <summary>All within <paramref name="halfWidthM"/> metres of a line.</summary>
    public static Fence Corridor(IReadOnlyList<GeoPoint> line, double halfWidthM) => new LineFence(line, halfWidthM);

    /// <summary>Metres to the border: positive inside, negative outside.</summary>
    public double Margin(GeoPoint at) => MarginOf(plane.On(at));

    /// <summary>Whether a place lies inside.</summary>
    public bool Holds(GeoPoint at) => Margin(at) >= 0;

    /// <summary>Metres to the border on the plane.</summary>
    protected abstract double MarginOf(PlanePoint at);

    private sealed class PolygonFence(IReadOnlyList<GeoPoint> points) : Fence(points)
    {
        protected override double MarginOf(PlanePoint at)
        {
            var (inside, off) = (false, double.MaxValue);
            for (int i = 0, before = Points.Count - 1; i < Points.Count; before = i++)
            {
                var (a, b) = (Points[before], Points[i]);
                off = Math.Min(off, at.On(a, b).OffM);
                if (a.Y > at.Y != b.Y > at.Y && at.X < (b.X - a.X) * (at.Y - a.Y) / (b.Y - a.Y) + a.X)
                {
                    inside = !inside;
                }
            }

            return inside ? off : -off;
        }
    }

    private sealed class LineFence(IReadOnlyList<GeoPoint> line, double halfWidthM) : Fence(line)
    {
        protected override double MarginOf(PlanePoint at)
        {
            var off = at.To(Points[0]);
            for (var i = 1; i < Points.Count; i++)
            {
                off = Math.Min(off, at.On(Points[i - 1], Points[i]).OffM);
            }

            return halfWidthM - off;
        }
    }
}
