using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Definitions;

/// <summary>Where a case stands in its procedure, and the procedure that it is pinned to. Its revision lets one of two people who act at once win.</summary>
internal sealed class CaseRun : IRevised
{
    public Guid CaseId { get; init; }

    /// <summary>Process, e.g. <c>fleet.trip</c>.</summary>
    public required string Process { get; init; }

    /// <summary>Published version that it runs; null where it runs the one of the lawbook.</summary>
    public Guid? VersionId { get; init; }

    /// <summary>Lawbook of the day it was opened: procedures, decisions and figures.</summary>
    public string Lawbook { get; init; } = "";

    /// <summary>The engine's state.</summary>
    public required string State { get; set; }

    public int Revision { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseRun>
    {
        public void Configure(EntityTypeBuilder<CaseRun> run)
        {
            run.ToTable("procedures_run");
            run.HasKey(r => r.CaseId);
            run.Property(r => r.CaseId).ValueGeneratedNever();
            run.Property(r => r.Process).HasMaxLength(100);
            run.Property(r => r.Lawbook).HasMaxLength(32);
        }
    }
}
