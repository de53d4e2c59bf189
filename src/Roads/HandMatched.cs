namespace Guiju.Roads;

/// <summary>A folder of tracks with the ways that people drew for them by hand: tracks in <c>heavyTraj_NAME.coor.txt</c>, ways in <c>beijing_NAME.coor.txt</c>, in the same order.</summary>
public static class HandMatched
{
    /// <summary>Beyond this a hand-drawn way belongs to another track.</summary>
    private const double StrangerM = 300;

    private const string Points = ".coor.txt";
    private const string Sparse = "heavyTraj_";
    private const string Drawn = "beijing_";

    /// <summary>A track and, where there is one that fits, its hand-drawn way.</summary>
    /// <param name="Set">Name of the file that the track stands in.</param>
    /// <param name="Track">The track.</param>
    /// <param name="Hand">The way that a person drew.</param>
    /// <param name="Doubt">Why the drawn way is not believed.</param>
    public sealed record Pair(string Set, Track Track, Track? Hand, string? Doubt);

    /// <summary>All tracks of the folder in the order of files and lines.</summary>
    public static IReadOnlyList<Pair> Read(string folder)
    {
        // A drawn way stands beside the file of its edges; all other files of points are tracks.
        var files = Directory.EnumerateFiles(folder, "*" + Points).Order(StringComparer.Ordinal).ToList();
        var tracks = files.Where(f => !File.Exists(f[..^Points.Length] + ".txt")).ToList();
        return [.. (tracks.Count == 0 ? files : tracks).SelectMany(Pairs)];
    }

    private static IEnumerable<Pair> Pairs(string file)
    {
        var set = Path.GetFileName(file)[..^Points.Length];
        var drawn = Path.Combine(Path.GetDirectoryName(file) ?? "", Drawn + set.Replace(Sparse, "", StringComparison.Ordinal) + Points);
        var hands = set.StartsWith(Sparse, StringComparison.Ordinal) && File.Exists(drawn) ? TrackFiles.Read(drawn) : [];
        return TrackFiles.Read(file).Select((track, i) => i >= hands.Count
            ? new Pair(set, track, null, null)
            : Doubt(track, hands[i]) is { } doubt ? new Pair(set, track, null, doubt) : new Pair(set, track, hands[i], null));
    }

    private static string? Doubt(Track track, Track hand)
    {
        var farthest = track.Points.Max(p => Enumerable.Range(1, hand.Points.Count - 1).Select(i => p.At.On(hand.Points[i - 1].At, hand.Points[i].At).OffM).DefaultIfEmpty(double.MaxValue).Min());
        return farthest > StrangerM ? "the drawn way belongs to another track"
            : track.Points[0].At.To(hand.Points[^1].At) < track.Points[0].At.To(hand.Points[0].At) ? "the drawn way runs the other way round"
            : null;
    }
}
