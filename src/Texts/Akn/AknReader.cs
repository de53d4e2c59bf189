using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Guiju.Texts.Reading;
using static Guiju.Texts.Akn.AknNames;

namespace Guiju.Texts.Akn;

/// <summary>Reads Akoma Ntoso acts and documents: our own exactly as they were written, others as far as they use the same structure.</summary>
public static class AknReader
{
    private const int Deepest = 64;
    private const long MostCharacters = 50_000_000;

    /// <summary>Whether a source looks like Akoma Ntoso.</summary>
    public static bool Is(string source)
    {
        var start = source.AsSpan().TrimStart('\ufeff').TrimStart();
        return start.StartsWith("<?xml", StringComparison.Ordinal) || start.StartsWith("<akomaNtoso", StringComparison.Ordinal);
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="UnreadableTextException">It is no well-formed Akoma Ntoso, or carries a document type.</exception>
    public static LegalText Read(string xml)
    {
        var root = Load(xml);
        var document = root.Name.LocalName == "akomaNtoso" ? root.Elements().FirstOrDefault() : null;
        if (document is null || root.Name.NamespaceName.Length > 0 && !root.Name.NamespaceName.Contains("akn", StringComparison.OrdinalIgnoreCase) && !root.Name.NamespaceName.Contains("akomantoso", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableTextException("不是 Akoma Ntoso 文件", "not an Akoma Ntoso document");
        }

        var meta = document.Child("meta");
        var kept = meta?.Child("proprietary")?.Element(Own + "text");
        var preface = document.Child("preface");
        var warnings = new WarningList();
        var body = new AknBody(warnings).Read(document.Child("body") ?? document.Child("mainBody"), document.Child("preamble"));
        var title = preface?.Named("docTitle")?.Flat() ?? meta?.Named("FRBRalias")?.Attribute("value")?.Value ?? meta?.Named("FRBRname")?.Attribute("value")?.Value;
        if (string.IsNullOrWhiteSpace(title))
        {
            throw new UnreadableTextException("没有标题", "there is no title");
        }

        NumberChecksOf(body, kept, warnings);
        return new LegalText
        {
            Title = title,
            Subtitle = preface?.Elements().FirstOrDefault(e => (string?)e.Attribute("class") == "subtitle")?.Flat(),
            Number = preface?.Named("docNumber")?.Flat() ?? meta?.Named("FRBRnumber")?.Attribute("value")?.Value,
            Events = Events(meta),
            InForce = kept is null ? InForce(document) : Day(kept.Attribute("inForce")),
            Head = kept is null ? [title] : [.. kept.Elements(Own + "head").Select(e => e.Value)],
            Contents = kept is null ? [] : [.. kept.Elements(Own + "contents").Select(e => e.Value)],
            Body = body,
            Annexes = Annexes(document, warnings),
            Warnings = kept is null ? warnings.InOrder() : [.. kept.Elements(Own + "warning").Select(Warning)],
        };
    }

    // A document of our own brings the doubts of its first reading; a foreign one is looked over here.
    private static void NumberChecksOf(Body body, XElement? kept, WarningList warnings)
    {
        if (kept is null)
        {
            NumberChecks.Check(body, warnings);
        }
    }

    private static XElement Load(string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, IgnoreComments = true, IgnoreProcessingInstructions = true };
        try
        {
            using (var depth = XmlReader.Create(new StringReader(xml), settings))
            {
                while (depth.Read())
                {
                    if (depth.Depth > Deepest)
                    {
                        throw new UnreadableTextException("XML 嵌套过深", "the XML is nested too deeply");
                    }
                }
            }

            using var reader = XmlReader.Create(new StringReader(xml), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root ?? throw new UnreadableTextException("文件没有内容", "the file is empty");
        }
        catch (XmlException fault)
        {
            throw new UnreadableTextException($"XML 第 {fault.LineNumber} 行无法读取（不接受文档类型定义）", $"the XML cannot be read at line {fault.LineNumber} (document types are not accepted): {fault.Message}");
        }
    }

    private static IReadOnlyList<HeaderEvent> Events(XElement? meta) =>
        [.. (meta?.Child("lifecycle")?.Elements() ?? []).Select(e => (Element: e, Day: Day(e.Attribute("date")))).Where(e => e.Day is not null).Select(e => new HeaderEvent(
            e.Day.GetValueOrDefault(), ActOf(e.Element), (string?)e.Element.Attribute(Own + "words") ?? "", Line(e.Element)))];

    private static HeaderAct ActOf(XElement one) => Enum.TryParse<HeaderAct>((string?)one.Attribute(Own + "act"), out var act) ? act
        : (string?)one.Attribute("type") switch { "generation" => HeaderAct.Adopted, "amendment" => HeaderAct.Amended, "repeal" => HeaderAct.Repealed, _ => HeaderAct.Other };

    private static DateOnly? InForce(XElement document) => Day(document.Child("meta")?.Named("FRBRExpression")?.Child("FRBRdate")?.Attribute("date"));

    private static List<Annex> Annexes(XElement document, WarningList warnings)
    {
        var annexes = new List<Annex>();
        foreach (var attachment in document.Child("attachments")?.Elements() ?? [])
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"annex_{annexes.Count + 1}");
            var main = attachment.Elements().SelectMany(e => e.Elements()).FirstOrDefault(e => e.Name.LocalName is "mainBody" or "body");
            annexes.Add(new Annex(address, Line(attachment), annexes.Count + 1, attachment.Child("heading")?.Flat() ?? "", new AknBody(warnings, address + "__").Read(main, null)));
        }

        return annexes;
    }

    private static TextWarning Warning(XElement kept) => new(
        int.TryParse((string?)kept.Attribute("line"), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 0, kept.Value, (string?)kept.Attribute("english") ?? "");

    private static DateOnly? Day(XAttribute? attribute) => DateOnly.TryParseExact(attribute?.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The line of the first source where it is known, else the line of the XML.</summary>
    internal static int Line(XElement element) =>
        int.TryParse((string?)element.Attribute(Own + "line"), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : ((IXmlLineInfo)element).LineNumber;

    internal static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    internal static XElement? Named(this XElement element, string name) => element.Descendants().FirstOrDefault(e => e.Name.LocalName == name);

    /// <summary>All words of an element on one line, the layout of the file left out.</summary>
    internal static string Flat(this XElement element) => string.Concat(element.Value.Split('\n').Select(line => line.Trim()));
}
