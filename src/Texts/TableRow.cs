namespace Guiju.Texts;

/// <summary>A row of a table as texts keep it: cells between upright strokes.</summary>
public static class TableRow
{
    /// <summary>Whether a line is a row.</summary>
    public static bool Is(string line) => line.Length > 1 && line[0] == '|' && line[^1] == '|';

    /// <summary>The cells of a row.</summary>
    public static IReadOnlyList<string> Cells(string row) => [.. row.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    /// <summary>A row of cells; strokes and breaks inside a cell are made harmless.</summary>
    public static string Of(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(Plain))} |";

    private static string Plain(string cell) => cell.Replace('|', '｜').ReplaceLineEndings(" ").Trim();
}
