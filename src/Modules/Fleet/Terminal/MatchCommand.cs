using System.CommandLine;
using System.Globalization;
using Guiju.Kernel;
using Guiju.Roads;

namespace Guiju.Fleet.Terminal;

/// <summary><c>guiju fleet match DIR</c>: tracks laid onto roads, a JSON line a track; errors against hand-drawn ways on the error stream.</summary>
internal static class MatchCommand
{
    public static Command Build(CommandHost host)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder with map/vertexMap.txt, map/adjacentList.txt and tracks in *.coor.txt" };
        var every = new Option<double>("--every") { Description = "Take a position every so many seconds at most; 0: all of them" };
        var json = new Option<bool>("--json") { Description = "JSON lines; they are written in any case" };
        var command = new Command("match", "Lay tracks onto the roads of a map: edges and length a track. The errors against ways drawn by hand go to the error stream.") { folder, every, json };
        command.SetAction(async (parsed, ct) =>
        {
            var path = parsed.GetRequiredValue(folder);
            var (graph, pairs) = (RoadFiles.Read(Path.Combine(path, "map")), HandMatched.Read(path));
            var matcher = new TrackMatcher(graph, new MatchSettings());
            var errors = new List<TrackError>();
            foreach (var pair in pairs)
            {
                ct.ThrowIfCancellationRequested();
                var track = parsed.GetValue(every) > 0 ? pair.Track.Every(parsed.GetValue(every)) : pair.Track;
                var matched = matcher.Match(track);
                await host.Out.WriteLineAsync(Json.Write(Shape(graph, pair, track, matched)));
                if (pair.Hand is { StraightM: > 0 and var hand })
                {
                    errors.Add(new TrackError(pair.Set, Math.Abs(matched.LengthM - hand) / hand, Math.Abs(track.StraightM - hand) / hand));
                }
            }

            foreach (var set in errors.GroupBy(e => e.Set))
            {
                await host.Error.WriteLineAsync(Tell(set.Key, [.. set]));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static object Shape(RoadGraph graph, HandMatched.Pair pair, Track track, MatchedTrack matched) => new
    {
        track = track.Id,
        set = pair.Set,
        edges = matched.Edges,
        nodes = Nodes(graph, matched.Edges),
        lengthM = Math.Round(matched.LengthM, 1),
        drivenM = Math.Round(matched.DrivenM, 1),
        straightM = Math.Round(track.StraightM, 1),
        handM = pair.Hand is { } hand ? Math.Round(hand.StraightM, 1) : (double?)null,
        handDoubt = pair.Doubt,
        points = track.Points.Count,
        matched.Pieces,
        gapsM = Math.Round(matched.GapsM, 1),
        matched.Unmatched,
    };

    private static List<int> Nodes(RoadGraph graph, IReadOnlyList<int> edges)
    {
        var nodes = new List<int>(edges.Count + 1);
        foreach (var edge in edges)
        {
            if (nodes.Count == 0 || nodes[^1] != graph.Edges[edge].From)
            {
                nodes.Add(graph.Edges[edge].From);
            }

            nodes.Add(graph.Edges[edge].To);
        }

        return nodes;
    }

    private static string Tell(string set, List<TrackError> errors) => string.Create(CultureInfo.InvariantCulture,
        $"{set}: {errors.Count} 条有手工路径 tracks with a drawn way; 长度误差 length error: 匹配 matched {Mean(errors, e => e.Matched):P1} (中位 median {Median(errors, e => e.Matched):P1}), 直线 straight lines {Mean(errors, e => e.Straight):P1} ({Median(errors, e => e.Straight):P1})");

    private static double Mean(List<TrackError> errors, Func<TrackError, double> of) => errors.Average(of);

    private static double Median(List<TrackError> errors, Func<TrackError, double> of) => errors.Select(of).Order().ElementAt(errors.Count / 2);

    private sealed record TrackError(string Set, double Matched, double Straight);
}
