using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Kernel.Verdicts;

/// <summary>A verdict as it was given, with all it takes to give it again. Written by the desk with the act; never changed.</summary>
public sealed class StoredVerdict
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>Ledger entry of the act that was judged.</summary>
    public Guid EntryId { get; init; }

    /// <summary>Control point.</summary>
    public required string ControlPoint { get; init; }

    /// <summary>Business date.</summary>
    public DateOnly On { get; init; }

    /// <summary>Folded outcome.</summary>
    public LawOutcome Outcome { get; init; }

    /// <summary>Version (content hash) of the lawbook that was applied.</summary>
    public required string Lawbook { get; init; }

    /// <summary>Facts as JSON, by English name.</summary>
    public required string Facts { get; init; }

    /// <summary>The whole verdict as compressed JSON; read it with <see cref="Read"/>.</summary>
    public required byte[] Packed { get; init; }

    /// <summary>Kind of the record it concerns, e.g. <c>fleet.trip</c>.</summary>
    public required string SubjectKind { get; init; }

    /// <summary>Record it concerns.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>When it was given, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>The verdict as it was given.</summary>
    public Verdict Read() => Json.Unpack<Verdict>(Packed);

    internal sealed class Mapping : IEntityTypeConfiguration<StoredVerdict>
    {
        public void Configure(EntityTypeBuilder<StoredVerdict> verdict)
        {
            verdict.ToTable("kernel_verdict");
            verdict.Property(v => v.Id).ValueGeneratedNever();
            verdict.Property(v => v.ControlPoint).HasMaxLength(80);
            verdict.Property(v => v.Lawbook).HasMaxLength(80);
            verdict.Property(v => v.SubjectKind).HasMaxLength(60);
            verdict.HasIndex(v => new { v.SubjectId, v.At });
            verdict.HasIndex(v => v.EntryId);
        }
    }
}
