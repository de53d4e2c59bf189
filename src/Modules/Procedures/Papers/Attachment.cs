using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Papers;

/// <summary>A file added to a case (附件): what it is, and its digest. The bytes stand apart, so that lists never load them.</summary>
internal sealed class Attachment : IRevised
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Name { get; init; }

    /// <summary>Media type, found in the content and not in the name.</summary>
    public required string MediaType { get; init; }

    public int Size { get; init; }

    /// <summary>SM3 of the content.</summary>
    public required string Digest { get; init; }

    public Guid? AddedById { get; init; }

    public required string AddedBy { get; init; }

    public DateTime AddedAt { get; init; }

    public int Revision { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Attachment>
    {
        public void Configure(EntityTypeBuilder<Attachment> file)
        {
            file.ToTable("procedures_attachment");
            file.Property(a => a.Id).ValueGeneratedNever();
            file.Property(a => a.Name).HasMaxLength(FileKinds.LongestName);
            file.Property(a => a.MediaType).HasMaxLength(100);
            file.Property(a => a.Digest).HasMaxLength(64);
            file.Property(a => a.AddedBy).HasMaxLength(100);
            file.HasIndex(a => a.CaseId);
        }
    }
}

/// <summary>The bytes of an attachment.</summary>
internal sealed class AttachmentContent
{
    public Guid Id { get; init; }

    public required byte[] Bytes { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AttachmentContent>
    {
        public void Configure(EntityTypeBuilder<AttachmentContent> content)
        {
            content.ToTable("procedures_attachment_content");
            content.Property(c => c.Id).ValueGeneratedNever();
        }
    }
}
