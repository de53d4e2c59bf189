using Guiju.Fleet.Sightings;
using Guiju.Roads;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Truth;

/// <summary>The road network that the bureau has set, if any, and the length of a track laid onto it.</summary>
internal sealed class TruthRoads
{
    private const double MetresADegree = 111_320;
    private const double FewestOnRoad = 0.8;

    private readonly FleetOptions options;
    private readonly Lazy<RoadGraph?> graph;

    public TruthRoads(IOptions<FleetOptions> options)
    {
        this.options = options.Value;
        graph = new Lazy<RoadGraph?>(() => this.options.Roads is { Length: > 0 } folder && this.options.RoadsLatitude != 0 ? RoadFiles.Read(folder) : null);
    }

    /// <summary>Kilometres along the roads; null where there is no network, or too much of the track lies off it.</summary>
    public double? KmOf(IReadOnlyList<Fix> fixes)
    {
        if (graph.Value is not { } roads || fixes.Count < 2)
        {
            return null;
        }

        var east = MetresADegree * Math.Cos(options.RoadsLatitude * Math.PI / 180);
        var points = fixes.Select(f => new TrackPoint((f.At - fixes[0].At).TotalSeconds, new PlanePoint((f.Longitude - options.RoadsLongitude) * east, (f.Latitude - options.RoadsLatitude) * MetresADegree))).ToList();
        var matched = new TrackMatcher(roads, new MatchSettings()).Match(new Track("trip", points));
        return matched.Unmatched <= points.Count * (1 - FewestOnRoad) ? matched.DrivenM / 1000 : null;
    }
}
