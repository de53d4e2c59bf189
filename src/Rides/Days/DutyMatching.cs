namespace Guiju.Rides.Days;

/// <summary>A stretch of one car's rides that one driver can drive.</summary>
/// <param name="Car">The car.</param>
/// <param name="Rides">Rides by number.</param>
/// <param name="From">Minute at which the yard is left.</param>
/// <param name="To">Minute at which the car is back.</param>
public sealed record DutyStretch(int Car, IReadOnlyList<int> Rides, int From, int To);

/// <summary>Gives the cars of a plan their drivers: as few drivers as cars where one may drive a car all day, nobody longer than a day's duty.</summary>
public static class DutyMatching
{
    /// <summary>The driver of each stretch; -1 where none is left.</summary>
    /// <param name="problem">The day.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="duty">Minutes from first leaving to last return at most.</param>
    /// <param name="able">For a stretch, drivers that may lawfully drive all of it and are free, preferred ones first.</param>
    public static IReadOnlyList<(DutyStretch Stretch, int Driver)> Match(DayProblem problem, DayPlan plan, int duty, Func<DutyStretch, IReadOnlyList<int>> able)
    {
        var whole = Whole(problem, plan, duty, able);
        if (whole.All(d => d.Driver >= 0))
        {
            return whole;
        }

        var single = Single(problem, plan, duty, able);
        return Left(single) < Left(whole) ? single : whole;

        static int Left(IReadOnlyList<(DutyStretch Stretch, int Driver)> duties) => duties.Where(d => d.Driver < 0).Sum(d => d.Stretch.Rides.Count);
    }

    /// <summary>
    /// Rides at the busiest minute for which no driver can be left, whoever drives what: those that are out at once need a driver each. Nought where every minute
    /// can be served; more than this may still be without one, for rest and the day's duty are not looked at.
    /// </summary>
    /// <param name="problem">The day.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="able">For a stretch, all drivers that may lawfully drive it and are free.</param>
    public static (int Minute, int Out, int Short) Shortest(DayProblem problem, DayPlan plan, Func<DutyStretch, IReadOnlyList<int>> able)
    {
        var rides = plan.Routes.SelectMany(r => r.Rides.Select(x => StretchOf(problem, r.Car, [x]))).ToList();
        var choices = rides.ConvertAll(r => able(r));
        return rides.Select(r => r.From).Distinct().Select(minute =>
        {
            var under = Enumerable.Range(0, rides.Count).Where(r => rides[r].From <= minute && rides[r].To > minute).ToList();
            var driver = new Dictionary<int, int>();
            return (minute, under.Count, under.Count(r => !Augment(r, choices, driver, [])));
        }).OrderByDescending(m => m.Item3).ThenBy(m => m.minute).FirstOrDefault();
    }

    // Every driver keeps a car for as long as a day's duty allows.
    private static IReadOnlyList<(DutyStretch Stretch, int Driver)> Whole(DayProblem problem, DayPlan plan, int duty, Func<DutyStretch, IReadOnlyList<int>> able)
    {
        var stretches = plan.Routes.SelectMany(r => Cut(problem, r, duty)).OrderBy(s => s.From).ToList();
        var choices = stretches.ConvertAll(s => able(s));
        var driver = new Dictionary<int, int>(); // driver → stretch
        var unmatched = Enumerable.Range(0, stretches.Count).OrderBy(s => choices[s].Count).Where(s => !Augment(s, choices, driver, [])).ToList();
        var crew = new Crew(problem, duty);
        foreach (var (who, stretch) in driver)
        {
            crew.Seat(stretches[stretch], choices[stretch], who);
        }

        // Where nobody is left for the whole stretch, each ride may have a driver of its own.
        foreach (var left in unmatched.Where(s => !crew.Place(stretches[s], choices[s], -1)).Select(s => stretches[s]).ToList())
        {
            foreach (var alone in left.Rides.Count > 1 ? left.Rides.Select(r => StretchOf(problem, left.Car, [r])).ToList() : [left])
            {
                crew.PlaceOrLeave(alone, able(alone));
            }
        }

        return crew.Duties;
    }

    // Drivers may change at every ride, and keep their car where nothing stands against it: so those who began early can end early.
    private static List<(DutyStretch Stretch, int Driver)> Single(DayProblem problem, DayPlan plan, int duty, Func<DutyStretch, IReadOnlyList<int>> able)
    {
        var crew = new Crew(problem, duty);
        foreach (var ride in plan.Routes.SelectMany(r => r.Rides.Select(x => StretchOf(problem, r.Car, [x]))).OrderBy(r => r.From).ThenBy(r => r.Car))
        {
            crew.PlaceOrLeave(ride, able(ride));
        }

        var duties = new List<(DutyStretch Stretch, int Driver)>();
        foreach (var (ride, driver) in crew.Duties.OrderBy(d => d.Stretch.Car).ThenBy(d => d.Stretch.From))
        {
            if (driver >= 0 && duties.Count > 0 && duties[^1] is var last && last.Driver == driver && last.Stretch.Car == ride.Car)
            {
                duties[^1] = (StretchOf(problem, ride.Car, [.. last.Stretch.Rides, .. ride.Rides]), driver);
            }
            else
            {
                duties.Add((ride, driver));
            }
        }

        return [.. duties.OrderBy(d => d.Stretch.From).ThenBy(d => d.Stretch.Car)];
    }

    private static bool Follow(DayProblem problem, int duty, DutyStretch one, DutyStretch other) =>
        (one.To + problem.Rules.RestMinutes <= other.From || other.To + problem.Rules.RestMinutes <= one.From) && Math.Max(one.To, other.To) - Math.Min(one.From, other.From) <= duty;

    // A ride that alone is longer than a day's duty is one stretch all the same: it was approved as such.
    private static IEnumerable<DutyStretch> Cut(DayProblem problem, DayRoute route, int duty)
    {
        var (car, open) = (problem.Cars[route.Car], new List<int>());
        foreach (var ride in route.Rides)
        {
            if (open.Count > 0 && problem.Back(car, problem.Rides[ride]) - problem.Leaves(car, problem.Rides[open[0]]) > duty)
            {
                yield return StretchOf(problem, route.Car, open);
                open = [];
            }

            open.Add(ride);
        }

        yield return StretchOf(problem, route.Car, open);
    }

    private static DutyStretch StretchOf(DayProblem problem, int car, List<int> rides) =>
        new(car, rides, problem.Leaves(problem.Cars[car], problem.Rides[rides[0]]), problem.Back(problem.Cars[car], problem.Rides[rides[^1]]));

    private static bool Augment(int stretch, List<IReadOnlyList<int>> choices, Dictionary<int, int> driver, HashSet<int> tried)
    {
        foreach (var choice in choices[stretch])
        {
            if (!tried.Add(choice))
            {
                continue;
            }

            if (!driver.TryGetValue(choice, out var other) || Augment(other, choices, driver, tried))
            {
                driver[choice] = stretch;
                return true;
            }
        }

        return false;
    }

    /// <summary>Who drives what so far. Where all who may drive a stretch are taken, one of them hands something on to somebody who is free for it.</summary>
    private sealed class Crew(DayProblem problem, int duty)
    {
        private const int Deepest = 4;
        private const int MostAsked = 60;

        private readonly List<(DutyStretch Stretch, IReadOnlyList<int> Able, int Driver)> seats = [];
        private readonly Dictionary<int, List<int>> held = []; // driver → seats

        public IReadOnlyList<(DutyStretch Stretch, int Driver)> Duties => [.. seats.Select(s => (s.Stretch, s.Driver)).OrderBy(d => d.Stretch.From).ThenBy(d => d.Stretch.Car)];

        public void Seat(DutyStretch stretch, IReadOnlyList<int> able, int driver)
        {
            seats.Add((stretch, able, driver));
            Hold(driver).Add(seats.Count - 1);
        }

        public void PlaceOrLeave(DutyStretch stretch, IReadOnlyList<int> able)
        {
            var before = seats.Where(s => s.Stretch.Car == stretch.Car && s.Driver >= 0).Select(s => s.Driver).LastOrDefault(-1);
            if (!Place(stretch, able, before))
            {
                Seat(stretch, able, -1);
            }
        }

        public bool Place(DutyStretch stretch, IReadOnlyList<int> able, int preferred)
        {
            var free = preferred >= 0 && able.Contains(preferred) && IsFree(preferred, stretch) ? preferred : able.FirstOrDefault(d => IsFree(d, stretch), -1);
            if (free < 0 && !Hand(stretch, able, out free, [], Deepest))
            {
                return false;
            }

            Seat(stretch, able, free);
            return true;
        }

        // Makes one of the able free for the stretch: the one thing that stands against it goes to somebody else.
        private bool Hand(DutyStretch stretch, IReadOnlyList<int> able, out int freed, HashSet<int> asked, int depth)
        {
            foreach (var driver in able)
            {
                if (Against(driver, stretch) is not [var seat] || asked.Count >= MostAsked || !asked.Add(seat))
                {
                    continue;
                }

                var (given, others, _) = seats[seat];
                var to = others.FirstOrDefault(d => d != driver && IsFree(d, given), -1);
                if (to >= 0 || depth > 0 && Hand(given, others, out to, asked, depth - 1))
                {
                    seats[seat] = (given, others, to);
                    Hold(driver).Remove(seat);
                    Hold(to).Add(seat);
                    freed = driver;
                    return IsFree(driver, stretch);
                }
            }

            freed = -1;
            return false;
        }

        private bool IsFree(int driver, DutyStretch stretch) => Hold(driver).TrueForAll(s => Follow(problem, duty, seats[s].Stretch, stretch));

        private List<int> Against(int driver, DutyStretch stretch) => Hold(driver).Where(s => !Follow(problem, duty, seats[s].Stretch, stretch)).ToList();

        private List<int> Hold(int driver) => held.TryGetValue(driver, out var some) ? some : held[driver] = [];
    }
}
