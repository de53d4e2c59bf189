using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Numbers;

/// <summary>A series of document numbers: the organ's mark (机关代字), counted from 1 in each year.</summary>
internal sealed class NumberSeries : IRevised
{
    public Guid Id { get; init; }

    /// <summary>机关代字, e.g. 方管发.</summary>
    public required string Mark { get; init; }

    /// <summary>What the series is for.</summary>
    public required string Title { get; init; }

    /// <summary>Unit that issues under it.</summary>
    public Guid UnitId { get; init; }

    public int Revision { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<NumberSeries>
    {
        public void Configure(EntityTypeBuilder<NumberSeries> series)
        {
            series.ToTable("procedures_number_series");
            series.Property(s => s.Id).ValueGeneratedNever();
            series.Property(s => s.Mark).HasMaxLength(20);
            series.Property(s => s.Title).HasMaxLength(100);
            series.HasIndex(s => s.Mark).IsUnique();
        }
    }
}
