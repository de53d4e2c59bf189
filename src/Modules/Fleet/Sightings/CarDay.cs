using Guiju.Fleet.Costs;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;

namespace Guiju.Fleet.Sightings;

/// <summary>The car as the detectors need it.</summary>
internal sealed record CarFacts(Guid Id, string PlateNo, Guid UnitId, VehicleClass Class)
{
    /// <summary>What drives it.</summary>
    public EnergyKind Energy { get; init; }

    /// <summary>Litres of its tank; null where nobody knows, and nothing is said of it.</summary>
    public decimal? TankLitres { get; init; }

    /// <summary>Whether a terminal is bound to it.</summary>
    public bool HasTerminal { get; init; } = true;

    /// <summary>Whether it is in the workshop, sealed, or out of use, so that a dead terminal is no wonder.</summary>
    public bool Laid { get; init; }

    /// <summary>Where it spends its nights; null where that is not known.</summary>
    public Place? Home { get; init; }
}

/// <summary>A dispatched order and what was noted of its journey; times are local.</summary>
internal sealed record OrderFacts(Guid Id, string Code, DateTime PlanStart, DateTime PlanEnd)
{
    public TripReason Reason { get; init; }

    public TripScope Scope { get; init; }

    /// <summary>From where to where, as it was asked for: journeys of the same words are compared.</summary>
    public string Relation { get; init; } = "";

    public Guid? DriverPersonId { get; init; }

    public DateTime FiledAt { get; init; }

    public DateTime? DispatchedAt { get; init; }

    public DateTime? RealStart { get; init; }

    public DateTime? RealEnd { get; init; }

    public decimal? OdoOut { get; init; }

    public decimal? OdoIn { get; init; }

    public bool MadeUp { get; init; }

    public bool Emergency { get; init; }

    public bool LeaderApproved { get; init; }

    public string ParkingExceptionNo { get; init; } = "";

    /// <summary>Kilometres of the odometer.</summary>
    public decimal? Km => OdoIn - OdoOut;

    /// <summary>From the earlier of plan and note to the later of both.</summary>
    public Stretch Window => new(RealStart < PlanStart ? RealStart.Value : PlanStart, RealEnd > PlanEnd ? RealEnd.Value : PlanEnd);

    /// <summary>The journey as the driver noted it; null while it is not over.</summary>
    public Stretch? Noted => RealStart is { } start && RealEnd is { } end ? new Stretch(start, end) : null;

    /// <summary>Hours from the beginning of the journey to the filing of the order; none where it was filed before.</summary>
    public double LateHours => Math.Max(0, (FiledAt - (RealStart < PlanStart ? RealStart.Value : PlanStart)).TotalHours);
}

/// <summary>A refuelling or charging.</summary>
/// <param name="On">Day of the receipt.</param>
/// <param name="Kind">Fuel or charge.</param>
/// <param name="Quantity">Litres or kilowatt-hours; null where the bill does not say.</param>
internal sealed record FuelFacts(DateOnly On, CostKind Kind, decimal? Quantity)
{
    /// <summary>When, where a card told it; null where only the receipt's day is known.</summary>
    public DateTime? At { get; init; }

    /// <summary>Odometer, where it was noted.</summary>
    public decimal? OdometerKm { get; init; }

    /// <summary>Where the station stands, where that is known.</summary>
    public Place? Station { get; init; }

    /// <summary>The order it was entered under.</summary>
    public Guid? TripId { get; init; }
}

/// <summary>A repair or service.</summary>
/// <param name="On">Day of the bill.</param>
/// <param name="Shop">Workshop.</param>
/// <param name="Fault">What was wrong, in the words of the repair catalogue.</param>
/// <param name="Yuan">Amount.</param>
internal sealed record RepairFacts(DateOnly On, string Shop, string Fault, decimal Yuan);

/// <summary>What the calendar and the lists say of the day.</summary>
/// <param name="Holiday">Name of the holiday on which cars are sealed; null on other days.</param>
/// <param name="OnDuty">Whether the car is on the duty list.</param>
internal sealed record DayFacts(string? Holiday, bool OnDuty);

/// <summary>Everything that is known of one car for one day; what detectors look at. Pure: whoever builds it has done all the asking.</summary>
internal sealed record CarDay(CarFacts Car, DateOnly Day, DayFacts On)
{
    private Way? way;

    /// <summary>Fixes of the day, and of the days before it over which a journey of the day lasted; in order of time.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];

    /// <summary>When the terminal was last heard before the fixes; null where never.</summary>
    public DateTime? HeardBefore { get; init; }

    /// <summary>Dispatched orders that touch the day.</summary>
    public IReadOnlyList<OrderFacts> Orders { get; init; } = [];

    /// <summary>Refuellings of the day.</summary>
    public IReadOnlyList<FuelFacts> Fuel { get; init; } = [];

    /// <summary>Repairs of the weeks before, of the day, and of the day after, for bills are often dated late.</summary>
    public IReadOnlyList<RepairFacts> Repairs { get; init; } = [];

    /// <summary>What went before.</summary>
    public CarPast Past { get; init; } = CarPast.Nothing;

    /// <summary>Orders whose journey was over on the day: they are judged once, then.</summary>
    public IEnumerable<OrderFacts> Ended => Orders.Where(o => o.RealEnd is { } end && DateOnly.FromDateTime(end) == Day);

    /// <summary>What the car did.</summary>
    public Way Way(Tolerances t) => way ??= Sightings.Way.Of(Fixes, t);

    /// <summary>Drives out of the yard that ended on the day.</summary>
    public IEnumerable<Leg> Drives(Tolerances t) => Way(t).Legs.Where(l => l.ExtentM >= t.YardM && DateOnly.FromDateTime(l.End.At) == Day);

    /// <summary>The time of a journey for measuring its track: as noted, a little wider, but never into the journeys before and after it.</summary>
    public Stretch Span(OrderFacts order, Tolerances t)
    {
        var noted = order.Noted ?? order.Window;
        var (from, to) = (noted.From.AddMinutes(-t.EdgeMinutes), noted.To.AddMinutes(t.EdgeMinutes));
        foreach (var other in Orders.Where(o => o.Id != order.Id && o.RealStart is not null))
        {
            from = other.RealStart < noted.From && other.RealEnd > from ? other.RealEnd.Value < noted.From ? other.RealEnd.Value : noted.From : from;
            to = other.RealStart > noted.From && other.RealStart < to ? other.RealStart.Value : to;
        }

        return new Stretch(from, to > from ? to : from);
    }

    /// <summary>Whether the fixes reach over the whole journey, so that its length may be measured.</summary>
    public bool Follows(OrderFacts order) => order.Noted is { } noted && Fixes.Count > 0 && Fixes[0].At <= noted.From && Fixes[^1].At >= noted.To;
}
