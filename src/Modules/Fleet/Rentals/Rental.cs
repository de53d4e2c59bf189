using Guiju.Fleet.Applications;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Rentals;

/// <summary>A car rented for some days (租用社会车辆): proof that none was free, decision by length, supplier, use with its journeys, invoice. The transitions stand in <c>RentalLife.cs</c>.</summary>
internal sealed partial class Rental : IRevised
{
    private Rental()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Number, e.g. 租-20230508-0001.</summary>
    public string Code { get; private init; } = "";

    /// <summary>The unit that rents.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>Who asked.</summary>
    public Guid? RequestedById { get; private init; }

    /// <summary>Name of who asked.</summary>
    public string RequestedBy { get; private init; } = "";

    /// <summary>Day of the request.</summary>
    public DateOnly RequestedOn { get; private init; }

    /// <summary>The request for a car that could not be served; null where there was none.</summary>
    public Guid? TripId { get; private init; }

    /// <summary>Reason code.</summary>
    public TripReason Reason { get; private init; }

    /// <summary>Reason in words.</summary>
    public string Purpose { get; private init; } = "";

    /// <summary>First day.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; private init; }

    /// <summary>Days, first and last counted.</summary>
    public int Days { get; private init; }

    /// <summary>How many people travel, the driver left out.</summary>
    public int Heads { get; private init; }

    /// <summary>Class of use.</summary>
    public VehicleClass Class { get; private init; }

    /// <summary>Size of the car.</summary>
    public VehicleKind Kind { get; private init; }

    /// <summary>Shape of the car.</summary>
    public VehicleBody Body { get; private init; }

    /// <summary>Energy: as asked for, and as taken once the car is there.</summary>
    public EnergyKind Energy { get; private set; }

    /// <summary>Price of such a car when new, without purchase tax, yuan: as asked for, and as taken once the car is there.</summary>
    public decimal PriceYuan { get; private set; }

    /// <summary>Displacement, litres: as asked for, and as taken; null without an engine.</summary>
    public decimal? Displacement { get; private set; }

    /// <summary>Whether the supplier sends a driver.</summary>
    public bool WithDriver { get; private init; }

    /// <summary>Where the money comes from.</summary>
    public FundSource FundSource { get; private init; }

    /// <summary>Which cars were free at that time.</summary>
    public Availability Snapshot { get; private init; } = null!; // set by Request; the store always holds one

    /// <summary>Who decides.</summary>
    public RentalLevel Level { get; private init; }

    /// <summary>Whether the unit's leader has agreed where the authority decides after.</summary>
    public bool LeaderAgreed { get; private set; }

    /// <summary>Where it stands.</summary>
    public RentalState State { get; private set; }

    /// <summary>What was said at the last decision.</summary>
    public string Opinion { get; private set; } = "";

    /// <summary>The contract supplier; null for one without contract.</summary>
    public Guid? SupplierId { get; private set; }

    /// <summary>Name of the supplier.</summary>
    public string SupplierName { get; private set; } = "";

    /// <summary>How it is bought.</summary>
    public PurchaseWay? Way { get; private set; }

    /// <summary>Day on which the supplier was chosen.</summary>
    public DateOnly? OrderedOn { get; private set; }

    /// <summary>Agreed price in all, yuan.</summary>
    public decimal? QuoteYuan { get; private set; }

    /// <summary>Plate of the rented car.</summary>
    public string PlateNo { get; private set; } = "";

    /// <summary>Brand and model of it.</summary>
    public string Model { get; private set; } = "";

    /// <summary>Day on which it was taken.</summary>
    public DateOnly? TakenOn { get; private set; }

    /// <summary>Odometer when taken, km.</summary>
    public decimal? OdoOut { get; private set; }

    /// <summary>Day on which it went back.</summary>
    public DateOnly? ReturnedOn { get; private set; }

    /// <summary>Odometer when it went back, km.</summary>
    public decimal? OdoIn { get; private set; }

    /// <summary>What happened; empty where nothing did.</summary>
    public string Incident { get; private set; } = "";

    /// <summary>Day of the invoice.</summary>
    public DateOnly? InvoiceOn { get; private set; }

    /// <summary>Number of the invoice.</summary>
    public string InvoiceNo { get; private set; } = "";

    /// <summary>Amount of the invoice, yuan.</summary>
    public decimal? InvoiceYuan { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>The step of the procedure that is awaited while it is requested.</summary>
    public string AwaitedStep => Level == RentalLevel.Bureau && LeaderAgreed ? RentalSteps.Bureau : RentalSteps.Leader;

    /// <summary>Whether the awaited decision is the last, the one that takes effect.</summary>
    public bool IsLastDecision => Level == RentalLevel.Leader || LeaderAgreed;

    internal sealed class Mapping : IEntityTypeConfiguration<Rental>
    {
        public void Configure(EntityTypeBuilder<Rental> rental)
        {
            rental.ToTable("fleet_rental");
            rental.Property(r => r.Id).ValueGeneratedNever();
            rental.Property(r => r.Code).HasMaxLength(30);
            rental.Property(r => r.RequestedBy).HasMaxLength(100);
            rental.Property(r => r.Purpose).HasMaxLength(200);
            rental.Property(r => r.Opinion).HasMaxLength(400);
            rental.Property(r => r.SupplierName).HasMaxLength(120);
            rental.Property(r => r.PlateNo).HasMaxLength(20);
            rental.Property(r => r.Model).HasMaxLength(80);
            rental.Property(r => r.Incident).HasMaxLength(500);
            rental.Property(r => r.InvoiceNo).HasMaxLength(80);
            rental.Property(r => r.Displacement).HasPrecision(5, 3);
            rental.Property(r => r.OdoOut).HasPrecision(10, 1);
            rental.Property(r => r.OdoIn).HasPrecision(10, 1);
            rental.Property(r => r.Snapshot).HasConversion(s => Json.Write(s), text => Json.Read<Availability>(text));
            rental.Ignore(r => r.AwaitedStep);
            rental.Ignore(r => r.IsLastDecision);
            rental.HasIndex(r => r.Code).IsUnique();
            rental.HasIndex(r => new { r.UnitId, r.Code, r.Id });
            rental.HasIndex(r => new { r.State, r.InvoiceOn });
        }
    }
}
