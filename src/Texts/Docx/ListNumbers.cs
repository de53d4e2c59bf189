using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Guiju.Texts.Docx;

/// <summary>The numbers that Word generates for its lists and does not store: 第%1条, （%1）, %1. …</summary>
internal sealed class ListNumbers
{
    private readonly Dictionary<int, int> abstractOf = [];
    private readonly Dictionary<(int Abstract, int Level), Level> levels = [];
    private readonly Dictionary<string, NumberingProperties> ofStyle = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Abstract, int Level), int> counts = [];

    public ListNumbers(MainDocumentPart main)
    {
        foreach (var one in main.NumberingDefinitionsPart?.Numbering?.Elements<AbstractNum>() ?? [])
        {
            foreach (var level in one.Elements<Level>())
            {
                levels[(one.AbstractNumberId?.Value ?? 0, level.LevelIndex?.Value ?? 0)] = level;
            }
        }

        foreach (var one in main.NumberingDefinitionsPart?.Numbering?.Elements<NumberingInstance>() ?? [])
        {
            abstractOf[one.NumberID?.Value ?? 0] = one.AbstractNumId?.Val?.Value ?? 0;
        }

        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id && style.StyleParagraphProperties?.NumberingProperties is { } numbering)
            {
                ofStyle[id] = numbering;
            }
        }
    }

    /// <summary>The number before a paragraph, with the space or tab that parts them; empty where it has none.</summary>
    public string Next(WordParagraph paragraph)
    {
        var numbering = paragraph.ParagraphProperties?.NumberingProperties
            ?? (paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } style ? ofStyle.GetValueOrDefault(style) : null);
        var index = numbering?.NumberingLevelReference?.Val?.Value ?? 0;
        if (numbering?.NumberingId?.Val?.Value is not { } id || !abstractOf.TryGetValue(id, out var list) || !levels.TryGetValue((list, index), out var level))
        {
            return "";
        }

        counts[(list, index)] = counts.TryGetValue((list, index), out var last) ? last + 1 : StartOf(level);
        foreach (var below in counts.Keys.Where(k => k.Abstract == list && k.Level > index).ToList())
        {
            counts.Remove(below);
        }

        var pattern = level.LevelText?.Val?.Value ?? "";
        if (level.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet || pattern.Length == 0)
        {
            return "";
        }

        var label = new StringBuilder(pattern);
        for (var i = 0; i <= index; i++)
        {
            label.Replace(string.Create(CultureInfo.InvariantCulture, $"%{i + 1}"), Written(list, i));
        }

        return label + (level.LevelSuffix?.Val?.Value == LevelSuffixValues.Nothing ? "" : " ");
    }

    private static int StartOf(Level level) => level.StartNumberingValue?.Val?.Value ?? 1;

    private string Written(int list, int index)
    {
        if (!levels.TryGetValue((list, index), out var level))
        {
            return "";
        }

        var number = counts.TryGetValue((list, index), out var count) ? count : StartOf(level);
        var format = level.NumberingFormat?.Val?.InnerText ?? "decimal";
        var chinese = format.StartsWith("chinese", StringComparison.OrdinalIgnoreCase) || format.StartsWith("ideograph", StringComparison.OrdinalIgnoreCase) || format.StartsWith("taiwanese", StringComparison.OrdinalIgnoreCase) || format.StartsWith("japanese", StringComparison.OrdinalIgnoreCase);
        return chinese && number is > 0 and < 10_000 ? ChineseNumeral.Write(number) : number.ToString(CultureInfo.InvariantCulture);
    }
}
