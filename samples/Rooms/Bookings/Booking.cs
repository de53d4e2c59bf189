using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Rooms.Bookings;

/// <summary>A room kept for a meeting of some people for a day.</summary>
internal sealed class Booking : IRevised
{
    /// <summary>Kind of the record in ledger, cases and timelines.</summary>
    public const string Kind = "rooms.booking";

    private Booking()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The room, by its number on the door.</summary>
    public string Room { get; private init; } = "";

    /// <summary>The day.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>How many people meet.</summary>
    public int Heads { get; private init; }

    /// <summary>The unit that meets.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>Who booked it.</summary>
    public Guid? BookedById { get; private init; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Keeps the room.</summary>
    public static Booking Make(string room, DateOnly day, int heads, (Guid Unit, Guid? Person) whose, DateOnly today)
    {
        Check.That(day >= today, BookingChecks.NotInThePast, nameof(Day));
        return new Booking { Id = Guid.CreateVersion7(), Room = room.Trim(), Day = day, Heads = heads, UnitId = whose.Unit, BookedById = whose.Person };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Booking>
    {
        public void Configure(EntityTypeBuilder<Booking> booking)
        {
            booking.ToTable("rooms_booking");
            booking.Property(b => b.Id).ValueGeneratedNever();
            booking.Property(b => b.Room).HasMaxLength(20);
            booking.HasIndex(b => new { b.Room, b.Day }).IsUnique();
        }
    }
}

/// <summary>What must hold for bookings to make sense.</summary>
internal static class BookingChecks
{
    public static readonly SystemCheck NotInThePast = new("BookingChecks.NotInThePast", new("会议日期不能早于今天。", "The meeting cannot lie in the past."));
}
