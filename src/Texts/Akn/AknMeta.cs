using System.Globalization;
using System.Xml.Linq;
using static Guiju.Texts.Akn.AknNames;

namespace Guiju.Texts.Akn;

/// <summary>The meta block: who the document is, what was done with it and when, and what only our reader needs.</summary>
internal static class AknMeta
{
    private const string Language = "zho";

    public static XElement Write(LegalText text, AknIdentity identity)
    {
        var meta = new XElement(Ns + "meta", Identification(identity, "!main", Made(text, identity), text.Title));
        if (text.Events.Count > 0)
        {
            meta.Add(new XElement(Ns + "lifecycle", new XAttribute("source", Ours), text.Events.Select(Event)));
        }

        meta.Add(References(identity), new XElement(Ns + "proprietary", new XAttribute("source", Ours), Kept(text)));
        return meta;
    }

    public static XElement OfAnnex(Annex annex, AknIdentity identity) =>
        new(Ns + "meta", Identification(identity, $"!{annex.Address}", identity.Version, annex.Title));

    private static DateOnly Made(LegalText text, AknIdentity identity) =>
        text.Events.Where(one => one.Act is HeaderAct.Adopted or HeaderAct.Published).Select(one => (DateOnly?)one.Date).Min() ?? identity.Version;

    private static XElement Identification(AknIdentity identity, string component, DateOnly made, string title)
    {
        var work = $"/akn/{identity.Work}";
        var expression = $"{work}/{Language}@{DayOf(identity.Version)}";
        return new XElement(Ns + "identification", new XAttribute("source", Ours),
            new XElement(Ns + "FRBRWork", This($"{work}/{component}"), Uri(work), Alias(title), Date(made, "made"), Author(), new XElement(Ns + "FRBRcountry", new XAttribute("value", identity.Country))),
            new XElement(Ns + "FRBRExpression", This($"{expression}/{component}"), Uri(expression), Date(identity.Version, "version"), Author(), new XElement(Ns + "FRBRlanguage", new XAttribute("language", Language))),
            new XElement(Ns + "FRBRManifestation", This($"{expression}/{component}.xml"), Uri($"{expression}.akn"), Date(identity.Version, "version"), new XElement(Ns + "FRBRauthor", new XAttribute("href", Ours)), new XElement(Ns + "FRBRformat", new XAttribute("value", "application/akn+xml"))));
    }

    private static XElement This(string value) => new(Ns + "FRBRthis", new XAttribute("value", value));

    private static XElement Uri(string value) => new(Ns + "FRBRuri", new XAttribute("value", value));

    private static XElement Alias(string title) => new(Ns + "FRBRalias", new XAttribute("value", title), new XAttribute("name", "title"));

    private static XElement Date(DateOnly day, string name) => new(Ns + "FRBRdate", new XAttribute("date", DayOf(day)), new XAttribute("name", name));

    private static XElement Author() => new(Ns + "FRBRauthor", new XAttribute("href", "#issuer"));

    private static XElement References(AknIdentity identity) => new(Ns + "references", new XAttribute("source", Ours),
        Organisation("guiju", "Guiju"), Organisation("issuer", identity.Author.Length > 0 ? identity.Author : "未知 unknown"));

    private static XElement Organisation(string id, string shown) => new(Ns + "TLCOrganization",
        new XAttribute("eId", id), new XAttribute("href", $"/ontology/organization/{id}"), new XAttribute("showAs", shown));

    private static XElement Event(HeaderEvent one, int index) => new(Ns + "eventRef",
        new XAttribute("eId", string.Create(CultureInfo.InvariantCulture, $"event_{index + 1}")),
        new XAttribute("date", DayOf(one.Date)),
        new XAttribute("source", Ours),
        new XAttribute("type", one.Act switch { HeaderAct.Adopted or HeaderAct.Published or HeaderAct.InForce => "generation", HeaderAct.Repealed => "repeal", _ => "amendment" }),
        new XAttribute(Own + "act", one.Act),
        new XAttribute(Own + "line", one.Line),
        new XAttribute(Own + "words", one.Words));

    private static XElement Kept(LegalText text) => new(Own + "text",
        text.InForce is { } day ? new XAttribute("inForce", DayOf(day)) : null,
        text.Head.Select(line => new XElement(Own + "head", line)),
        text.Contents.Select(line => new XElement(Own + "contents", line)),
        text.Warnings.Select(warning => new XElement(Own + "warning", new XAttribute("line", warning.Line), new XAttribute("english", warning.English), warning.Message)));
}
