using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Kernel.People;

/// <summary>Where a person worked before the present post; the present one stands in <see cref="Person"/>.</summary>
public sealed class Posting
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Unit of that time.</summary>
    public Guid UnitId { get; init; }

    /// <summary>Post of that time.</summary>
    public required string Post { get; init; }

    /// <summary>First day.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Posting>
    {
        public void Configure(EntityTypeBuilder<Posting> posting)
        {
            posting.ToTable("kernel_person_posting");
            posting.Property(p => p.Id).ValueGeneratedNever();
            posting.Property(p => p.Post).HasMaxLength(100);
            posting.HasIndex(p => new { p.PersonId, p.From });
        }
    }
}
