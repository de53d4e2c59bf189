using Guiju.Decisions.Drafts;
using Guiju.Decisions.Facts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Decisions.Sandbox;

/// <summary>What pages ask of sandbox runs.</summary>
internal sealed class RunBoard(GuijuDb db, LawShelf shelf, DraftBook drafts, UnitTrees trees, IOptions<DecisionSettings> settings)
{
    /// <summary>A run; null where there is none.</summary>
    public Task<SandboxRun?> FindAsync(Guid id, CancellationToken ct) => db.Set<SandboxRun>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct);

    /// <summary>Other finished runs over the same population, to be laid beside it.</summary>
    public Task<List<SandboxRun>> OthersAsync(SandboxRun run, CancellationToken ct) => db.Set<SandboxRun>().AsNoTracking()
        .Where(r => r.Id != run.Id && r.Population == run.Population && r.State == SandboxState.Done).OrderByDescending(r => r.AskedAt).Take(30)
        .Select(r => new SandboxRun { Id = r.Id, DraftId = r.DraftId, DraftVersion = r.DraftVersion, Title = r.Title, Population = r.Population, On = r.On, Lawbook = r.Lawbook, AskedBy = r.AskedBy, AskedAt = r.AskedAt, State = r.State }).ToListAsync(ct);

    /// <summary>Names of units on the day of a run.</summary>
    public async Task<Func<Guid?, string>> UnitsAsync(DateOnly on, CancellationToken ct)
    {
        var tree = await trees.AsOfAsync(on, ct);
        return id => id is { } known && tree.Find(known) is { } unit ? Language.IsEnglish && unit.EnglishName.Length > 0 ? unit.EnglishName : unit.Name : "";
    }

    /// <summary>What the rule in force and the draft say of one record, each with its why: the same call that judges the work.</summary>
    public async Task<(Verdict InForce, Verdict Draft)?> WhyAsync(SandboxRun run, SandboxDifference difference, CancellationToken ct)
    {
        var draft = await db.Set<RuleDraft>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == run.DraftId, ct);
        var inForce = await shelf.FindAsync(db, run.Lawbook, ct);
        if (draft is null || inForce is null || !inForce.ControlPoints.TryGetValue(difference.ControlPoint, out var point))
        {
            return null;
        }

        var files = await drafts.VersionAsync(run.DraftId, run.DraftVersion, ct) is { } version ? version.Files() : new Dictionary<string, string>();
        var amendment = draft.Withdraws is null ? new LawAmendment(9999, run.On, new Bilingual(draft.Title, draft.Title), null, files) : await drafts.AmendmentAsync(draft, 9999, run.On, ct);
        var tried = Lawbook.Load(amendment.AddTo(inForce.Files), inForce);
        var alone = point with { Decisions = [difference.Decision] };
        var facts = FactReader.Read(point, difference.Facts);
        return (Judge.Give(inForce, alone, run.On, facts, settings.Value), Judge.Give(tried, alone, run.On, facts, settings.Value));
    }
}

/// <summary>What a reader looks for among the differences.</summary>
internal sealed record DifferenceFilter(SandboxChange? Change, Guid? Unit, string? Class, string? Kind, string? Rule)
{
    /// <summary>Those that fit.</summary>
    public IEnumerable<SandboxDifference> Among(IEnumerable<SandboxDifference> all) => all.Where(d =>
        (Change is null || d.Change == Change) && (Unit is null || d.UnitId == Unit) && (string.IsNullOrEmpty(Class) || d.Class?.Zh == Class)
        && (string.IsNullOrEmpty(Kind) || d.Kind?.Zh == Kind) && (string.IsNullOrEmpty(Rule) || d.Decision == Rule));
}
