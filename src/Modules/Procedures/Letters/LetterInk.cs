using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Guiju.Procedures.Letters;

/// <summary>Runs and paragraphs in the type sizes and faces of GB/T 9704. The licensed faces are named, never embedded; the table of faces names free ones in their place.</summary>
internal static class LetterInk
{
    public const string FangSong = "仿宋_GB2312";
    public const string Hei = "黑体";
    public const string Kai = "楷体_GB2312";
    public const string XiaoBiaoSong = "方正小标宋简体";
    public const string Song = "宋体";
    public const string Red = "FF0000";

    /// <summary>Line pitch: 225 mm by 22 lines, in twentieths of a point.</summary>
    public const string LinePitch = "579";

    /// <summary>三号, 16 points.</summary>
    public const int Size3 = 16;

    /// <summary>二号, 22 points.</summary>
    public const int Size2 = 22;

    /// <summary>四号, 14 points.</summary>
    public const int Size4 = 14;

    public static Run Ink(string text, string face = FangSong, int points = Size3, string? colour = null)
    {
        var look = new RunProperties(new RunFonts { Ascii = face, HighAnsi = face, EastAsia = face, ComplexScript = face });
        if (colour is not null)
        {
            look.Append(new Color { Val = colour });
        }

        var size = (points * 2).ToString(System.Globalization.CultureInfo.InvariantCulture);
        look.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        return new Run(look, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>A paragraph on the grid. Indents are in hundredths of a character.</summary>
    public static Paragraph Line(JustificationValues? side = null, Indentation? indent = null, params OpenXmlElement[] runs)
    {
        var look = new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = LinePitch, LineRule = LineSpacingRuleValues.Exact });
        if (indent is not null)
        {
            look.Append(indent);
        }

        look.Append(new Justification { Val = side ?? JustificationValues.Both });
        var paragraph = new Paragraph(look);
        paragraph.Append(runs);
        return paragraph;
    }

    public static Paragraph Blank() => Line(null, null, Ink(""));

    /// <summary>A paragraph indented by two characters, as all text is.</summary>
    public static Paragraph Indented(params OpenXmlElement[] runs) => Line(null, new Indentation { FirstLineChars = 200, FirstLine = "640" }, runs);

    /// <summary>A right-aligned line that ends so many characters before the edge.</summary>
    public static Paragraph Right(double characters, params OpenXmlElement[] runs) => Line(JustificationValues.Right, RightIndent(characters), runs);

    public static Indentation RightIndent(double characters)
    {
        var kept = Math.Max(0, characters);
        return new Indentation { RightChars = (int)Math.Round(kept * 100), Right = ((int)Math.Round(kept * Size3 * 20)).ToString(System.Globalization.CultureInfo.InvariantCulture) };
    }

    public static IEnumerable<OpenXmlElement> Page()
    {
        yield return new Run(new FieldChar { FieldCharType = FieldCharValues.Begin });
        yield return new Run(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve });
        yield return new Run(new FieldChar { FieldCharType = FieldCharValues.Separate });
        yield return Ink("1", Song, Size4);
        yield return new Run(new FieldChar { FieldCharType = FieldCharValues.End });
    }
}
