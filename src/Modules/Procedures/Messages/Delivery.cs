using Guiju.Kernel.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Messages;

/// <summary>The way a message leaves the house.</summary>
internal enum DeliveryChannel
{
    /// <summary>E-mail by SMTP.</summary>
    Mail,

    /// <summary>A signed request to another system.</summary>
    Webhook,
}

/// <summary>Where a delivery stands.</summary>
internal enum DeliveryState
{
    /// <summary>Waits to be sent, or to be tried again.</summary>
    Waiting,

    /// <summary>Taken by the other side.</summary>
    Sent,

    /// <summary>Given up after the last try.</summary>
    Failed,
}

/// <summary>
/// Something to be sent (outbox). The row is saved with the act that causes it, so nothing is sent before the act is, and nothing is lost when a
/// node dies; what was sent but not yet marked is sent again under the same id.
/// </summary>
internal sealed class Delivery
{
    public Guid Id { get; init; }

    public DeliveryChannel Channel { get; init; }

    /// <summary>E-mail address, or address of the other system.</summary>
    public required string Target { get; init; }

    /// <summary>Subject of the mail, or name of the event.</summary>
    public required string Subject { get; init; }

    /// <summary>Text of the mail, or JSON of the event.</summary>
    public required string Body { get; init; }

    public DeliveryState State { get; set; }

    public int Tries { get; set; }

    /// <summary>Not before.</summary>
    public DateTime NextAt { get; set; }

    public string Fault { get; set; } = "";

    public DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Delivery>
    {
        public void Configure(EntityTypeBuilder<Delivery> delivery)
        {
            delivery.ToTable("procedures_delivery");
            delivery.Property(d => d.Id).ValueGeneratedNever();
            delivery.Property(d => d.Target).HasMaxLength(500);
            delivery.Property(d => d.Subject).HasMaxLength(300);
            delivery.Property(d => d.Body).HasMaxLength(8_000);
            delivery.Property(d => d.Fault).HasMaxLength(500);
            delivery.HasIndex(d => d.NextAt).HasFilter("state = 'Waiting'").HasDatabaseName("ix_procedures_delivery_waiting");
            delivery.Metadata.SetAnnotation(RowDigest.Unwatched, true); // tries change outside acts
        }
    }
}
