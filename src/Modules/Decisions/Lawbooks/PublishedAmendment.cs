using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Decisions.Lawbooks;

/// <summary>An amendment that was put in force. It is never changed: what ends it is another amendment.</summary>
public sealed class PublishedAmendment
{
    /// <summary>Running number, from 1.</summary>
    public int Number { get; init; }

    /// <summary>First day of its models.</summary>
    public DateOnly From { get; init; }

    /// <summary>Chinese title.</summary>
    public required string Title { get; init; }

    /// <summary>English title.</summary>
    public required string EnglishTitle { get; init; }

    /// <summary>Number of the amendment it withdraws.</summary>
    public int? Withdraws { get; init; }

    /// <summary>The draft it was.</summary>
    public Guid DraftId { get; init; }

    /// <summary>Names of those who wrote the draft.</summary>
    public required string Authors { get; init; }

    /// <summary>Who approved it.</summary>
    public Guid ApproverId { get; init; }

    /// <summary>Name of who approved it.</summary>
    public required string ApproverName { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Version of the lawbook with it.</summary>
    public required string Lawbook { get; init; }

    /// <summary>Files by path, as compressed JSON.</summary>
    public required byte[] Packed { get; init; }

    /// <summary>As the lawbook takes it.</summary>
    public LawAmendment Read() => new(Number, From, new Bilingual(Title, EnglishTitle), Withdraws, Json.Unpack<Dictionary<string, string>>(Packed));

    internal sealed class Mapping : IEntityTypeConfiguration<PublishedAmendment>
    {
        public void Configure(EntityTypeBuilder<PublishedAmendment> amendment)
        {
            amendment.ToTable("decisions_amendment");
            amendment.HasKey(a => a.Number);
            amendment.Property(a => a.Number).ValueGeneratedNever();
            amendment.Property(a => a.Title).HasMaxLength(200);
            amendment.Property(a => a.EnglishTitle).HasMaxLength(200);
            amendment.Property(a => a.Authors).HasMaxLength(400);
            amendment.Property(a => a.ApproverName).HasMaxLength(100);
            amendment.Property(a => a.Lawbook).HasMaxLength(32);
            amendment.HasIndex(a => a.DraftId);
        }
    }
}
