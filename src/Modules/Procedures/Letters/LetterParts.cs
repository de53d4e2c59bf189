using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Guiju.Procedures.Letters.LetterInk;

namespace Guiju.Procedures.Letters;

/// <summary>The parts of a letter outside its running text: heads and feet of pages, the imprint, faces and settings.</summary>
internal static class LetterParts
{
    // Free faces that may stand in for the licensed ones where they are absent.
    private static readonly (string Face, string Free)[] Faces =
        [(FangSong, "FangSong,Zhuque Fangsong"), (Kai, "KaiTi,LXGW WenKai"), (XiaoBiaoSong, "Source Han Serif SC Heavy,Noto Serif CJK SC"), (Hei, "SimHei,Noto Sans CJK SC"), (Song, "SimSun,Noto Serif CJK SC")];

    public static void AddFaces(MainDocumentPart main)
    {
        var part = main.AddNewPart<FontTablePart>();
        part.Fonts = new Fonts(Faces.Select(f => new Font(new AltName { Val = f.Free }) { Name = f.Face }));
    }

    public static void AddSettings(MainDocumentPart main) => main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());

    /// <summary>The page number between dashes: odd pages right, even pages left, one character from the edge.</summary>
    public static string AddPageFoot(MainDocumentPart main, bool odd)
    {
        var part = main.AddNewPart<FooterPart>();
        var look = new ParagraphProperties(
            new SpacingBetweenLines { Before = "0", After = "170" },
            odd ? new Indentation { RightChars = 100, Right = "320" } : new Indentation { LeftChars = 100, Left = "320" },
            new Justification { Val = odd ? JustificationValues.Right : JustificationValues.Left });
        part.Footer = new Footer(new Paragraph([look, Ink("— ", Song, Size4), .. Page(), Ink(" —", Song, Size4)]));
        return main.GetIdOfPart(part);
    }

    public static string AddEmptyFoot(MainDocumentPart main)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(new Paragraph());
        return main.GetIdOfPart(part);
    }

    /// <summary>The head of the letter form: the name 30 mm below the edge, 4 mm under it a double line, the thick one above, 170 mm wide.</summary>
    public static string AddLetterHead(MainDocumentPart main, OfficialLetter letter)
    {
        var part = main.AddNewPart<HeaderPart>();
        var look = new ParagraphProperties(
            new ParagraphBorders(new BottomBorder { Val = BorderValues.ThickThinSmallGap, Size = 24, Space = 11, Color = Red }),
            new SpacingBetweenLines { Before = "0", After = "0" },
            Wide(),
            new Justification { Val = JustificationValues.Center });
        part.Header = new Header(new Paragraph(look, Ink(letter.Head, XiaoBiaoSong, PageGrid.HeadPoints(letter.Head), Red)));
        return main.GetIdOfPart(part);
    }

    /// <summary>The double line 20 mm above the lower edge, the thin one above.</summary>
    public static string AddLetterFoot(MainDocumentPart main)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(new Paragraph(new ParagraphProperties(
            new ParagraphBorders(new BottomBorder { Val = BorderValues.ThinThickSmallGap, Size = 24, Space = 1, Color = Red }),
            new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact },
            Wide())));
        return main.GetIdOfPart(part);
    }

    /// <summary>版记: at the foot of the page; first and last rule 0.35 mm, the one between 0.25 mm.</summary>
    public static Table Imprint(OfficialLetter letter)
    {
        var table = new Table(new TableProperties(
            new TablePositionProperties { VerticalAnchor = VerticalAnchorValues.Margin, HorizontalAnchor = HorizontalAnchorValues.Margin, TablePositionYAlignment = VerticalAlignmentValues.Bottom, TablePositionXAlignment = HorizontalAlignmentValues.Left },
            new TableWidth { Width = "8845", Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 8, Space = 0, Color = "000000" },
                new BottomBorder { Val = BorderValues.Single, Size = 8, Space = 0, Color = "000000" },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" }),
            new TableLayout { Type = TableLayoutValues.Fixed }));
        table.Append(new TableGrid(new GridColumn { Width = "8845" }));
        if (letter.CopyTo.Length > 0)
        {
            table.Append(Row(new Indentation { LeftChars = 400, Left = "1120", RightChars = 100, Right = "280", HangingChars = 300, Hanging = "840" }, null, Ink($"抄送：{letter.CopyTo}。", FangSong, Size4)));
        }

        table.Append(Row(new Indentation { LeftChars = 100, Left = "280", RightChars = 100, Right = "280" }, new Tabs(new TabStop { Val = TabStopValues.Right, Position = 8350 }),
            Ink(letter.PrintOffice, FangSong, Size4), new Run(new TabChar()), Ink(letter.Day + "印发", FangSong, Size4)));
        return table;
    }

    private static TableRow Row(Indentation indent, Tabs? tabs, params OpenXmlElement[] runs)
    {
        var look = new ParagraphProperties();
        if (tabs is not null)
        {
            look.Append(tabs);
        }

        look.Append(new SpacingBetweenLines { Before = "0", After = "0", Line = LinePitch, LineRule = LineSpacingRuleValues.Exact }, indent);
        var paragraph = new Paragraph(look);
        paragraph.Append(runs);
        return new TableRow(new TableCell(new TableCellProperties(new TableCellWidth { Width = "8845", Type = TableWidthUnitValues.Dxa }), paragraph));
    }

    // The double lines of the letter form are 170 mm wide, 14 mm more than the type area.
    private static Indentation Wide() => new() { Left = "-454", Right = "-340" };
}
