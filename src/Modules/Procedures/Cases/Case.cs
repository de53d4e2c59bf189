using Guiju.Kernel;
using Guiju.Procedures.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Cases;

/// <summary>Where a case stands.</summary>
internal enum CaseState
{
    /// <summary>Running: somebody has a step to take, or the record waits for an event.</summary>
    Open,

    /// <summary>At its end, with a result; never reopened by itself.</summary>
    Closed,
}

/// <summary>Who does something, with the name of the day.</summary>
internal sealed record Participant(Guid? Id, string Name);

/// <summary>One matter running through a procedure. It is pinned to its business date: everything in it is judged by the law of that day.</summary>
internal sealed class Case : IRevised
{
    private const int TitleLength = 200;

    public Guid Id { get; init; }

    /// <summary>Procedure, e.g. <c>fleet.trip</c>.</summary>
    public required string Procedure { get; init; }

    public required string Title { get; init; }

    public required string EnglishTitle { get; init; }

    public required string SubjectKind { get; init; }

    public Guid SubjectId { get; init; }

    /// <summary>Unit whose matter it is.</summary>
    public Guid UnitId { get; init; }

    /// <summary>Who started it; null for the system itself.</summary>
    public Guid? StarterId { get; init; }

    public required string Starter { get; init; }

    public required string Address { get; init; }

    /// <summary>Business date.</summary>
    public DateOnly On { get; init; }

    public CaseState State { get; private set; }

    public DateTime OpenedAt { get; init; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>How it ended; empty while open.</summary>
    public string Result { get; private set; } = "";

    public int Revision { get; set; }

    public static Case Open(Guid id, CaseOpening opening, Participant starter, DateTime at) => new()
    {
        Id = id,
        Procedure = opening.Procedure,
        Title = Shortened(opening.Title.Zh),
        EnglishTitle = Shortened(opening.Title.En),
        SubjectKind = opening.SubjectKind,
        SubjectId = opening.SubjectId,
        UnitId = opening.UnitId,
        StarterId = starter.Id,
        Starter = starter.Name,
        Address = opening.Address,
        On = opening.On,
        OpenedAt = at,
    };

    /// <summary>A task for a step of this case.</summary>
    public WorkTask Ask(Guid id, Step step, DateTime at)
    {
        Check.That(State == CaseState.Open, CaseChecks.CaseIsOpen);
        Check.That(step.PersonId is not null || step.Permission is not null, CaseChecks.StepNamesSomebody);
        return new WorkTask
        {
            Id = id,
            CaseId = Id,
            Step = step.Code,
            Title = Shortened(step.Title.Zh),
            EnglishTitle = Shortened(step.Title.En),
            Permission = step.Permission,
            UnitId = step.UnitId ?? UnitId,
            PersonId = step.PersonId,
            BarredId = step.NotByStarter ? StarterId : null,
            Address = step.Address,
            Due = step.Due,
            OpenedAt = at,
        };
    }

    public void Close(string result, DateTime at)
    {
        Check.That(State == CaseState.Open, CaseChecks.CaseIsOpen);
        (State, Result, ClosedAt) = (CaseState.Closed, result, at);
    }

    private static string Shortened(string title) => title.Length <= TitleLength ? title : string.Concat(title.AsSpan(0, TitleLength - 1), "…");

    internal sealed class Mapping : IEntityTypeConfiguration<Case>
    {
        public void Configure(EntityTypeBuilder<Case> matter)
        {
            matter.ToTable("procedures_case");
            matter.Property(c => c.Id).ValueGeneratedNever();
            matter.Property(c => c.Procedure).HasMaxLength(60);
            matter.Property(c => c.Title).HasMaxLength(TitleLength);
            matter.Property(c => c.EnglishTitle).HasMaxLength(TitleLength);
            matter.Property(c => c.SubjectKind).HasMaxLength(60);
            matter.Property(c => c.Starter).HasMaxLength(100);
            matter.Property(c => c.Address).HasMaxLength(200);
            matter.Property(c => c.Result).HasMaxLength(60);
            matter.HasIndex(c => new { c.StarterId, c.OpenedAt });
            matter.HasIndex(c => new { c.SubjectId, c.OpenedAt });
            matter.HasIndex(c => c.SubjectId).HasFilter("state = 'Open'").IsUnique().HasDatabaseName("ux_procedures_case_open");
        }
    }
}
