using Guiju.Fleet.Sightings;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Alarms;

/// <summary>
/// Something that did not fit, one a car and event: what was seen on which figures, the innocent explanations tried, what driver or unit say, and the vehicle desk's verdict. Never a sanction.
/// What the record itself explains is kept too, but nobody is asked about it.
/// </summary>
internal sealed class Alarm : IRevised
{
    private Alarm()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Number that people see, e.g. 警-20230504-0012.</summary>
    public string Code { get; private init; } = "";

    /// <summary>What was seen.</summary>
    public AlarmKind Kind { get; private init; }

    /// <summary>Whether it speaks of a device.</summary>
    public bool Device { get; private init; }

    /// <summary>Local day on which it ended.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>When it began, UTC.</summary>
    public DateTime From { get; private init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime To { get; private init; }

    /// <summary>The car.</summary>
    public Guid VehicleId { get; private init; }

    /// <summary>Its plate, repeated for lists.</summary>
    public string PlateNo { get; private init; } = "";

    /// <summary>The unit that answers for it: the order's, else the car's.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>The order concerned, where there is one.</summary>
    public Guid? TripId { get; private init; }

    /// <summary>Its number.</summary>
    public string TripCode { get; private init; } = "";

    /// <summary>Who drove, where an order says so.</summary>
    public Guid? DriverPersonId { get; private init; }

    /// <summary>Figures and innocent explanations as they were when it was seen.</summary>
    public Grounds Seen { get; private init; } = new([], []);

    /// <summary>When it was found, UTC.</summary>
    public DateTime FoundAt { get; private init; }

    /// <summary>Where it stands.</summary>
    public AlarmState State { get; private set; }

    /// <summary>What driver or unit say.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>Who says so.</summary>
    public Guid? ExplainedById { get; private set; }

    /// <summary>Name of who says so.</summary>
    public string ExplainedByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime? ExplainedAt { get; private set; }

    /// <summary>The verdict; null while it is awaited.</summary>
    public AlarmVerdict? Verdict { get; private set; }

    /// <summary>Why, in words; or what is still to be explained.</summary>
    public string Opinion { get; private set; } = "";

    /// <summary>Who gave it.</summary>
    public string JudgedByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime? JudgedAt { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Whether somebody still has to do something about it.</summary>
    public bool IsOpen => State is AlarmState.Asked or AlarmState.Answered;

    /// <summary>Keeps a sighting: as explained where the record bears an explanation out, else to be asked about; a device goes to the vehicle desk at once.</summary>
    public static Alarm Raise(Guid id, string code, Sighting seen, AlarmSubject of, DateTime foundAt) => new()
    {
        Id = id,
        Code = code,
        Kind = seen.Kind,
        Device = seen.Kind.IsDevice(),
        Day = of.Day,
        From = of.From,
        To = of.To,
        VehicleId = of.VehicleId,
        PlateNo = of.PlateNo,
        UnitId = of.UnitId,
        TripId = seen.Order?.Id,
        TripCode = seen.Order?.Code ?? "",
        DriverPersonId = seen.Order?.DriverPersonId,
        Seen = new Grounds(seen.Figures, seen.Excuses),
        FoundAt = foundAt,
        State = seen.Accepted is not null ? AlarmState.ByRecord : seen.Kind.IsDevice() ? AlarmState.Answered : AlarmState.Asked,
    };

    /// <summary>Driver or unit say what it was.</summary>
    public void Explain(TripHand by, string explanation)
    {
        Check.That(State == AlarmState.Asked, AlarmChecks.AwaitsExplanation);
        (Explanation, ExplainedById, ExplainedByName, ExplainedAt, State) = (explanation.Trim(), by.PersonId, by.Name, by.At, AlarmState.Answered);
    }

    /// <summary>The vehicle desk wants to know more.</summary>
    public void AskAgain(string opinion)
    {
        Check.That(State == AlarmState.Answered, AlarmChecks.AwaitsVerdict);
        (Opinion, State) = (opinion.Trim(), AlarmState.Asked);
    }

    /// <summary>The vehicle desk decides. Nobody judges the own explanation.</summary>
    public void Judge(TripHand by, AlarmVerdict verdict, string opinion)
    {
        Check.That(IsOpen, AlarmChecks.AwaitsVerdict);
        Check.That(by.PersonId is null || by.PersonId != ExplainedById && by.PersonId != DriverPersonId, AlarmChecks.NotOwnExplanation);
        (Verdict, Opinion, JudgedByName, JudgedAt, State) = (verdict, opinion.Trim(), by.Name, by.At, AlarmState.Judged);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Alarm>
    {
        public void Configure(EntityTypeBuilder<Alarm> alarm)
        {
            alarm.ToTable("fleet_alarm");
            alarm.Property(a => a.Id).ValueGeneratedNever();
            alarm.Property(a => a.Code).HasMaxLength(30);
            alarm.Property(a => a.PlateNo).HasMaxLength(20);
            alarm.Property(a => a.TripCode).HasMaxLength(30);
            alarm.Property(a => a.Explanation).HasMaxLength(500);
            alarm.Property(a => a.ExplainedByName).HasMaxLength(100);
            alarm.Property(a => a.Opinion).HasMaxLength(400);
            alarm.Property(a => a.JudgedByName).HasMaxLength(100);
            alarm.Property(a => a.Seen).HasConversion(seen => Json.Write(seen), text => Json.Read<Grounds>(text));
            alarm.Ignore(a => a.IsOpen);
            alarm.HasIndex(a => a.Code).IsUnique();
            alarm.HasIndex(a => new { a.VehicleId, a.Kind, a.From }).IsUnique(); // one a car and event, however often the day is looked at
            alarm.HasIndex(a => new { a.Day, a.Id, a.UnitId });
            alarm.HasIndex(a => new { a.UnitId, a.Day });
            alarm.HasIndex(a => new { a.State, a.Day });
            alarm.HasIndex(a => a.TripId);
        }
    }
}

/// <summary>What an alarm rests on.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Excuses">The innocent explanations in the order in which they were tried.</param>
internal sealed record Grounds(IReadOnlyList<SeenFigure> Figures, IReadOnlyList<Excuse> Excuses);

/// <summary>The car and the time of an alarm; times are UTC.</summary>
internal sealed record AlarmSubject(Guid VehicleId, string PlateNo, Guid UnitId, DateOnly Day, DateTime From, DateTime To);
