using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Definitions;

/// <summary>代理: between two days another person is asked in somebody's place. Never for a matter of that person's own.</summary>
internal sealed class Deputy : IRevised
{
    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    public Guid DeputyId { get; init; }

    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    public int Revision { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Deputy>
    {
        public void Configure(EntityTypeBuilder<Deputy> deputy)
        {
            deputy.ToTable("procedures_deputy");
            deputy.Property(d => d.Id).ValueGeneratedNever();
            deputy.HasIndex(d => new { d.PersonId, d.From });
        }
    }
}
