using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Demonstration;
using Guiju.Fleet.Maps;
using Guiju.Roads;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Tests.Maps;

/// <summary>The bureau's own base of the map: read from files, shifted for display only, wrong files told and never drawn.</summary>
public sealed class MapGroundTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guiju-map");

    [Fact]
    public void The_invented_city_is_drawn_as_measured_or_shifted_as_public_maps_are()
    {
        new InventedCity().WriteTo(folder.FullName);
        var (plain, shifted) = (Ground(), Ground(gcj02: true));

        var (roads, districts) = (plain.Read().Roads, plain.Read().Districts);
        Assert.Equal((23, 12), (roads.Count, districts.Count));
        Assert.Equal(("方正区", "Fangzheng"), (districts[0].Name.Zh, districts[0].Name.En));
        Assert.Contains(roads, r => r.Main);
        Assert.Same(plain.Read(), plain.Read());
        var (here, there) = (roads[0].Points[0], shifted.Read().Roads[0].Points[0]);
        var back = Gcj02.Unshift(there[0], there[1]);
        Assert.InRange(GeoPlane.Metres(new GeoPoint(here[0], here[1]), new GeoPoint(there[0], there[1])), 100, 1000);
        Assert.InRange(GeoPlane.Metres(new GeoPoint(here[0], here[1]), new GeoPoint(back.Latitude, back.Longitude)), 0, 0.2);
        Assert.Equal(here, shifted.Read(measured: true).Roads[0].Points[0]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"type\":\"FeatureCollection\"}")]
    [InlineData("{\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}")]
    [InlineData("{\"features\":[{\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[\"x\",2]]}}]}")]
    [InlineData("[]")]
    public void A_file_that_cannot_be_read_is_told_and_the_map_stays_bare(string text)
    {
        Assert.Equal((0, 0, null), Told(Ground().Read()));
        File.WriteAllText(Path.Combine(folder.FullName, MapGround.RoadsFile), text);

        var read = Ground().Read();

        Assert.Empty(read.Roads);
        Assert.NotNull(read.Fault);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("/tiles/{z}/{x}/{y}.png", true)]
    [InlineData("https://elsewhere/{z}/{x}/{y}.png", false)]
    [InlineData("//elsewhere/{z}/{x}/{y}.png", false)]
    [InlineData("/tiles/{z}.png", false)]
    public void Tiles_come_from_this_server_or_not_at_all(string tiles, bool right)
    {
        var options = new FleetOptions { Map = new MapOptions { Tiles = tiles } };

        Assert.Equal(right, !options.Validate(new ValidationContext(options)).Any());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static (int, int, string?) Told(MapGround.Base read) => (read.Roads.Count, read.Districts.Count, read.Fault);

    private MapGround Ground(bool gcj02 = false) => new(Options.Create(new FleetOptions { Map = new MapOptions { Folder = folder.FullName, Gcj02 = gcj02 } }));
}
