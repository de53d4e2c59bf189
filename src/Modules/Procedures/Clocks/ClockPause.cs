using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Clocks;

/// <summary>A time in which a clock stands still: the day of sending counts, the days after it up to the answer do not.</summary>
internal sealed class ClockPause : IRevised
{
    public Guid Id { get; init; }

    public Guid ClockId { get; init; }

    /// <summary>What suspends it, a code of its kind.</summary>
    public required string Kind { get; init; }

    public DateOnly Sent { get; init; }

    /// <summary>Day of the answer; null while it stands still.</summary>
    public DateOnly? Answered { get; private set; }

    /// <summary>Whom one asked, or what was wanting.</summary>
    public required string Note { get; init; }

    public int Revision { get; set; }

    public void End(DateOnly on)
    {
        Check.That(on >= Sent, ClockChecks.AnsweredAfterSent, "On");
        Answered = on;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ClockPause>
    {
        public void Configure(EntityTypeBuilder<ClockPause> pause)
        {
            pause.ToTable("procedures_clock_pause");
            pause.Property(p => p.Id).ValueGeneratedNever();
            pause.Property(p => p.Kind).HasMaxLength(60);
            pause.Property(p => p.Note).HasMaxLength(200);
            pause.HasIndex(p => p.ClockId);
        }
    }
}

/// <summary>Which reminder was given.</summary>
internal enum ReminderStage
{
    /// <summary>Half of the time has gone.</summary>
    Half,

    /// <summary>Three working days are left.</summary>
    ThreeDays,

    /// <summary>One working day is left.</summary>
    OneDay,

    /// <summary>The legal end has passed.</summary>
    Overrun,
}

/// <summary>A reminder that was given; the key lets no node give it twice.</summary>
internal sealed class ClockReminder
{
    public Guid ClockId { get; init; }

    public ReminderStage Stage { get; init; }

    /// <summary>The end it was given for: an extension begins anew.</summary>
    public DateOnly Aim { get; init; }

    public DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ClockReminder>
    {
        public void Configure(EntityTypeBuilder<ClockReminder> reminder)
        {
            reminder.ToTable("procedures_clock_reminder");
            reminder.HasKey(r => new { r.ClockId, r.Stage, r.Aim });
        }
    }
}

/// <summary>What must hold for clocks.</summary>
internal static class ClockChecks
{
    public static readonly SystemCheck KnownKind = Make(nameof(KnownKind), "没有这一种法定期限。", "There is no such kind of clock.");
    public static readonly SystemCheck MayPause = Make(nameof(MayPause), "这一期限没有可以据以中止的情形。", "Nothing of the kind suspends this clock.");
    public static readonly SystemCheck MayExtend = Make(nameof(MayExtend), "这一期限不能延长。", "This clock cannot be extended.");
    public static readonly SystemCheck IsRunning = Make(nameof(IsRunning), "期限不在计时中。", "The clock is not running.");
    public static readonly SystemCheck IsSuspended = Make(nameof(IsSuspended), "期限没有中止。", "The clock is not suspended.");
    public static readonly SystemCheck IsNotStopped = Make(nameof(IsNotStopped), "期限已经停止。", "The clock has stopped.");
    public static readonly SystemCheck ExtendedOnce = Make(nameof(ExtendedOnce), "期限只能延长一次。", "A clock is extended once only.");
    public static readonly SystemCheck ExtendedInTime = Make(nameof(ExtendedInTime), "期限届满后不能再延长。", "A clock is not extended after its end.");
    public static readonly SystemCheck ExtensionWithinLimit = Make(nameof(ExtensionWithinLimit), "延长超过规定的上限。", "The extension is longer than allowed.");
    public static readonly SystemCheck StopsAfterStart = Make(nameof(StopsAfterStart), "停止日不能早于起算日。", "A clock does not stop before it starts.");
    public static readonly SystemCheck LateNeedsReason = Make(nameof(LateNeedsReason), "已经超期，须说明原因才能停止。", "It is overdue; a reason is needed to stop it.");
    public static readonly SystemCheck AnsweredAfterSent = Make(nameof(AnsweredAfterSent), "答复日不能早于发出日。", "The answer cannot come before the question.");
    public static readonly SystemCheck NotInFuture = Make(nameof(NotInFuture), "日期不能晚于今天。", "The day cannot lie in the future.");
    public static readonly SystemCheck SentWithin = Make(nameof(SentWithin), "中止须在起算之后、届满之前。", "A clock is suspended between its start and its end.");

    private static SystemCheck Make(string name, string zh, string en) => new($"{nameof(ClockChecks)}.{name}", new(zh, en));
}
