namespace Guiju.Roads;

/// <summary>A place on the map's plane, in metres.</summary>
public readonly record struct PlanePoint(double X, double Y)
{
    /// <summary>Metres to another place.</summary>
    public double To(PlanePoint other) => Math.Sqrt((X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y));

    /// <summary>The nearest place of the straight piece from <paramref name="a"/> to <paramref name="b"/>: how far along (0 to 1) and how far off.</summary>
    public (double Share, double OffM) On(PlanePoint a, PlanePoint b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var square = dx * dx + dy * dy;
        var share = square <= 0 ? 0 : Math.Clamp(((X - a.X) * dx + (Y - a.Y) * dy) / square, 0, 1);
        return (share, To(new PlanePoint(a.X + share * dx, a.Y + share * dy)));
    }

    /// <summary>Metres along a chain of straight pieces.</summary>
    public static double Length(IReadOnlyList<PlanePoint> chain)
    {
        var sum = 0.0;
        for (var i = 1; i < chain.Count; i++)
        {
            sum += chain[i - 1].To(chain[i]);
        }

        return sum;
    }
}
