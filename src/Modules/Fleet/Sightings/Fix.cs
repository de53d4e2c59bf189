namespace Guiju.Fleet.Sightings;

/// <summary>Where a car was, as its terminal told it.</summary>
/// <param name="At">Bureau's local time.</param>
/// <param name="Latitude">Degrees, WGS-84.</param>
/// <param name="Longitude">Degrees, WGS-84.</param>
/// <param name="SpeedKmh">Speed that the terminal gave.</param>
/// <param name="MileageKm">The terminal's own mileage, where it sends one.</param>
/// <param name="Alarms">The 32 alarm bits of JT/T 808.</param>
internal readonly record struct Fix(DateTime At, double Latitude, double Longitude, double SpeedKmh, double? MileageKm, long Alarms)
{
    private const double MetresADegree = 111_320;

    /// <summary>Metres to another fix; good for the size of a city.</summary>
    public double MetresTo(Fix other) => MetresTo(other.Latitude, other.Longitude);

    /// <summary>Metres to a place.</summary>
    public double MetresTo(Place place) => MetresTo(place.Latitude, place.Longitude);

    private double MetresTo(double latitude, double longitude)
    {
        var (north, east) = ((latitude - Latitude) * MetresADegree, (longitude - Longitude) * MetresADegree * Math.Cos(Latitude * Math.PI / 180));
        return Math.Sqrt(north * north + east * east);
    }
}

/// <summary>A place, WGS-84 degrees.</summary>
internal sealed record Place(double Latitude, double Longitude);

/// <summary>A stretch of time.</summary>
/// <param name="From">Its beginning, local.</param>
/// <param name="To">Its end, local.</param>
internal readonly record struct Stretch(DateTime From, DateTime To)
{
    /// <summary>Minutes from beginning to end.</summary>
    public double Minutes => (To - From).TotalMinutes;

    /// <summary>The same, begun earlier and ended later.</summary>
    public Stretch Widened(double minutes) => new(From.AddMinutes(-minutes), To.AddMinutes(minutes));

    /// <summary>Whether the two have a moment in common.</summary>
    public bool Touches(Stretch other) => From <= other.To && other.From <= To;

    /// <summary>Whether the other lies wholly within.</summary>
    public bool Holds(Stretch other) => From <= other.From && other.To <= To;
}
