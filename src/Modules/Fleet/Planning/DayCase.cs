using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Rides.Days;

namespace Guiju.Fleet.Planning;

/// <summary>
/// A day of the record as a problem of the planner. Places are known by name: a trip begins in its unit's yard, cars of the platform stand in the yard of the
/// body that holds them; how far it is to a place, odometers tell.
/// </summary>
internal sealed class DayCase
{
    private static readonly EnergyKind[] Clean = [EnergyKind.Bev, EnergyKind.Phev, EnergyKind.Fcev];

    private readonly Dictionary<string, int> places = [];
    private readonly Dictionary<(int, int), double> ways = [];
    private readonly List<bool> yards = [];
    private readonly (double Yard, double Place) unknown;

    public DayCase(DayFacts facts, DayJudge judge, PlanFigures figures, PlaceBook book, Func<DateTime, DateTime> local)
    {
        (Facts, Judge, unknown) = (facts, judge, figures.Unknown(facts.Day));
        var midnight = facts.Day.ToDateTime(default);
        var rules = figures.Rules(facts.Day);
        var trips = facts.Waiting.Select(t =>
        {
            var (from, to) = (Yard(t.UnitId), Place("to:" + PlaceBook.Key(t.PlanTo), isYard: false));
            ways[(from, to)] = (book.Km(t.PlanFrom, t.PlanTo) ?? unknown.Place * 2) / 2;
            return new DayTrip(from, to, MinuteOf(t.PlanStart), MinuteOf(t.PlanEnd), t.Passengers.Count, t.ShareOk);
        }).ToList();
        var taken = facts.Booked.Where(b => b.VehicleId is not null).ToLookup(b => b.VehicleId.GetValueOrDefault());
        var cars = facts.Cars.Select(v => new DayCar(Yard(v.UnitId), v.Seats, Clean.Contains(v.Energy) ? 1 : figures.FuelWeight(facts.Day))
        {
            Taken = taken[v.Id].Where(b => b.LeadId is null).Select(b => (MinuteOf(b.Start) - Extra(b, v), MinuteOf(b.End) + Extra(b, v))).ToList(),
        }).ToList();
        Problem = new DayProblem(trips, cars, rules, Distance, (trip, car) => judge.MayTake(facts.Waiting[trip], facts.Cars[car]));

        int MinuteOf(DateTime utc) => (int)(local(utc) - midnight).TotalMinutes;
        int Extra(DayFacts.Booking b, Vehicle v) => b.UnitId == v.UnitId ? 0 : (int)Math.Ceiling(unknown.Yard / rules.KmPerMinute);
    }

    /// <summary>The record.</summary>
    public DayFacts Facts { get; }

    /// <summary>The law.</summary>
    public DayJudge Judge { get; }

    /// <summary>The problem: trips and cars by their place in the facts.</summary>
    public DayProblem Problem { get; }

    /// <summary>The time of a minute of the day.</summary>
    public DateTime TimeOf(int minute) => Facts.Day.ToDateTime(default).AddMinutes(minute);

    /// <summary>Cars in the order in which a dispatcher who has no plan looks at them: the unit's own first.</summary>
    public IEnumerable<int> Usual(int trip) => Enumerable.Range(0, Facts.Cars.Count).OrderByDescending(c => Facts.Cars[c].UnitId == Facts.Waiting[trip].UnitId);

    /// <summary>The plan of first come, first served.</summary>
    public DayPlan FirstCome() => FirstCome(Problem);

    /// <summary>The same where a car weighs otherwise.</summary>
    public DayPlan FirstCome(DayProblem problem) => Rides.Days.FirstCome.Plan(problem, Enumerable.Range(0, Facts.Waiting.Count).OrderBy(t => Facts.Waiting[t].FiledAt), Usual);

    private int Yard(Guid unit) => Place("unit:" + unit, isYard: true);

    private int Place(string key, bool isYard)
    {
        if (!places.TryGetValue(key, out var place))
        {
            places[key] = place = places.Count;
            yards.Add(isYard);
        }

        return place;
    }

    private double Distance(int one, int other) => (yards[one], yards[other]) switch
    {
        (true, true) => unknown.Yard,
        (false, false) => double.PositiveInfinity, // between two places visited nothing is known
        (true, false) => ways.TryGetValue((one, other), out var way) ? way : unknown.Place,
        _ => Distance(other, one),
    };
}
