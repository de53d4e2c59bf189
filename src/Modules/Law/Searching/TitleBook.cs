using System.Text.RegularExpressions;

namespace Guiju.Law.Searching;

/// <summary>Finds texts by what they are called: title, short name, document number, initials; and articles by number within them.</summary>
internal sealed partial class TitleBook
{
    private const int MostOfOneText = 3;
    private const int LeastPrefix = 3;
    private readonly IReadOnlyList<SearchRecord> records;
    private readonly SearchLexicon lexicon;
    private readonly List<Entry> entries;

    public TitleBook(IReadOnlyList<SearchRecord> records, SearchLexicon lexicon)
    {
        (this.records, this.lexicon) = (records, lexicon);
        entries = records.Select((r, at) => (r, at)).GroupBy(p => (p.r.Text.Work, p.r.Made)).Select(g => new Entry(
            BareOf(g.First().r.Text.Title), HanWords.Fold(g.First().r.Text.Number ?? ""), Initials.Of(BareOf(g.First().r.Text.Title), lexicon.Readings), g.First().at, g.Last().at)).ToList();
    }

    /// <summary>Places of provisions that are named rather than described, best first; none where the question names nothing.</summary>
    public IReadOnlyList<(int At, float Score)> Find(Asked asked, Func<SearchRecord, bool> allowed)
    {
        if (asked.Label is { } label)
        {
            return Articles(asked.TitlePart, label, allowed);
        }

        var name = BareOf(asked.Whole);
        if (Latin().IsMatch(name))
        {
            return Openings(entries.Where(e => e.Initials.Contains(name, StringComparison.Ordinal)).OrderBy(e => e.Initials == name ? 0 : e.Initials.StartsWith(name, StringComparison.Ordinal) ? 1 : 2).ThenBy(e => e.Initials.Length), allowed);
        }

        if (DocumentNumber().IsMatch(asked.Whole))
        {
            var number = HanWords.Fold(asked.Whole);
            return Openings(entries.Where(e => e.Number.Length > 0 && e.Number.Contains(number, StringComparison.Ordinal)), allowed);
        }

        return Openings(Called(name, whole: true), allowed);
    }

    private List<(int, float)> Articles(string title, string label, Func<SearchRecord, bool> allowed)
    {
        var name = BareOf(title);
        var wanted = name.Length == 0 ? entries : Called(name, whole: false);
        return wanted.SelectMany(e => Enumerable.Range(e.First, e.Last - e.First + 1)).Where(at => records[at].Label == label && allowed(records[at])).Select(at => (at, 100f)).ToList();
    }

    // The title itself first, then titles that hold the name; a short name stands for its title.
    private IEnumerable<Entry> Called(string name, bool whole)
    {
        var full = lexicon.ShortNames.GetValueOrDefault(name, name);
        var exact = entries.Where(e => e.Title == full).ToList();
        if (exact.Count > 0)
        {
            return exact;
        }

        if (whole)
        {
            return full.Length < LeastPrefix ? [] : entries.Where(e => e.Title.StartsWith(full, StringComparison.Ordinal)).OrderBy(e => e.Title.Length);
        }

        return entries.Where(e => e.Title.Contains(full, StringComparison.Ordinal)).OrderBy(e => e.Title.StartsWith(full, StringComparison.Ordinal) ? 0 : 1).ThenBy(e => e.Title.Length);
    }

    private List<(int, float)> Openings(IEnumerable<Entry> found, Func<SearchRecord, bool> allowed) =>
        found.SelectMany(e => Enumerable.Range(e.First, Math.Min(MostOfOneText, e.Last - e.First + 1))).Where(at => allowed(records[at])).Select(at => (at, 50f)).ToList();

    private static string BareOf(string title) => Layout().Replace(title, "").Replace("中华人民共和国", "", StringComparison.Ordinal);

    private sealed record Entry(string Title, string Number, string Initials, int First, int Last);

    [GeneratedRegex(@"[\s《》〈〉<>（）()“”"",，·]")]
    private static partial Regex Layout();

    [GeneratedRegex("^[a-z]{2,}$")]
    private static partial Regex Latin();

    [GeneratedRegex(@"(〔|令第?|第|号).*号$")]
    private static partial Regex DocumentNumber();
}
