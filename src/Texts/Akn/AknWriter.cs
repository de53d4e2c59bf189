using System.Globalization;
using System.Xml.Linq;
using static Guiju.Texts.Akn.AknNames;

namespace Guiju.Texts.Akn;

/// <summary>Writes a text as an Akoma Ntoso act. Reading it back gives the same text.</summary>
public sealed class AknWriter
{
    /// <summary>Name of the element that stands for a body without words.</summary>
    internal const string Empty = "empty";

    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    private AknWriter()
    {
    }

    /// <summary>The document as XML with a declaration.</summary>
    public static string Write(LegalText text, AknIdentity identity) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Document(text, identity).ToString(SaveOptions.None).ReplaceLineEndings("\n") + "\n";

    /// <summary>The document as a tree.</summary>
    public static XElement Document(LegalText text, AknIdentity identity)
    {
        var writer = new AknWriter();
        var act = new XElement(Ns + "act", new XAttribute("name", "act"), AknMeta.Write(text, identity), Preface(text));
        var blocks = writer.Blocks(text.Body).ToList();
        act.Add(new XElement(Ns + "body", blocks.Count > 0 ? blocks : new XElement(Ns + "hcontainer", new XAttribute("eId", Empty), new XAttribute("name", Empty), Content(""))));
        if (text.Annexes.Count > 0)
        {
            act.Add(new XElement(Ns + "attachments", text.Annexes.Select(annex => writer.Annex(annex, identity))));
        }

        return new XElement(Ns + "akomaNtoso", new XAttribute(XNamespace.Xmlns + "g", Own.NamespaceName), act);
    }

    private static XElement Preface(LegalText text)
    {
        var title = new XElement(Ns + "p", new XElement(Ns + "docTitle", text.Title));
        var preface = new XElement(Ns + "preface", new XElement(Ns + "longTitle", title));
        if (text.Subtitle is { } subtitle)
        {
            preface.Add(new XElement(Ns + "p", new XAttribute("class", "subtitle"), subtitle));
        }

        if (text.Number is { } number)
        {
            preface.Add(new XElement(Ns + "p", new XAttribute("class", "number"), new XElement(Ns + "docNumber", number)));
        }

        return preface;
    }

    private IEnumerable<XElement> Blocks(Body body) =>
        body.Paragraphs.Select(Paragraph).Concat(body.Articles.Select(Article)).Concat(body.Divisions.Select(Division));

    private XElement Division(Division division)
    {
        var element = Part(OfDivision(division.Kind), division);
        if (division.Kind == DivisionKind.Heading)
        {
            element.Add(new XAttribute("name", "heading"));
        }

        if (division.Label.Length > 0)
        {
            element.Add(new XElement(Ns + "num", division.Label));
        }

        element.Add(new XElement(Ns + "heading", division.Title), Blocks(division.Body));
        return element;
    }

    private XElement Article(Article article)
    {
        var element = Part("article", article);
        element.Add(new XElement(Ns + "num", article.Label), article.Paragraphs.Select(Paragraph));
        return element;
    }

    private XElement Paragraph(Paragraph paragraph)
    {
        var element = Part("paragraph", paragraph);
        if (paragraph.Items.Count == 0)
        {
            element.Add(paragraph.IsTable ? Table(paragraph) : Content(paragraph.Lead));
            return element;
        }

        if (paragraph.Lead.Length > 0)
        {
            element.Add(new XElement(Ns + "intro", Lines(paragraph.Lead)));
        }

        element.Add(paragraph.Items.Select(Item));
        if (paragraph.Closing.Length > 0)
        {
            element.Add(new XElement(Ns + "wrapUp", Lines(paragraph.Closing)));
        }

        return element;
    }

    private XElement Item(Item item)
    {
        var element = Part("point", item);
        element.Add(new XElement(Ns + "num", item.Label));
        if (item.Points.Count == 0)
        {
            element.Add(Content(item.Words));
            return element;
        }

        if (item.Words.Length > 0)
        {
            element.Add(new XElement(Ns + "intro", Lines(item.Words)));
        }

        foreach (var point in item.Points)
        {
            var indent = Part("indent", point);
            indent.Add(new XElement(Ns + "num", point.Label), Content(point.Words));
            element.Add(indent);
        }

        return element;
    }

    private XElement Annex(Annex annex, AknIdentity identity)
    {
        var attachment = Part("attachment", annex);
        attachment.Add(
            new XElement(Ns + "heading", annex.Title),
            new XElement(Ns + "doc", new XAttribute("name", "annex"), AknMeta.OfAnnex(annex, identity), new XElement(Ns + "mainBody", Blocks(annex.Body))));
        return attachment;
    }

    private static XElement Table(Paragraph table) => new(Ns + "content", new XElement(Ns + "table",
        table.Lead.Split('\n').Select(row => new XElement(Ns + "tr", TableRow.Cells(row).Select(cell => new XElement(Ns + "td", new XElement(Ns + "p", cell)))))));

    private static XElement Content(string words) => new(Ns + "content", Lines(words));

    private static IEnumerable<XElement> Lines(string words) => words.Split('\n').Select(line => new XElement(Ns + "p", line));

    // Of two parts that the source gives one number, the second gets a mark: identifiers are unique in a document.
    private XElement Part(string name, TextPart part)
    {
        var id = part.Address;
        for (var again = 2; !given.Add(id); again++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{part.Address}.{again}");
        }

        return new XElement(Ns + name, new XAttribute("eId", id), new XAttribute(Own + "line", part.Line));
    }
}
