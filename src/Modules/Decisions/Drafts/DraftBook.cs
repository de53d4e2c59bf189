using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Scenarios;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Decisions.Drafts;

/// <summary>Drafts as acts and pages find them: their files, their authors, the lawbook they would make, their review.</summary>
internal sealed class DraftBook(GuijuDb db, LawShelf shelf, ActorHolder holder, TimeProvider clock, IOptions<DecisionSettings> settings)
{
    /// <summary>The lawbook in force.</summary>
    public Lawbook InForce => shelf.Current;

    /// <summary>Whose hand acts now.</summary>
    public DraftHand Hand => new(holder.Current.PersonId, holder.Current.Name, clock.GetUtcNow().UtcDateTime, Today);

    /// <summary>Today in the bureau.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>A draft to be changed.</summary>
    public async Task<RuleDraft> OpenAsync(Guid? id, CancellationToken ct) => await db.Set<RuleDraft>().FirstOrDefaultAsync(d => d.Id == id, ct) ?? throw new NotWithinReachException("draft");

    /// <summary>The files of a draft's latest version; none while nothing was written.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FilesAsync(RuleDraft draft, CancellationToken ct) => await VersionAsync(draft.Id, draft.Latest, ct) is { } version ? version.Files() : new Dictionary<string, string>();

    /// <summary>One version.</summary>
    public Task<DraftVersion?> VersionAsync(Guid draft, int number, CancellationToken ct) => db.Set<DraftVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.DraftId == draft && v.Number == number, ct);

    /// <summary>Everybody who wrote a version.</summary>
    public async Task<IReadOnlyList<(Guid? Id, string Name)>> AuthorsAsync(Guid draft, CancellationToken ct) =>
        (await db.Set<DraftVersion>().AsNoTracking().Where(v => v.DraftId == draft).OrderBy(v => v.Number).Select(v => new { v.AuthorId, v.AuthorName }).ToListAsync(ct))
        .Select(a => (a.AuthorId, a.AuthorName)).Distinct().ToList();

    /// <summary>The lawbook that the draft would make, were it in force from a day on.</summary>
    public Lawbook Overlay(IReadOnlyDictionary<string, string> files, DateOnly from) => DraftFolder.Overlay(InForce, files, from);

    /// <summary>What the draft comes to as an amendment: the lawbook without what it withdraws, or with what it says.</summary>
    public async Task<LawAmendment> AmendmentAsync(RuleDraft draft, int number, DateOnly from, CancellationToken ct) =>
        new(number, from, new Bilingual(draft.Title, draft.EnglishTitle.Length > 0 ? draft.EnglishTitle : draft.Title), draft.Withdraws,
            draft.Withdraws is null ? (await FilesAsync(draft, ct)).Where(f => !f.Key.EndsWith(".scenarios.yaml", StringComparison.Ordinal)).ToDictionary() : new Dictionary<string, string>());

    /// <summary>The lawbook in which a draft is tried: its files, or the withdrawal, in force on the day.</summary>
    public async Task<Lawbook> TriedAsync(RuleDraft draft, IReadOnlyDictionary<string, string> files, DateOnly on, CancellationToken ct)
    {
        var amendment = draft.Withdraws is null ? new LawAmendment(9999, on, new Bilingual(draft.Title, draft.Title), null, files) : await AmendmentAsync(draft, 9999, on, ct);
        return Lawbook.Load(amendment.AddTo(InForce.Files), InForce);
    }

    /// <summary>The review of the latest version.</summary>
    public async Task<DraftReview> ReviewAsync(RuleDraft draft, CancellationToken ct)
    {
        var files = await FilesAsync(draft, ct);
        var kept = await db.Set<KeptScenario>().AsNoTracking().Where(s => !s.Dropped).ToListAsync(ct);
        return DraftReview.Of(InForce, files, kept.ConvertAll(k => k.Read()), settings.Value);
    }

    /// <summary>Whether the models that the draft replaces read now as they did when its version was written.</summary>
    public async Task<bool> StillFitsAsync(RuleDraft draft, CancellationToken ct)
    {
        if (await VersionAsync(draft.Id, draft.Latest, ct) is not { } version || version.Lawbook == InForce.Version)
        {
            return true;
        }

        var then = await shelf.FindAsync(db, version.Lawbook, ct);
        return then is not null && version.Files().Keys.Where(f => f.EndsWith(".dmn", StringComparison.Ordinal)).All(f => then.ModelAt(f, DateOnly.MaxValue) == InForce.ModelAt(f, DateOnly.MaxValue));
    }
}
