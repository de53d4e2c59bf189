using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Verdicts;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Clocks;
using Guiju.Procedures.Letters;
using Guiju.Procedures.Papers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Work;

/// <summary>What lies in a case beside its steps: clocks, verdicts, documents, files, questions, related cases.</summary>
internal sealed class CasePapers(GuijuDb db, ActorHolder holder)
{
    private const int MostRelatable = 30;

    /// <summary>A verdict that was given in the case.</summary>
    public sealed record Judged(Guid Id, string ControlPoint, LawOutcome Outcome, DateTime At);

    /// <summary>Another case.</summary>
    public sealed record Other(Guid Id, Bilingual Title, bool Open);

    /// <summary>A document drawn up in the case.</summary>
    public sealed record Paper(Guid Id, string Title, string Number, bool Issued);

    /// <summary>All of it.</summary>
    public sealed record View(IReadOnlyList<RunningClock> Clocks, IReadOnlyList<Judged> Verdicts, IReadOnlyList<Paper> Letters, IReadOnlyList<Attachment> Files, IReadOnlyList<Consultation> Questions, IReadOnlyList<Other> Related)
    {
        /// <summary>Cases of the reader's that could be related to this one.</summary>
        public IReadOnlyList<Other> Relatable { get; init; } = [];
    }

    public async Task<View> OfAsync(Case matter, CancellationToken ct)
    {
        var (id, me) = (matter.Id, holder.Current.PersonId);
        var related = await db.Set<CaseRelation>().Where(r => r.FirstId == id || r.SecondId == id).Select(r => r.FirstId == id ? r.SecondId : r.FirstId).ToListAsync(ct);
        var mine = db.Set<Case>().AsNoTracking().Where(c => c.Id != id && !related.Contains(c.Id) && me != null && (c.StarterId == me || db.Set<WorkTask>().Any(t => t.CaseId == c.Id && t.EndedById == me)));
        return new View(
            await db.Set<RunningClock>().AsNoTracking().Where(c => c.SubjectId == matter.SubjectId).OrderBy(c => c.From).ToListAsync(ct),
            await db.Set<StoredVerdict>().AsNoTracking().Where(v => v.SubjectId == matter.SubjectId).OrderBy(v => v.At).Select(v => new Judged(v.Id, v.ControlPoint, v.Outcome, v.At)).ToListAsync(ct),
            await db.Set<Letter>().AsNoTracking().Where(l => l.CaseId == id).OrderBy(l => l.DraftedAt).Select(l => new Paper(l.Id, l.Title, l.Number, l.State == LetterState.Issued)).ToListAsync(ct),
            await db.Set<Attachment>().AsNoTracking().Where(a => a.CaseId == id).OrderBy(a => a.AddedAt).ToListAsync(ct),
            await db.Set<Consultation>().AsNoTracking().Where(c => c.CaseId == id).OrderBy(c => c.AskedAt).ToListAsync(ct),
            await db.Set<Case>().AsNoTracking().Where(c => related.Contains(c.Id)).OrderByDescending(c => c.OpenedAt).Select(c => new Other(c.Id, new Bilingual(c.Title, c.EnglishTitle), c.State == CaseState.Open)).ToListAsync(ct))
        {
            Relatable = await mine.OrderByDescending(c => c.OpenedAt).Take(MostRelatable).Select(c => new Other(c.Id, new Bilingual(c.Title, c.EnglishTitle), c.State == CaseState.Open)).ToListAsync(ct),
        };
    }
}
