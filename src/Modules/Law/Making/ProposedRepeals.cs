using Guiju.Kernel.Data;
using Guiju.Law.Citing;
using Guiju.Law.Stored;
using Guiju.Texts.Citing;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Making;

/// <summary>Repeals that stored texts declare (《…》同时废止) and that nobody has entered yet; a person confirms each.</summary>
internal sealed class ProposedRepeals(GuijuDb db, Shelf shelf)
{
    /// <summary>All of them, the latest first.</summary>
    public Task<IReadOnlyList<Proposal>> AskAsync(CancellationToken ct) => FindAsync(db.Set<StoredCitation>().AsNoTracking(), ct);

    /// <summary>That of one text, or null.</summary>
    public async Task<Proposal?> OfAsync(StoredText text, CancellationToken ct) =>
        (await FindAsync(db.Set<StoredCitation>().AsNoTracking().Where(c => c.ToBare == text.Bare), ct)).FirstOrDefault(p => p.Text.Text.Id == text.Id);

    // A repealing clause names a whole text, so that its version is among those that cite the title.
    private async Task<IReadOnlyList<Proposal>> FindAsync(IQueryable<StoredCitation> citations, CancellationToken ct)
    {
        var citing = citations.Where(c => c.ToAddress == "" && c.ToBare != "").Select(c => c.VersionId).Distinct();
        var rows = await db.Set<StoredProvision>().AsNoTracking().Where(p => citing.Contains(p.VersionId) && (p.Words.Contains("废止") || p.Words.Contains("失效")))
            .Select(p => new { p.TextId, p.VersionId, p.Address, p.Label, p.Words }).ToListAsync(ct);
        var told = rows.SelectMany(row => RepealClause.Read(row.Words).Select(clause => (row, clause))).ToList();
        if (told.Count == 0)
        {
            return [];
        }

        var texts = await shelf.AllAsync(ct);
        var byBare = texts.ToLookup(t => t.Text.Bare);
        var byId = texts.ToDictionary(t => t.Text.Id);
        var found = from one in told
                    let ending = byId[one.row.TextId]
                    let version = ending.Versions.Single(v => v.Id == one.row.VersionId)
                    from text in byBare[TextIdentity.BareOf(one.clause.Title)]
                    let day = one.clause.On ?? version.From
                    where text.Text.Id != ending.Text.Id && (text.RepealedFrom is null || text.EndKnownBy is not null) && text.Versions.Any(v => v.From < day)
                    orderby day descending
                    select new Proposal(text, ending, version, one.row.Address, one.row.Label, day);
        return [.. found.DistinctBy(p => (p.Text.Text.Id, p.By.Text.Id))];
    }

    /// <summary>A text, and the provision of another that ends it from a day on.</summary>
    internal sealed record Proposal(ShelfText Text, ShelfText By, StoredVersion Version, string Address, string Label, DateOnly On);
}
