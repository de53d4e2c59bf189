using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Guiju.Procedures.Letters.LetterInk;

namespace Guiju.Procedures.Letters;

/// <summary>Sets an official letter as a word-processor file in the layout of GB/T 9704: general form, upward form and letter form.</summary>
internal sealed class LetterDocx
{
    // Twentieths of a point: A4 with the margins 37, 26, 35 and 28 mm.
    private const uint Width = 11906;
    private const uint Height = 16838;
    private const int Top = 2098;
    private const int Bottom = 1984;
    private const uint Left = 1587;
    private const uint Right = 1474;
    private const int HeadDown = 1984; // 35 mm below the top of the type area
    private const int LineUnits = 579;
    private const uint HeaderDown = 1701; // 30 mm below the edge of the paper
    private const uint FooterUp = 1134; // 20 mm above it

    private readonly OfficialLetter letter;
    private readonly MainDocumentPart main;
    private readonly Body body = new();

    private LetterDocx(OfficialLetter letter, MainDocumentPart main) => (this.letter, this.main) = (letter, main);

    private bool IsLetterForm => letter.Form == LetterForm.Letter;

    /// <summary>The file.</summary>
    public static byte[] Write(OfficialLetter letter)
    {
        using var memory = new MemoryStream();
        using (var document = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = letter.Title;
            document.PackageProperties.Creator = letter.Issuer;
            var main = document.AddMainDocumentPart();
            new LetterDocx(letter, main).Set();
        }

        return memory.ToArray();
    }

    private void Set()
    {
        main.Document = new Document(body);
        LetterParts.AddFaces(main);
        LetterParts.AddSettings(main);
        if (IsLetterForm)
        {
            body.Append(Line(JustificationValues.Right, null, Ink(letter.Number)));
        }
        else
        {
            SetHead();
        }

        SetText();
        SetEnd();
        var first = Section();
        if (IsLetterForm || letter.PrintOffice.Length == 0)
        {
            body.Append(first);
        }
        else if (PageGrid.ImprintFits(letter))
        {
            body.Append(LetterParts.Imprint(letter), Small());
            body.Append(first);
        }
        else
        {
            // The imprint stands on the last even page; a page made for it bears no number.
            body.Append(new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact }, first)));
            body.Append(LetterParts.Imprint(letter), Small(), ImprintSection());
        }
    }

    private static Paragraph Small() => new(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact }));

    private void SetHead()
    {
        var down = HeadDown;
        if (letter.Urgency.Length > 0)
        {
            body.Append(Line(JustificationValues.Left, null, Ink(letter.Urgency, Hei)));
            down -= LineUnits;
        }

        var mark = new Paragraph(new ParagraphProperties(
            new SpacingBetweenLines { Before = down.ToString(CultureInfo.InvariantCulture), After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto },
            new Justification { Val = JustificationValues.Center }), Ink(letter.Head, XiaoBiaoSong, PageGrid.HeadPoints(letter.Head), Red));
        body.Append(mark, Blank(), Blank(), NumberLine(), Blank(), Blank());
    }

    // The red line stands 4 mm below the number, as wide as the type area.
    private Paragraph NumberLine()
    {
        var line = letter.Form == LetterForm.Upward
            ? Line(JustificationValues.Left, new Indentation { LeftChars = 100, Left = "320", RightChars = 100, Right = "320" },
                Ink(letter.Number), new Run(new TabChar()), Ink("签发人："), Ink(letter.Signer, Kai))
            : Line(JustificationValues.Center, null, Ink(letter.Number));
        var look = line.GetFirstChild<ParagraphProperties>()!; // every line has its properties
        look.InsertAt(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 12, Space = 11, Color = Red }), 0);
        if (letter.Form == LetterForm.Upward)
        {
            look.InsertAt(new Tabs(new TabStop { Val = TabStopValues.Right, Position = (int)(Width - Left - Right) - 320 }), 1);
        }

        return line;
    }

    private void SetText()
    {
        if (IsLetterForm)
        {
            body.Append(Blank(), Blank());
        }

        foreach (var part in PageGrid.Title(letter.Title))
        {
            body.Append(Line(JustificationValues.Center, null, Ink(part, XiaoBiaoSong, Size2)));
        }

        body.Append(Blank(), Line(JustificationValues.Left, null, Ink(letter.Addressee + "：")));
        foreach (var paragraph in letter.Body)
        {
            body.Append(Indented(Headed(paragraph).ToArray()));
        }

        if (letter.Attachments.Count > 0)
        {
            body.Append(Blank());
            var single = letter.Attachments.Count == 1;
            for (var n = 0; n < letter.Attachments.Count; n++)
            {
                body.Append(Indented(Ink($"{(n == 0 ? "附件：" : "　　　")}{(single ? "" : $"{n + 1}.")}{letter.Attachments[n]}")));
            }
        }
    }

    // 一、黑体 → （一）楷体 → 1. 仿宋: a heading ends at its full stop, or with its paragraph.
    private static IEnumerable<OpenXmlElement> Headed(string paragraph)
    {
        var face = HeadingFace(paragraph);
        var stop = paragraph.IndexOf('。', StringComparison.Ordinal);
        if (face is null || (stop < 0 && PageGrid.Width(paragraph) > PageGrid.Characters))
        {
            return [Ink(paragraph)];
        }

        return stop < 0 || stop == paragraph.Length - 1 ? [Ink(paragraph, face)] : [Ink(paragraph[..(stop + 1)], face), Ink(paragraph[(stop + 1)..])];
    }

    private static string? HeadingFace(string paragraph)
    {
        const string Numerals = "一二三四五六七八九十";
        var bracketed = paragraph.StartsWith('（');
        var length = paragraph.Skip(bracketed ? 1 : 0).TakeWhile(c => Numerals.Contains(c, StringComparison.Ordinal)).Count();
        var next = length + (bracketed ? 1 : 0);
        return length == 0 || next >= paragraph.Length ? null : bracketed && paragraph[next] == '）' ? Kai : !bracketed && paragraph[next] == '、' ? Hei : null;
    }

    private void SetEnd()
    {
        var (name, day) = (PageGrid.Width(letter.Issuer), PageGrid.Width(letter.Day));
        body.Append(Blank());
        if (letter.Sealed)
        {
            // The date ends four characters before the edge, the name stands centred over it; both lie in the lower middle of the seal.
            body.Append(Blank());
            body.Append(Right(4 + ((day - name) / 2), SealPlace().Append(Ink(letter.Issuer)).ToArray()), Right(4 + Math.Max(0, (name - day) / 2 - 4), Ink(letter.Day)));
        }
        else
        {
            // The name ends two characters before the edge, the date begins two characters right of the name's beginning.
            var dayRight = name - day;
            body.Append(Right(dayRight < 2 ? 4 + day - name : 2, Ink(letter.Issuer)), Right(Math.Max(2, dayRight), Ink(letter.Day)));
        }

        if (letter.Note.Length > 0)
        {
            body.Append(Indented(Ink($"（{letter.Note}）")));
        }
    }

    private static IEnumerable<OpenXmlElement> SealPlace() => [new BookmarkStart { Id = "1", Name = "seal" }, new BookmarkEnd { Id = "1" }];

    private SectionProperties Section()
    {
        var section = new SectionProperties();
        if (IsLetterForm)
        {
            section.Append(new HeaderReference { Type = HeaderFooterValues.First, Id = LetterParts.AddLetterHead(main, letter) });
            section.Append(new FooterReference { Type = HeaderFooterValues.First, Id = LetterParts.AddLetterFoot(main) });
        }

        section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = LetterParts.AddPageFoot(main, odd: true) });
        section.Append(new FooterReference { Type = HeaderFooterValues.Even, Id = LetterParts.AddPageFoot(main, odd: false) });
        Lay(section, IsLetterForm);
        return section;
    }

    private SectionProperties ImprintSection()
    {
        var section = new SectionProperties();
        foreach (var kind in (HeaderFooterValues[])[HeaderFooterValues.Default, HeaderFooterValues.Even])
        {
            section.Append(new FooterReference { Type = kind, Id = LetterParts.AddEmptyFoot(main) });
        }

        section.Append(new SectionType { Val = SectionMarkValues.EvenPage });
        Lay(section, false);
        return section;
    }

    private static void Lay(SectionProperties section, bool ownFirstPage)
    {
        section.Append(
            new PageSize { Width = Width, Height = Height },
            new PageMargin { Top = Top, Bottom = Bottom, Left = Left, Right = Right, Header = HeaderDown, Footer = FooterUp, Gutter = 0 });
        if (ownFirstPage)
        {
            section.Append(new TitlePage());
        }

        section.Append(new DocGrid { Type = DocGridValues.LinesAndChars, LinePitch = LineUnits, CharacterSpace = -849 });
    }
}
