using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Guiju.Procedures.Contracts;
using static Guiju.Procedures.Letters.LetterInk;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Guiju.Procedures.Letters;

/// <summary>Sets a paper with tables on the page of GB/T 9704: its margins, faces, line pitch and page numbers; no red head and no imprint.</summary>
internal static class PaperDocx
{
    // Twentieths of a point: A4 with the margins 37, 26, 35 and 28 mm.
    private const int TextWidth = 8845;
    private const int TableSize = 12;

    public static byte[] Write(OfficialPaper paper)
    {
        using var memory = new MemoryStream();
        using (var document = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = paper.Title;
            document.PackageProperties.Creator = paper.Issuer;
            var main = document.AddMainDocumentPart();
            var body = new Body();
            main.Document = new Document(body);
            LetterParts.AddFaces(main);
            LetterParts.AddSettings(main);
            foreach (var line in PageGrid.Title(paper.Title))
            {
                body.Append(Line(JustificationValues.Center, null, Ink(line, XiaoBiaoSong, Size2)));
            }

            body.Append(Blank());
            foreach (var part in paper.Parts)
            {
                body.Append(part is PaperPart.Table table ? [Set(table), Blank()] : [Set((PaperPart.Text)part)]);
            }

            body.Append(Blank(), Right(2, Ink(paper.Issuer)), Right(2, Ink($"{paper.On.Year}年{paper.On.Month}月{paper.On.Day}日")), Section(main));
        }

        return memory.ToArray();
    }

    private static Paragraph Set(PaperPart.Text text) => text.Words switch
    {
        [>= '一' and <= '鿿', '、', ..] => Indented(Ink(text.Words, Hei)),
        ['（', ..] => Indented(Ink(text.Words, Kai)),
        _ => Indented(Ink(text.Words)),
    };

    private static Table Set(PaperPart.Table table)
    {
        var width = TextWidth / (table.Headings.Count + 1);
        var set = new Table(new TableProperties(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 8 }, new BottomBorder { Val = BorderValues.Single, Size = 8 },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })));
        set.Append(new TableGrid(table.Headings.Select((_, i) => new GridColumn { Width = (i == 0 ? width * 2 : width).ToString(System.Globalization.CultureInfo.InvariantCulture) })));
        set.Append(Row(table.Headings, Hei, new HashSet<int>(), head: true));
        foreach (var row in table.Rows)
        {
            set.Append(Row(row, FangSong, table.Figures, head: false));
        }

        return set;
    }

    private static TableRow Row(IReadOnlyList<string> cells, string face, IReadOnlySet<int> figures, bool head)
    {
        var row = new TableRow(new TableRowProperties(head ? [new CantSplit(), new TableHeader()] : [new CantSplit()]));
        foreach (var (words, i) in cells.Select((c, i) => (c, i)))
        {
            var look = new ParagraphProperties(new SpacingBetweenLines { Before = "40", After = "40" }, new Justification { Val = head ? JustificationValues.Center : figures.Contains(i) ? JustificationValues.Right : JustificationValues.Left });
            row.Append(new TableCell(new Paragraph(look, Ink(words, face, TableSize))));
        }

        return row;
    }

    private static SectionProperties Section(MainDocumentPart main) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = LetterParts.AddPageFoot(main, odd: true) },
        new FooterReference { Type = HeaderFooterValues.Even, Id = LetterParts.AddPageFoot(main, odd: false) },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 2098, Bottom = 1984, Left = 1587, Right = 1474, Header = 1701, Footer = 1134, Gutter = 0 });
}
