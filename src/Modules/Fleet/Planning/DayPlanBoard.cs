using Guiju.Decisions.Contracts;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Guiju.Rides.Days;

namespace Guiju.Fleet.Planning;

/// <summary>The plan of one day for the dispatcher: which car and driver take which trips, what that saves, and why a trip has no car. Nothing is dispatched by asking.</summary>
internal sealed class DayPlanBoard(DayReader reader, DayCases cases, Bodies bodies, TimeProvider clock)
{
    private const int Stride = 7;

    /// <summary>Whether the figures for planning are in force on a day.</summary>
    public bool CanPlan(DateOnly day) => cases.Figures.AreKnown(day);

    /// <summary>The plan, found in so many seconds at most.</summary>
    public async Task<View> AskAsync(DateOnly day, double seconds, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var facts = await reader.ReadAsync(day, ct);
        var tree = await bodies.TreeAsync(ct);
        var it = await cases.OpenAsync(facts, tree, ct);
        var first = it.FirstCome();
        var plan = DayPlanner.Plan(it.Problem, seconds, ct, first);
        var duties = Crew(it, plan, cases.Figures.DutyMinutes(day));
        var lines = duties.Where(d => d.Driver >= 0).SelectMany(d => d.Stretch.Rides.Select(r => LineOf(it, plan, d, r, tree))).OrderBy(l => l.Start).ThenBy(l => l.Car.PlateNo, StringComparer.Ordinal).ToList();
        var placed = lines.SelectMany(l => l.Trips).Select(t => t.Id).ToHashSet();
        var clash = new ClashFinder(it, plan);
        return new View(day, lines, facts.Waiting.Select((t, i) => (Trip: t, Index: i)).Where(t => !placed.Contains(t.Trip.Id)).Select(t => clash.Of(t.Index, tree)).ToList(), plan, first)
        {
            Waiting = facts.Waiting.Count,
            Seconds = clock.GetElapsedTime(began).TotalSeconds,
            Figures = cases.Figures.All(day),
            Faults = DayChecker.Faults(it.Problem, plan),
            Shared = SharedDrives.Of(it.Problem, plan),
            Short = duties.Any(d => d.Driver < 0) && Shortest(it, plan) is { Short: > 0 } at ? new Scarcity(it.TimeOf(at.Minute), at.Out, at.Short) : null,
            WithoutDriver = duties.Where(d => d.Driver < 0).Sum(d => d.Stretch.Rides.Sum(r => it.Problem.Rides[r].Trips.Count)),
        };
    }

    /// <summary>Who drives what: own drivers of the unit first, nobody who is busy, nobody longer than a day's duty.</summary>
    internal static IReadOnlyList<(DutyStretch Stretch, int Driver)> Crew(DayCase it, DayPlan plan, int dutyMinutes)
    {
        var able = Able(it);
        return DutyMatching.Match(it.Problem, plan, dutyMinutes, able);
    }

    /// <summary>The minute at which most rides have no driver, with those that are out then and those that lack one whoever drives what.</summary>
    internal static (int Minute, int Out, int Short) Shortest(DayCase it, DayPlan plan)
    {
        var able = Able(it);
        return DutyMatching.Shortest(it.Problem, plan, able);
    }

    // Drivers of the unit first; then each stretch begins elsewhere in the list, so that not all stretches ask for the same driver.
    private static Func<DutyStretch, IReadOnlyList<int>> Able(DayCase it)
    {
        var (facts, asked) = (it.Facts, 0);
        var busy = facts.Booked.Where(b => b.DriverId is not null).ToLookup(b => b.DriverId.GetValueOrDefault());
        return stretch =>
        {
            var begin = asked++ * Stride;
            var (car, trips) = (facts.Cars[stretch.Car], stretch.Rides.SelectMany(r => it.Problem.Rides[r].Trips).Select(t => facts.Waiting[t]).ToList());
            return Enumerable.Range(0, facts.Drivers.Count)
                .Where(d => trips.TrueForAll(t => DayJudge.Serves(t, facts.Drivers[d].UnitId, facts.Drivers[d].Custody)) && !busy[facts.Drivers[d].Id].Any(b => trips.Any(t => b.Start < t.PlanEnd && b.End > t.PlanStart)))
                .OrderByDescending(d => facts.Drivers[d].UnitId == car.UnitId).ThenBy(d => (d + begin) % facts.Drivers.Count)
                .Where(d => trips.TrueForAll(t => it.Judge.MayDrive(t, car, facts.Drivers[d]))).ToList();
        };
    }

    private static Line LineOf(DayCase it, DayPlan plan, (DutyStretch Stretch, int Driver) duty, int number, UnitTree tree)
    {
        var (facts, ride, car) = (it.Facts, it.Problem.Rides[number], it.Facts.Cars[duty.Stretch.Car]);
        var route = plan.Routes.First(r => r.Car == duty.Stretch.Car).Rides.ToList();
        var at = route.IndexOf(number);
        var yard = it.Problem.Cars[duty.Stretch.Car];
        var empty = (at == 0 ? it.Problem.Distance(yard.Yard, ride.Place) : 0)
            + (at == route.Count - 1 ? it.Problem.Distance(ride.Place, yard.Yard) : it.Problem.Between(yard, ride, it.Problem.Rides[route[at + 1]]) ?? 0);
        var trips = ride.Trips.Select(t => facts.Waiting[t]).ToList();
        return new Line(it.TimeOf(ride.Start), it.TimeOf(ride.End), car, facts.Drivers[duty.Driver], ride.Km, empty)
        {
            Trips = trips.ConvertAll(t => new TripLine(t.Id, t.Code, tree.NameOf(t.UnitId), t.PlanTo, t.Purpose, t.Passengers.Count)),
            Own = trips.TrueForAll(t => t.UnitId == car.UnitId),
            SavedKm = ride.Trips.Sum(t => it.Problem.Rides[t].Km) - ride.Km,
            Rides = route.Count,
        };
    }

    /// <summary>The plan as the dispatcher reads it.</summary>
    internal sealed record View(DateOnly Day, IReadOnlyList<Line> Lines, IReadOnlyList<Clash> Unplaced, DayPlan Plan, DayPlan FirstCome)
    {
        /// <summary>Trips that waited.</summary>
        public int Waiting { get; init; }

        /// <summary>Seconds that it took.</summary>
        public double Seconds { get; init; }

        /// <summary>Figures reckoned with.</summary>
        public required IReadOnlyList<FigureOn> Figures { get; init; }

        /// <summary>What a separate check found wrong; nothing.</summary>
        public required IReadOnlyList<string> Faults { get; init; }

        /// <summary>Drives that serve several trips.</summary>
        public required SharedDrives Shared { get; init; }

        /// <summary>Trips that have a car in the plan and no driver for it.</summary>
        public int WithoutDriver { get; init; }

        /// <summary>When drivers are scarcest; null where every minute of the plan could be served.</summary>
        public Scarcity? Short { get; init; }

        /// <summary>Share of kilometres saved against first come, first served; null where that served other trips.</summary>
        public double? Saved => FirstCome.Unserved.SequenceEqual(Plan.Unserved) && FirstCome.Km > 0 ? (FirstCome.Km - Plan.Km) / FirstCome.Km : null;
    }

    /// <summary>More rides out at once than there are drivers who may drive them.</summary>
    /// <param name="At">When, local time.</param>
    /// <param name="Out">Rides that are out.</param>
    /// <param name="Rides">Rides without a driver, whoever drives what.</param>
    internal sealed record Scarcity(DateTime At, int Out, int Rides);

    /// <summary>One drive of one car.</summary>
    /// <param name="Start">When it begins, local time.</param>
    /// <param name="End">When it ends, local time.</param>
    /// <param name="Car">Car.</param>
    /// <param name="Driver">Driver.</param>
    /// <param name="Km">Kilometres out and back.</param>
    /// <param name="EmptyKm">Kilometres driven empty before or after.</param>
    internal sealed record Line(DateTime Start, DateTime End, Vehicle Car, Driver Driver, double Km, double EmptyKm)
    {
        public required IReadOnlyList<TripLine> Trips { get; init; }

        public bool Own { get; init; }

        public double SavedKm { get; init; }

        public int Rides { get; init; }

        /// <summary>The line as a form sends it back: trips, car, driver.</summary>
        public string Key => PlanKey.Write(Trips.Select(t => t.Id), Car.Id, Driver.Id);
    }

    /// <summary>A trip on a line.</summary>
    internal sealed record TripLine(Guid Id, string Code, string Unit, string To, string Purpose, int People);
}

/// <summary>Opens a day as a problem: places, law, figures.</summary>
internal sealed class DayCases(GuijuDb db, TripQuestions questions, ILaw law, PlanFigures figures, TimeProvider clock)
{
    /// <summary>The figures.</summary>
    public PlanFigures Figures => figures;

    /// <summary>The day, with the lawbooks to which its trips are pinned and kilometres learned from the record.</summary>
    public async Task<DayCase> OpenAsync(DayFacts facts, UnitTree tree, CancellationToken ct)
    {
        var pins = new Dictionary<Guid, string?>();
        foreach (var trip in facts.Waiting)
        {
            pins[trip.Id] = await law.PinAsync(trip.Id, ct);
        }

        return Open(facts, tree, pins, await PlaceBook.LearnAsync(db, facts.Waiting.Select(t => t.PlanTo).Distinct().ToList(), ct));
    }

    /// <summary>The same with what is known already.</summary>
    public DayCase Open(DayFacts facts, UnitTree tree, IReadOnlyDictionary<Guid, string?> pins, PlaceBook book) =>
        new(facts, new DayJudge(facts, questions, law, tree, pins), figures, book, clock.ToLocal);
}

/// <summary>A line of a plan as text: trips, car, driver.</summary>
internal static class PlanKey
{
    /// <summary>The text.</summary>
    public static string Write(IEnumerable<Guid> trips, Guid car, Guid driver) => $"{string.Join('.', trips)}_{car}_{driver}";

    /// <summary>What a text says; null where it is none.</summary>
    public static (IReadOnlyList<Guid> Trips, Guid Car, Guid Driver)? Read(string text)
    {
        var parts = text.Split('_');
        if (parts.Length != 3 || !Guid.TryParse(parts[1], out var car) || !Guid.TryParse(parts[2], out var driver))
        {
            return null;
        }

        var trips = new List<Guid>();
        foreach (var part in parts[0].Split('.'))
        {
            if (!Guid.TryParse(part, out var trip))
            {
                return null;
            }

            trips.Add(trip);
        }

        return (trips, car, driver);
    }
}
