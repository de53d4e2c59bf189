namespace Guiju.Roads;

/// <summary>
/// Lays tracks onto roads by a hidden Markov model: a position is the likelier on an edge the nearer it lies, and a step from edge to edge is the likelier
/// the less the way between them exceeds the straight line. Not thread-safe: one matcher a thread.
/// </summary>
public sealed class TrackMatcher(RoadGraph graph, MatchSettings settings)
{
    private readonly RouteSearch search = new(graph, settings);

    /// <summary>The likeliest way of the whole track.</summary>
    public MatchedTrack Match(Track track)
    {
        var (steps, unmatched) = Steps(track);
        var edges = new List<int>();
        var (driven, gaps, pieces) = (0.0, 0.0, 0);
        Score(steps);
        foreach (var (from, to) in Pieces(steps))
        {
            driven += Collect(steps, from, to, edges);
            gaps += from == 0 ? 0 : steps[from - 1].Point.At.To(steps[from].Point.At);
            pieces++;
        }

        return new MatchedTrack(track.Id, edges, edges.Sum(e => graph.Edges[e].LengthM) + gaps) { DrivenM = driven + gaps, Pieces = pieces, Unmatched = unmatched, GapsM = gaps };
    }

    private (List<Step> Steps, int Unmatched) Steps(Track track)
    {
        var steps = new List<Step>();
        var unmatched = 0;
        foreach (var point in track.Points)
        {
            // A car that stands says nothing new.
            if (steps.Count > 0 && steps[^1].Point.At.To(point.At) < 1)
            {
                continue;
            }

            var near = graph.Near(point.At, settings.RadiusM, settings.Candidates);
            if (near.Count == 0)
            {
                unmatched++;
                continue;
            }

            steps.Add(new Step(point, [.. near]));
        }

        return (steps, unmatched);
    }

    private void Score(List<Step> steps)
    {
        if (steps.Count > 0)
        {
            steps[0].Begin(settings);
        }

        for (var i = 1; i < steps.Count; i++)
        {
            Advance(steps[i - 1], steps[i]);
        }
    }

    private void Advance(Step previous, Step next)
    {
        var straight = previous.Point.At.To(next.Point.At);
        var seconds = Math.Max(next.Point.Seconds - previous.Point.Seconds, 1);
        var most = Math.Max(straight * 3, straight + 2500) + settings.BackM;
        var targets = next.Near.Select(n => n.Edge).ToHashSet();
        next.Break(previous, settings);
        for (var a = 0; a < previous.Near.Length; a++)
        {
            search.From(previous.Near[a], most, targets);
            for (var b = 0; b < next.Near.Length; b++)
            {
                if (Way(previous.Near[a], next.Near[b]) is not { } way)
                {
                    continue;
                }

                var speeding = Math.Max(way.LengthM / seconds / settings.FastestMs - 1, 0);
                var score = previous.Score[a] - Math.Abs(way.Cost - straight) / settings.DetourM - 10 * speeding + next.Seen(b, settings);
                if (score > next.Score[b])
                {
                    (next.Score[b], next.Before[b], next.Broken[b]) = (score, a, false);
                }
            }
        }
    }

    /// <summary>The pieces of the best way: first and last step of each.</summary>
    private static List<(int From, int To)> Pieces(List<Step> steps)
    {
        var pieces = new List<(int, int)>();
        var (to, at) = (steps.Count - 1, steps.Count == 0 ? 0 : Array.IndexOf(steps[^1].Score, steps[^1].Score.Max()));
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            steps[i].Chosen = at;
            if (i == 0 || steps[i].Broken[at])
            {
                pieces.Add((i, to));
                to = i - 1;
            }

            at = steps[i].Before[at];
        }

        pieces.Reverse();
        return pieces;
    }

    private (double Cost, double LengthM, bool Same)? Way(NearEdge a, NearEdge b)
    {
        if (a.Edge == b.Edge && b.AlongM >= a.AlongM - settings.JitterM)
        {
            var along = Math.Max(b.AlongM - a.AlongM, 0);
            return (along, along, true);
        }

        return a.Edge != b.Edge && search.To(b) is { } way ? (way.Cost, way.LengthM, false) : null;
    }

    /// <summary>Adds the edges of the best way through some steps and gives its metres.</summary>
    private double Collect(List<Step> steps, int from, int to, List<int> edges)
    {
        var chosen = steps[from..(to + 1)].ConvertAll(s => s.Near[s.Chosen]);
        var driven = 0.0;
        var way = new List<int> { chosen[0].Edge };
        for (var i = 1; i < chosen.Count; i++)
        {
            search.From(chosen[i - 1], double.PositiveInfinity, new HashSet<int> { chosen[i].Edge });
            if (Way(chosen[i - 1], chosen[i]) is not { } piece)
            {
                continue;
            }

            driven += piece.LengthM;
            if (!piece.Same)
            {
                way.AddRange(search.Between(chosen[i].Edge));
                way.Add(chosen[i].Edge);
            }
        }

        // An end of which hardly anything was driven is where the position fell, not where the car went.
        if (way.Count > 2 && 1 - Share(chosen[0]) < settings.LeastShare)
        {
            way.RemoveAt(0);
        }

        if (way.Count > 2 && Share(chosen[^1]) < settings.LeastShare)
        {
            way.RemoveAt(way.Count - 1);
        }

        edges.AddRange(way);
        return driven;
    }

    private double Share(NearEdge place) => graph.Edges[place.Edge].LengthM is > 0 and var length ? place.AlongM / length : 1;

    private sealed class Step(TrackPoint point, NearEdge[] near)
    {
        public TrackPoint Point { get; } = point;

        public NearEdge[] Near { get; } = near;

        public double[] Score { get; } = [.. Enumerable.Repeat(double.NegativeInfinity, near.Length)];

        public int[] Before { get; } = new int[near.Length];

        public bool[] Broken { get; } = new bool[near.Length];

        public int Chosen { get; set; }

        public double Seen(int candidate, MatchSettings settings)
        {
            // Beyond two deviations an error is a reflection or a mapping fault: it weighs by its distance, no longer by the square.
            var off = Near[candidate].OffM / settings.PositionErrorM;
            return off <= 2 ? -off * off / 2 : 2 - 2 * off;
        }

        /// <summary>Every edge can be reached by giving up on the roads, at a price.</summary>
        public void Break(Step previous, MatchSettings settings)
        {
            var from = Array.IndexOf(previous.Score, previous.Score.Max());
            for (var i = 0; i < Near.Length; i++)
            {
                (Score[i], Before[i], Broken[i]) = (previous.Score[from] - settings.BreakM / settings.DetourM + Seen(i, settings), from, true);
            }
        }

        public void Begin(MatchSettings settings)
        {
            for (var i = 0; i < Near.Length; i++)
            {
                Score[i] = Seen(i, settings);
            }
        }
    }
}
