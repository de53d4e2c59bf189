using System.ComponentModel.DataAnnotations;
using Guiju.Clocks;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Clocks;

/// <summary>Whether a clock runs.</summary>
internal enum ClockState
{
    /// <summary>Runs.</summary>
    [Display(Name = "计时中")]
    Running,

    /// <summary>Stands still until an answer or correction comes.</summary>
    [Display(Name = "中止")]
    Suspended,

    /// <summary>Stopped: what was due is done. Never computed again.</summary>
    [Display(Name = "已停止")]
    Stopped,
}

/// <summary>A statutory clock running on a record: its start, its pauses, its one extension, and the three days computed from them.</summary>
internal sealed class RunningClock : IRevised
{
    public Guid Id { get; init; }

    /// <summary>Kind of <c>law/clocks/kinds.yaml</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What the matter is, as people call it.</summary>
    public required string Title { get; init; }

    public required string SubjectKind { get; init; }

    public Guid SubjectId { get; init; }

    /// <summary>Page of the record; empty where there is none.</summary>
    public string Address { get; init; } = "";

    public Guid UnitId { get; init; }

    /// <summary>Who is reminded.</summary>
    public Guid? PersonId { get; init; }

    public required string Person { get; init; }

    /// <summary>Day of the event that started it.</summary>
    public DateOnly From { get; init; }

    public int Amount { get; init; }

    public ClockUnit Unit { get; init; }

    public int? Extension { get; private set; }

    public string ExtensionReason { get; private set; } = "";

    public ClockState State { get; private set; }

    public DateOnly Raw { get; private set; }

    /// <summary>The legal end.</summary>
    public DateOnly Rolled { get; private set; }

    /// <summary>The day to aim at; alarms go by it.</summary>
    public DateOnly Aim { get; private set; }

    /// <summary>Day on which half of the time has gone.</summary>
    public DateOnly Half { get; private set; }

    public bool Provisional { get; private set; }

    /// <summary>The notices it was computed under.</summary>
    public string CalendarVersion { get; private set; } = "";

    public DateOnly? StoppedOn { get; private set; }

    /// <summary>Why it was late; empty where it was not.</summary>
    public string LateReason { get; private set; } = "";

    public int Revision { get; set; }

    /// <summary>The clock's own question, with the pauses so far; an open pause is taken as answered on <paramref name="today"/>.</summary>
    public ClockQuestion Question(IEnumerable<ClockPause> pauses, DateOnly today) => new(From, Amount, Unit)
    {
        Suspensions = [.. pauses.OrderBy(p => p.Sent).Select(p => new Suspension(p.Sent, p.Answered ?? Max(p.Sent, today)))],
        Extension = Extension,
    };

    /// <summary>Computes the three days; a stopped clock stays as it was.</summary>
    public ClockAnswer Compute(ClockBook book, IReadOnlyCollection<ClockPause> pauses, DateOnly today)
    {
        var answer = new Clock(book.Calendar).Compute(Question(pauses, today));
        if (State != ClockState.Stopped)
        {
            (Raw, Rolled, Aim, Provisional, CalendarVersion) = (answer.Raw, answer.Rolled, answer.Internal, answer.Provisional, book.CalendarVersion);
            Half = From.AddDays((answer.Internal.DayNumber - From.DayNumber + 1) / 2);
        }

        return answer;
    }

    public void Suspend()
    {
        Check.That(State == ClockState.Running, ClockChecks.IsRunning);
        State = ClockState.Suspended;
    }

    public void Resume()
    {
        Check.That(State == ClockState.Suspended, ClockChecks.IsSuspended);
        State = ClockState.Running;
    }

    public void Extend(int by, int most, string reason, DateOnly today)
    {
        Check.That(State != ClockState.Stopped, ClockChecks.IsNotStopped);
        Check.That(Extension is null, ClockChecks.ExtendedOnce);
        Check.That(by >= 1 && by <= most, ClockChecks.ExtensionWithinLimit, "By");
        Check.That(today <= Rolled, ClockChecks.ExtendedInTime);
        (Extension, ExtensionReason) = (by, reason.Trim());
    }

    public void Stop(DateOnly on, string? reason)
    {
        Check.That(State != ClockState.Stopped, ClockChecks.IsNotStopped);
        Check.That(on >= From, ClockChecks.StopsAfterStart, "On");
        Check.That(on <= Rolled || !string.IsNullOrWhiteSpace(reason), ClockChecks.LateNeedsReason, "Reason");
        (State, StoppedOn, LateReason) = (ClockState.Stopped, on, on > Rolled ? reason!.Trim() : ""); // the check has thrown otherwise
    }

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    internal sealed class Mapping : IEntityTypeConfiguration<RunningClock>
    {
        public void Configure(EntityTypeBuilder<RunningClock> clock)
        {
            clock.ToTable("procedures_clock");
            clock.Property(c => c.Id).ValueGeneratedNever();
            clock.Property(c => c.Kind).HasMaxLength(60);
            clock.Property(c => c.Title).HasMaxLength(200);
            clock.Property(c => c.SubjectKind).HasMaxLength(60);
            clock.Property(c => c.Address).HasMaxLength(200);
            clock.Property(c => c.Person).HasMaxLength(100);
            clock.Property(c => c.ExtensionReason).HasMaxLength(200);
            clock.Property(c => c.CalendarVersion).HasMaxLength(60);
            clock.Property(c => c.LateReason).HasMaxLength(200);
            clock.HasIndex(c => new { c.SubjectId, c.Kind });
            clock.HasIndex(c => new { c.UnitId, c.Aim });
            clock.HasIndex(c => new { c.PersonId, c.Aim }).HasFilter("state <> 'Stopped'").HasDatabaseName("ix_procedures_clock_open_person");
        }
    }
}
