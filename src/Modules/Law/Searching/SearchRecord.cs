using Guiju.Law.Stored;

namespace Guiju.Law.Searching;

/// <summary>A text as search knows it: what its provisions have in common.</summary>
/// <param name="Work">Permanent address of the work.</param>
/// <param name="Title">Title as printed.</param>
/// <param name="Number">Document number; null where unknown.</param>
/// <param name="Rank">Rank.</param>
/// <param name="Issuer">Issuer.</param>
/// <param name="Pack">Whom it binds: cn, cen, bj, bureau.</param>
/// <param name="Domains">Core domains.</param>
/// <param name="Family">The law that it is or carries out, e.g. 政府采购法 for its implementing regulation too.</param>
internal sealed record SearchText(string Work, string Title, string? Number, LawRank Rank, string Issuer, string Pack, IReadOnlyList<LawDomain> Domains, string Family);

/// <summary>One provision as search knows it.</summary>
/// <param name="Text">The text it stands in.</param>
/// <param name="Address">Address inside the text, e.g. <c>art_25</c>.</param>
/// <param name="Label">As printed, e.g. 第二十五条; empty outside articles.</param>
/// <param name="Under">The headings above it.</param>
/// <param name="Words">Its wording.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null while it holds.</param>
/// <param name="Made">Day that names the version.</param>
/// <param name="Standing">Where the version stands today.</param>
internal sealed record SearchRecord(SearchText Text, string Address, string Label, string Under, string Words, DateOnly From, DateOnly? To, DateOnly Made, TextStanding Standing)
{
    /// <summary>Whether its wording is our own gist, since the text is not stored.</summary>
    public bool IsGist { get; init; }

    /// <summary>Permanent address: <c>cn/state-council/2012/621~art_25</c>.</summary>
    public string FullAddress => $"{Text.Work}~{Address}";

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || To >= day);
}
