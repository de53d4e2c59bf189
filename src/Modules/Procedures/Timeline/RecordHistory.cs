using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Verdicts;
using Guiju.Procedures.Cases;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Timeline;

/// <summary>
/// Everything that happened to one record, oldest first: acts with their verdicts, answered steps with their opinions, copies sent, and
/// what it waits for now. Whoever shows it has seen to it that the record is within the reader's reach.
/// </summary>
internal sealed class RecordHistory(GuijuDb db, ActTitles titles, Holders holders, TimeProvider clock)
{
    private const int MostEntries = 500;
    private const int MostNames = 3;

    // An act and the tasks it answers are stamped within one save.
    private static readonly TimeSpan OneSave = TimeSpan.FromSeconds(5);

    public Task<IReadOnlyList<TimelineItem>> OfAsync(string kind, Guid id, CancellationToken ct) => OfAsync(kind, id, [], ct);

    /// <summary>The same without acts of the names in <paramref name="except"/>, for a record whose page tells those elsewhere.</summary>
    public async Task<IReadOnlyList<TimelineItem>> OfAsync(string kind, Guid id, IReadOnlyCollection<string> except, CancellationToken ct)
    {
        var entries = await EntriesAsync(kind, id, except, ct);
        var ids = entries.Select(e => e.Id).ToList();
        var verdicts = (await db.Set<StoredVerdict>().AsNoTracking().Where(v => ids.Contains(v.EntryId))
            .Select(v => new { v.EntryId, Mark = new VerdictMark(v.Id, v.ControlPoint, v.Outcome, v.On) }).ToListAsync(ct)).ToLookup(v => v.EntryId, v => v.Mark);
        var tasks = await (
            from c in db.Set<Case>().AsNoTracking()
            where c.SubjectId == id && c.SubjectKind == kind
            join t in db.Set<WorkTask>() on c.Id equals t.CaseId
            where t.State != TaskState.Withdrawn
            orderby t.OpenedAt, t.Id
            select t).ToListAsync(ct);
        var open = new List<TimelineItem>();
        foreach (var task in tasks.Where(t => t.State == TaskState.Open))
        {
            open.Add(await WaitingAsync(task, ct));
        }

        var answered = tasks.Where(t => t.State == TaskState.Answered).ToList();
        var acts = entries.Select(e => new TimelineItem
        {
            At = e.At,
            Title = titles.Of(e.Act),
            Person = e.PersonName,
            EntryId = e.Id,
            Sealed = e.Block is not null,
            Verdicts = verdicts[e.Id].ToList(),
            Answers = Take(answered, t => (e.At - t.EndedAt)?.Duration() < OneSave && t.EndedById == e.PersonId),
        }).ToList();
        var alone = answered.Select(t => new TimelineItem { At = t.EndedAt ?? t.OpenedAt, Title = new(t.Title, t.EnglishTitle), Person = t.EndedBy, Answers = [AnswerOf(t)] });
        var copies = await (
            from c in db.Set<Case>().AsNoTracking()
            where c.SubjectId == id && c.SubjectKind == kind
            join n in db.Set<Notice>() on c.Id equals n.CaseId
            join p in db.Set<Kernel.People.Person>() on n.PersonId equals p.Id
            select new TimelineItem { At = n.SentAt, Title = new("抄送", "Copy sent"), Person = n.SentBy, CopiedTo = p.Name, ReadAt = n.ReadAt }).ToListAsync(ct);
        return [.. acts.Concat(alone).Concat(copies).OrderBy(i => i.At), .. open];
    }

    private Task<List<LedgerEntry>> EntriesAsync(string kind, Guid id, IReadOnlyCollection<string> except, CancellationToken ct) => (
        from s in db.Set<LedgerSubject>().AsNoTracking()
        where s.SubjectId == id && s.Kind == kind
        join e in db.Set<LedgerEntry>() on s.EntryId equals e.Id
        where !except.Contains(e.Act)
        orderby e.Seq
        select e).Take(MostEntries).ToListAsync(ct);

    private async Task<TimelineItem> WaitingAsync(WorkTask task, CancellationToken ct)
    {
        var names = task.PersonId is { } person
            ? await db.Set<Kernel.People.Person>().Where(p => p.Id == person).Select(p => p.Name).ToListAsync(ct)
            : (await holders.OfAsync(task.OnDuty ? ProceduresPermissions.Duty : task.Permission ?? "", task.UnitId, ct)).Where(h => h.Id != task.BarredId).Select(h => h.Name).ToList();
        return new TimelineItem
        {
            At = task.OpenedAt,
            Title = new(task.Title, task.EnglishTitle),
            Person = string.Join('、', names.Take(MostNames)) + (names.Count > MostNames ? "…" : ""),
            Waiting = true,
            OnDuty = task.OnDuty,
            Due = task.Due,
            Overdue = task.Due < clock.GetUtcNow().UtcDateTime,
        };
    }

    private static List<TimelineAnswer> Take(List<WorkTask> answered, Predicate<WorkTask> mine)
    {
        var taken = answered.FindAll(mine);
        answered.RemoveAll(mine);
        return taken.ConvertAll(AnswerOf);
    }

    private static TimelineAnswer AnswerOf(WorkTask task) => new(new(task.Title, task.EnglishTitle), ResultWords.Of(task.Result), task.Opinion);
}

/// <summary>A step that was answered.</summary>
internal sealed record TimelineAnswer(Bilingual Step, Bilingual Result, string Opinion);

/// <summary>One point of a record's history, or what it waits for now.</summary>
internal sealed record TimelineItem
{
    public DateTime At { get; init; }

    public required Bilingual Title { get; init; }

    /// <summary>Who did it; for what is waiting, who could.</summary>
    public required string Person { get; init; }

    /// <summary>Ledger entry; null where it is a step or copy of its own.</summary>
    public Guid? EntryId { get; init; }

    public bool Sealed { get; init; }

    public IReadOnlyList<VerdictMark> Verdicts { get; init; } = [];

    public IReadOnlyList<TimelineAnswer> Answers { get; init; } = [];

    public bool Waiting { get; init; }

    public bool OnDuty { get; init; }

    public DateTime? Due { get; init; }

    public bool Overdue { get; init; }

    public string? CopiedTo { get; init; }

    public DateTime? ReadAt { get; init; }
}
