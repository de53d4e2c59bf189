using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Applications;

/// <summary>A body asks the vehicle authority for a new car, or for one in place of an old one (配备、更新申请).</summary>
internal sealed class FleetApplication : IRevised
{
    private FleetApplication()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Number that people see, e.g. 配-20230504-0001.</summary>
    public string Code { get; private init; } = "";

    /// <summary>What is asked for.</summary>
    public ApplicationKind What { get; private init; }

    /// <summary>Body that asks.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>Person who filed it.</summary>
    public Guid? ApplicantId { get; private init; }

    /// <summary>Name of the person who filed it.</summary>
    public string ApplicantName { get; private init; } = "";

    /// <summary>When it was filed, UTC.</summary>
    public DateTime FiledAt { get; private init; }

    /// <summary>Day of filing; business date of the judgement.</summary>
    public DateOnly FiledOn { get; private init; }

    /// <summary>Class of the car wanted.</summary>
    public VehicleClass Class { get; private init; }

    /// <summary>Size of the car wanted.</summary>
    public VehicleKind Kind { get; private init; }

    /// <summary>Shape of the body.</summary>
    public VehicleBody Body { get; private init; }

    /// <summary>What drives it.</summary>
    public EnergyKind Energy { get; private init; }

    /// <summary>Price without purchase tax, one car.</summary>
    public decimal PriceYuan { get; private init; }

    /// <summary>Displacement in litres; null without an engine.</summary>
    public decimal? Displacement { get; private init; }

    /// <summary>Cars asked for.</summary>
    public int Cars { get; private init; }

    /// <summary>Where made.</summary>
    public Origin Origin { get; private init; }

    /// <summary>How it is to come to the body.</summary>
    public AcquireWay AcquireWay { get; private init; }

    /// <summary>How it is to be bought.</summary>
    public PurchaseWay PurchaseWay { get; private init; }

    /// <summary>Budget line that pays.</summary>
    public FundSource FundSource { get; private init; }

    /// <summary>Number of the budget line.</summary>
    public string BudgetLine { get; private init; } = "";

    /// <summary>Item of the year's plan.</summary>
    public string PlanItem { get; private init; } = "";

    /// <summary>Quota of the class on the day of filing; null where none was fixed.</summary>
    public int? Quota { get; private init; }

    /// <summary>Cars of the class held on the day of filing.</summary>
    public int Held { get; private init; }

    /// <summary>Car to be replaced.</summary>
    public Guid? ReplacedVehicleId { get; private init; }

    /// <summary>Why it is to be renewed.</summary>
    public RenewalReason? RenewalReason { get; private init; }

    /// <summary>Technical state of the car to be replaced.</summary>
    public TechnicalState? TechnicalState { get; private init; }

    /// <summary>The whole form as it was filed.</summary>
    public string Form { get; private init; } = "";

    /// <summary>Why, in words.</summary>
    public string Purpose { get; private init; } = "";

    /// <summary>Where it stands.</summary>
    public ApplicationState State { get; private set; }

    /// <summary>Who decided.</summary>
    public string DecidedByName { get; private set; } = "";

    /// <summary>When decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Opinion of the decision.</summary>
    public string Opinion { get; private set; } = "";

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Files an application.</summary>
    public static FleetApplication File(Guid id, string code, TripHand by, Filing filing) => new()
    {
        Id = id,
        Code = code,
        What = filing.What,
        UnitId = filing.UnitId,
        ApplicantId = by.PersonId,
        ApplicantName = by.Name,
        FiledAt = by.At,
        FiledOn = filing.On,
        Class = filing.Fields.Class.GetValueOrDefault(),
        Kind = filing.Fields.Kind.GetValueOrDefault(),
        Body = filing.Fields.Body.GetValueOrDefault(),
        Energy = filing.Fields.Energy.GetValueOrDefault(),
        PriceYuan = filing.Fields.PriceYuan.GetValueOrDefault(),
        Displacement = Vehicles.Displacement.Parse(filing.Fields.Displacement, nameof(filing.Fields.Displacement)),
        Cars = filing.Cars,
        Origin = filing.Fields.Origin.GetValueOrDefault(),
        AcquireWay = filing.Way,
        PurchaseWay = filing.Fields.PurchaseWay.GetValueOrDefault(),
        FundSource = filing.Fields.FundSource.GetValueOrDefault(),
        BudgetLine = filing.Fields.BudgetLine?.Trim() ?? "",
        PlanItem = filing.Fields.PlanItem?.Trim() ?? "",
        Quota = filing.Quota,
        Held = filing.Held,
        ReplacedVehicleId = filing.ReplacedVehicleId,
        RenewalReason = filing.Reason,
        TechnicalState = filing.Technical,
        Form = filing.Form,
        Purpose = filing.Fields.Purpose.Trim(),
        State = ApplicationState.Submitted,
    };

    /// <summary>The vehicle authority approves it or sends it back. Nobody decides what they filed themselves.</summary>
    public void Decide(TripHand by, bool approved, string? opinion)
    {
        Check.That(State == ApplicationState.Submitted, ApplicationChecks.AwaitsDecision);
        Check.That(by.PersonId is null || by.PersonId != ApplicantId, TripChecks.NotOwnRequest);
        Check.That(approved || !string.IsNullOrWhiteSpace(opinion), TripChecks.OpinionGiven, nameof(Opinion));
        State = approved ? ApplicationState.Approved : ApplicationState.SentBack;
        (DecidedByName, DecidedAt, Opinion) = (by.Name, by.At, opinion?.Trim() ?? "");
    }

    /// <summary>The applicant takes it back.</summary>
    public void Withdraw(TripHand by)
    {
        Check.That(State == ApplicationState.Submitted, ApplicationChecks.AwaitsDecision);
        Check.That(by.PersonId == ApplicantId, TripChecks.OwnMatter);
        State = ApplicationState.Withdrawn;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<FleetApplication>
    {
        public void Configure(EntityTypeBuilder<FleetApplication> application)
        {
            application.ToTable("fleet_application");
            application.Property(a => a.Id).ValueGeneratedNever();
            application.Property(a => a.Code).HasMaxLength(30);
            application.Property(a => a.ApplicantName).HasMaxLength(100);
            application.Property(a => a.Displacement).HasPrecision(4, 1);
            application.Property(a => a.BudgetLine).HasMaxLength(80);
            application.Property(a => a.PlanItem).HasMaxLength(80);
            application.Property(a => a.Purpose).HasMaxLength(400);
            application.Property(a => a.DecidedByName).HasMaxLength(100);
            application.Property(a => a.Opinion).HasMaxLength(400);
            application.HasIndex(a => a.Code).IsUnique();
            application.HasIndex(a => new { a.UnitId, a.FiledOn });
            application.HasIndex(a => a.State);
        }
    }
}

/// <summary>An application with what was found out about it on filing.</summary>
internal sealed record Filing
{
    /// <summary>Acquire or renew.</summary>
    public required ApplicationKind What { get; init; }

    /// <summary>Body that asks.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Day of filing.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The form.</summary>
    public required ApplicationFields Fields { get; init; }

    /// <summary>The form as JSON.</summary>
    public required string Form { get; init; }

    /// <summary>Cars asked for.</summary>
    public int Cars { get; init; } = 1;

    /// <summary>How the car is to come to the body.</summary>
    public AcquireWay Way { get; init; }

    /// <summary>Quota of the class; null where none was fixed.</summary>
    public int? Quota { get; init; }

    /// <summary>Cars of the class held.</summary>
    public int Held { get; init; }

    /// <summary>Car to be replaced.</summary>
    public Guid? ReplacedVehicleId { get; init; }

    /// <summary>Why it is to be renewed.</summary>
    public RenewalReason? Reason { get; init; }

    /// <summary>Technical state of the car to be replaced.</summary>
    public TechnicalState? Technical { get; init; }
}
