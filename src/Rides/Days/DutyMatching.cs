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
        var stretches = plan.Routes.SelectMany(r => Cut(problem, r, duty)).OrderBy(s => s.From).ToList();
        var choices = stretches.ConvertAll(s => able(s));
        var driver = new Dictionary<int, int>(); // driver → stretch
        var unmatched = Enumerable.Range(0, stretches.Count).OrderBy(s => choices[s].Count).Where(s => !Augment(s, choices, driver, [])).ToList();
        var duties = stretches.Select((s, i) => (Stretch: s, Driver: -1)).ToList();
        foreach (var (who, stretch) in driver)
        {
            duties[stretch] = (stretches[stretch], who);
        }

        foreach (var stretch in unmatched)
        {
            duties[stretch] = (stretches[stretch], Second(choices[stretch], stretches[stretch]));
        }

        // Where nobody is left for the whole stretch, each ride may have a driver of its own.
        foreach (var left in duties.Where(d => d is { Driver: -1, Stretch.Rides.Count: > 1 }).ToList())
        {
            duties.Remove(left);
            foreach (var ride in left.Stretch.Rides)
            {
                var alone = StretchOf(problem, left.Stretch.Car, [ride]);
                duties.Add((alone, Second(able(alone), alone)));
            }
        }

        return duties;

        int Second(IReadOnlyList<int> able, DutyStretch stretch) => able.FirstOrDefault(d => duties.Where(g => g.Driver == d).All(g => Follow(problem, duty, g.Stretch, stretch)), -1);
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
}
