using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Messages;

/// <summary>How a person wants to be told: by mail, and by a calendar address of their own that only they know.</summary>
internal sealed class Subscription : IRevised
{
    /// <summary>The person.</summary>
    public Guid Id { get; init; }

    /// <summary>E-mail address; empty: no mails.</summary>
    public string Mail { get; set; } = "";

    /// <summary>Digest of the secret in the calendar's address; empty: there is none.</summary>
    public string CalendarDigest { get; set; } = "";

    public DateTime? CalendarSince { get; set; }

    public int Revision { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Subscription>
    {
        public void Configure(EntityTypeBuilder<Subscription> subscription)
        {
            subscription.ToTable("procedures_subscription");
            subscription.Property(s => s.Id).ValueGeneratedNever();
            subscription.Property(s => s.Mail).HasMaxLength(200);
            subscription.Property(s => s.CalendarDigest).HasMaxLength(64);
            subscription.HasIndex(s => s.CalendarDigest);
        }
    }
}
