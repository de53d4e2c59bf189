using System.Runtime.CompilerServices;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Texts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Stored;

/// <summary>Reads the library: texts with their versions, where each stands on a day, and the provisions in force.</summary>
internal sealed class Shelf(GuijuDb db, LawSources sources)
{
    /// <summary>Every text with its versions, in order of rank and title.</summary>
    public async Task<IReadOnlyList<ShelfText>> AllAsync(CancellationToken ct) => await ReadAsync(db.Set<StoredText>().AsNoTracking(), ct);

    /// <summary>The text of a work, or null.</summary>
    public async Task<ShelfText?> FindAsync(string work, CancellationToken ct) => (await ReadAsync(db.Set<StoredText>().AsNoTracking().Where(t => t.Work == work), ct)).SingleOrDefault();

    /// <summary>The text of an id, or null.</summary>
    public async Task<ShelfText?> FindAsync(Guid id, CancellationToken ct) => (await ReadAsync(db.Set<StoredText>().AsNoTracking().Where(t => t.Id == id), ct)).SingleOrDefault();

    /// <summary>The full wording of a version.</summary>
    public async Task<LegalText> WordingAsync(Guid versionId, CancellationToken ct) =>
        (await db.Set<StoredWording>().AsNoTracking().SingleAsync(w => w.VersionId == versionId, ct)).Read();

    /// <summary>Changes whenever anything that the shelf shows changes; what is built from the shelf is rebuilt then.</summary>
    public async Task<string> StampAsync(CancellationToken ct)
    {
        var versions = await db.Set<StoredVersion>().CountAsync(ct);
        var last = await db.Set<StoredVersion>().Select(v => (DateTime?)v.StoredAt).MaxAsync(ct);
        var changes = await db.Set<TextChange>().CountAsync(ct);
        var kept = await db.Set<StoredText>().SumAsync(t => t.Revision, ct);
        return $"{versions}/{last?.Ticks}/{changes}/{kept}";
    }

    /// <summary>Every provision in force on a day, text by text, in printed order. With <paramref name="others"/> those of all other versions too.</summary>
    public async IAsyncEnumerable<ShelfProvision> ProvisionsAsync(DateOnly on, bool others, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var text in await AllAsync(ct))
        {
            var wanted = text.Versions.Where(v => others || text.Standing(v, on) == TextStanding.InForce).ToList();
            foreach (var version in wanted)
            {
                var standing = text.Standing(version, on);
                await foreach (var row in db.Set<StoredProvision>().AsNoTracking().Where(p => p.VersionId == version.Id).OrderBy(p => p.Place)
                    .Select(p => new { p.Id, p.Address, p.Label, p.Under, p.Words }).AsAsyncEnumerable().WithCancellation(ct))
                {
                    yield return new ShelfProvision(row.Id, text, version, standing, row.Address, row.Label, row.Under, row.Words);
                }
            }
        }
    }

    private async Task<IReadOnlyList<ShelfText>> ReadAsync(IQueryable<StoredText> texts, CancellationToken ct)
    {
        var ids = texts.Select(t => t.Id);
        var heads = await texts.OrderBy(t => t.Bare).ToListAsync(ct);
        var versions = (await db.Set<StoredVersion>().AsNoTracking().Where(v => ids.Contains(v.TextId)).ToListAsync(ct)).ToLookup(v => v.TextId);
        var ends = (await db.Set<TextChange>().AsNoTracking().Where(c => c.Kind == ChangeKind.Repealed && c.Provisions == "" && ids.Contains(c.TextId))
            .Select(c => new { c.TextId, c.EffectOn }).ToListAsync(ct)).ToLookup(c => c.TextId, c => c.EffectOn);
        return [.. heads.OrderBy(t => t.Rank).Select(t => Of(t, [.. versions[t.Id].OrderBy(v => v.From).ThenBy(v => v.Date)], ends[t.Id].Select(d => (DateOnly?)d).Min()))];
    }

    // A repeal entered here counts; where none is, the end that law/sources gives the text.
    private ShelfText Of(StoredText text, IReadOnlyList<StoredVersion> versions, DateOnly? entered)
    {
        var known = entered is null && sources.Find(text.Work)?.Versions is { Count: > 0 } told && told.All(v => v.To is not null) ? told.MaxBy(v => v.To) : null;
        return new ShelfText(text, versions, entered ?? known?.To?.AddDays(1)) { EndKnownBy = known?.Evidence };
    }
}

/// <summary>A text of the library with its versions in order, and the day of its repeal where there is one.</summary>
internal sealed record ShelfText(StoredText Text, IReadOnlyList<StoredVersion> Versions, DateOnly? RepealedFrom)
{
    /// <summary>How well the end is known where it stands in <c>law/sources</c> and no repeal has been entered; else null.</summary>
    public Evidence? EndKnownBy { get; init; }

    /// <summary>The version in force on a day, or null.</summary>
    public StoredVersion? On(DateOnly day) => Versions.LastOrDefault(v => Standing(v, day) == TextStanding.InForce);

    /// <summary>The version to show on a day: the one in force, else the last before, else the first.</summary>
    public StoredVersion? Nearest(DateOnly day) => On(day) ?? Versions.LastOrDefault(v => v.From <= day) ?? (Versions.Count > 0 ? Versions[0] : null);

    /// <summary>Where a version stands on a day.</summary>
    public TextStanding Standing(StoredVersion version, DateOnly day)
    {
        var later = Versions.SkipWhile(v => v.Id != version.Id).Skip(1).Any(v => v.From <= day);
        return version.From > day ? TextStanding.NotYetInForce
            : later ? TextStanding.Amended
            : RepealedFrom <= day ? TextStanding.Repealed
            : Text.ValidTo < day ? TextStanding.Expired
            : TextStanding.InForce;
    }

    /// <summary>Where the text as a whole stands on a day: as its newest version that has begun.</summary>
    public TextStanding Standing(DateOnly day) => Versions.LastOrDefault(v => v.From <= day) is { } begun ? Standing(begun, day) : TextStanding.NotYetInForce;

    /// <summary>Last day of a version; null while it holds.</summary>
    public DateOnly? To(StoredVersion version)
    {
        var next = Versions.SkipWhile(v => v.Id != version.Id).Skip(1).Select(v => (DateOnly?)v.From.AddDays(-1)).FirstOrDefault();
        return new[] { next, RepealedFrom?.AddDays(-1), Text.ValidTo }.Min();
    }
}

/// <summary>A provision with the text and version it stands in.</summary>
internal sealed record ShelfProvision(Guid Id, ShelfText Text, StoredVersion Version, TextStanding Standing, string Address, string Label, string Under, string Words)
{
    /// <summary>Permanent address: <c>cn/state-council/2012/621~art_25</c>.</summary>
    public string FullAddress => $"{Text.Text.Work}~{Address}";
}
