using System.Globalization;
using Guiju.Kernel;
using Guiju.Law.Stored;
using Guiju.Ui;

namespace Guiju.Law.Searching;

/// <summary>What an answer is narrowed to; null lets everything through.</summary>
internal sealed record SearchFacets
{
    /// <summary>Rank.</summary>
    public LawRank? Rank { get; init; }

    /// <summary>Core domain.</summary>
    public LawDomain? Domain { get; init; }

    /// <summary>Where the version stands today; null with no day: what is in force.</summary>
    public TextStanding? Standing { get; init; }

    /// <summary>Issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>Year of the version.</summary>
    public int? Year { get; init; }

    /// <summary>Family, e.g. 政府采购法.</summary>
    public string? Family { get; init; }

    /// <summary>Pack.</summary>
    public string? Pack { get; init; }

    /// <summary>Day on which the provision holds; null: today, or by standing where that is given.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Whether a provision is let through.</summary>
    public bool Lets(SearchRecord record) =>
        (On is { } day ? record.HoldsOn(day) : record.Standing == (Standing ?? TextStanding.InForce))
        && (Rank is null || record.Text.Rank == Rank)
        && (Domain is null || record.Text.Domains.Contains(Domain.Value))
        && (Issuer is null || record.Text.Issuer == Issuer)
        && (Year is null || record.Made.Year == Year)
        && (Family is null || record.Text.Family == Family)
        && (Pack is null || record.Text.Pack == Pack);
}

/// <summary>One value of a facet with the number of provisions found that have it.</summary>
internal sealed record FacetValue(string Code, string Word, int Count);

/// <summary>A facet of an answer: its name in addresses, its heading, its values by number.</summary>
internal sealed record Facet(string Name, Bilingual Title, IReadOnlyList<FacetValue> Values)
{
    /// <summary>The facets of an answer.</summary>
    public static IReadOnlyList<Facet> Of(IReadOnlyList<SearchRecord> found) =>
    [
        Count("rank", new("效力位阶", "Rank"), found, r => [(r.Text.Rank.ToString(), EnumWords.Of(r.Text.Rank))]),
        Count("domain", new("领域", "Domain"), found, r => r.Text.Domains.Select(d => (d.ToString(), EnumWords.Of(d)))),
        Count("issuer", new("制定机关", "Issuer"), found, r => r.Text.Issuer.Length > 0 ? [(r.Text.Issuer, r.Text.Issuer)] : []),
        Count("year", new("年份", "Year"), found, r => [(r.Made.Year.ToString(CultureInfo.InvariantCulture), r.Made.Year.ToString(CultureInfo.InvariantCulture))]),
        Count("family", new("法规家族", "Family"), found, r => [(r.Text.Family, r.Text.Family)]),
        Count("pack", new("适用范围", "Binds"), found, r => [(r.Text.Pack, OutcomeMarks.Pack(r.Text.Pack).Here)]),
    ];

    private static Facet Count(string name, Bilingual title, IReadOnlyList<SearchRecord> found, Func<SearchRecord, IEnumerable<(string Code, string Word)>> values) =>
        new(name, title, found.SelectMany(values).GroupBy(v => v).Select(g => new FacetValue(g.Key.Code, g.Key.Word, g.Count())).OrderByDescending(v => v.Count).ThenBy(v => v.Word, StringComparer.Ordinal).Take(MostValues).ToList());

    private const int MostValues = 12;
}
