using System.Globalization;
using Guiju.Kernel.Data;
using Guiju.Kernel.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Numbers;

/// <summary>The last number taken in one series, e.g. 派-20230504.</summary>
internal sealed class Counter
{
    /// <summary>The series.</summary>
    public required string Series { get; init; }

    /// <summary>Last number taken.</summary>
    public int Taken { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Counter>
    {
        public void Configure(EntityTypeBuilder<Counter> counter)
        {
            counter.ToTable("fleet_counter");
            counter.HasKey(c => c.Series);
            counter.Property(c => c.Series).HasMaxLength(40);
            counter.Metadata.SetAnnotation(RowDigest.Unwatched, true); // counted outside acts
        }
    }
}

/// <summary>Gives out the numbers that people see: 派-20230504-0012.</summary>
internal sealed class Numbering(GuijuDb db)
{
    /// <summary>The next number of the day. Taken at once and for good: two people never get the same, and a refused act leaves a gap.</summary>
    public async Task<string> NextAsync(string mark, DateOnly day, CancellationToken ct)
    {
        var series = string.Create(CultureInfo.InvariantCulture, $"{mark}-{day:yyyyMMdd}");
        var taken = await db.Database.SqlQuery<int>(
            $"""INSERT INTO fleet_counter (series, taken) VALUES ({series}, 1) ON CONFLICT (series) DO UPDATE SET taken = fleet_counter.taken + 1 RETURNING taken AS "Value" """)
            .ToListAsync(ct);
        return string.Create(CultureInfo.InvariantCulture, $"{series}-{taken[0]:0000}");
    }
}
