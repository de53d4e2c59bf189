using System.Globalization;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Numbers;

/// <summary>The last number taken in a series and year.</summary>
internal sealed class NumberCount
{
    public required string Series { get; init; }

    public int Year { get; init; }

    public int Taken { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<NumberCount>
    {
        public void Configure(EntityTypeBuilder<NumberCount> count)
        {
            count.ToTable("procedures_number_count");
            count.HasKey(c => new { c.Series, c.Year });
            count.Property(c => c.Series).HasMaxLength(20);
            count.Metadata.SetAnnotation(RowDigest.Unwatched, true); // the numbers themselves are watched
        }
    }
}

/// <summary>
/// Gives out document numbers without gap or double. The count is raised inside the act's own transaction: its row stays locked until the act is
/// saved, and an act that is refused gives the number back.
/// </summary>
internal sealed class NumberBook(GuijuDb db, ActorHolder holder, TimeProvider clock)
{
    /// <summary>The next number of a series, to be saved or given back with the running act.</summary>
    public async Task<IssuedNumber> TakeAsync(NumberSeries series, int year, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
        {
            await db.Database.BeginTransactionAsync(ct); // the desk commits it with the act
        }

        var taken = await db.Database.SqlQuery<int>(
            $"""INSERT INTO procedures_number_count (series, year, taken) VALUES ({series.Mark}, {year}, 1) ON CONFLICT (series, year) DO UPDATE SET taken = procedures_number_count.taken + 1 RETURNING taken AS "Value" """)
            .ToListAsync(ct);
        var number = new IssuedNumber
        {
            Id = Guid.CreateVersion7(),
            SeriesId = series.Id,
            UnitId = series.UnitId,
            Year = year,
            Number = taken[0],
            Printed = string.Create(CultureInfo.InvariantCulture, $"{series.Mark}〔{year}〕{taken[0]}号"),
            TakenBy = holder.Current.Name,
            TakenAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(number);
        return number;
    }
}
