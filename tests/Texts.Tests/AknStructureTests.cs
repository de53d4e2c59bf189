using System.Xml.Linq;
using Guiju.Texts.Akn;

namespace Guiju.Texts.Tests;

/// <summary>The structure that the Akoma Ntoso schema demands: order of elements, required attributes, unique identifiers. Written from the standard, not from our writer.</summary>
public sealed class AknStructureTests
{
    private static readonly XNamespace Akn = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    // Element → its children in the order of the schema; a star may repeat, a question mark may be missing.
    private static readonly Dictionary<string, string[]> Sequences = new()
    {
        ["akomaNtoso"] = ["act"],
        ["act"] = ["meta", "coverPage?", "preface?", "preamble?", "body", "conclusions?", "attachments?"],
        ["doc"] = ["meta", "coverPage?", "preface?", "preamble?", "mainBody", "conclusions?", "attachments?"],
        ["meta"] = ["identification", "publication?", "classification*", "lifecycle*", "workflow*", "analysis*", "temporalData*", "references*", "notes*", "proprietary*", "presentation*"],
        ["identification"] = ["FRBRWork", "FRBRExpression", "FRBRManifestation", "FRBRItem?"],
        ["FRBRWork"] = ["FRBRthis", "FRBRuri", "FRBRalias*", "FRBRdate", "FRBRauthor", "FRBRcountry", "FRBRsubtype?", "FRBRnumber*", "FRBRname*"],
        ["FRBRExpression"] = ["FRBRthis", "FRBRuri", "FRBRalias*", "FRBRdate", "FRBRauthor", "FRBRlanguage"],
        ["FRBRManifestation"] = ["FRBRthis", "FRBRuri", "FRBRalias*", "FRBRdate", "FRBRauthor", "FRBRformat?"],
        ["attachment"] = ["num?", "heading?", "subheading?", "doc"],
    };

    private static readonly string[] Hierarchy = ["part", "subpart", "chapter", "section", "hcontainer", "article", "paragraph", "point", "indent"];

    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["act"] = ["name"],
        ["doc"] = ["name"],
        ["identification"] = ["source"],
        ["lifecycle"] = ["source"],
        ["references"] = ["source"],
        ["proprietary"] = ["source"],
        ["FRBRthis"] = ["value"],
        ["FRBRuri"] = ["value"],
        ["FRBRalias"] = ["value"],
        ["FRBRdate"] = ["date", "name"],
        ["FRBRauthor"] = ["href"],
        ["FRBRcountry"] = ["value"],
        ["FRBRlanguage"] = ["language"],
        ["FRBRformat"] = ["value"],
        ["eventRef"] = ["eId", "date", "source", "type"],
        ["TLCOrganization"] = ["eId", "href", "showAs"],
        ["hcontainer"] = ["name"],
        ["attachment"] = ["eId"],
    };

    [Fact]
    public void Every_export_has_the_structure_of_the_schema()
    {
        foreach (var file in RealTexts.Files())
        {
            var text = TextParser.Parse(File.ReadAllText(file));

            Assert.Empty(Faults(AknWriter.Document(text, new AknIdentity("cn/npcsc/x", new DateOnly(2020, 1, 2), "全国人民代表大会常务委员会"))));
        }
    }

    [Fact]
    public void Annexes_and_tables_have_it_too()
    {
        var text = TextParser.Parse("# 示例规定\n\n序言文字。\n\n第一条 下列事项：\n\n（一）甲：\n\n1.子；\n\n2.丑；\n\n（二）乙。\n\n附件1：表\n\n| 甲 | 乙 |\n| 1 | 2 |");

        Assert.Empty(Faults(AknWriter.Document(text, new AknIdentity("cn/x", new DateOnly(2020, 1, 2), ""))));
    }

    private static List<string> Faults(XElement root)
    {
        var faults = new List<string>();
        var ids = new HashSet<string>();
        foreach (var element in root.DescendantsAndSelf().Where(e => e.Name.Namespace == Akn))
        {
            var name = element.Name.LocalName;
            faults.AddRange(Required.GetValueOrDefault(name, []).Where(a => element.Attribute(a) is null).Select(a => $"{name} lacks {a}"));
            if (element.Attribute("eId") is { } id && !ids.Add(id.Value))
            {
                faults.Add($"eId {id.Value} stands twice");
            }

            if (Sequences.TryGetValue(name, out var sequence) && !Follows(element, sequence))
            {
                faults.Add($"{name}: {string.Join(' ', element.Elements().Select(e => e.Name.LocalName))}");
            }

            if (Hierarchy.Contains(name))
            {
                faults.AddRange(OfHierarchy(element));
            }
        }

        return faults;
    }

    // num?, heading?, subheading?, then either content, or intro?, parts, wrapUp?.
    private static IEnumerable<string> OfHierarchy(XElement element)
    {
        if (element.Attribute("eId") is null)
        {
            yield return $"{element.Name.LocalName} lacks eId";
        }

        var rest = element.Elements().Select(e => e.Name.LocalName).SkipWhile(n => n == "num").SkipWhile(n => n == "heading").SkipWhile(n => n == "subheading").ToList();
        if (rest is ["content"])
        {
            yield break;
        }

        var parts = rest.SkipWhile(n => n == "intro").Reverse().SkipWhile(n => n == "wrapUp").ToList();
        if (parts.Exists(p => !Hierarchy.Contains(p)) || rest.Count(n => n == "intro") > 1 || rest.Count(n => n == "wrapUp") > 1)
        {
            yield return $"{(string?)element.Attribute("eId")}: {string.Join(' ', rest)}";
        }
    }

    private static bool Follows(XElement element, string[] sequence)
    {
        var names = element.Elements().Select(e => e.Name.LocalName).ToList();
        var at = 0;
        foreach (var step in sequence)
        {
            var name = step.TrimEnd('?', '*');
            var count = names.Skip(at).TakeWhile(n => n == name).Count();
            if (count == 0 && step == name || count > 1 && !step.EndsWith('*'))
            {
                return false;
            }

            at += count;
        }

        return at == names.Count;
    }
}
