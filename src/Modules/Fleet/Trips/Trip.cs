using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Trips;

/// <summary>
/// A request for a car, the order that dispatches it and the journey made under it: one life from draft to settlement.
/// The transitions stand in <c>TripLife.cs</c>.
/// </summary>
internal sealed partial class Trip : IRevised
{
    private Trip()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Number that people see, e.g. 派-20230504-0012.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Body that asks.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>Person who asks.</summary>
    public Guid? ApplicantId { get; private init; }

    /// <summary>Name of the person who asks.</summary>
    public string ApplicantName { get; private init; } = "";

    /// <summary>Reason code.</summary>
    public TripReason Reason { get; private set; }

    /// <summary>Reason in words.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Number of the official letter (公函), for receptions.</summary>
    public string LetterNo { get; private set; } = "";

    /// <summary>How far.</summary>
    public TripScope Scope { get; private set; }

    /// <summary>From where.</summary>
    public string PlanFrom { get; private set; } = "";

    /// <summary>To where.</summary>
    public string PlanTo { get; private set; } = "";

    /// <summary>Planned start, UTC.</summary>
    public DateTime PlanStart { get; private set; }

    /// <summary>Planned end, UTC.</summary>
    public DateTime PlanEnd { get; private set; }

    /// <summary>Local day of the planned start; business date of every judgement from dispatch on.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Who travels.</summary>
    public IReadOnlyList<Passenger> Passengers { get; private set; } = [];

    /// <summary>Class of car wanted.</summary>
    public VehicleClass ClassWanted { get; private set; }

    /// <summary>Whether others may share the ride.</summary>
    public bool ShareOk { get; private set; }

    /// <summary>Whether it is an emergency.</summary>
    public bool Emergency { get; private set; }

    /// <summary>Whether the order was made up after the journey had begun.</summary>
    public bool MadeUp { get; private set; }

    /// <summary>Whether a day of the trip is off by the State Council's notice.</summary>
    public bool Holiday { get; private set; }

    /// <summary>Why passengers with allowance may ride.</summary>
    public AllowanceException AllowanceException { get; private set; }

    /// <summary>Where it stands.</summary>
    public TripState State { get; private set; }

    /// <summary>Whether the principal leader must approve after the office head.</summary>
    public bool NeedsLeader { get; private set; }

    /// <summary>When it was first submitted, UTC.</summary>
    public DateTime FiledAt { get; private init; }

    /// <summary>Decisions so far, oldest first.</summary>
    public IReadOnlyList<TripApproval> Approvals { get; private set; } = [];

    /// <summary>How many of the decisions belong to earlier submissions.</summary>
    public int EarlierApprovals { get; private set; }

    /// <summary>Car.</summary>
    public Guid? VehicleId { get; private set; }

    /// <summary>Driver.</summary>
    public Guid? DriverId { get; private set; }

    /// <summary>Person who drives; repeated from the driver, so that a driver finds the own trips.</summary>
    public Guid? DriverPersonId { get; private set; }

    /// <summary>The trip whose car it shares (合乘主单); null where it has a car of its own.</summary>
    public Guid? LeadId { get; private set; }

    /// <summary>Dispatcher.</summary>
    public Guid? DispatchedById { get; private set; }

    /// <summary>Name of the dispatcher.</summary>
    public string DispatchedByName { get; private set; } = "";

    /// <summary>When dispatched, UTC.</summary>
    public DateTime? DispatchedAt { get; private set; }

    /// <summary>Why car or driver was changed after a first dispatch.</summary>
    public string RedispatchReason { get; private set; } = "";

    /// <summary>Odometer at departure.</summary>
    public decimal? OdoOut { get; private set; }

    /// <summary>Odometer at return.</summary>
    public decimal? OdoIn { get; private set; }

    /// <summary>Departure, UTC.</summary>
    public DateTime? RealStart { get; private set; }

    /// <summary>Return, UTC.</summary>
    public DateTime? RealEnd { get; private set; }

    /// <summary>Whether the car was parked in its registered place on return.</summary>
    public bool ParkedInPlace { get; private set; }

    /// <summary>Number of the approved exception where it was parked elsewhere.</summary>
    public string ParkingExceptionNo { get; private set; } = "";

    /// <summary>Longest stretch of driving, minutes; null where the whole trip was shorter than a stretch may be.</summary>
    public int? DrivingMinutes { get; private set; }

    /// <summary>Rest after that stretch, minutes.</summary>
    public int? RestMinutes { get; private set; }

    /// <summary>Whether the driver declared that nothing was fuelled or charged.</summary>
    public bool NoFuel { get; private set; }

    /// <summary>Whether the driver declared that there were no costs.</summary>
    public bool NoCosts { get; private set; }

    /// <summary>What happened on the way; empty where nothing did.</summary>
    public string Incident { get; private set; } = "";

    /// <summary>Why it was cancelled.</summary>
    public string CancelReason { get; private set; } = "";

    /// <summary>Who settled.</summary>
    public Guid? SettledById { get; private set; }

    /// <summary>When settled, UTC.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Kilometres driven, once returned.</summary>
    public decimal? Km => OdoIn - OdoOut;

    /// <summary>Number of the leader's approval, as later judgements name it; empty where there is none.</summary>
    public string LeaderApprovalNo => Approvals.Skip(EarlierApprovals).Any(a => a is { Approved: true, Step: TripSteps.Leader }) ? $"{Code}-L" : "";

    /// <summary>Whose decision is awaited while submitted.</summary>
    public string AwaitedStep => NeedsLeader && Approvals.Count > EarlierApprovals && Approvals[^1] is { Approved: true, Step: TripSteps.UnitHead } ? TripSteps.Leader : TripSteps.UnitHead;

    internal sealed class Mapping : IEntityTypeConfiguration<Trip>
    {
        public void Configure(EntityTypeBuilder<Trip> trip)
        {
            trip.ToTable("fleet_trip");
            trip.Property(t => t.Id).ValueGeneratedNever();
            trip.Property(t => t.Code).HasMaxLength(30);
            trip.Property(t => t.ApplicantName).HasMaxLength(100);
            trip.Property(t => t.Purpose).HasMaxLength(200);
            trip.Property(t => t.LetterNo).HasMaxLength(80);
            trip.Property(t => t.PlanFrom).HasMaxLength(120);
            trip.Property(t => t.PlanTo).HasMaxLength(120);
            trip.Property(t => t.DispatchedByName).HasMaxLength(100);
            trip.Property(t => t.RedispatchReason).HasMaxLength(200);
            trip.Property(t => t.ParkingExceptionNo).HasMaxLength(80);
            trip.Property(t => t.Incident).HasMaxLength(500);
            trip.Property(t => t.CancelReason).HasMaxLength(200);
            trip.Property(t => t.Complaint).HasMaxLength(500);
            trip.Property(t => t.FollowUp).HasMaxLength(500);
            trip.Property(t => t.OdoOut).HasPrecision(10, 1);
            trip.Property(t => t.OdoIn).HasPrecision(10, 1);
            AsJson(trip.Property(t => t.Passengers));
            AsJson(trip.Property(t => t.Approvals));
            trip.Ignore(t => t.Km);
            trip.Ignore(t => t.AwaitedStep);
            trip.Ignore(t => t.LeaderApprovalNo);
            trip.HasIndex(t => t.Code).IsUnique();
            trip.HasIndex(t => new { t.Code, t.Id, t.UnitId }); // the register's order over the city, and below within a unit
            trip.HasIndex(t => new { t.UnitId, t.Code, t.Id });
            trip.HasIndex(t => new { t.UnitId, t.Day });
            trip.HasIndex(t => new { t.Day, t.Id, t.UnitId });
            trip.HasIndex(t => new { t.ApplicantId, t.Day });
            trip.HasIndex(t => new { t.VehicleId, t.Day });
            trip.HasIndex(t => new { t.DriverId, t.Day });
            trip.HasIndex(t => new { t.DriverPersonId, t.Day });
            trip.HasIndex(t => new { t.State, t.Day });
            trip.HasIndex(t => t.LeadId);
        }

        private static void AsJson<T>(PropertyBuilder<IReadOnlyList<T>> list) => list.HasConversion(
            items => Json.Write(items),
            text => Json.Read<List<T>>(text),
            new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), items => items.Count, items => items.ToList())); // neither is ever null
    }
}
