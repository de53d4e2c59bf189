using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Sandbox;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Decisions.Drafts;

/// <summary>What pages ask of drafts.</summary>
internal sealed class DraftList(GuijuDb db, DraftBook book)
{
    private const int Most = 200;

    /// <summary>All drafts, latest first.</summary>
    public Task<List<RuleDraft>> AllAsync(CancellationToken ct) => db.Set<RuleDraft>().AsNoTracking().OrderByDescending(d => d.Number).Take(Most).ToListAsync(ct);

    /// <summary>Those in the writing that change something.</summary>
    public Task<List<RuleDraft>> OpenAsync(CancellationToken ct) =>
        db.Set<RuleDraft>().AsNoTracking().Where(d => d.State == DraftState.Drafting && d.Withdraws == null).OrderByDescending(d => d.Number).Take(Most).ToListAsync(ct);

    /// <summary>Published amendments, latest first.</summary>
    public Task<List<PublishedAmendment>> PublishedAsync(CancellationToken ct) => db.Set<PublishedAmendment>().AsNoTracking().OrderByDescending(a => a.Number).Take(Most).ToListAsync(ct);

    /// <summary>One draft with its versions, its runs and its review.</summary>
    public async Task<DraftSheet?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<RuleDraft>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct) is not { } draft)
        {
            return null;
        }

        var versions = await db.Set<DraftVersion>().AsNoTracking().Where(v => v.DraftId == id).OrderByDescending(v => v.Number).ToListAsync(ct);
        var runs = await db.Set<SandboxRun>().AsNoTracking().Where(r => r.DraftId == id).OrderByDescending(r => r.AskedAt).Take(20)
            .Select(r => new RunLine(r.Id, r.DraftVersion, r.Population, r.On, r.State, r.AskedBy, r.AskedAt, r.Done, r.Total)).ToListAsync(ct);
        return new DraftSheet(draft, versions, runs, draft.State is DraftState.Drafting or DraftState.Submitted ? await book.ReviewAsync(draft, ct) : null, await book.StillFitsAsync(draft, ct));
    }
}

/// <summary>A draft as its page shows it.</summary>
public sealed record DraftSheet(RuleDraft Draft, IReadOnlyList<DraftVersion> Versions, IReadOnlyList<RunLine> Runs, DraftReview? Review, bool StillFits)
{
    /// <summary>The files of the latest version.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } = Versions is [var latest, ..] ? latest.Files() : new Dictionary<string, string>();
}

/// <summary>One run in a list.</summary>
public sealed record RunLine(Guid Id, int Version, string Population, DateOnly On, SandboxState State, string AskedBy, DateTime AskedAt, int Done, int Total);
