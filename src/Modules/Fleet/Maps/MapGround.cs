using System.Text.Json;
using Guiju.Kernel;
using Guiju.Roads;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Maps;

/// <summary>The bureau's own base of the map: districts and roads, read from GeoJSON files and kept until a file changes.</summary>
internal sealed class MapGround(IOptions<FleetOptions> options)
{
    /// <summary>Name of the file of districts.</summary>
    public const string DistrictsFile = "districts.geojson";

    /// <summary>Name of the file of roads.</summary>
    public const string RoadsFile = "roads.geojson";

    private const int MostPoints = 500_000;

    private readonly Lock reading = new();
    private (long Stamp, Base Measured, Base Shown)? kept;

    private MapOptions Map => options.Value.Map;

    /// <summary>The base; empty where there are no files, with the fault told where one cannot be read. <paramref name="measured"/>: never shifted.</summary>
    public Base Read(bool measured = false)
    {
        var files = new[] { DistrictsFile, RoadsFile }.Select(f => new FileInfo(Path.Combine(Map.Folder, f))).ToList();
        var stamp = files.Sum(f => f.Exists ? f.LastWriteTimeUtc.Ticks % 1_000_003 * 31 + f.Length : 0);
        lock (reading)
        {
            if (kept is not { } known || known.Stamp != stamp)
            {
                var read = Load(files);
                kept = known = (stamp, read, Map.Gcj02 ? new Base(Shift(read.Districts), Shift(read.Roads), read.Fault) : read);
            }

            return measured ? known.Measured : known.Shown;
        }
    }

    /// <summary>A measured place as the map shows it, [latitude, longitude] to six digits.</summary>
    public double[] Shown(double latitude, double longitude)
    {
        var (north, east) = Map.Gcj02 ? Gcj02.Shift(latitude, longitude) : (latitude, longitude);
        return [Math.Round(north, 6), Math.Round(east, 6)];
    }

    private List<Line> Shift(IEnumerable<Line> lines) => lines.Select(l => l with { Points = l.Points.Select(p => Shown(p[0], p[1])).ToList() }).ToList();

    private static Base Load(List<FileInfo> files)
    {
        try
        {
            return new Base(Lines(files[0]), Lines(files[1]), null);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or IOException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new Base([], [], fault.Message);
        }
    }

    private static List<Line> Lines(FileInfo file)
    {
        if (!file.Exists)
        {
            return [];
        }

        using var text = JsonDocument.Parse(File.ReadAllText(file.FullName));
        var lines = new List<Line>();
        var points = 0;
        foreach (var feature in text.RootElement.GetProperty("features").EnumerateArray())
        {
            var names = feature.TryGetProperty("properties", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
            var name = Text(names, "name");
            foreach (var line in Rings(feature.GetProperty("geometry")))
            {
                var places = line.EnumerateArray().Select(p => (double[])[p[1].GetDouble(), p[0].GetDouble()]).ToList();
                points += places.Count;
                lines.Add(new Line(new Bilingual(name, Text(names, "name_en") is { Length: > 0 } english ? english : name), Text(names, "class") == "main", places));
            }
        }

        return points <= MostPoints ? lines : throw new InvalidDataException($"{file.Name} holds {points} points; at most {MostPoints} are drawn.");
    }

    // The outer ring of a polygon, or the line itself.
    private static IEnumerable<JsonElement> Rings(JsonElement geometry)
    {
        var places = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() switch
        {
            "LineString" => [places],
            "MultiLineString" => places.EnumerateArray(),
            "Polygon" => [places[0]],
            "MultiPolygon" => places.EnumerateArray().Select(p => p[0]),
            var other => throw new InvalidDataException($"A geometry of type {other} is not drawn."),
        };
    }

    private static string Text(JsonElement names, string key) => names.ValueKind == JsonValueKind.Object && names.TryGetProperty(key, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() ?? "" : "";

    /// <summary>What is drawn below the cars.</summary>
    internal sealed record Base(IReadOnlyList<Line> Districts, IReadOnlyList<Line> Roads, string? Fault);

    /// <summary>A road, or the border of a district.</summary>
    internal sealed record Line(Bilingual Name, bool Main, IReadOnlyList<double[]> Points);
}
