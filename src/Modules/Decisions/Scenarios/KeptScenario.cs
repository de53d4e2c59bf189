using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Decisions.Scenarios;

/// <summary>A scenario that was written in the browser or made from a stored verdict.</summary>
public sealed class KeptScenario : IRevised
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>The decision as <c>file#id</c>.</summary>
    public required string Decision { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Business date.</summary>
    public DateOnly On { get; init; }

    /// <summary>Facts as JSON, by English name.</summary>
    public required string Facts { get; init; }

    /// <summary>Outcome expected.</summary>
    public required string Outcome { get; init; }

    /// <summary>Row expected to hit; empty for none.</summary>
    public required string Row { get; init; }

    /// <summary>Facts expected to be missing, by English name, with blanks between.</summary>
    public required string Missing { get; init; }

    /// <summary>The verdict it was made from.</summary>
    public Guid? VerdictId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string AuthorName { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Whether it was taken out of the grid.</summary>
    public bool Dropped { get; set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>As it is tried.</summary>
    public Scenario Read() => new()
    {
        Id = Id, Name = Name, Decision = Decision, On = On, Facts = Json.Read<Dictionary<string, object?>>(Facts), Outcome = Outcome, Source = AuthorName,
        Rows = Row.Length > 0 ? [Row] : [], Missing = Missing.Split(' ', StringSplitOptions.RemoveEmptyEntries),
    };

    internal sealed class Mapping : IEntityTypeConfiguration<KeptScenario>
    {
        public void Configure(EntityTypeBuilder<KeptScenario> scenario)
        {
            scenario.ToTable("decisions_scenario");
            scenario.Property(s => s.Id).ValueGeneratedNever();
            scenario.Property(s => s.Decision).HasMaxLength(160);
            scenario.Property(s => s.Name).HasMaxLength(200);
            scenario.Property(s => s.Outcome).HasMaxLength(30);
            scenario.Property(s => s.Row).HasMaxLength(80);
            scenario.Property(s => s.Missing).HasMaxLength(1000);
            scenario.Property(s => s.AuthorName).HasMaxLength(100);
            scenario.HasIndex(s => s.Decision);
        }
    }
}
