using System.Globalization;
using System.Text.Json;
using Guiju.Fleet.Maps;
using Guiju.Roads;

namespace Guiju.Fleet.Demonstration;

/// <summary>The roads and districts of 方圆市, which lies nowhere: a grid of streets, a little bent, written as the map's own files.</summary>
internal sealed class InventedCity
{
    private const int Columns = 13;
    private const int Rows = 10;
    private const double BlockM = 750;
    private const int DistrictBlocks = 3;

    private static readonly GeoPlane Plane = new(new GeoPoint(38.20, 107.30));
    private static readonly (string Zh, string En)[] Names =
    [
        ("方正区", "Fangzheng"), ("圆通区", "Yuantong"), ("规山区", "Guishan"), ("矩水区", "Jushui"), ("准绳区", "Zhunsheng"), ("平衡区", "Pingheng"),
        ("直道区", "Zhidao"), ("明镜区", "Mingjing"), ("清源区", "Qingyuan"), ("公允区", "Gongyun"), ("致和区", "Zhihe"), ("守正区", "Shouzheng"),
    ];

    private readonly GeoPoint[] nodes = [.. Enumerable.Range(0, Columns * Rows).Select(NodeAt)];

    /// <summary>How many crossroads there are.</summary>
    public int Nodes => nodes.Length;

    /// <summary>A crossroads.</summary>
    public GeoPoint this[int node] => nodes[node % nodes.Length];

    /// <summary>The way from crossroads to crossroads: along one street, then along the other.</summary>
    public IReadOnlyList<GeoPoint> Way(int from, int to)
    {
        var (column, row) = (from % nodes.Length % Columns, from % nodes.Length / Columns);
        var (lastColumn, lastRow) = (to % nodes.Length % Columns, to % nodes.Length / Columns);
        var way = new List<GeoPoint> { nodes[row * Columns + column] };
        while (column != lastColumn)
        {
            column += Math.Sign(lastColumn - column);
            way.Add(nodes[row * Columns + column]);
        }

        while (row != lastRow)
        {
            row += Math.Sign(lastRow - row);
            way.Add(nodes[row * Columns + column]);
        }

        return way;
    }

    /// <summary>Writes the files of the map where there are none yet. Two that write at once write the same.</summary>
    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        Write(Path.Combine(folder, MapGround.RoadsFile), Streets());
        Write(Path.Combine(folder, MapGround.DistrictsFile), Districts());
    }

    private static void Write(string file, IEnumerable<object> features)
    {
        if (!File.Exists(file))
        {
            var draft = file + "." + Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture);
            File.WriteAllText(draft, JsonSerializer.Serialize(new { type = "FeatureCollection", features }));
            File.Move(draft, file, overwrite: true);
        }
    }

    private IEnumerable<object> Streets()
    {
        for (var row = 0; row < Rows; row++)
        {
            yield return Street(Enumerable.Range(0, Columns).Select(c => nodes[row * Columns + c]), $"{"一二三四五六七八九十"[row]}横街", $"Street {row + 1}", row % DistrictBlocks == 0);
        }

        for (var column = 0; column < Columns; column++)
        {
            yield return Street(Enumerable.Range(0, Rows).Select(r => nodes[r * Columns + column]), $"第{column + 1}纵路", $"Avenue {column + 1}", column % DistrictBlocks == 0);
        }
    }

    private static object Street(IEnumerable<GeoPoint> points, string name, string english, bool main) => new
    {
        type = "Feature",
        properties = new Dictionary<string, string> { ["name"] = name, ["name_en"] = english, ["class"] = main ? "main" : "minor" },
        geometry = new { type = "LineString", coordinates = points.Select(Pair) },
    };

    private IEnumerable<object> Districts()
    {
        var wide = (Columns - 1) / DistrictBlocks;
        for (var number = 0; number < Names.Length; number++)
        {
            var (left, low) = (number % wide * DistrictBlocks, number / wide * DistrictBlocks);
            var ring = Enumerable.Range(0, DistrictBlocks).Select(i => (left + i, low))
                .Concat(Enumerable.Range(0, DistrictBlocks).Select(i => (left + DistrictBlocks, low + i)))
                .Concat(Enumerable.Range(0, DistrictBlocks).Select(i => (left + DistrictBlocks - i, low + DistrictBlocks)))
                .Concat(Enumerable.Range(0, DistrictBlocks + 1).Select(i => (left, low + DistrictBlocks - i)));
            yield return new
            {
                type = "Feature",
                properties = new Dictionary<string, string> { ["name"] = Names[number].Zh, ["name_en"] = Names[number].En },
                geometry = new { type = "Polygon", coordinates = new[] { ring.Select(at => Pair(nodes[at.Item2 * Columns + at.Item1])) } },
            };
        }
    }

    private static double[] Pair(GeoPoint point) => [Math.Round(point.Longitude, 6), Math.Round(point.Latitude, 6)];

    // Bent by waves, so that no two blocks are the same and every planting gives the same city.
    private static GeoPoint NodeAt(int node)
    {
        var (column, row) = (node % Columns, node / Columns);
        var bend = 110 * Math.Sin(row * 1.3 + column * 0.4);
        var sway = 110 * Math.Cos(column * 1.1 - row * 0.6);
        return Plane.Off(new PlanePoint((column - (Columns - 1) / 2.0) * BlockM + bend, (row - (Rows - 1) / 2.0) * BlockM + sway));
    }
}
