using System.Text.RegularExpressions;
using Guiju.Kernel;
using Guiju.Law.Stored;

namespace Guiju.Law.Searching;

/// <summary>The index over the library, kept in memory and built again when the library or the day has changed. One a process.</summary>
internal sealed class SearchRoom(SearchLexicon lexicon) : IDisposable
{
    private readonly SemaphoreSlim building = new(1);
    private (string Stamp, LawSearch Search)? current;

    /// <summary>The index of that stamp; built by the first who needs it.</summary>
    public async Task<LawSearch> OfAsync(string stamp, Func<Task<IReadOnlyList<SearchRecord>>> records, CancellationToken ct)
    {
        if (current is { } there && there.Stamp == stamp)
        {
            return there.Search;
        }

        await building.WaitAsync(ct);
        try
        {
            if (current is not { } since || since.Stamp != stamp)
            {
                current = (stamp, new LawSearch(await records(), lexicon)); // those still searching the old one keep it until they are done
            }

            return current.Value.Search;
        }
        finally
        {
            building.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => building.Dispose();
}

/// <summary>Searches the library.</summary>
internal sealed partial class LawFinder(Shelf shelf, LawSources sources, SearchRoom room, TimeProvider clock)
{
    /// <summary>The provisions for the words among those that the facets let through; without words, the opening provision of every such text.</summary>
    public async Task<SearchAnswer> AskAsync(string words, SearchFacets facets, CancellationToken ct)
    {
        var search = await SearchAsync(ct);
        if (!string.IsNullOrWhiteSpace(words))
        {
            var hits = search.Find(words, LawSearch.Candidates, facets.Lets);
            return new SearchAnswer(hits, Facet.Of([.. hits.Select(h => h.Record)]));
        }

        var openings = search.Records.Where(facets.Lets).DistinctBy(r => (r.Text.Work, r.Made)).ToList();
        return new SearchAnswer([.. openings.Select(r => new Hit(r, 0, [new SnippetPart(r.Words.Length > Opening ? r.Words[..Opening] + "…" : r.Words, false)]))], Facet.Of(openings));
    }

    /// <summary>The index as the library stands now.</summary>
    public async Task<LawSearch> SearchAsync(CancellationToken ct)
    {
        var today = clock.Today();
        return await room.OfAsync($"{await shelf.StampAsync(ct)}/{today:yyyyMMdd}", () => RecordsAsync(today, ct), ct);
    }

    private const int Opening = 90;

    private async Task<IReadOnlyList<SearchRecord>> RecordsAsync(DateOnly today, CancellationToken ct)
    {
        var records = new List<SearchRecord>();
        var texts = new Dictionary<Guid, SearchText>();
        await foreach (var provision in shelf.ProvisionsAsync(today, others: true, ct))
        {
            var text = provision.Text.Text;
            if (!texts.TryGetValue(provision.Version.Id, out var shared))
            {
                texts[provision.Version.Id] = shared = new SearchText(text.Work, provision.Version.Title, text.Number, text.Rank, text.Issuer, text.Pack, text.Domains, FamilyOf(text.Bare));
            }

            records.Add(new SearchRecord(shared, provision.Address, provision.Label, provision.Under, provision.Words, provision.Version.From, provision.Text.To(provision.Version), provision.Version.Date, provision.Standing));
        }

        var stored = records.Select(r => r.Text.Work).ToHashSet();
        records.AddRange(sources.All.Where(t => !stored.Contains(t.Work)).SelectMany(t => Gists(t, today)));
        return records;
    }

    // Texts whose wording is not stored are found by the gists of their provisions.
    private static IEnumerable<SearchRecord> Gists(LawText text, DateOnly today)
    {
        var shared = new SearchText(text.Work, text.Title.Zh, text.Number, TextIdentity.RankOf(text.Rank), text.Issuer, text.Pack, [], FamilyOf(TextIdentity.BareOf(text.Title.Zh)));
        foreach (var version in text.Versions)
        {
            var standing = version.From > today ? TextStanding.NotYetInForce : version.To < today ? text.On(today) is null ? TextStanding.Repealed : TextStanding.Amended : TextStanding.InForce;
            foreach (var provision in version.Provisions)
            {
                yield return new SearchRecord(shared, provision.Address, provision.Evidence == Evidence.Assumed ? "" : provision.Article ?? "", "", provision.Gist.Zh, version.From, version.To, version.Date, standing) { IsGist = true };
            }
        }
    }

    // 政府采购法实施条例 and 北京市实施《节约能源法》办法 belong to the law that they carry out; a code is one with its parts.
    internal static string FamilyOf(string bare)
    {
        var carriedOut = CarriesOut().Match(bare);
        return carriedOut.Success ? carriedOut.Groups["law"].Value : bare;
    }

    [GeneratedRegex("^(?:.{2,4}市实施)?(?<law>.{2,30}?(?:法|法典|条例|规定))(?:实施条例|实施办法|实施细则|办法|[总物合人婚继侵附].{0,4}[则编])$")]
    private static partial Regex CarriesOut();
}

/// <summary>An answer: the provisions found, best first, and what they have in common.</summary>
internal sealed record SearchAnswer(IReadOnlyList<Hit> Hits, IReadOnlyList<Facet> Facets);
