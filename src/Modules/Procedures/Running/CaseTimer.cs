using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Running;

/// <summary>A time that a case waits for. It goes when the case has moved on; fired, the case's own revision lets one server of several win.</summary>
internal sealed class CaseTimer
{
    public Guid CaseId { get; init; }

    /// <summary>Token that waits.</summary>
    public int Token { get; init; }

    /// <summary>Event: the node itself, one at its edge, or one behind an event-based gateway.</summary>
    public required string Node { get; init; }

    /// <summary>When it comes, UTC; null where it has come as often as it should.</summary>
    public DateTime? Due { get; set; }

    /// <summary>How often it still comes.</summary>
    public int Left { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseTimer>
    {
        public void Configure(EntityTypeBuilder<CaseTimer> timer)
        {
            timer.ToTable("procedures_timer");
            timer.HasKey(t => new { t.CaseId, t.Token, t.Node });
            timer.Property(t => t.Node).HasMaxLength(200);
            timer.HasIndex(t => t.Due).HasFilter("due IS NOT NULL").HasDatabaseName("ix_procedures_timer_due");
        }
    }
}
