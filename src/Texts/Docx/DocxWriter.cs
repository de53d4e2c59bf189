using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Guiju.Texts.Docx;

/// <summary>Writes a text as a Word document set like an official one: title centred, headings as headings, articles indented by two characters.</summary>
public static class DocxWriter
{
    private const string TitleStyle = "Title";
    private const string HeadingStyle = "Heading1";
    private const string SubheadingStyle = "Heading2";
    private const string BodySize = "32";
    private const string TitleSize = "44";

    /// <summary>The document's bytes.</summary>
    public static byte[] Write(LegalText text)
    {
        using var memory = new MemoryStream();
        using (var document = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var styles = main.AddNewPart<StyleDefinitionsPart>();
            styles.Styles = new Styles(Style(TitleStyle, TitleSize, JustificationValues.Center), Style(HeadingStyle, BodySize, JustificationValues.Center), Style(SubheadingStyle, BodySize, JustificationValues.Center));
            var body = new DocumentFormat.OpenXml.Wordprocessing.Body();
            main.Document = new Document(body);
            body.Append(Set(text.Title, TitleStyle));
            if (text.Subtitle is { } subtitle)
            {
                body.Append(Set(subtitle, TitleStyle));
            }

            foreach (var line in text.Head.Where(line => line != text.Title && line != text.Subtitle && !(text.Subtitle ?? "").Split(' ').Contains(line)))
            {
                body.Append(Set($"（{line.Trim('（', '）')}）", null));
            }

            Write(text.Body, body);
            foreach (var annex in text.Annexes)
            {
                body.Append(Set(annex.Title, null));
                Write(annex.Body, body);
            }
        }

        return memory.ToArray();
    }

    private static void Write(Body from, OpenXmlElement to)
    {
        foreach (var paragraph in from.Paragraphs)
        {
            to.Append(paragraph.IsTable ? [Table(paragraph)] : paragraph.Text.Split('\n').Select(line => (OpenXmlElement)Set(line, null)));
        }

        foreach (var line in from.Articles.SelectMany(article => article.Text.Split('\n')))
        {
            to.Append(Set(line, null));
        }

        foreach (var division in from.Divisions)
        {
            to.Append(Set($"{division.Label} {division.Title}".Trim(), division.Kind == DivisionKind.Section ? SubheadingStyle : HeadingStyle));
            Write(division.Body, to);
        }
    }

    private static WordTable Table(Paragraph table) => new(table.Lead.Split('\n').Select(row =>
        (OpenXmlElement)new WordRow(TableRow.Cells(row).Select(cell => (OpenXmlElement)new TableCell(Set(cell, null, indent: false))))));

    private static WordParagraph Set(string words, string? style, bool indent = true)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
        {
            properties.Append(new ParagraphStyleId { Val = style });
        }
        else if (indent)
        {
            properties.Append(new Indentation { FirstLineChars = 200 });
        }

        return new WordParagraph(properties, new Run(new RunProperties(new RunFonts { EastAsia = style == TitleStyle ? "方正小标宋简体" : "仿宋_GB2312" }, new FontSize { Val = style == TitleStyle ? TitleSize : BodySize }), new Text(words) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private static Style Style(string id, string size, JustificationValues where) => new(
        new StyleName { Val = id },
        new StyleParagraphProperties(new Justification { Val = where }),
        new StyleRunProperties(new FontSize { Val = size }))
    { Type = StyleValues.Paragraph, StyleId = id };
}
