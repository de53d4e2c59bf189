namespace Guiju.Roads.Tests;

public sealed class FilesTests
{
    [Theory]
    [InlineData("1\n7 1 2\n0 1 2\n", "ends 1 points too early")]
    [InlineData("1\n7 1 x\n", "line 2")]
    [InlineData("1\n7 1 1\n0 eins 2\n", "line 3")]
    public void A_wrong_line_of_a_track_is_named(string text, string told)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);

        Assert.Contains(told, Assert.Throws<InvalidDataException>(() => TrackFiles.Read(file)).Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void A_node_that_the_map_does_not_have_is_named()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "vertexMap.txt"), "0 11 1.0 2.0\n1 12 1.5 2.0\n");
        File.WriteAllText(Path.Combine(folder.FullName, "adjacentList.txt"), "2\n0 1 0.5\n1 2 0.5\n");

        Assert.Contains("adjacentList.txt line 3", Assert.Throws<InvalidDataException>(() => RoadFiles.Read(folder.FullName)).Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_track_told_less_often_keeps_both_ends()
    {
        var track = new Track("t", [.. Enumerable.Range(0, 11).Select(i => new TrackPoint(i * 60, new PlanePoint(i * 100, 0)))]).Every(120);

        Assert.Equal([0, 120, 240, 360, 480, 600], track.Points.Select(p => p.Seconds));
        Assert.Equal(1000, track.StraightM);
    }
}
