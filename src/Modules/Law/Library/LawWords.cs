using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Guiju.Kernel;

namespace Guiju.Law.Library;

/// <summary>Ranks and standings of texts, in words.</summary>
internal static class LawWords
{
    private static readonly Bilingual NotSure = new("条号待核", "number not checked");

    public static string Rank(string rank) => (rank switch
    {
        "constitution" => new Bilingual("宪法", "Constitution"),
        "law" => new("法律", "Law"),
        "administrative-regulation" => new("行政法规", "Administrative regulation"),
        "party-regulation" => new("党内法规", "Party regulation"),
        "central-measure" => new("中央规范性文件", "Central measure"),
        "ministry-notice" => new("部门规范性文件", "Ministry notice"),
        "local-measure" => new("地方规范性文件", "Local measure"),
        "standard" => new("标准", "Standard"),
        _ => new Bilingual(rank, rank),
    }).Here;

    /// <summary>Where a text stands on a day: computed from its versions, never typed.</summary>
    public static (string Text, string Kind) Standing(LawText text, DateOnly on) => text.On(on) is not null
        ? (new Bilingual("现行有效", "In force").Here, "allowed")
        : text.Versions.All(v => v.From > on)
            ? (new Bilingual("尚未施行", "Not yet in force").Here, "inform")
            : (new Bilingual("已失效或被替代", "No longer in force").Here, "plain");

    /// <summary>The name of an act's field, from the same attribute that the desk's messages use.</summary>
    public static string Field<T>(string property) =>
        Guiju.Kernel.Texts.Get(typeof(LawWords).Assembly, typeof(T).GetProperty(property)?.GetCustomAttribute<DisplayAttribute>()?.Name ?? property);

    public static string ShortAddress(string work) => "/law/" + work;

    /// <summary>The same where the address is cited by a rule, a figure or a person: a number that is not sure is not printed.</summary>
    public static string Place(string address, LawSources sources) => sources.IsUnsure(address) ? NotSure.Here : Place(address);

    /// <summary>The provision of an address (<c>work~art_5__para_1</c>) as it is printed, in the reader's language; the place itself where it is no article, the work where there is no place.</summary>
    public static string Place(string address) => address.Split('~', 2) is not [_, var place] ? address
        : Texts.ProvisionAddress.TryParse(place, out var parsed) ? (Language.IsEnglish ? parsed.PrintedEnglish : parsed.Printed) : place;
}
