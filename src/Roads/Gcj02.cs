namespace Guiju.Roads;

/// <summary>
/// The offset that public maps in China carry (GCJ-02). Positions are stored as they were measured (WGS-84) and shifted for display alone.
/// </summary>
public static class Gcj02
{
    private const double SemiMajor = 6378245.0;
    private const double Eccentricity = 0.00669342162296594323;

    /// <summary>Measured degrees as a public map shows them. Outside China nothing is shifted.</summary>
    public static (double Latitude, double Longitude) Shift(double latitude, double longitude)
    {
        if (!InChina(latitude, longitude))
        {
            return (latitude, longitude);
        }

        var (north, east) = Offset(latitude, longitude);
        return (latitude + north, longitude + east);
    }

    /// <summary>The measured degrees of a place on a public map, to within a millimetre or so.</summary>
    public static (double Latitude, double Longitude) Unshift(double latitude, double longitude)
    {
        var guess = (Latitude: latitude, Longitude: longitude);
        for (var i = 0; i < 8; i++)
        {
            var shifted = Shift(guess.Latitude, guess.Longitude);
            guess = (guess.Latitude - (shifted.Latitude - latitude), guess.Longitude - (shifted.Longitude - longitude));
        }

        return guess;
    }

    private static bool InChina(double latitude, double longitude) => longitude is > 72.004 and < 137.8347 && latitude is > 0.8293 and < 55.8271;

    private static (double North, double East) Offset(double latitude, double longitude)
    {
        var (x, y) = (longitude - 105, latitude - 35);
        var waves = (20 * Math.Sin(6 * x * Math.PI) + 20 * Math.Sin(2 * x * Math.PI)) * 2 / 3;
        var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.Sqrt(Math.Abs(x)) + waves
            + (20 * Math.Sin(y * Math.PI) + 40 * Math.Sin(y / 3 * Math.PI)) * 2 / 3 + (160 * Math.Sin(y / 12 * Math.PI) + 320 * Math.Sin(y * Math.PI / 30)) * 2 / 3;
        var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.Sqrt(Math.Abs(x)) + waves
            + (20 * Math.Sin(x * Math.PI) + 40 * Math.Sin(x / 3 * Math.PI)) * 2 / 3 + (150 * Math.Sin(x / 12 * Math.PI) + 300 * Math.Sin(x / 30 * Math.PI)) * 2 / 3;
        var radians = latitude / 180 * Math.PI;
        var magic = 1 - Eccentricity * Math.Sin(radians) * Math.Sin(radians);
        var root = Math.Sqrt(magic);
        return (north * 180 / (SemiMajor * (1 - Eccentricity) / (magic * root) * Math.PI), east * 180 / (SemiMajor / root * Math.Cos(radians) * Math.PI));
    }
}
