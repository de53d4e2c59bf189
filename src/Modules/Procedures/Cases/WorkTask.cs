using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Cases;

/// <summary>Where a task stands.</summary>
internal enum TaskState
{
    /// <summary>Waits for somebody.</summary>
    Open,

    /// <summary>Taken, with a result.</summary>
    Answered,

    /// <summary>Taken back: nobody needs to take it any more.</summary>
    Withdrawn,
}

/// <summary>
/// One step of a case waiting for one person, or for whoever holds a permission that reaches its unit. Who takes it first has it;
/// the revision tells the second.
/// </summary>
internal sealed class WorkTask : IRevised
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>Code of the step within its procedure.</summary>
    public required string Step { get; init; }

    public required string Title { get; init; }

    public required string EnglishTitle { get; init; }

    /// <summary>Permission of the pool; null where a person is named.</summary>
    public string? Permission { get; init; }

    /// <summary>Unit that the permission must reach.</summary>
    public Guid UnitId { get; init; }

    /// <summary>The person; null for a pool.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>Who may not take it: the starter of the case, where nobody may approve a request of their own.</summary>
    public Guid? BarredId { get; init; }

    /// <summary>Whether it fell to the duty officers because nobody could take it when it was asked.</summary>
    public bool OnDuty { get; set; }

    /// <summary>Page where it is taken; the case's own where null.</summary>
    public string? Address { get; init; }

    public TaskState State { get; private set; }

    public DateTime? Due { get; init; }

    public DateTime OpenedAt { get; init; }

    /// <summary>When it was answered or withdrawn.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Who answered or withdrew it; null for the system itself.</summary>
    public Guid? EndedById { get; private set; }

    public string EndedBy { get; private set; } = "";

    public string Result { get; private set; } = "";

    public string Opinion { get; private set; } = "";

    /// <summary>The engine's item that it shows; 0 where the case runs without a procedure.</summary>
    public int Item { get; set; }

    /// <summary>代理: in whose place the person is asked.</summary>
    public Guid? BehalfId { get; set; }

    /// <summary>Whether it may be approved together with others.</summary>
    public bool Batch { get; set; }

    /// <summary>When whoever has it was last reminded (催办).</summary>
    public DateTime? RemindedAt { get; set; }

    public int Revision { get; set; }

    public void Answer(Participant by, string result, string? opinion, DateTime at)
    {
        Check.That(State == TaskState.Open, CaseChecks.StepIsOpen);
        Check.That(BarredId is null || BarredId != by.Id, CaseChecks.NotOwnRequest);
        (State, Result, Opinion) = (TaskState.Answered, result, opinion?.Trim() ?? "");
        End(by, at);
    }

    public void Withdraw(Participant by, DateTime at)
    {
        Check.That(State == TaskState.Open, CaseChecks.StepIsOpen);
        State = TaskState.Withdrawn;
        End(by, at);
    }

    /// <summary>A duty officer hands it to a person.</summary>
    public void HandTo(Guid personId)
    {
        Check.That(State == TaskState.Open, CaseChecks.StepIsOpen);
        Check.That(BarredId is null || BarredId != personId, CaseChecks.NotOwnRequest);
        (PersonId, OnDuty) = (personId, false);
    }

    private void End(Participant by, DateTime at) => (EndedById, EndedBy, EndedAt) = (by.Id, by.Name, at);

    internal sealed class Mapping : IEntityTypeConfiguration<WorkTask>
    {
        public void Configure(EntityTypeBuilder<WorkTask> task)
        {
            task.ToTable("procedures_task");
            task.Property(t => t.Id).ValueGeneratedNever();
            task.Property(t => t.Step).HasMaxLength(60);
            task.Property(t => t.Title).HasMaxLength(200);
            task.Property(t => t.EnglishTitle).HasMaxLength(200);
            task.Property(t => t.Permission).HasMaxLength(60);
            task.Property(t => t.Address).HasMaxLength(200);
            task.Property(t => t.EndedBy).HasMaxLength(100);
            task.Property(t => t.Result).HasMaxLength(60);
            task.HasIndex(t => t.CaseId);
            task.HasIndex(t => new { t.EndedById, t.EndedAt });

            // Of a year's tasks a handful is open; only those are looked for by person, pool and duty.
            task.HasIndex(t => t.PersonId).HasFilter("state = 'Open'").HasDatabaseName("ix_procedures_task_open_person");
            task.HasIndex(t => new { t.Permission, t.UnitId }).HasFilter("state = 'Open'").HasDatabaseName("ix_procedures_task_open_pool");
            task.HasIndex(t => t.OnDuty).HasFilter("state = 'Open'").HasDatabaseName("ix_procedures_task_open_duty");
        }
    }
}
