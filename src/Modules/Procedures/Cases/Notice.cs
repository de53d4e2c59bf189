using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Cases;

/// <summary>A copy of a case sent to somebody who has nothing to decide in it (抄送), until read (已阅).</summary>
internal sealed class Notice : IRevised
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public Guid PersonId { get; init; }

    public DateTime SentAt { get; init; }

    /// <summary>Name of who sent it.</summary>
    public required string SentBy { get; init; }

    /// <summary>When it was read; null until then.</summary>
    public DateTime? ReadAt { get; set; }

    public int Revision { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> notice)
        {
            notice.ToTable("procedures_notice");
            notice.Property(n => n.Id).ValueGeneratedNever();
            notice.Property(n => n.SentBy).HasMaxLength(100);
            notice.HasIndex(n => new { n.CaseId, n.PersonId }).IsUnique();
            notice.HasIndex(n => new { n.PersonId, n.SentAt });
        }
    }
}
