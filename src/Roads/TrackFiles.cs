namespace Guiju.Roads;

/// <summary>Reads tracks: a line with their number, then for each a head (track, car, number of points) and its points (time, x, y).</summary>
public static class TrackFiles
{
    private const double UnitM = 1000;

    /// <summary>The tracks of a file; a wrong line is named.</summary>
    public static IReadOnlyList<Track> Read(string file)
    {
        var tracks = new List<Track>();
        var points = new List<TrackPoint>();
        var left = 0;
        var id = "";
        foreach (var (number, cells) in Lines.Of(file))
        {
            if (number == 1 && cells.Length == 1)
            {
                continue;
            }

            if (left == 0)
            {
                id = cells.Length == 3 && int.TryParse(cells[2], out left) && left > 0 ? cells[0] : throw Lines.Wrong(file, number, "the head of a track is: <track> <car> <number of points>");
                points = [];
                continue;
            }

            if (cells.Length != 3 || !Lines.Number(cells[0], out var seconds) || !Lines.Number(cells[1], out var x) || !Lines.Number(cells[2], out var y))
            {
                throw Lines.Wrong(file, number, "a point is: <time> <x> <y>");
            }

            points.Add(new TrackPoint(seconds, new PlanePoint(x * UnitM, y * UnitM)));
            if (--left == 0)
            {
                tracks.Add(new Track(id, points));
            }
        }

        return left == 0 ? tracks : throw new InvalidDataException($"{Path.GetFileName(file)} ends {left} points too early.");
    }
}
