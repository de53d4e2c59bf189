using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Clocks;

/// <summary>The clocks that a person may move, and today.</summary>
internal sealed class ClockDesk(GuijuDb db, ActorHolder holder, ClockBook book, Journal journal, TimeProvider time)
{
    public DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    public ClockBook Book => book;

    /// <summary>The clock with its pauses, if it is the person's own or within reach.</summary>
    public async Task<(RunningClock Clock, List<ClockPause> Pauses)> FindAsync(Guid id, CancellationToken ct)
    {
        var clock = await db.Set<RunningClock>().Within(holder.Current, ProceduresPermissions.KeepClocks, c => c.UnitId, c => c.PersonId).FirstOrDefaultAsync(c => c.Id == id, ct)
            ?? throw new NotWithinReachException("clock");
        journal.Concerns(ProceduresKinds.Clock, clock.Id, clock.UnitId);
        journal.Concerns(clock.SubjectKind, clock.SubjectId);
        return (clock, await db.Set<ClockPause>().Where(p => p.ClockId == id).ToListAsync(ct));
    }

    /// <summary>Starts a clock on a record; saved with the running act.</summary>
    public RunningClock Start(ClockKind kind, DateOnly from, string title, (string Kind, Guid Id, string Address)? subject)
    {
        Check.That(from <= Today, ClockChecks.NotInFuture, nameof(StartClock.From));
        var me = holder.Current;
        var id = Guid.CreateVersion7();
        var clock = new RunningClock
        {
            Id = id,
            Kind = kind.Code,
            Title = title.Trim(),
            SubjectKind = subject?.Kind ?? ProceduresKinds.Clock,
            SubjectId = subject?.Id ?? id,
            Address = subject?.Address ?? "",
            UnitId = me.UnitId ?? throw new NotWithinReachException("unit"),
            PersonId = me.PersonId,
            Person = me.Name,
            From = from,
            Amount = kind.Amount,
            Unit = kind.Unit,
        };
        clock.Compute(book, [], Today);
        db.Add(clock);
        journal.Concerns(ProceduresKinds.Clock, clock.Id, clock.UnitId);
        return clock;
    }
}

/// <summary>A person starts a statutory clock for a matter.</summary>
[Needs(ProceduresPermissions.KeepClocks), Display(Name = "启动期限")]
public sealed record StartClock : IAct<Guid>
{
    /// <summary>Kind of the catalogue.</summary>
    [Required, StringLength(60), Display(Name = "期限种类")]
    public string Kind { get; init; } = "";

    /// <summary>What the matter is.</summary>
    [Required, StringLength(200, MinimumLength = 2), Display(Name = "事项名称")]
    public string Title { get; init; } = "";

    /// <summary>Day of the event that starts it.</summary>
    [Required, Display(Name = "起算日")]
    public DateOnly? From { get; init; }

    internal sealed class Handler(ClockDesk desk) : IHandler<StartClock, Guid>
    {
        public Task<Guid> HandleAsync(StartClock act, CancellationToken ct)
        {
            var kind = desk.Book.Find(act.Kind);
            Check.That(kind is not null, ClockChecks.KnownKind, nameof(Kind));
            return Task.FromResult(desk.Start(kind!, act.From.GetValueOrDefault(), act.Title, null).Id); // the check has thrown otherwise
        }
    }
}

/// <summary>A clock stands still while others are asked or papers are corrected (中止).</summary>
[Needs(ProceduresPermissions.KeepClocks), Display(Name = "中止期限")]
public sealed record SuspendClock : IAct<Guid>
{
    /// <summary>The clock.</summary>
    [Display(Name = "期限")]
    public Guid ClockId { get; init; }

    /// <summary>What suspends it.</summary>
    [Required, StringLength(60), Display(Name = "中止情形")]
    public string Kind { get; init; } = "";

    /// <summary>Day on which it was sent; that day still counts.</summary>
    [Required, Display(Name = "发出日")]
    public DateOnly? Sent { get; init; }

    /// <summary>Whom, or what.</summary>
    [Required, StringLength(200, MinimumLength = 1), Display(Name = "说明")]
    public string Note { get; init; } = "";

    internal sealed class Handler(GuijuDb db, ClockDesk desk) : IHandler<SuspendClock, Guid>
    {
        public async Task<Guid> HandleAsync(SuspendClock act, CancellationToken ct)
        {
            var (clock, pauses) = await desk.FindAsync(act.ClockId, ct);
            var sent = act.Sent.GetValueOrDefault();
            Check.That(desk.Book.Find(clock.Kind)?.Pauses.Any(p => p.Code == act.Kind) == true, ClockChecks.MayPause, nameof(Kind));
            Check.That(sent <= desk.Today, ClockChecks.NotInFuture, nameof(Sent));
            Check.That(sent >= clock.From && sent <= clock.Rolled, ClockChecks.SentWithin, nameof(Sent));
            clock.Suspend();
            var pause = new ClockPause { Id = Guid.CreateVersion7(), ClockId = clock.Id, Kind = act.Kind, Sent = sent, Note = act.Note.Trim() };
            db.Add(pause);
            clock.Compute(desk.Book, [.. pauses, pause], desk.Today);
            return clock.Id;
        }
    }
}

/// <summary>The answer came; the clock runs on from the next day (恢复).</summary>
[Needs(ProceduresPermissions.KeepClocks), Display(Name = "恢复期限")]
public sealed record ResumeClock : IAct<Guid>
{
    /// <summary>The clock.</summary>
    [Display(Name = "期限")]
    public Guid ClockId { get; init; }

    /// <summary>Day of the answer, the last that does not count.</summary>
    [Required, Display(Name = "答复日")]
    public DateOnly? On { get; init; }

    internal sealed class Handler(ClockDesk desk) : IHandler<ResumeClock, Guid>
    {
        public async Task<Guid> HandleAsync(ResumeClock act, CancellationToken ct)
        {
            var (clock, pauses) = await desk.FindAsync(act.ClockId, ct);
            Check.That(act.On <= desk.Today, ClockChecks.NotInFuture, nameof(On));
            clock.Resume();
            pauses.Single(p => p.Answered is null).End(act.On.GetValueOrDefault());
            clock.Compute(desk.Book, pauses, desk.Today);
            return clock.Id;
        }
    }
}

/// <summary>A clock is extended, once and before its end, with the reason (延长).</summary>
[Needs(ProceduresPermissions.ExtendClocks), Display(Name = "延长期限")]
public sealed record ExtendClock : IAct<Guid>
{
    /// <summary>The clock.</summary>
    [Display(Name = "期限")]
    public Guid ClockId { get; init; }

    /// <summary>By how much, in the clock's unit.</summary>
    [Required, Range(1, 1000), Display(Name = "延长")]
    public int? By { get; init; }

    /// <summary>Why; the person concerned is told.</summary>
    [Required, StringLength(200, MinimumLength = 2), Display(Name = "理由")]
    public string Reason { get; init; } = "";

    internal sealed class Handler(GuijuDb db, ActorHolder holder, ClockDesk desk, Journal journal) : IHandler<ExtendClock, Guid>
    {
        public async Task<Guid> HandleAsync(ExtendClock act, CancellationToken ct)
        {
            var clock = await db.Set<RunningClock>().Within(holder.Current, ProceduresPermissions.ExtendClocks, c => c.UnitId).FirstOrDefaultAsync(c => c.Id == act.ClockId, ct)
                ?? throw new NotWithinReachException("clock");
            journal.Concerns(ProceduresKinds.Clock, clock.Id, clock.UnitId);
            var extension = desk.Book.Find(clock.Kind)?.Extension;
            Check.That(extension is not null, ClockChecks.MayExtend);
            clock.Extend(act.By.GetValueOrDefault(), extension!.Amount, act.Reason, desk.Today); // the check has thrown otherwise
            clock.Compute(desk.Book, await db.Set<ClockPause>().Where(p => p.ClockId == clock.Id).ToListAsync(ct), desk.Today);
            return clock.Id;
        }
    }
}

/// <summary>What was due is done; a late end needs its reason (停止).</summary>
[Needs(ProceduresPermissions.KeepClocks), Display(Name = "停止期限")]
public sealed record StopClock : IAct<Guid>
{
    /// <summary>The clock.</summary>
    [Display(Name = "期限")]
    public Guid ClockId { get; init; }

    /// <summary>Day on which it was done.</summary>
    [Required, Display(Name = "办结日")]
    public DateOnly? On { get; init; }

    /// <summary>Why it was late.</summary>
    [StringLength(200), Display(Name = "超期原因")]
    public string? Reason { get; init; }

    internal sealed class Handler(ClockDesk desk) : IHandler<StopClock, Guid>
    {
        public async Task<Guid> HandleAsync(StopClock act, CancellationToken ct)
        {
            var (clock, pauses) = await desk.FindAsync(act.ClockId, ct);
            var on = act.On.GetValueOrDefault();
            Check.That(on <= desk.Today, ClockChecks.NotInFuture, nameof(On));
            if (clock.State == ClockState.Suspended)
            {
                pauses.Single(p => p.Answered is null).End(on);
            }

            clock.Compute(desk.Book, pauses, desk.Today);
            clock.Stop(on, act.Reason);
            return clock.Id;
        }
    }
}
