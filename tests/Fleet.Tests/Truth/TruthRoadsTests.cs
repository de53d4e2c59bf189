using Guiju.Fleet.Sightings;
using Guiju.Fleet.Truth;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Tests.Truth;

public sealed class TruthRoadsTests : IDisposable
{
    private const int Kilometres = 10;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guiju-roads");

    [Fact]
    public void A_track_beside_a_road_is_as_long_as_the_road_and_one_far_from_all_roads_is_not_measured()
    {
        File.WriteAllLines(Path.Combine(folder.FullName, "vertexMap.txt"), Enumerable.Range(0, Kilometres + 1).Select(n => $"{n} {n} {n} 0"));
        File.WriteAllLines(Path.Combine(folder.FullName, "adjacentList.txt"), [$"{Kilometres}", .. Enumerable.Range(0, Kilometres).Select(n => $"{n} {n + 1} 1")]);
        var roads = new TruthRoads(Options.Create(new FleetOptions { Roads = folder.FullName, RoadsLatitude = 39.9, RoadsLongitude = 116.4 }));

        Assert.Equal(8, roads.KmOf(Fixes(northM: 15)) ?? 0, 0.2);
        Assert.Null(roads.KmOf(Fixes(northM: 5000)));
        Assert.Null(new TruthRoads(Options.Create(new FleetOptions())).KmOf(Fixes(northM: 0)));
    }

    public void Dispose() => folder.Delete(recursive: true);

    // From kilometre one to kilometre nine, a position every half minute.
    private static List<Fix> Fixes(double northM) => Enumerable.Range(0, 17).Select(n =>
        new Fix(new DateTime(2023, 5, 8, 9, 0, 0).AddSeconds(30 * n), 39.9 + northM / 111_320, 116.4 + (1000 + 500 * n) / (111_320 * Math.Cos(39.9 * Math.PI / 180)), 60, null, 0)).ToList();
}
