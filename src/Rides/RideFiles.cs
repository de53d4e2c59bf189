using System.Globalization;

namespace Guiju.Rides;

/// <summary>Reads dial-a-ride files: cars, stops, longest day, seats, longest ride; then a line a stop.</summary>
public static class RideFiles
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>The problem of a file; a wrong line is named.</summary>
    public static RideProblem Read(string file)
    {
        var lines = File.ReadLines(file).Select((text, i) => (Number: i + 1, Cells: text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries)))
            .Where(l => l.Cells.Length > 0).ToList();
        if (lines.Count == 0 || Numbers(lines[0].Cells) is not [var cars, var count, var day, var seats, var ride] || cars < 1 || seats < 1 || day <= 0 || ride <= 0)
        {
            throw Wrong(file, 1, "the head is: <cars> <stops> <longest day> <seats> <longest ride>");
        }

        var stops = new List<RideStop>();
        foreach (var (number, cells) in lines.Skip(1))
        {
            stops.Add(Numbers(cells) is [var id, var x, var y, var service, var load, var earliest, var latest] && (int)id == stops.Count && service >= 0 && earliest <= latest
                ? new RideStop(x, y, service, (int)load, earliest, latest)
                : throw Wrong(file, number, $"a stop is: {stops.Count} <x> <y> <service> <load> <earliest> <latest>"));
        }

        // Most files write the garage a second time at the end; its window says when the cars must be back.
        if (stops.Count == (int)count + 2 && stops[^1] is var end && (end.X, end.Y, end.Load) == (stops[0].X, stops[0].Y, 0))
        {
            stops[0] = stops[0] with { Latest = Math.Min(stops[0].Latest, end.Latest) };
            stops.RemoveAt(stops.Count - 1);
        }

        var pairs = (stops.Count - 1) / 2;
        if (stops.Count < 3 || stops.Count != (int)count + 1 || pairs * 2 + 1 != stops.Count)
        {
            throw Wrong(file, lines[^1].Number, string.Create(CultureInfo.InvariantCulture, $"the head announces {count} stops besides the garage, in pairs; {stops.Count - 1} came"));
        }

        if (Enumerable.Range(1, pairs).FirstOrDefault(p => stops[p].Load <= 0 || stops[p].Load + stops[p + pairs].Load != 0) is > 0 and var odd)
        {
            throw Wrong(file, lines[odd + 1].Number, $"as many must get out at stop {odd + pairs} as get in at stop {odd}");
        }

        return new RideProblem((int)cars, new RideLimits((int)seats, day, ride), stops);
    }

    private static double[]? Numbers(string[] cells)
    {
        var numbers = new double[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            if (!double.TryParse(cells[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
            {
                return null;
            }
        }

        return numbers;
    }

    private static InvalidDataException Wrong(string file, int line, string expected) => new($"{Path.GetFileName(file)} line {line}: {expected}.");
}
