namespace Guiju.Roads;

/// <summary>A track laid onto roads.</summary>
/// <param name="Track">Which track.</param>
/// <param name="Edges">Edges in the order in which they were driven; an edge that was driven twice stands twice.</param>
/// <param name="LengthM">Metres of those edges.</param>
public sealed record MatchedTrack(string Track, IReadOnlyList<int> Edges, double LengthM)
{
    /// <summary>Metres from where the first position fell on the road to where the last did.</summary>
    public double DrivenM { get; init; }

    /// <summary>How many pieces the track fell into because no way led on.</summary>
    public int Pieces { get; init; }

    /// <summary>Positions that were too far from every road.</summary>
    public int Unmatched { get; init; }

    /// <summary>Metres between pieces, straight: the gaps that no road closes.</summary>
    public double GapsM { get; init; }
}
