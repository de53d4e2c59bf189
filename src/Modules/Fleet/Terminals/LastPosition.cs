using Guiju.Kernel.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Terminals;

/// <summary>
/// When a terminal was last heard and where its car was then. Written by the gateway as it reads the journal, by no act, so the ledger does not watch it;
/// it can be made anew from the positions of the days.
/// </summary>
internal sealed class LastPosition
{
    /// <summary>Number of the terminal.</summary>
    public string Terminal { get; init; } = "";

    /// <summary>When its last frame came, UTC.</summary>
    public DateTime HeardAt { get; init; }

    /// <summary>By how many seconds the terminal's clock was ahead of ours in its last report of now; null before one came.</summary>
    public int? ClockAheadS { get; init; }

    /// <summary>Time of its last position that the receiver vouches for, UTC; null before one came.</summary>
    public DateTime? FixAt { get; init; }

    /// <summary>Degrees WGS-84.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees WGS-84.</summary>
    public double? Longitude { get; init; }

    /// <summary>Kilometres per hour.</summary>
    public double? SpeedKmh { get; init; }

    /// <summary>Degrees clockwise from north.</summary>
    public int? Direction { get; init; }

    /// <summary>Alarm bits.</summary>
    public long? Alarms { get; init; }

    /// <summary>Status bits.</summary>
    public long? Status { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<LastPosition>
    {
        public void Configure(EntityTypeBuilder<LastPosition> last)
        {
            last.ToTable("fleet_last_position");
            last.HasKey(l => l.Terminal);
            last.Property(l => l.Terminal).HasMaxLength(TerminalNumber.MostDigits);
            last.Metadata.SetAnnotation(RowDigest.Unwatched, true);
        }
    }
}
