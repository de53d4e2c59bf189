using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Work;

/// <summary>请示事项: a matter in which somebody asks for instructions.</summary>
internal sealed class Matter : IRevised
{
    /// <summary>Kind of the record, and name of its procedure.</summary>
    public const string Kind = "procedures.matter";

    public Guid Id { get; init; }

    public Guid UnitId { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public int Revision { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Matter>
    {
        public void Configure(EntityTypeBuilder<Matter> matter)
        {
            matter.ToTable("procedures_matter");
            matter.Property(m => m.Id).ValueGeneratedNever();
            matter.Property(m => m.Title).HasMaxLength(100);
            matter.Property(m => m.Text).HasMaxLength(4000);
        }
    }
}
