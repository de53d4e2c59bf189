using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Definitions;

/// <summary>Whether a version of a procedure is in force.</summary>
internal enum VersionState
{
    /// <summary>Drawn, waiting for a second person.</summary>
    [Display(Name = "草稿")]
    Draft,

    /// <summary>Published; in force from its day on.</summary>
    [Display(Name = "已发布")]
    Published,
}

/// <summary>A version of a procedure that the bureau has drawn itself. Published by another person than its author; never changed afterwards.</summary>
internal sealed class ProcedureVersion : IRevised
{
    public Guid Id { get; init; }

    /// <summary>Process, e.g. <c>fleet.trip</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Number within the procedure, from 1.</summary>
    public int Number { get; init; }

    public required string Title { get; set; }

    /// <summary>The BPMN file as it was drawn.</summary>
    public required string Xml { get; set; }

    public VersionState State { get; private set; }

    /// <summary>First day in force; set at publication.</summary>
    public DateOnly? From { get; private set; }

    public Guid? AuthorId { get; init; }

    public required string Author { get; init; }

    public DateTime DrawnAt { get; set; }

    public string PublishedBy { get; private set; } = "";

    public DateTime? PublishedAt { get; private set; }

    public int Revision { get; set; }

    public void Redraw(string title, string xml, DateTime at)
    {
        Check.That(State == VersionState.Draft, ProcedureChecks.IsDraft);
        (Title, Xml, DrawnAt) = (title, xml, at);
    }

    public void Publish(Cases.Participant by, DateOnly from, DateTime at)
    {
        Check.That(State == VersionState.Draft, ProcedureChecks.IsDraft);
        Check.That(by.Id is null || by.Id != AuthorId, ProcedureChecks.SecondPerson);
        (State, From, PublishedBy, PublishedAt) = (VersionState.Published, from, by.Name, at);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ProcedureVersion>
    {
        public void Configure(EntityTypeBuilder<ProcedureVersion> version)
        {
            version.ToTable("procedures_version");
            version.Property(v => v.Id).ValueGeneratedNever();
            version.Property(v => v.Code).HasMaxLength(100);
            version.Property(v => v.Title).HasMaxLength(200);
            version.Property(v => v.Author).HasMaxLength(100);
            version.Property(v => v.PublishedBy).HasMaxLength(100);
            version.HasIndex(v => new { v.Code, v.Number }).IsUnique();
        }
    }
}
