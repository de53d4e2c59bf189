namespace Guiju.Roads;

/// <summary>A directed piece of road between two nodes; a two-way road is two of them.</summary>
/// <param name="From">Node where it begins.</param>
/// <param name="To">Node where it ends.</param>
/// <param name="LengthM">Metres to drive.</param>
public readonly record struct RoadEdge(int From, int To, double LengthM);

/// <summary>The roads of a city: nodes on a plane, directed edges, and a grid to find what is near.</summary>
public sealed class RoadGraph
{
    private const double CellM = 250;

    private readonly int[] firstOut;
    private readonly int[] outgoing;
    private readonly Dictionary<(int, int), List<int>> cells = [];

    /// <summary>Builds the graph; edges keep their order, so their index is their name.</summary>
    public RoadGraph(IReadOnlyList<PlanePoint> nodes, IReadOnlyList<RoadEdge> edges)
    {
        Nodes = nodes;
        Edges = edges;
        firstOut = new int[nodes.Count + 1];
        foreach (var edge in edges)
        {
            firstOut[edge.From + 1]++;
        }

        for (var i = 1; i < firstOut.Length; i++)
        {
            firstOut[i] += firstOut[i - 1];
        }

        outgoing = new int[edges.Count];
        var next = firstOut[..^1];
        for (var i = 0; i < edges.Count; i++)
        {
            outgoing[next[edges[i].From]++] = i;
            EnterCells(i);
        }
    }

    /// <summary>Nodes by number.</summary>
    public IReadOnlyList<PlanePoint> Nodes { get; }

    /// <summary>Edges by number.</summary>
    public IReadOnlyList<RoadEdge> Edges { get; }

    /// <summary>Edges that leave a node.</summary>
    public ReadOnlySpan<int> Out(int node) => outgoing.AsSpan(firstOut[node], firstOut[node + 1] - firstOut[node]);

    /// <summary>Degrees by which one turns from one edge into the next: 0 straight on, 180 back.</summary>
    public double Turn(int edge, int next)
    {
        var (before, after) = (Heading(edge), Heading(next));
        var turn = Math.Abs(after - before) * (180 / Math.PI) % 360;
        return turn > 180 ? 360 - turn : turn;
    }

    /// <summary>Edges within a radius, nearest first: edge, metres from its beginning, metres off.</summary>
    public List<NearEdge> Near(PlanePoint at, double radiusM, int most)
    {
        var found = new Dictionary<int, NearEdge>();
        var (fromX, toX) = (Cell(at.X - radiusM), Cell(at.X + radiusM));
        var (fromY, toY) = (Cell(at.Y - radiusM), Cell(at.Y + radiusM));
        for (var x = fromX; x <= toX; x++)
        {
            for (var y = fromY; y <= toY; y++)
            {
                foreach (var edge in cells.GetValueOrDefault((x, y)) ?? [])
                {
                    var (share, off) = at.On(Nodes[Edges[edge].From], Nodes[Edges[edge].To]);
                    if (off <= radiusM)
                    {
                        found[edge] = new NearEdge(edge, share * Edges[edge].LengthM, off);
                    }
                }
            }
        }

        return [.. found.Values.OrderBy(n => n.OffM).ThenBy(n => n.Edge).Take(most)];
    }

    private static int Cell(double metres) => (int)Math.Floor(metres / CellM);

    private double Heading(int edge)
    {
        var (a, b) = (Nodes[Edges[edge].From], Nodes[Edges[edge].To]);
        return Math.Atan2(b.Y - a.Y, b.X - a.X);
    }

    private void EnterCells(int edge)
    {
        var (a, b) = (Nodes[Edges[edge].From], Nodes[Edges[edge].To]);
        for (var x = Cell(Math.Min(a.X, b.X)); x <= Cell(Math.Max(a.X, b.X)); x++)
        {
            for (var y = Cell(Math.Min(a.Y, b.Y)); y <= Cell(Math.Max(a.Y, b.Y)); y++)
            {
                if (!cells.TryGetValue((x, y), out var list))
                {
                    cells[(x, y)] = list = [];
                }

                list.Add(edge);
            }
        }
    }
}

/// <summary>An edge near a place.</summary>
/// <param name="Edge">Number of the edge.</param>
/// <param name="AlongM">Metres from its beginning to the nearest place on it.</param>
/// <param name="OffM">Metres from there to the place.</param>
public readonly record struct NearEdge(int Edge, double AlongM, double OffM);
