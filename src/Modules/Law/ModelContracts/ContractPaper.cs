using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Guiju.Law.ModelContracts;

/// <summary>Writes a contract as DOCX: title, clauses with headings, and at the foot the template and version it was drawn from.</summary>
internal static class ContractPaper
{
    public static byte[] Write(string title, IReadOnlyList<(string Heading, string Words)> clauses, string origin)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body(Line(title, "44", bold: true, JustificationValues.Center));
            foreach (var (heading, words) in clauses)
            {
                body.Append(Line(heading, "32", bold: true, JustificationValues.Left));
                foreach (var line in words.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    body.Append(Line("　　" + line.Trim(), "32", bold: false, JustificationValues.Both));
                }
            }

            body.Append(Line("", "32", bold: false, JustificationValues.Left), Line("甲方（盖章）：　　　　　　　　　　乙方（盖章）：", "32", bold: false, JustificationValues.Left), Line("　　年　　月　　日　　　　　　　　　　年　　月　　日", "32", bold: false, JustificationValues.Left), Line(origin, "21", bold: false, JustificationValues.Left));
            body.Append(new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 2098, Bottom = 1984, Left = 1588, Right = 1474, Header = 851, Footer = 992 }));
            document.AddMainDocumentPart().Document = new Document(body);
        }

        return stream.ToArray();
    }

    private static Paragraph Line(string text, string halfPoints, bool bold, JustificationValues side)
    {
        var look = new RunProperties(new RunFonts { Ascii = "Times New Roman", EastAsia = bold ? "SimHei" : "FangSong" });
        if (bold)
        {
            look.Append(new Bold());
        }

        look.Append(new FontSize { Val = halfPoints });
        return new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Line = "560", LineRule = LineSpacingRuleValues.Exact }, new Justification { Val = side }), new Run(look, new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }
}
