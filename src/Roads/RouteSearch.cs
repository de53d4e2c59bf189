namespace Guiju.Roads;

/// <summary>Least-cost ways from one edge, with a cost for turning; arrays are reused from search to search.</summary>
internal sealed class RouteSearch(RoadGraph graph, MatchSettings settings)
{
    private const double StraightOn = 40;
    private const double Back = 150;

    private readonly double[] cost = new double[graph.Edges.Count];
    private readonly double[] length = new double[graph.Edges.Count];
    private readonly int[] before = new int[graph.Edges.Count];
    private readonly int[] seen = new int[graph.Edges.Count];
    private readonly PriorityQueue<int, double> open = new();
    private int stamp;

    /// <summary>Searches from <paramref name="start"/> to the ends of all edges within <paramref name="mostM"/>.</summary>
    public void From(NearEdge start, double mostM, IReadOnlySet<int> targets)
    {
        stamp++;
        open.Clear();
        var wanted = targets.Count;
        Reach(start.Edge, graph.Edges[start.Edge].LengthM - start.AlongM, graph.Edges[start.Edge].LengthM - start.AlongM, -1);
        while (open.TryDequeue(out var edge, out var at))
        {
            if (at > cost[edge])
            {
                continue;
            }

            if (edge != start.Edge && targets.Contains(edge) && --wanted == 0 || at > mostM)
            {
                return;
            }

            foreach (var next in graph.Out(graph.Edges[edge].To))
            {
                Reach(next, at + Turn(edge, next) + graph.Edges[next].LengthM, length[edge] + graph.Edges[next].LengthM, edge);
            }
        }
    }

    /// <summary>Cost and metres from the start to a place on an edge that was reached; null where it was not.</summary>
    public (double Cost, double LengthM)? To(NearEdge end)
    {
        if (seen[end.Edge] != stamp || before[end.Edge] < 0)
        {
            return null;
        }

        var rest = graph.Edges[end.Edge].LengthM - end.AlongM;
        return (cost[end.Edge] - rest, length[end.Edge] - rest);
    }

    /// <summary>Edges between the start's and the end's, both left out.</summary>
    public List<int> Between(int end)
    {
        var way = new List<int>();
        for (var edge = before[end]; edge >= 0 && before[edge] >= 0; edge = before[edge])
        {
            way.Add(edge);
        }

        way.Reverse();
        return way;
    }

    private double Turn(int edge, int next) => graph.Turn(edge, next) switch
    {
        < StraightOn => 0,
        > Back => settings.BackM,
        var degrees => settings.TurnM * degrees / 90,
    };

    private void Reach(int edge, double costs, double metres, int from)
    {
        if (seen[edge] != stamp || costs < cost[edge])
        {
            (seen[edge], cost[edge], length[edge], before[edge]) = (stamp, costs, metres, from);
            open.Enqueue(edge, costs);
        }
    }
}
