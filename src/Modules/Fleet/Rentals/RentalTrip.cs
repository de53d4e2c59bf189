using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Rentals;

/// <summary>One journey of a rented car: a line of the trip list (行程单) on which the rental is settled.</summary>
internal sealed class RentalTrip
{
    private RentalTrip()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The rental.</summary>
    public Guid RentalId { get; private init; }

    /// <summary>The unit that rents.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>Local day of departure.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>Departure, UTC.</summary>
    public DateTime Start { get; private init; }

    /// <summary>Arrival, UTC.</summary>
    public DateTime End { get; private init; }

    /// <summary>From where.</summary>
    public string From { get; private init; } = "";

    /// <summary>To where.</summary>
    public string To { get; private init; } = "";

    /// <summary>What for.</summary>
    public string Purpose { get; private init; } = "";

    /// <summary>Who drove.</summary>
    public string Driver { get; private init; } = "";

    /// <summary>Odometer at departure, km.</summary>
    public decimal OdoOut { get; private init; }

    /// <summary>Odometer at arrival, km.</summary>
    public decimal OdoIn { get; private init; }

    /// <summary>Enters a journey.</summary>
    public static RentalTrip Enter(Rental rental, AddRentalTrip act, (DateTime Start, DateTime End, DateOnly Day) when)
    {
        Check.That(when.End > when.Start, RentalChecks.JourneyEndsAfterStart, nameof(act.End));
        Check.That(act.OdoIn >= act.OdoOut, RentalChecks.OdometerGrows, nameof(act.OdoIn));
        return new RentalTrip
        {
            Id = Guid.CreateVersion7(),
            RentalId = rental.Id,
            UnitId = rental.UnitId,
            Day = when.Day,
            Start = when.Start,
            End = when.End,
            From = act.From.Trim(),
            To = act.To.Trim(),
            Purpose = act.Purpose.Trim(),
            Driver = act.Driver.Trim(),
            OdoOut = act.OdoOut.GetValueOrDefault(),
            OdoIn = act.OdoIn.GetValueOrDefault(),
        };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<RentalTrip>
    {
        public void Configure(EntityTypeBuilder<RentalTrip> trip)
        {
            trip.ToTable("fleet_rental_trip");
            trip.Property(t => t.Id).ValueGeneratedNever();
            trip.Property(t => t.From).HasMaxLength(120);
            trip.Property(t => t.To).HasMaxLength(120);
            trip.Property(t => t.Purpose).HasMaxLength(200);
            trip.Property(t => t.Driver).HasMaxLength(100);
            trip.Property(t => t.OdoOut).HasPrecision(10, 1);
            trip.Property(t => t.OdoIn).HasPrecision(10, 1);
            trip.HasIndex(t => new { t.RentalId, t.Start });
            trip.HasIndex(t => new { t.UnitId, t.Day });
        }
    }
}
