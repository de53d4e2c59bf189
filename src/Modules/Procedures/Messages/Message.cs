using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Messages;

/// <summary>A notice to one person that something needs a look (消息提醒): a limit that draws near, a document that was issued.</summary>
internal sealed class Message : IRevised
{
    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    public required string Title { get; init; }

    public required string EnglishTitle { get; init; }

    public required string Address { get; init; }

    public DateTime At { get; init; }

    public DateTime? ReadAt { get; set; }

    public int Revision { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Message>
    {
        public void Configure(EntityTypeBuilder<Message> message)
        {
            message.ToTable("procedures_message");
            message.Property(m => m.Id).ValueGeneratedNever();
            message.Property(m => m.Title).HasMaxLength(300);
            message.Property(m => m.EnglishTitle).HasMaxLength(300);
            message.Property(m => m.Address).HasMaxLength(200);
            message.HasIndex(m => new { m.PersonId, m.At });
        }
    }
}
