namespace Guiju.Rides;

/// <summary>A car's route: stops, and the minutes at which the garage is left, each stop is served, and the garage is reached.</summary>
public sealed record RideRoute(IReadOnlyList<int> Stops, IReadOnlyList<double> Times);

/// <summary>Routes for all requests.</summary>
/// <param name="Routes">Routes of the cars that leave the garage.</param>
/// <param name="Cost">Kilometres.</param>
/// <param name="Bound">No plan costs less than this.</param>
public sealed record RidePlan(IReadOnlyList<RideRoute> Routes, double Cost, double Bound)
{
    /// <summary>Proved to be the cheapest, to a hundredth.</summary>
    public bool IsOptimal => Cost - Bound < 0.005;

    /// <summary>Share of the cost that might still be saved.</summary>
    public double Gap => Cost <= 0 ? 0 : Math.Max(0, (Cost - Bound) / Cost);

    /// <summary>How the bound was found.</summary>
    public string Proof { get; init; } = "";

    /// <summary>Requests that no car could take; empty for a whole plan.</summary>
    public IReadOnlyList<int> Unserved { get; init; } = [];
}
