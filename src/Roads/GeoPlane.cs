namespace Guiju.Roads;

/// <summary>A place on the earth, degrees WGS-84.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>Whether it lies on the earth.</summary>
    public bool IsOnEarth => Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180;
}

/// <summary>The earth round a place as a plane in metres, x east and y north; right to a few parts in a thousand over a city.</summary>
public sealed class GeoPlane(GeoPoint centre)
{
    private const double MetresADegree = 6371008.8 * Math.PI / 180;

    private readonly double eastADegree = MetresADegree * Math.Cos(centre.Latitude * Math.PI / 180);

    /// <summary>A place on the plane.</summary>
    public PlanePoint On(GeoPoint at) => new((at.Longitude - centre.Longitude) * eastADegree, (at.Latitude - centre.Latitude) * MetresADegree);

    /// <summary>The place of the earth that lies there.</summary>
    public GeoPoint Off(PlanePoint at) => new(centre.Latitude + at.Y / MetresADegree, centre.Longitude + at.X / eastADegree);

    /// <summary>Metres between two places near each other.</summary>
    public static double Metres(GeoPoint a, GeoPoint b) => new GeoPlane(a).On(b).To(default);
}
