using System.Xml.Linq;

namespace Guiju.Texts.Akn;

/// <summary>Names of Akoma Ntoso 1.0 (namespace 3.0) and of the few marks of our own inside it.</summary>
internal static class AknNames
{
    public static readonly XNamespace Ns = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    /// <summary>What the standard has no place for: source lines, the head as printed, doubtful places. Allowed in attributes and under proprietary.</summary>
    public static readonly XNamespace Own = "urn:guiju:legal-text:1";

    public const string Ours = "#guiju";

    public static string OfDivision(DivisionKind kind) => kind switch
    {
        DivisionKind.Part => "part",
        DivisionKind.Subpart => "subpart",
        DivisionKind.Chapter => "chapter",
        DivisionKind.Section => "section",
        _ => "hcontainer",
    };

    public static DivisionKind? DivisionOf(string name) => name switch
    {
        "book" or "part" => DivisionKind.Part,
        "subpart" or "tome" => DivisionKind.Subpart,
        "chapter" or "title" => DivisionKind.Chapter,
        "section" or "subchapter" or "subsection" => DivisionKind.Section,
        "hcontainer" => DivisionKind.Heading,
        _ => null,
    };

    /// <summary>The first segment of a division's address.</summary>
    public static string Abbreviation(DivisionKind kind) => kind switch
    {
        DivisionKind.Part => "part",
        DivisionKind.Subpart => "subpart",
        DivisionKind.Chapter => "chp",
        DivisionKind.Section => "sec",
        _ => "hdg",
    };

    public static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What a text is called where it is kept: goes into the identification of the document.</summary>
/// <param name="Work">Address of the work, e.g. <c>cn/state-council/2012/621</c>.</param>
/// <param name="Version">Day that names the version.</param>
/// <param name="Author">Issuer; empty where unknown.</param>
public sealed record AknIdentity(string Work, DateOnly Version, string Author)
{
    /// <summary>The country or the territory below it.</summary>
    public string Country => Work.Split('/')[0] is { Length: > 0 } first ? first : "cn";
}
