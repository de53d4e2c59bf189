using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Messages;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Clocks;

/// <summary>The system reminds the holder of a clock: at half of the time, three and one working days before the internal day, and at overrun. Once each.</summary>
[Needs(ProceduresPermissions.WatchClocks), Display(Name = "期限提醒")]
public sealed record RemindClock : IAct<Guid>
{
    /// <summary>The clock.</summary>
    [Display(Name = "期限")]
    public Guid ClockId { get; init; }

    internal sealed class Handler(GuijuDb db, ClockBook book, MessageDesk messages, Journal journal, TimeProvider time) : IHandler<RemindClock, Guid>
    {
        public async Task<Guid> HandleAsync(RemindClock act, CancellationToken ct)
        {
            var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
            var clock = await db.Set<RunningClock>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == act.ClockId && c.State == ClockState.Running, ct) ?? throw new NotWithinReachException("clock");
            var stage = Reminding.StageOf(clock, book.Calendar, today);
            Check.That(stage is not null && !await db.Set<ClockReminder>().AnyAsync(r => r.ClockId == clock.Id && r.Stage == stage && r.Aim == clock.Aim, ct), ReminderChecks.IsDue);
            db.Add(new ClockReminder { ClockId = clock.Id, Stage = stage!.Value, Aim = clock.Aim, At = time.GetUtcNow().UtcDateTime }); // the check has thrown otherwise
            var title = Reminding.Told(clock, stage.Value);
            if (clock.PersonId is { } person)
            {
                await messages.TellAsync(person, title, $"/clocks/{clock.Id}", ct);
            }

            messages.Announce($"clock.{stage.Value.ToString().ToLowerInvariant()}", new { clock.Id, clock.Kind, clock.Title, clock.Person, clock.Raw, clock.Rolled, Internal = clock.Aim, clock.Provisional });
            journal.Concerns(ProceduresKinds.Clock, clock.Id, clock.UnitId);
            return clock.Id;
        }
    }
}

/// <summary>A clock is computed again because the notices loaded have changed; a stopped one stays as it was.</summary>
[Needs(ProceduresPermissions.WatchClocks), Display(Name = "按新放假通知重算期限")]
public sealed record RecomputeClock : IAct<Guid>
{
    /// <summary>The clock.</summary>
    [Display(Name = "期限")]
    public Guid ClockId { get; init; }

    internal sealed class Handler(GuijuDb db, ClockBook book, MessageDesk messages, Journal journal, TimeProvider time) : IHandler<RecomputeClock, Guid>
    {
        public async Task<Guid> HandleAsync(RecomputeClock act, CancellationToken ct)
        {
            var clock = await db.Set<RunningClock>().FirstOrDefaultAsync(c => c.Id == act.ClockId && c.State != ClockState.Stopped, ct) ?? throw new NotWithinReachException("clock");
            var before = (clock.Rolled, clock.Aim);
            clock.Compute(book, await db.Set<ClockPause>().AsNoTracking().Where(p => p.ClockId == clock.Id).ToListAsync(ct), DateOnly.FromDateTime(time.GetLocalNow().DateTime));
            if (before != (clock.Rolled, clock.Aim) && clock.PersonId is { } person)
            {
                await messages.TellAsync(person, new(
                    $"期限“{clock.Title}”按新的放假通知重算，届满日由 {before.Rolled:yyyy-MM-dd} 变为 {clock.Rolled:yyyy-MM-dd}。",
                    $"The limit \"{clock.Title}\" was computed again under the new notice: {before.Rolled:yyyy-MM-dd} becomes {clock.Rolled:yyyy-MM-dd}."), $"/clocks/{clock.Id}", ct);
            }

            journal.Concerns(ProceduresKinds.Clock, clock.Id, clock.UnitId);
            return clock.Id;
        }
    }
}

/// <summary>What must hold for reminders.</summary>
internal static class ReminderChecks
{
    public static readonly SystemCheck IsDue = new($"{nameof(ReminderChecks)}.{nameof(IsDue)}", new("没有应当发出的提醒，或者已经提醒过。", "No reminder is due, or it was given already."));
}
