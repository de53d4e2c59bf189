namespace Guiju.Roads;

/// <summary>How a track is matched.</summary>
public sealed record MatchSettings
{
    /// <summary>How far a position may lie off the road. <value>200 m</value></summary>
    public double RadiusM { get; init; } = 200;

    /// <summary>How many edges a position may stand for. <value>16</value></summary>
    public int Candidates { get; init; } = 16;

    /// <summary>Standard deviation of a position. <value>25 m</value></summary>
    public double PositionErrorM { get; init; } = 25;

    /// <summary>Detour over the straight line that is e times less likely than none. <value>150 m</value></summary>
    public double DetourM { get; init; } = 150;

    /// <summary>What a turn of 90 degrees costs, in metres of detour. <value>60 m</value></summary>
    public double TurnM { get; init; } = 60;

    /// <summary>What turning back costs, in metres of detour. <value>600 m</value></summary>
    public double BackM { get; init; } = 600;

    /// <summary>Speed above which a way becomes unlikely. <value>33 m/s</value></summary>
    public double FastestMs { get; init; } = 33;

    /// <summary>How far a car that stands may seem to go backwards. <value>40 m</value></summary>
    public double JitterM { get; init; } = 40;

    /// <summary>The share of a track's first and last edge that must have been driven for the edge to count. <value>0.35</value></summary>
    public double LeastShare { get; init; } = 0.35;

    /// <summary>What it costs to give up on the roads between two positions, as if the map lacked one, in metres of detour. <value>1500 m</value></summary>
    public double BreakM { get; init; } = 1500;
}
