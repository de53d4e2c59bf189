using System.ComponentModel.DataAnnotations;
using Guiju.Clocks;
using Guiju.Decisions.Contracts;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Months;

/// <summary>The accounts of a unit's cars for a closed month are shown inside the unit for the workdays that the rules set.</summary>
[Needs(FleetPermissions.Settle), Display(Name = "单位内部公示")]
public sealed record PostNotice : IAct<Guid>
{
    /// <summary>Workdays for which the accounts are shown.</summary>
    public const string Days = "fleet.notice.days";

    [Display(Name = "单位"), Required] public Guid? UnitId { get; init; }

    [Display(Name = "月份"), Required] public DateOnly? Month { get; init; }

    internal sealed class Handler(GuijuDb db, NoticeHand hand, MonthBoard board, IFigures figures, WorkCalendar calendar, Journal journal) : IHandler<PostNotice, Guid>
    {
        public async Task<Guid> HandleAsync(PostNotice act, CancellationToken ct)
        {
            var (unit, month) = (act.UnitId.GetValueOrDefault(), CarMonths.FirstOf(act.Month.GetValueOrDefault()));
            hand.Reach(unit);
            Check.That(!await db.Set<MonthNotice>().AnyAsync(n => n.UnitId == unit && n.Month == month, ct), NoticeChecks.NotPostedYet);
            var part = await board.AskAsync(month, false, unit, false, ct);
            Check.That(part.Rows.All(r => r.Closed), NoticeChecks.AllClosed);
            Check.That(figures.On(Days, hand.Today)?.Value is decimal, NoticeChecks.DaysAreKnown);
            var days = (int)(decimal)figures.On(Days, hand.Today)!.Value; // the check has thrown otherwise
            var secret = await db.Set<Vehicle>().Where(v => v.UnitId == unit && v.SecrecyExempt).Select(v => v.Id).ToListAsync(ct); // shown to the whole unit, whoever posts it
            var notice = MonthNotice.Post((unit, month), part.Rows.Where(r => !secret.Contains(r.Id)).Select(r => new NoticeLine(r.Id, r.PlateNo, r.Sum)).ToList(), (hand.Today, calendar.AddWorkdays(hand.Today, days)), hand.Now);
            db.Add(notice);
            journal.Concerns(FleetKinds.MonthNotice, notice.Id, unit);
            return notice.Id;
        }
    }
}

/// <summary>Somebody of the unit objects to an account while it is shown.</summary>
[Needs(FleetPermissions.Request), Display(Name = "对公示提出异议")]
public sealed record ObjectToNotice : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "异议内容"), Required, StringLength(400, MinimumLength = 2)] public string Text { get; init; } = "";

    internal sealed class Handler(NoticeHand hand, Journal journal) : IHandler<ObjectToNotice, Guid>
    {
        public async Task<Guid> HandleAsync(ObjectToNotice act, CancellationToken ct)
        {
            var notice = await hand.SeenAsync(act.Id, ct);
            notice.Object(act.Text, hand.Now, hand.Today);
            journal.Concerns(FleetKinds.MonthNotice, notice.Id, notice.UnitId);
            return notice.Id;
        }
    }
}

/// <summary>An objection to a notice is answered.</summary>
[Needs(FleetPermissions.Settle), Display(Name = "答复公示异议")]
public sealed record AnswerObjection : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "异议序号"), Required, Range(1, 1000)] public int? Number { get; init; }

    [Display(Name = "答复"), Required, StringLength(400, MinimumLength = 2)] public string Answer { get; init; } = "";

    internal sealed class Handler(NoticeHand hand, Journal journal) : IHandler<AnswerObjection, Guid>
    {
        public async Task<Guid> HandleAsync(AnswerObjection act, CancellationToken ct)
        {
            var notice = await hand.SeenAsync(act.Id, ct);
            hand.Reach(notice.UnitId);
            notice.Answer(act.Number.GetValueOrDefault(), act.Answer, hand.Now);
            journal.Concerns(FleetKinds.MonthNotice, notice.Id, notice.UnitId);
            return notice.Id;
        }
    }
}

/// <summary>Who acts on a notice, and what of it he may see: those of the unit, and whoever reads its cars.</summary>
internal sealed class NoticeHand(GuijuDb db, ActorHolder asker, Bodies bodies, TimeProvider clock)
{
    /// <summary>Today in the bureau.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>Who, when.</summary>
    public (string By, DateTime At) Now => (asker.Current.Name, clock.UtcNow());

    /// <summary>Whether accounts of the unit are the asker's to keep.</summary>
    public bool Keeps(Guid unit) => asker.Current.For(FleetPermissions.Settle).Covers(unit);

    /// <summary>Refuses a unit beyond the asker's reach.</summary>
    public void Reach(Guid unit)
    {
        if (!Keeps(unit))
        {
            throw new NotWithinReachException("unit");
        }
    }

    /// <summary>The notice, tracked.</summary>
    public async Task<MonthNotice> SeenAsync(Guid? id, CancellationToken ct) =>
        await (await VisibleAsync(ct)).FirstOrDefaultAsync(n => n.Id == id, ct) ?? throw new NotWithinReachException("notice");

    /// <summary>The notices that the asker may see.</summary>
    public async Task<IQueryable<MonthNotice>> VisibleAsync(CancellationToken ct)
    {
        var own = asker.Current.UnitId is { } home ? (await bodies.TreeAsync(ct)).BodyOf(home)?.Id : null;
        var within = db.Set<MonthNotice>().Within(asker.Current, FleetPermissions.Read, n => n.UnitId).Select(n => n.Id);
        return db.Set<MonthNotice>().Where(n => n.UnitId == own || within.Contains(n.Id));
    }
}
