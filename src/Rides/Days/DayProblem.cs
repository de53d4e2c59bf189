namespace Guiju.Rides.Days;

/// <summary>A trip of one day: people are brought somewhere, the car waits for them and brings them back.</summary>
/// <param name="From">Place where it begins and ends.</param>
/// <param name="To">Place that is visited.</param>
/// <param name="Start">Minute of the day at which it begins.</param>
/// <param name="End">Minute at which all are back.</param>
/// <param name="People">People besides the driver.</param>
/// <param name="MayShare">Whether others may ride along.</param>
public sealed record DayTrip(int From, int To, int Start, int End, int People, bool MayShare);

/// <summary>A car that may be sent on that day.</summary>
/// <param name="Yard">Place where it stands.</param>
/// <param name="Seats">Seats, the driver's among them.</param>
/// <param name="Weight">What a kilometre counts: 1, or more where other cars are to be preferred.</param>
public sealed record DayCar(int Yard, int Seats, double Weight)
{
    /// <summary>Minutes for which it is already given away, from leaving its yard to being back.</summary>
    public IReadOnlyList<(int From, int To)> Taken { get; init; } = [];
}

/// <summary>What a day's plan holds to.</summary>
public sealed record DayRules
{
    /// <summary>Kilometres that sending one more car counts for.</summary>
    public required double CarKm { get; init; }

    /// <summary>Minutes between two rides of a car at least: the driver's rest.</summary>
    public required int RestMinutes { get; init; }

    /// <summary>Minutes that a car waits away from its yard at most.</summary>
    public required int AwayMinutes { get; init; }

    /// <summary>Kilometres in a minute.</summary>
    public required double KmPerMinute { get; init; }

    /// <summary>Minutes by which a shared ride may begin earlier or later than was asked.</summary>
    public required int WaitMinutes { get; init; }

    /// <summary>Minutes that anybody sits in a shared car longer than alone, at most.</summary>
    public required int DetourMinutes { get; init; }

    /// <summary>Trips in one shared ride at most.</summary>
    public int MostShared { get; init; } = 3;

    /// <summary>Minutes at the wheel without a stop at most.</summary>
    public required int DrivingMinutes { get; init; }

    /// <summary>Kilometres that a trip without a car counts for: more than any plan could save.</summary>
    public double UnservedKm { get; init; } = 100_000;
}

/// <summary>One drive: a trip alone, or several that share a car.</summary>
/// <param name="Trips">Trips on board, in the order in which they are fetched.</param>
/// <param name="Place">Place where it begins and ends.</param>
/// <param name="Start">Minute at which it begins.</param>
/// <param name="End">Minute at which it ends.</param>
/// <param name="Km">Kilometres out and back.</param>
/// <param name="People">People besides the driver.</param>
public sealed record DayRide(IReadOnlyList<int> Trips, int Place, int Start, int End, double Km, int People)
{
    /// <summary>Whether several trips share it.</summary>
    public bool IsShared => Trips.Count > 1;
}

/// <summary>A day's trips and cars: which car takes which trip is to be found.</summary>
public sealed class DayProblem
{
    private readonly Func<int, int, double> distance;
    private readonly Func<int, int, bool> mayTake;
    private readonly Lazy<IReadOnlyList<DayRide>> rides;

    /// <summary>A problem.</summary>
    /// <param name="trips">Trips.</param>
    /// <param name="cars">Cars.</param>
    /// <param name="rules">Rules.</param>
    /// <param name="distance">Kilometres between two places, the same both ways; infinite where it is not known.</param>
    /// <param name="mayTake">Whether a trip may lawfully be given a car; seats and times are looked at here.</param>
    public DayProblem(IReadOnlyList<DayTrip> trips, IReadOnlyList<DayCar> cars, DayRules rules, Func<int, int, double> distance, Func<int, int, bool> mayTake)
    {
        (Trips, Cars, Rules, this.distance, this.mayTake) = (trips, cars, rules, distance, mayTake);
        rides = new(() => SharedRides.Of(this));
    }

    private DayProblem(DayProblem same, DayRules rules)
    {
        (Trips, Cars, Rules, distance, mayTake, rides) = (same.Trips, same.Cars, rules, same.distance, same.mayTake, same.rides);
    }

    /// <summary>Trips.</summary>
    public IReadOnlyList<DayTrip> Trips { get; }

    /// <summary>Cars.</summary>
    public IReadOnlyList<DayCar> Cars { get; }

    /// <summary>Rules.</summary>
    public DayRules Rules { get; }

    /// <summary>All rides there may be: first every trip alone, in the order of the trips, then those that share.</summary>
    public IReadOnlyList<DayRide> Rides => rides.Value;

    /// <summary>The same day where sending one more car counts for so many kilometres; the rides there may be do not hang on that.</summary>
    public DayProblem Weighing(double carKm) => new(this, Rules with { CarKm = carKm });

    /// <summary>Kilometres between two places.</summary>
    public double Distance(int from, int to) => from == to ? 0 : distance(from, to);

    /// <summary>Minutes between two places.</summary>
    public int Minutes(double km) => (int)Math.Ceiling(km / Rules.KmPerMinute - 1e-9);

    /// <summary>Whether a trip may lawfully be given a car.</summary>
    public bool MayTake(int trip, int car) => mayTake(trip, car);

    /// <summary>Minute at which a car leaves its yard for a ride.</summary>
    public int Leaves(DayCar car, DayRide ride) => ride.Start - Minutes(Distance(car.Yard, ride.Place));

    /// <summary>Minute at which a car is back in its yard from a ride.</summary>
    public int Back(DayCar car, DayRide ride) => ride.End + Minutes(Distance(car.Yard, ride.Place));

    /// <summary>Whether a car may take a ride: lawful for each trip, seats enough, not given away.</summary>
    public bool Fits(DayRide ride, int car)
    {
        var it = Cars[car];
        if (ride.People >= it.Seats || double.IsInfinity(Distance(it.Yard, ride.Place)))
        {
            return false;
        }

        var (leaves, back, rest) = (Leaves(it, ride), Back(it, ride), Rules.RestMinutes);
        return it.Taken.All(t => back + rest <= t.From || t.To + rest <= leaves) && ride.Trips.All(t => mayTake(t, car));
    }

    /// <summary>Kilometres that a car drives empty between two rides, by the shorter lawful way: straight, or over its yard; null where there is no time.</summary>
    public double? Between(DayCar car, DayRide first, DayRide next) => (Straight(car, first, next), OverYard(car, first, next)) switch
    {
        ({ } straight, { } round) => Math.Min(straight, round),
        var (straight, round) => straight ?? round,
    };

    /// <summary>Kilometres from one ride straight to the next; null where time is short or the car would stand about too long.</summary>
    internal double? Straight(DayCar car, DayRide first, DayRide next)
    {
        var km = Distance(first.Place, next.Place);
        if (double.IsInfinity(km))
        {
            return null;
        }

        var idle = next.Start - first.End - Minutes(km);
        return idle >= Rules.RestMinutes && idle <= Rules.AwayMinutes && !car.Taken.Any(t => t.From < next.Start && t.To > first.End) ? km : null;
    }

    /// <summary>Kilometres from one ride home and out to the next; null where time is short.</summary>
    internal double? OverYard(DayCar car, DayRide first, DayRide next) =>
        Back(car, first) + Rules.RestMinutes <= Leaves(car, next) ? Distance(first.Place, car.Yard) + Distance(car.Yard, next.Place) : null;
}
