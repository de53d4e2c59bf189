using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Census;

/// <summary>A round of the census (普查、统计调查): every unit of the city confirms or corrects its figures by a day.</summary>
internal sealed class CensusRound : IRevised
{
    private CensusRound()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Name.</summary>
    public string Title { get; private init; } = "";

    /// <summary>First day of the time that costs are counted over.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Its last day, as of which cars, quotas and drivers are counted.</summary>
    public DateOnly AsOf { get; private init; }

    /// <summary>Day by which units answer.</summary>
    public DateOnly DueOn { get; private init; }

    /// <summary>Where it stands.</summary>
    public CensusState State { get; private set; }

    /// <summary>Who opened it.</summary>
    public string OpenedBy { get; private init; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime OpenedAt { get; private init; }

    /// <summary>When it was closed, UTC.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Remark on closing: why some units are missing.</summary>
    public string Remark { get; private set; } = "";

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Opens a round.</summary>
    public static CensusRound Open(string title, (DateOnly From, DateOnly To) span, DateOnly due, (string By, DateTime At, DateOnly Today) now)
    {
        Check.That(span.From <= span.To, CensusChecks.SpanInOrder, nameof(OpenCensus.To));
        Check.That(due >= now.Today, CensusChecks.DueAhead, nameof(OpenCensus.DueOn));
        return new CensusRound { Id = Guid.CreateVersion7(), Title = title.Trim(), From = span.From, AsOf = span.To, DueOn = due, OpenedBy = now.By, OpenedAt = now.At };
    }

    /// <summary>Ends it; a round that not all units have answered needs a reason.</summary>
    public void Close(int awaited, string? remark, DateTime at)
    {
        Check.That(State == CensusState.Open, CensusChecks.RoundIsOpen);
        Check.That(awaited == 0 || !string.IsNullOrWhiteSpace(remark), CensusChecks.ReasonForMissing, nameof(Remark));
        (State, ClosedAt, Remark) = (CensusState.Closed, at, remark?.Trim() ?? "");
    }

    internal sealed class Mapping : IEntityTypeConfiguration<CensusRound>
    {
        public void Configure(EntityTypeBuilder<CensusRound> round)
        {
            round.ToTable("fleet_census_round");
            round.Property(r => r.Id).ValueGeneratedNever();
            round.Property(r => r.Title).HasMaxLength(100);
            round.Property(r => r.OpenedBy).HasMaxLength(100);
            round.Property(r => r.Remark).HasMaxLength(400);
        }
    }
}
