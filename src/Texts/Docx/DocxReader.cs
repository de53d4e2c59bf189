using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Guiju.Texts.Files;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Guiju.Texts.Docx;

/// <summary>
/// Turns a Word document into the lines that the parser reads: one a paragraph, with the numbers that Word generates for its lists
/// written out, tables as rows, text boxes where they are anchored. Headings are told by their words, as in any other source; only the
/// title may be told by its style.
/// </summary>
internal static class DocxReader
{
    private const int MostParagraphs = 200_000;

    /// <summary>The lines of a document.</summary>
    /// <exception cref="UnreadableTextException">It is damaged, too large when unpacked, or no Word document.</exception>
    public static string Read(byte[] content)
    {
        if (!Archive.IsDocument(content))
        {
            throw new UnreadableTextException("压缩包请在“批量录入”中上传；单个文件须为 DOCX、Markdown、纯文本或 Akoma Ntoso", "an archive is not a single text");
        }

        try
        {
            return Lines(Safe(content));
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or IOException or ArgumentException or InvalidOperationException)
        {
            throw new UnreadableTextException("Word 文件已损坏", $"the Word document is damaged: {fault.Message}");
        }
    }

    // Parts are counted while being unpacked, before the library may load them whole.
    private static byte[] Safe(byte[] content)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(content));
        foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var stream = entry.Open();
            if (Archive.Limited(stream) is null)
            {
                throw new UnreadableTextException("Word 文件解压后过大", "the Word document is too large when unpacked");
            }
        }

        return content;
    }

    private static string Lines(byte[] content)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false, new OpenSettings { MaxCharactersInPart = TextFile.MostBytes });
        var main = document.MainDocumentPart;
        var body = main?.Document?.Body ?? throw new UnreadableTextException("Word 文件没有正文", "the Word document has no body");
        var numbers = new ListNumbers(main);
        var lines = new StringBuilder();
        var count = 0;
        foreach (var block in Blocks(body))
        {
            if (++count > MostParagraphs)
            {
                throw new UnreadableTextException("Word 文件段落过多", "the Word document has too many paragraphs");
            }

            if (block is WordParagraph paragraph)
            {
                Paragraph(paragraph, numbers, lines);
            }
            else if (block is WordTable table)
            {
                foreach (var row in table.Elements<WordRow>())
                {
                    var cells = row.Elements<TableCell>().Select(cell => string.Join(' ', cell.Descendants<WordParagraph>().Select(Words)));
                    lines.AppendLine(TableRow.Of(cells));
                }
            }
        }

        return lines.ToString();
    }

    // Content controls and alternative contents only wrap what is meant.
    private static IEnumerable<OpenXmlElement> Blocks(OpenXmlElement around) => around.ChildElements.SelectMany(child => child switch
    {
        WordParagraph or WordTable => [child],
        SdtBlock block => block.SdtContentBlock is { } inner && !IsContents(block) ? Blocks(inner) : [],
        _ => Enumerable.Empty<OpenXmlElement>(),
    });

    private static bool IsContents(SdtBlock block) =>
        block.SdtProperties?.GetFirstChild<SdtContentDocPartObject>()?.DocPartGallery?.Val?.Value == "Table of Contents";

    private static void Paragraph(WordParagraph paragraph, ListNumbers numbers, StringBuilder lines)
    {
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
        if (style.StartsWith("TOC", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var words = Words(paragraph);
        var number = numbers.Next(paragraph);
        if (words.Trim().Length > 0 && style.Equals("Title", StringComparison.OrdinalIgnoreCase))
        {
            lines.Append("# ");
        }

        foreach (var line in (number + words).Split('\n'))
        {
            lines.AppendLine(line);
        }

        // A text box is a block of its own, wherever in the paragraph it hangs.
        foreach (var boxed in paragraph.Descendants<TextBoxContent>().Where(box => box.Ancestors<AlternateContentFallback>().FirstOrDefault() is null))
        {
            foreach (var inner in boxed.Elements<WordParagraph>())
            {
                Paragraph(inner, numbers, lines);
            }
        }
    }

    private static string Words(WordParagraph paragraph)
    {
        var words = new StringBuilder();
        foreach (var part in paragraph.Descendants().Where(p => p.Ancestors<TextBoxContent>().FirstOrDefault() is not { } box || paragraph.Ancestors<TextBoxContent>().Contains(box)))
        {
            switch (part)
            {
                case Text text when text.Ancestors<AlternateContentFallback>().FirstOrDefault() is null:
                    words.Append(text.Text);
                    break;
                case TabChar:
                    words.Append(' ');
                    break;
                case Break { Type: null } or CarriageReturn:
                    words.Append('\n');
                    break;
                case NoBreakHyphen:
                    words.Append('-');
                    break;
                default:
                    break;
            }
        }

        return words.ToString();
    }
}
