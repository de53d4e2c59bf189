using System.Globalization;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Statements;

/// <summary>
/// One line of a statement: what was paid, kept as it was given; the car and the journey it was joined to; what the law says of it; and how a person settled it
/// where it did not settle by itself. A line that counts is part of the car's account of the month it is booked in.
/// </summary>
internal sealed class StatementLine : IRevised
{
    private StatementLine()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The statement.</summary>
    public Guid StatementId { get; private init; }

    /// <summary>Row of its file.</summary>
    public int Row { get; private init; }

    /// <summary>Issuer, repeated from the statement.</summary>
    public string Issuer { get; private init; } = "";

    /// <summary>What makes it this line and no other, over all statements of the issuer.</summary>
    public string Mark { get; private init; } = "";

    /// <summary>On what.</summary>
    public CostKind Kind { get; private init; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private init; }

    /// <summary>Day in the bureau.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>Whether the hour is known.</summary>
    public bool Timed { get; private init; }

    /// <summary>Amount, yuan.</summary>
    public decimal AmountYuan { get; private init; }

    /// <summary>Litres or kilowatt-hours.</summary>
    public decimal? Quantity { get; private init; }

    /// <summary>Card or tag.</summary>
    public string CardNo { get; private init; } = "";

    /// <summary>Plate as printed.</summary>
    public string PlateNo { get; private init; } = "";

    /// <summary>Kind of fuel as printed.</summary>
    public string Grade { get; private init; } = "";

    /// <summary>Station or place.</summary>
    public string Station { get; private init; } = "";

    /// <summary>The issuer's own number.</summary>
    public string Serial { get; private init; } = "";

    /// <summary>Odometer as told, km.</summary>
    public decimal? OdometerKm { get; private init; }

    /// <summary>Unit whose matter it is: the car's, else the one that pays or that has taken the statement in.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The car.</summary>
    public Guid? VehicleId { get; private set; }

    /// <summary>The journey.</summary>
    public Guid? TripId { get; private set; }

    /// <summary>What the driver entered for the same, where that was found.</summary>
    public Guid? TripCostId { get; private set; }

    /// <summary>First day of the month in whose account it counts: its own, or the first open one after.</summary>
    public DateOnly BookedIn { get; private set; }

    /// <summary>Where it stands.</summary>
    public LineState State { get; private set; }

    /// <summary>What the law says of it, folded; null where it was not asked.</summary>
    public LawOutcome? Outcome { get; private set; }

    /// <summary>Whether a person has yet to look at it.</summary>
    public bool Open { get; private set; }

    /// <summary>Why it was settled as it was.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who settled it by hand.</summary>
    public string SettledBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Whether it counts in the car's account: what the driver has entered counts there already.</summary>
    public bool Counts => VehicleId is not null && State is LineState.Joined or LineState.NoTrip;

    /// <summary>Takes a line over from a statement.</summary>
    public static StatementLine Take(Statement of, StatementEntry entry, (DateTime At, Guid Unit, string Mark) taken) => new()
    {
        Id = Guid.CreateVersion7(),
        StatementId = of.Id,
        Row = entry.Row,
        Issuer = of.Issuer,
        Mark = taken.Mark,
        Kind = entry.Kind,
        At = taken.At,
        Day = DateOnly.FromDateTime(entry.At),
        Timed = entry.Timed,
        AmountYuan = entry.AmountYuan,
        Quantity = entry.Quantity,
        CardNo = entry.CardNo.Trim(),
        PlateNo = entry.PlateNo.Trim(),
        Grade = entry.Grade.Trim(),
        Station = entry.Station.Trim(),
        Serial = entry.Serial.Trim(),
        OdometerKm = entry.OdometerKm,
        UnitId = taken.Unit,
        BookedIn = new DateOnly(entry.At.Year, entry.At.Month, 1),
        State = LineState.NoCar,
        Open = true,
    };

    /// <summary>The mark of an entry: the issuer's own number, or everything that tells one payment from another.</summary>
    public static string MarkOf(string issuer, StatementEntry entry) => entry.Serial.Trim() is { Length: > 0 } serial
        ? $"{issuer}|#{serial}|{entry.AmountYuan.ToString("0.00", CultureInfo.InvariantCulture)}"
        : string.Create(CultureInfo.InvariantCulture, $"{issuer}|{entry.CardNo.Trim()}|{PlateNumber.Normalise(entry.PlateNo)}|{entry.At:yyyyMMddHHmmss}|{entry.AmountYuan:0.00}|{entry.Quantity:0.###}|{entry.Station.Trim()}");

    /// <summary>Joins the line to a car of a unit, its journey where one was found, and what was entered on it.</summary>
    public void Join((Guid Car, Guid Unit) to, Guid? trip, (LineState State, Guid? Entered) found, DateOnly bookedIn)
    {
        (VehicleId, UnitId, TripId, State, TripCostId, BookedIn) = (to.Car, to.Unit, trip, found.State, found.Entered, bookedIn);
        Open = State is LineState.Differs or LineState.NoTrip or LineState.NoCar;
    }

    /// <summary>Takes over what the law says; whatever wants an answer is left open for a person.</summary>
    public void Judge(LawOutcome outcome)
    {
        Outcome = outcome;
        Open = SettledAt is null && (Open || outcome >= LawOutcome.Acknowledge);
    }

    /// <summary>A person settles it.</summary>
    public void Settle(LineState state, string reason, (string By, DateTime At) hand)
    {
        Check.That(SettledAt is null, StatementChecks.StillOpen);
        (State, Reason, SettledBy, SettledAt, Open) = (state, reason.Trim(), hand.By, hand.At, false);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<StatementLine>
    {
        public void Configure(EntityTypeBuilder<StatementLine> line)
        {
            line.ToTable("fleet_statement_line");
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Property(l => l.Issuer).HasMaxLength(120);
            line.Property(l => l.Mark).HasMaxLength(500);
            line.Property(l => l.CardNo).HasMaxLength(60);
            line.Property(l => l.PlateNo).HasMaxLength(30);
            line.Property(l => l.Grade).HasMaxLength(60);
            line.Property(l => l.Station).HasMaxLength(120);
            line.Property(l => l.Serial).HasMaxLength(80);
            line.Property(l => l.Reason).HasMaxLength(400);
            line.Property(l => l.SettledBy).HasMaxLength(100);
            line.Property(l => l.Quantity).HasPrecision(10, 3);
            line.Property(l => l.OdometerKm).HasPrecision(10, 1);
            line.Ignore(l => l.Counts);
            line.HasIndex(l => l.Mark).IsUnique();
            line.HasIndex(l => l.StatementId);
            line.HasIndex(l => new { l.VehicleId, l.Kind, l.At });
            line.HasIndex(l => new { l.BookedIn, l.VehicleId });
            line.HasIndex(l => new { l.At, l.Id, l.UnitId }); // the register's order
            line.HasIndex(l => new { l.Open, l.UnitId });
        }
    }
}
