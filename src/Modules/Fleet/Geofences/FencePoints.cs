using System.Globalization;
using Guiju.Roads;

namespace Guiju.Fleet.Geofences;

/// <summary>Points as people write them: a line a point, latitude then longitude in degrees WGS-84.</summary>
internal static class FencePoints
{
    /// <summary>Most points that a fence has.</summary>
    public const int Most = 500;

    private static readonly char[] Between = [',', '，', ' ', '\t', '、'];
    private static readonly char[] Ends = ['\n', '\r', ';', '；'];

    /// <summary>The points; null where a line is none.</summary>
    public static IReadOnlyList<GeoPoint>? Read(string text)
    {
        var points = new List<GeoPoint>();
        foreach (var line in text.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not [var north, var east]
                || !double.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) || !double.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
                || new GeoPoint(latitude, longitude) is not { IsOnEarth: true } point)
            {
                return null;
            }

            points.Add(point);
        }

        return points;
    }

    /// <summary>A line a point, six digits: a tenth of a metre.</summary>
    public static string Write(IEnumerable<GeoPoint> points) => string.Join('\n', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Latitude:0.######},{p.Longitude:0.######}")));
}
