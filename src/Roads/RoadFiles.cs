using System.Globalization;

namespace Guiju.Roads;

/// <summary>Reads a road network of two text files: <c>vertexMap.txt</c> (number, source id, x, y) and <c>adjacentList.txt</c> (from, to, length).</summary>
public static class RoadFiles
{
    /// <summary>The plane of these files is in kilometres.</summary>
    private const double UnitM = 1000;

    // Lengths of the files run this much below the straight line on straight roads.
    private const double LengthScale = 0.985;
    private const double CurviestRoad = 2.0;

    /// <summary>Reads the network in <paramref name="folder"/>; a wrong line is named.</summary>
    public static RoadGraph Read(string folder)
    {
        var nodes = ReadNodes(Path.Combine(folder, "vertexMap.txt"));
        var rows = ReadEdges(Path.Combine(folder, "adjacentList.txt"), nodes.Count);
        return new RoadGraph(nodes, Lengthen(rows, nodes));
    }

    private static List<PlanePoint> ReadNodes(string file)
    {
        var nodes = new List<PlanePoint>();
        foreach (var (number, cells) in Lines.Of(file))
        {
            if (cells.Length != 4 || !int.TryParse(cells[0], out var id) || id != nodes.Count || !Lines.Number(cells[2], out var x) || !Lines.Number(cells[3], out var y))
            {
                throw Lines.Wrong(file, number, $"a node is: {nodes.Count} <source id> <x> <y>");
            }

            nodes.Add(new PlanePoint(x * UnitM, y * UnitM));
        }

        return nodes;
    }

    private static List<RoadEdge> ReadEdges(string file, int nodes)
    {
        var edges = new List<RoadEdge>();
        foreach (var (number, cells) in Lines.Of(file))
        {
            if (number == 1 && cells.Length == 1)
            {
                continue;
            }

            if (cells.Length != 3 || !int.TryParse(cells[0], out var from) || !int.TryParse(cells[1], out var to) || !Lines.Number(cells[2], out var length)
                || from < 0 || to < 0 || from >= nodes || to >= nodes)
            {
                throw Lines.Wrong(file, number, string.Create(CultureInfo.InvariantCulture, $"an edge is: <from> <to> <length>, nodes below {nodes}"));
            }

            edges.Add(new RoadEdge(from, to, length * UnitM));
        }

        return edges;
    }

    /// <summary>
    /// The files give all edges of a node the length of the first one, so only the first one's is believed, and for the same road the other way round.
    /// Other edges are as long as the straight line.
    /// </summary>
    private static List<RoadEdge> Lengthen(List<RoadEdge> rows, List<PlanePoint> nodes)
    {
        var told = new Dictionary<(int, int), double>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (i == 0 || rows[i - 1].From != rows[i].From)
            {
                told[(rows[i].From, rows[i].To)] = rows[i].LengthM / LengthScale;
            }
        }

        return rows.ConvertAll(row =>
        {
            var straight = nodes[row.From].To(nodes[row.To]);
            var known = told.TryGetValue((row.From, row.To), out var length) || told.TryGetValue((row.To, row.From), out length);
            return row with { LengthM = known && length > straight && length <= straight * CurviestRoad ? length : straight };
        });
    }
}
