using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Decisions.Sandbox;

/// <summary>Where a sandbox run stands.</summary>
public enum SandboxState
{
    /// <summary>Waiting for a node (排队中).</summary>
    [Display(Name = "排队中")] Waiting,

    /// <summary>Running (推演中).</summary>
    [Display(Name = "推演中")] Running,

    /// <summary>Done (已完成).</summary>
    [Display(Name = "已完成")] Done,

    /// <summary>Cancelled by a person (已取消).</summary>
    [Display(Name = "已取消")] Cancelled,

    /// <summary>Ended by a fault (失败).</summary>
    [Display(Name = "失败")] Failed,
}

/// <summary>
/// A draft tried on a population on a day: what was tried, on which law, and what came out. The versions it was run under are kept with it, so that it can be run again.
/// Its progress is written while it runs, outside of acts; it touches no other record.
/// </summary>
public sealed class SandboxRun
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>The draft.</summary>
    public Guid DraftId { get; init; }

    /// <summary>Version of the draft.</summary>
    public int DraftVersion { get; init; }

    /// <summary>Title of the draft.</summary>
    public required string Title { get; init; }

    /// <summary>Population.</summary>
    public required string Population { get; init; }

    /// <summary>The day whose law was tried.</summary>
    public DateOnly On { get; init; }

    /// <summary>Lawbook in force then.</summary>
    public required string Lawbook { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public SandboxState State { get; set; }

    /// <summary>Records done.</summary>
    public int Done { get; set; }

    /// <summary>Records in all.</summary>
    public int Total { get; set; }

    /// <summary>When the node that runs it last gave a sign, UTC.</summary>
    public DateTime? SignAt { get; set; }

    /// <summary>What went wrong.</summary>
    public string Fault { get; set; } = "";

    /// <summary>The figures, as compressed JSON.</summary>
    public byte[]? Result { get; set; }

    /// <summary>The differences, as compressed JSON.</summary>
    public byte[]? Differences { get; set; }

    /// <summary>The figures; null until done.</summary>
    public SandboxResult? Read() => Result is { } packed ? Json.Unpack<SandboxResult>(packed) : null;

    /// <summary>The differences kept.</summary>
    public IReadOnlyList<SandboxDifference> List() => Differences is { } packed ? Json.Unpack<List<SandboxDifference>>(packed) : [];

    internal sealed class Mapping : IEntityTypeConfiguration<SandboxRun>
    {
        public void Configure(EntityTypeBuilder<SandboxRun> run)
        {
            run.ToTable("decisions_sandbox_run").HasAnnotation(Kernel.Ledger.RowDigest.Unwatched, true);
            run.Property(r => r.Id).ValueGeneratedNever();
            run.Property(r => r.Title).HasMaxLength(200);
            run.Property(r => r.Population).HasMaxLength(80);
            run.Property(r => r.Lawbook).HasMaxLength(32);
            run.Property(r => r.AskedBy).HasMaxLength(100);
            run.Property(r => r.Fault).HasMaxLength(500);
            run.HasIndex(r => new { r.DraftId, r.AskedAt });
            run.HasIndex(r => r.State);
        }
    }
}
