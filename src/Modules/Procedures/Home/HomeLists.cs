using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Clocks;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Messages;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Home;

/// <summary>The four lists of a person's home: to do, done, started, copied; each filtered and paged in the query.</summary>
internal sealed class HomeLists(GuijuDb db, ActorHolder holder, ClockBook book, ProcedureShelf shelf, TimeProvider clock)
{
    private Actor Me => holder.Current;

    private Guid MyId => Me.PersonId ?? Guid.Empty;

    /// <summary>Procedures to filter by: those of the law and those that the bureau has published itself.</summary>
    public async Task<IReadOnlyList<(string Code, string Title)>> ProceduresAsync(CancellationToken ct)
    {
        var own = await db.Set<ProcedureVersion>().Where(v => v.State == VersionState.Published).OrderByDescending(v => v.Number).Select(v => new { v.Code, v.Title }).ToListAsync(ct);
        return [.. shelf.OfLaw().Select(l => (l.Code, l.Title.Here)).Concat(own.Select(v => (v.Code, v.Title))).DistinctBy(p => p.Code).OrderBy(p => p.Code, StringComparer.Ordinal)];
    }

    public async Task<HomeCounts> CountAsync(CancellationToken ct)
    {
        var (me, now) = (MyId, clock.GetUtcNow().UtcDateTime);
        var waiting = db.Set<WorkTask>().For(Me);
        return new HomeCounts(
            await waiting.CountAsync(ct),
            await waiting.CountAsync(t => t.Due < now, ct),
            await db.Set<WorkTask>().CountAsync(t => t.EndedById == me && t.State == TaskState.Answered, ct),
            await db.Set<Case>().CountAsync(c => c.StarterId == me, ct),
            await db.Set<Notice>().CountAsync(n => n.PersonId == me, ct),
            await db.Set<Notice>().CountAsync(n => n.PersonId == me && n.ReadAt == null, ct))
        {
            Clocks = await db.Set<RunningClock>().CountAsync(c => c.PersonId == me && c.State != ClockState.Stopped, ct),
            Messages = await db.Set<Message>().CountAsync(m => m.PersonId == me && m.ReadAt == null, ct),
        };
    }

    /// <summary>我的时限: the person's own statutory clocks, the most pressing first.</summary>
    public Task<HomePart> ClocksAsync(HomeFilter filter, CancellationToken ct) =>
        OwnLists.ClocksAsync(db, holder, book, filter, DateOnly.FromDateTime(clock.GetLocalNow().DateTime), ct);

    /// <summary>消息: notices to the person, unread first.</summary>
    public Task<HomePart> MessagesAsync(HomeFilter filter, CancellationToken ct) => OwnLists.MessagesAsync(db, holder, filter, ct);

    /// <summary>待办: what the person could take now, overdue first, then by due time, then the oldest.</summary>
    public async Task<HomePart> WaitingAsync(HomeFilter filter, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows =
            from t in db.Set<WorkTask>().For(Me)
            where !filter.Overdue || t.Due < now
            join c in Cases(filter) on t.CaseId equals c.Id
            join u in db.Set<Unit>() on c.UnitId equals u.Id into units
            from u in units.DefaultIfEmpty()
            orderby t.Due == null, t.Due, t.OpenedAt, t.Id
            select new HomeRow
            {
                Id = t.Id,
                Title = c.Title,
                EnglishTitle = c.EnglishTitle,
                Step = t.Title,
                EnglishStep = t.EnglishTitle,
                Procedure = c.Procedure,
                Address = t.Address ?? c.Address,
                Unit = u!.Name,
                EnglishUnit = u.EnglishName,
                Starter = c.Starter,
                At = t.OpenedAt,
                Due = t.Due,
                Overdue = t.Due < now,
                OnDuty = t.OnDuty,
                Open = true,
                Batch = t.Batch,
            };
        return await PartAsync(rows, filter, ct);
    }

    /// <summary>已办: what the person has answered, latest first.</summary>
    public async Task<HomePart> DoneAsync(HomeFilter filter, CancellationToken ct)
    {
        var me = MyId;
        var rows =
            from t in db.Set<WorkTask>()
            where t.EndedById == me && t.State == TaskState.Answered
            join c in Cases(filter) on t.CaseId equals c.Id
            join u in db.Set<Unit>() on c.UnitId equals u.Id into units
            from u in units.DefaultIfEmpty()
            orderby t.EndedAt descending, t.Id
            select new HomeRow
            {
                Id = t.Id,
                Title = c.Title,
                EnglishTitle = c.EnglishTitle,
                Step = t.Title,
                EnglishStep = t.EnglishTitle,
                Procedure = c.Procedure,
                Address = c.Address,
                Unit = u!.Name,
                EnglishUnit = u.EnglishName,
                Starter = c.Starter,
                At = t.EndedAt ?? t.OpenedAt,
                Result = t.Result,
                Opinion = t.Opinion,
                Open = c.State == CaseState.Open,
            };
        return await PartAsync(rows, filter, ct);
    }

    /// <summary>我发起的: matters that the person started, latest first, each with the step it waits at.</summary>
    public async Task<HomePart> StartedAsync(HomeFilter filter, CancellationToken ct)
    {
        var me = MyId;
        var rows =
            from c in Cases(filter)
            where c.StarterId == me
            join u in db.Set<Unit>() on c.UnitId equals u.Id into units
            from u in units.DefaultIfEmpty()
            let step = db.Set<WorkTask>().Where(t => t.CaseId == c.Id && t.State == TaskState.Open).OrderBy(t => t.OpenedAt).FirstOrDefault()
            orderby c.OpenedAt descending, c.Id
            select new HomeRow
            {
                Id = c.Id,
                Title = c.Title,
                EnglishTitle = c.EnglishTitle,
                Step = step!.Title ?? "",
                EnglishStep = step.EnglishTitle ?? "",
                Procedure = c.Procedure,
                Address = c.Address,
                Unit = u!.Name,
                EnglishUnit = u.EnglishName,
                Starter = c.Starter,
                At = c.OpenedAt,
                Due = step.Due,
                Result = c.Result,
                Open = c.State == CaseState.Open,
            };
        return await PartAsync(rows, filter, ct);
    }

    /// <summary>抄送我的: copies sent to the person, unread first.</summary>
    public async Task<HomePart> CopiedAsync(HomeFilter filter, CancellationToken ct)
    {
        var me = MyId;
        var rows =
            from n in db.Set<Notice>()
            where n.PersonId == me
            join c in Cases(filter) on n.CaseId equals c.Id
            join u in db.Set<Unit>() on c.UnitId equals u.Id into units
            from u in units.DefaultIfEmpty()
            orderby n.ReadAt != null, n.SentAt descending, n.Id
            select new HomeRow
            {
                Id = n.Id,
                Title = c.Title,
                EnglishTitle = c.EnglishTitle,
                Procedure = c.Procedure,
                Address = c.Address,
                Unit = u!.Name,
                EnglishUnit = u.EnglishName,
                Starter = n.SentBy,
                At = n.SentAt,
                Result = c.Result,
                Open = c.State == CaseState.Open,
                Unread = n.ReadAt == null,
            };
        return await PartAsync(rows, filter, ct);
    }

    private IQueryable<Case> Cases(HomeFilter filter)
    {
        var cases = db.Set<Case>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Procedure))
        {
            cases = cases.Where(c => c.Procedure == filter.Procedure);
        }

        return filter.Words?.Trim() is { Length: > 0 } words
            ? cases.Where(c => c.Title.Contains(words) || c.EnglishTitle.Contains(words) || c.Starter.Contains(words))
            : cases;
    }

    private static async Task<HomePart> PartAsync(IQueryable<HomeRow> rows, HomeFilter filter, CancellationToken ct)
    {
        var page = Math.Clamp(filter.Page, 1, HomeFilter.LastPage);
        return new HomePart(await rows.CountAsync(ct), page, await rows.Skip((page - 1) * HomeFilter.Size).Take(HomeFilter.Size).ToListAsync(ct));
    }
}
