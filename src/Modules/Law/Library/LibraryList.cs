using Guiju.Kernel;
using Guiju.Law.Stored;

namespace Guiju.Law.Library;

/// <summary>The list of the library: texts stored in full and texts known by their gists, one line each.</summary>
internal sealed class LibraryList(Shelf shelf, LawSources sources, TimeProvider clock)
{
    /// <summary>Lines whose title, number or issuer holds the words, of that rank.</summary>
    public async Task<IReadOnlyList<Row>> AskAsync(string? words, LawRank? rank, CancellationToken ct)
    {
        var today = clock.Today();
        var stored = await shelf.AllAsync(ct);
        var works = stored.Select(t => t.Text.Work).ToHashSet();
        var rows = stored.Select(t => new Row(
            t.Text.Work, new Bilingual(t.Text.Title, sources.Find(t.Text.Work)?.Title.En ?? t.Text.Title), t.Text.Number, t.Text.Rank, t.Text.Pack, EnumWords.Of(t.Standing(today)), KindOf(t.Standing(today)), t.Versions.Count, t.Nearest(today)?.Articles ?? 0, Full: true));
        var known = sources.All.Where(t => !works.Contains(t.Work)).Select(t =>
        {
            var (text, kind) = LawWords.Standing(t, today);
            return new Row(t.Work, t.Title, t.Number, TextIdentity.RankOf(t.Rank), t.Pack, text, kind, t.Versions.Count, t.Versions.SelectMany(v => v.Provisions).Select(p => p.Address).Distinct().Count(), Full: false);
        });
        var sought = words?.Trim() ?? "";
        return [.. rows.Concat(known)
            .Where(r => rank is null || r.Rank == rank)
            .Where(r => sought.Length == 0 || r.Title.Zh.Contains(sought, StringComparison.OrdinalIgnoreCase) || r.Title.En.Contains(sought, StringComparison.OrdinalIgnoreCase) || (r.Number ?? "").Contains(sought, StringComparison.OrdinalIgnoreCase))
            .OrderBy(r => r.Rank).ThenBy(r => r.Title.Zh, StringComparer.Ordinal)];
    }

    /// <summary>How a standing is marked.</summary>
    public static string KindOf(TextStanding standing) => standing switch { TextStanding.InForce => "allowed", TextStanding.NotYetInForce => "inform", _ => "plain" };

    /// <summary>One text.</summary>
    internal sealed record Row(string Work, Bilingual Title, string? Number, LawRank Rank, string Pack, string Standing, string Kind, int Versions, int Provisions, bool Full);
}
