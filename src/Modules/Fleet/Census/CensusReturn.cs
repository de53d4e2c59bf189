using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Census;

/// <summary>What one unit says in a round: the figures the record had for it, and those it stands by.</summary>
internal sealed class CensusReturn : IRevised
{
    private CensusReturn()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private init; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>What it did.</summary>
    public ReturnState State { get; private set; }

    /// <summary>Figures as the record had them when the round was opened.</summary>
    public string Prefilled { get; private init; } = "{}";

    /// <summary>Figures as they stand.</summary>
    public string Figures { get; private set; } = "{}";

    /// <summary>Why they differ.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>Who answered last.</summary>
    public string AnsweredBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>How often it was reminded.</summary>
    public int Reminders { get; private set; }

    /// <summary>When last, UTC.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Asks a unit, with what the record has.</summary>
    public static CensusReturn Ask(Guid round, Guid unit, CensusFigures figures) =>
        new() { Id = Guid.CreateVersion7(), RoundId = round, UnitId = unit, Prefilled = figures.Write(), Figures = figures.Write() };

    /// <summary>The unit stands by figures; those that differ from the record need a reason.</summary>
    public void Answer(CensusFigures figures, string? explanation, string by, DateTime at)
    {
        Check.That(State != ReturnState.Missing, CensusChecks.RoundIsOpen);
        figures.Hold();
        var same = figures.Write() == Prefilled;
        Check.That(same || !string.IsNullOrWhiteSpace(explanation), CensusChecks.CorrectionExplained, nameof(Explanation));
        (State, Figures, Explanation, AnsweredBy, AnsweredAt) = (same ? ReturnState.Confirmed : ReturnState.Corrected, figures.Write(), explanation?.Trim() ?? "", by, at);
    }

    /// <summary>Notes a reminder.</summary>
    public void Remind(DateTime at) => (Reminders, RemindedAt) = (Reminders + 1, at);

    /// <summary>The round ends without it.</summary>
    public void Miss() => State = ReturnState.Missing;

    internal sealed class Mapping : IEntityTypeConfiguration<CensusReturn>
    {
        public void Configure(EntityTypeBuilder<CensusReturn> answer)
        {
            answer.ToTable("fleet_census_return");
            answer.Property(r => r.Id).ValueGeneratedNever();
            answer.Property(r => r.Explanation).HasMaxLength(400);
            answer.Property(r => r.AnsweredBy).HasMaxLength(100);
            answer.HasIndex(r => new { r.RoundId, r.UnitId }).IsUnique();
        }
    }
}
