namespace Guiju.Roads.Tests;

public sealed class TrackMatcherTests
{
    // A grid of 5 × 5 streets, 200 m apart; two-way but for the middle one from west to east, which is one-way.
    private static readonly RoadGraph Grid = Streets();

    [Fact]
    public void A_track_beside_a_street_is_laid_onto_it()
    {
        var matched = Match((0, 210, 12), (60, 390, -9), (120, 610, 8));

        Assert.Equal([(1, 2), (2, 3)], Nodes(matched).Where(e => e.From is > 0 and < 3));
        Assert.InRange(matched.DrivenM, 395, 405);
        Assert.Equal(1, matched.Pieces);
    }

    [Fact]
    public void Between_positions_far_apart_the_way_follows_the_streets()
    {
        var matched = Match((0, 100, 3), (60, 800, 500));

        Assert.InRange(matched.DrivenM, 1190, 1210);
    }

    [Fact]
    public void A_one_way_street_is_not_driven_against()
    {
        var along = Match((0, 150, 400), (60, 650, 400));
        var against = Match((0, 650, 400), (60, 150, 400));

        Assert.All(along.Edges, e => Assert.Equal(400, Grid.Nodes[Grid.Edges[e].From].Y));
        Assert.All(against.Edges, e => Assert.False(Grid.Nodes[Grid.Edges[e].From].Y == 400 && Grid.Nodes[Grid.Edges[e].To].Y == 400 && Grid.Nodes[Grid.Edges[e].To].X < Grid.Nodes[Grid.Edges[e].From].X));
    }

    [Fact]
    public void Positions_far_from_every_road_are_counted_and_left_out()
    {
        var matched = Match((0, 210, 0), (60, 9000, 9000), (120, 590, 0));

        Assert.Equal(1, matched.Unmatched);
        Assert.InRange(matched.DrivenM, 375, 385);
    }

    [Fact]
    public void A_track_without_any_road_is_empty()
    {
        var matched = Match((0, 9000, 9000));

        Assert.Empty(matched.Edges);
        Assert.Equal((0, 0, 1), (matched.LengthM, matched.Pieces, matched.Unmatched));
    }

    [Fact]
    public void Hand_drawn_ways_are_met_far_better_than_by_straight_lines()
    {
        var folder = Yardstick.Folder();
        var (graph, pairs) = (RoadFiles.Read(Path.Combine(folder, "map")), HandMatched.Read(folder));
        var matcher = new TrackMatcher(graph, new MatchSettings());

        Assert.Equal(35, pairs.Count);
        foreach (var every in (double[])[60, 120])
        {
            var errors = pairs.Where(p => p.Hand is not null).Select(p => (p.Set, Hand: p.Hand!.StraightM, Track: p.Track.Every(every)))
                .Select(p => (p.Set, Matched: Math.Abs(matcher.Match(p.Track).LengthM - p.Hand) / p.Hand, Straight: Math.Abs(p.Track.StraightM - p.Hand) / p.Hand)).ToList();

            // The ways of the first set were drawn on this very map; those of the second on another edition of it.
            Assert.InRange(errors.Where(e => e.Set.EndsWith("60", StringComparison.Ordinal)).Average(e => e.Matched), 0, 0.015);
            Assert.InRange(errors.Where(e => e.Set.EndsWith("120", StringComparison.Ordinal)).Average(e => e.Matched), 0, 0.05);
            Assert.InRange(errors.Average(e => e.Straight), 0.08, 0.2);
        }
    }

    private static MatchedTrack Match(params (double Seconds, double X, double Y)[] points) =>
        new TrackMatcher(Grid, new MatchSettings()).Match(new Track("t", [.. points.Select(p => new TrackPoint(p.Seconds, new PlanePoint(p.X, p.Y)))]));

    private static IEnumerable<(int From, int To)> Nodes(MatchedTrack matched) => matched.Edges.Select(e => (Grid.Edges[e].From, Grid.Edges[e].To));

    private static RoadGraph Streets()
    {
        var nodes = Enumerable.Range(0, 25).Select(i => new PlanePoint(i % 5 * 200, i / 5 * 200)).ToList();
        var edges = new List<RoadEdge>();
        for (var i = 0; i < 25; i++)
        {
            if (i % 5 < 4)
            {
                edges.Add(new RoadEdge(i, i + 1, 200));
                if (i / 5 != 2)
                {
                    edges.Add(new RoadEdge(i + 1, i, 200));
                }
            }

            if (i / 5 < 4)
            {
                edges.AddRange([new RoadEdge(i, i + 5, 200), new RoadEdge(i + 5, i, 200)]);
            }
        }

        return new RoadGraph(nodes, edges);
    }
}
