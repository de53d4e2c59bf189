using System.Xml.Linq;
using Guiju.Texts.Reading;
using static Guiju.Texts.Akn.AknNames;

namespace Guiju.Texts.Akn;

/// <summary>Reads the hierarchy of a document. Addresses are computed anew from the numbers, as the parser does.</summary>
internal sealed class AknBody(WarningList warnings, string root = "")
{
    private static readonly string[] Transparent = ["list", "container", "blockContainer", "wrapUp", "intro", "formula", "recitals", "recital"];

    public Body Read(XElement? body, XElement? preamble)
    {
        var blocks = new Blocks();
        foreach (var element in preamble?.Elements() ?? [])
        {
            Take(element, blocks);
        }

        foreach (var element in body?.Elements() ?? [])
        {
            Take(element, blocks);
        }

        return Build(blocks, root);
    }

    private static void Take(XElement element, Blocks to)
    {
        var name = element.Name.LocalName;
        if (name is "article" or "rule" or "clause")
        {
            to.Articles.Add(element);
        }
        else if (DivisionOf(name) is not null && (element.Child("num") is not null || element.Child("heading") is not null))
        {
            to.Divisions.Add(element);
        }
        else if (name is "num" or "heading" or "subheading")
        {
            // belongs to the element around it
        }
        else if (Transparent.Contains(name) && !element.Elements().All(e => e.Name.LocalName is "p"))
        {
            foreach (var inner in element.Elements())
            {
                Take(inner, to);
            }
        }
        else if ((string?)element.Attribute("name") != AknWriter.Empty)
        {
            to.Paragraphs.Add(element);
        }
    }

    private Body Build(Blocks blocks, string prefix)
    {
        var unnumbered = 0;
        var paragraphs = Paragraphs(blocks.Paragraphs, prefix);
        var articles = blocks.Articles.Select((article, index) => Article(article, index)).ToList();
        var divisions = new List<Division>();
        foreach (var element in blocks.Divisions)
        {
            var label = element.Child("num")?.Flat() ?? "";
            var mark = label.Length > 0 ? Marks.Heading(new SourceLine(0, label, 0)) : null;
            var kind = mark?.Kind ?? DivisionOf(element.Name.LocalName) ?? DivisionKind.Heading;
            var number = mark?.Number ?? 0;
            var address = $"{prefix}{Abbreviation(kind)}_{(number > 0 ? number : ++unnumbered)}";
            var inner = new Blocks();
            foreach (var child in element.Elements())
            {
                Take(child, inner);
            }

            divisions.Add(new Division(address, AknReader.Line(element), kind, number, label, element.Child("heading")?.Flat() ?? "", Build(inner, address + "__")));
        }

        return new Body(paragraphs, articles, divisions);
    }

    private Article Article(XElement element, int index)
    {
        var label = element.Child("num")?.Flat() ?? "";
        var mark = Marks.Article(new SourceLine(0, label, 0));
        if (mark is null)
        {
            warnings.Add(AknReader.Line(element), $"条号“{label}”无法识别，按顺序编号", $"the article number \"{label}\" cannot be read; numbered by place");
        }

        var (number, inserted) = mark is null ? (index + 1, 0) : (mark.Number, mark.Inserted);
        var address = root + ProvisionAddress.ArticleId(number, inserted);
        var children = element.Elements().Where(e => e.Name.LocalName is not ("num" or "heading" or "subheading")).ToList();
        var whole = children.Count > 0 && children.All(e => e.Name.LocalName is "content" or "intro" or "point" or "wrapUp" or "list");
        return new Article(address, AknReader.Line(element), number, inserted, label.Length > 0 ? label : new ProvisionAddress(number, 0, null, null, null).ArticlePrinted,
            whole && children.Exists(e => e.Name.LocalName != "content") ? [Paragraph(element, 1, address + "__")] : Paragraphs(children, address + "__"));
    }

    private static List<Paragraph> Paragraphs(IEnumerable<XElement> elements, string prefix) =>
        [.. elements.Select((element, index) => Paragraph(element, index + 1, prefix))];

    private static Paragraph Paragraph(XElement element, int number, string prefix)
    {
        var address = $"{prefix}para_{number}";
        var parts = element.Elements().SelectMany(e => e.Name.LocalName is "list" or "blockList" ? e.Elements() : [e]).ToList();
        var points = parts.Where(e => e.Name.LocalName is "point" or "item").ToList();
        var items = points.Select((point, index) => Item(point, index, address)).ToList();
        if (items.Count == 0)
        {
            return new Paragraph(address, AknReader.Line(element), number, Words(element), [], "");
        }

        var lead = parts.TakeWhile(e => e != points[0]).Where(IsWords).Select(Words);
        var closing = parts.SkipWhile(e => e != points[^1]).Skip(1).Where(IsWords).Select(Words);
        return new Paragraph(address, AknReader.Line(element), number, string.Join('\n', lead), items, string.Join('\n', closing));
    }

    private static Item Item(XElement point, int index, string paragraph)
    {
        var label = point.Child("num")?.Flat() ?? "";
        var number = Marks.List(new SourceLine(0, label, 0))?.Number ?? index + 1;
        var address = $"{paragraph}__item_{number}";
        var indents = point.Elements().Where(e => e.Name.LocalName is "indent" or "point" or "item").ToList();
        var points = indents.Select((indent, at) =>
        {
            var inner = indent.Child("num")?.Flat() ?? "";
            var place = Marks.List(new SourceLine(0, inner, 0))?.Number ?? at + 1;
            return new Point($"{address}__point_{place}", AknReader.Line(indent), place, inner, Words(indent));
        });
        var own = point.Elements().Where(e => IsWords(e) && !indents.Contains(e)).Select(Words);
        return new Item(address, AknReader.Line(point), number, label, string.Join('\n', own), [.. points]);
    }

    private static bool IsWords(XElement element) => element.Name.LocalName is "intro" or "content" or "wrapUp" or "p" or "listIntroduction" or "listWrapUp" or "alinea";

    private static string Words(XElement element)
    {
        if (element.Named("table") is { } table)
        {
            return string.Join('\n', table.Descendants().Where(e => e.Name.LocalName == "tr").Select(row => TableRow.Of(row.Elements().Select(cell => cell.Flat()))));
        }

        var lines = element.DescendantsAndSelf().Where(e => e.Name.LocalName is "p" or "listIntroduction" or "listWrapUp").ToList();
        return lines.Count == 0
            ? string.Concat(element.Elements().Where(e => e.Name.LocalName is not ("num" or "heading")).Select(e => e.Flat()))
            : string.Join('\n', lines.Select(line => line.Flat()));
    }

    private sealed class Blocks
    {
        public List<XElement> Paragraphs { get; } = [];

        public List<XElement> Articles { get; } = [];

        public List<XElement> Divisions { get; } = [];
    }
}
