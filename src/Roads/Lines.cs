using System.Globalization;

namespace Guiju.Roads;

/// <summary>Lines of blank-separated cells.</summary>
internal static class Lines
{
    private static readonly char[] Blanks = [' ', '\t'];

    public static IEnumerable<(int Number, string[] Cells)> Of(string file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } cells)
            {
                yield return (number, cells);
            }
        }
    }

    public static bool Number(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    public static InvalidDataException Wrong(string file, int line, string expected) => new($"{Path.GetFileName(file)} line {line}: {expected}.");
}
