using System.Globalization;

namespace Guiju.Rides.Days;

/// <summary>Checks a day's plan from the bare trips, cars and rules, sharing nothing with the search.</summary>
public static class DayChecker
{
    private const double Slack = 0.01;

    /// <summary>What is wrong with the plan; nothing where it can be driven as it says.</summary>
    public static IReadOnlyList<string> Faults(DayProblem problem, DayPlan plan)
    {
        var faults = new List<string>();
        var times = new int[problem.Trips.Count];
        var (km, cost, used) = (0.0, 0.0, new HashSet<int>());
        foreach (var route in plan.Routes)
        {
            if (!used.Add(route.Car))
            {
                faults.Add($"car {route.Car} has two routes");
            }

            var driven = Follow(problem, route, times, faults);
            km += driven;
            cost += driven * problem.Cars[route.Car].Weight + problem.Rules.CarKm;
        }

        for (var trip = 0; trip < times.Length; trip++)
        {
            if (times[trip] != (plan.Unserved.Contains(trip) ? 0 : 1))
            {
                faults.Add($"trip {trip} is served {times[trip]} times");
            }
        }

        Compare("kilometres", km, plan.Km, faults);
        Compare("cost", cost + plan.Unserved.Count * problem.Rules.UnservedKm, plan.Cost, faults);
        return faults;
    }

    private static double Follow(DayProblem problem, DayRoute route, int[] times, List<string> faults)
    {
        var (car, rules, km) = (problem.Cars[route.Car], problem.Rules, 0.0);
        var (place, free, first) = (car.Yard, int.MinValue, true);
        foreach (var ride in route.Rides.Select(r => problem.Rides[r]))
        {
            ride.Trips.ToList().ForEach(t => times[t]++);
            Board(problem, ride, route.Car, faults);
            var (straight, home) = (problem.Distance(place, ride.Place), problem.Distance(place, car.Yard) + problem.Distance(car.Yard, ride.Place));
            var byYard = first || free + MinutesOf(problem.Distance(place, car.Yard), rules) + rules.RestMinutes <= ride.Start - MinutesOf(problem.Distance(car.Yard, ride.Place), rules);
            var idle = first ? 0 : ride.Start - free - MinutesOf(straight, rules);
            var direct = first || idle >= rules.RestMinutes && idle <= rules.AwayMinutes && !car.Taken.Any(t => t.From < ride.Start && t.To > free);
            if (!direct && !byYard)
            {
                faults.Add($"car {route.Car} cannot be at ride {string.Join('+', ride.Trips)} in time");
            }

            km += (first || !byYard ? straight : direct ? Math.Min(straight, home) : home) + ride.Km;
            (place, free, first) = (ride.Place, ride.End, false);
            var (out_, back) = (ride.Start - MinutesOf(problem.Distance(car.Yard, ride.Place), rules), ride.End + MinutesOf(problem.Distance(car.Yard, ride.Place), rules));
            if (car.Taken.Any(t => t.From < back + rules.RestMinutes && t.To + rules.RestMinutes > out_))
            {
                faults.Add($"car {route.Car} is given away during ride {string.Join('+', ride.Trips)}");
            }
        }

        return km + problem.Distance(place, car.Yard);
    }

    private static void Board(DayProblem problem, DayRide ride, int car, List<string> faults)
    {
        var name = string.Join('+', ride.Trips);
        if (ride.Trips.Sum(t => problem.Trips[t].People) + 1 > problem.Cars[car].Seats)
        {
            faults.Add($"car {car} has too few seats for ride {name}");
        }

        if (!ride.Trips.All(t => problem.MayTake(t, car)))
        {
            faults.Add($"car {car} may not take ride {name}");
        }

        if (ride.Trips.Count > 1 && !ride.Trips.All(t => problem.Trips[t].MayShare))
        {
            faults.Add($"ride {name} is shared by a trip that may not be");
        }

        if (ride.Trips.Count > 1 && !Orders([.. ride.Trips]).Any(brought => Rides(problem, ride, brought)))
        {
            faults.Add($"ride {name} keeps somebody waiting or sitting too long, or tells wrong kilometres");
        }
    }

    // Whether the ride can be driven as told where people are brought in this order.
    private static bool Rides(DayProblem problem, DayRide ride, int[] brought)
    {
        var (rules, sum, at, fetched) = (problem.Rules, 0.0, ride.Place, new Dictionary<int, double>());
        foreach (var trip in ride.Trips)
        {
            sum += problem.Distance(at, problem.Trips[trip].From);
            (at, fetched[trip]) = (problem.Trips[trip].From, sum);
            if (Math.Abs(ride.Start + MinutesOf(sum, rules) - problem.Trips[trip].Start) > rules.WaitMinutes)
            {
                return false;
            }
        }

        foreach (var trip in brought)
        {
            sum += problem.Distance(at, problem.Trips[trip].To);
            at = problem.Trips[trip].To;
            if (MinutesOf(sum - fetched[trip] - problem.Distance(problem.Trips[trip].From, at), rules) > rules.DetourMinutes)
            {
                return false;
            }
        }

        return Math.Abs(2 * sum - ride.Km) < Slack && ride.Trips.All(t => Math.Abs(ride.End - problem.Trips[t].End) <= rules.WaitMinutes + rules.DetourMinutes);
    }

    private static IEnumerable<int[]> Orders(int[] items) => items.Length <= 1 ? [items] : items.SelectMany(first => Orders([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));

    private static int MinutesOf(double km, DayRules rules) => (int)Math.Ceiling(km / rules.KmPerMinute - 1e-9);

    private static void Compare(string what, double counted, double told, List<string> faults)
    {
        if (Math.Abs(counted - told) > Slack)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{what} {counted:0.00} told as {told:0.00}"));
        }
    }
}
