using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Openness;

/// <summary>The spending on official cars of a year as it was made public (经费公开): what was said that day stays said, whatever is corrected later.</summary>
internal sealed class SpendingPublication
{
    private SpendingPublication()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The year.</summary>
    public int Year { get; private init; }

    /// <summary>The statement as JSON.</summary>
    public string Content { get; private init; } = "";

    /// <summary>Day of publication.</summary>
    public DateOnly PublishedOn { get; private init; }

    /// <summary>When, UTC; of several of a year the latest counts.</summary>
    public DateTime At { get; private init; }

    /// <summary>Who published it; not part of what is public.</summary>
    public string PublishedBy { get; private init; } = "";

    /// <summary>Publishes a statement on a year that has ended, once somebody has checked that it holds nothing secret.</summary>
    public static SpendingPublication Make(SpendingStatement statement, bool secrecyChecked, (string By, DateTime At, DateOnly Today) now)
    {
        Check.That(statement.Year < now.Today.Year, SpendingChecks.YearHasEnded, nameof(Year));
        Check.That(secrecyChecked, SpendingChecks.SecrecyChecked, nameof(PublishSpending.SecrecyChecked));
        return new SpendingPublication { Id = Guid.CreateVersion7(), Year = statement.Year, Content = Json.Write(statement), PublishedOn = now.Today, At = now.At, PublishedBy = now.By };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<SpendingPublication>
    {
        public void Configure(EntityTypeBuilder<SpendingPublication> publication)
        {
            publication.ToTable("fleet_publication");
            publication.Property(p => p.Id).ValueGeneratedNever();
            publication.Property(p => p.PublishedBy).HasMaxLength(100);
            publication.HasIndex(p => new { p.Year, p.At });
        }
    }
}

/// <summary>What must hold for publishing.</summary>
internal static class SpendingChecks
{
    public static readonly SystemCheck YearHasEnded = new($"{nameof(SpendingChecks)}.{nameof(YearHasEnded)}", new("决算在年度结束后公开。", "The account of a year is published when it has ended."));

    public static readonly SystemCheck SecrecyChecked = new($"{nameof(SpendingChecks)}.{nameof(SecrecyChecked)}", new("公开前须经保密审查。", "What is published has been checked for secrecy first."));
}
