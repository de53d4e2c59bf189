namespace Guiju.Rides.Days;

/// <summary>Finds all rides: every trip alone, and every group that may share a car within the limits of waiting and sitting.</summary>
internal static class SharedRides
{
    /// <summary>The rides, single trips first.</summary>
    public static IReadOnlyList<DayRide> Of(DayProblem problem)
    {
        var alone = problem.Trips.Select((t, i) => Alone(problem, t, i)).ToList();
        var near = Near(problem, alone);
        var found = new List<DayRide>(alone);
        var layer = alone.Where(r => problem.Trips[r.Trips[0]].MayShare).ToList();
        var seats = problem.Cars.Count == 0 ? 0 : problem.Cars.Max(c => c.Seats);
        for (var size = 2; size <= problem.Rules.MostShared && layer.Count > 0; size++)
        {
            layer = layer.SelectMany(ride => near[ride.Trips.Max()].Where(other => ride.Trips.All(t => near[t].Contains(other)))
                .Select(other => Together(problem, [.. ride.Trips, other]))).OfType<DayRide>().Where(r => r.People < seats).ToList();
            found.AddRange(layer);
        }

        return found;
    }

    /// <summary>The best order of fetching and bringing; null where there is none within the limits, or it saves nothing.</summary>
    public static DayRide? Together(DayProblem problem, IReadOnlyList<int> trips)
    {
        DayRide? best = null;
        var orders = Orders([.. trips]).ToList();
        foreach (var fetched in orders)
        {
            foreach (var brought in orders)
            {
                if (Ride(problem, fetched, brought) is { } ride && (best is null || ride.Km < best.Km))
                {
                    best = ride;
                }
            }
        }

        return best is not null && best.Km < trips.Sum(t => Alone(problem, problem.Trips[t], t).Km) - 1e-9 ? best : null;
    }

    private static DayRide Alone(DayProblem problem, DayTrip trip, int index) =>
        new([index], trip.From, trip.Start, trip.End, 2 * problem.Distance(trip.From, trip.To), trip.People);

    // For each trip those after it in number with which it may share: near in time and known in distance.
    private static HashSet<int>[] Near(DayProblem problem, List<DayRide> alone)
    {
        var near = alone.ConvertAll(_ => new HashSet<int>()).ToArray();
        var open = Enumerable.Range(0, alone.Count).Where(i => problem.Trips[i].MayShare).OrderBy(i => problem.Trips[i].Start).ToList();
        for (var a = 0; a < open.Count; a++)
        {
            for (var b = a + 1; b < open.Count && problem.Trips[open[b]].Start - problem.Trips[open[a]].Start <= 2 * problem.Rules.WaitMinutes + problem.Rules.DetourMinutes; b++)
            {
                var (low, high) = (Math.Min(open[a], open[b]), Math.Max(open[a], open[b]));
                if (Together(problem, [low, high]) is not null)
                {
                    near[low].Add(high);
                }
            }
        }

        return near;
    }

    private static DayRide? Ride(DayProblem problem, int[] fetched, int[] brought)
    {
        var (trips, rules) = (problem.Trips, problem.Rules);
        var places = fetched.Select(t => trips[t].From).Concat(brought.Select(t => trips[t].To)).ToArray();
        var at = new double[places.Length];
        for (var i = 1; i < places.Length; i++)
        {
            at[i] = at[i - 1] + problem.Distance(places[i - 1], places[i]);
        }

        var length = at[^1];
        if (double.IsInfinity(length))
        {
            return null;
        }

        var (earliest, latest, stay) = (int.MinValue, int.MaxValue, 0);
        for (var i = 0; i < fetched.Length; i++)
        {
            var trip = trips[fetched[i]];
            var (fetchedAt, broughtAt, direct) = (at[i], at[fetched.Length + Array.IndexOf(brought, fetched[i])], problem.Distance(trip.From, trip.To));
            if (problem.Minutes(broughtAt - fetchedAt - direct) > rules.DetourMinutes)
            {
                return null;
            }

            earliest = Math.Max(earliest, trip.Start - rules.WaitMinutes - problem.Minutes(fetchedAt));
            latest = Math.Min(latest, Math.Min(trip.Start, trip.Start + rules.WaitMinutes - problem.Minutes(fetchedAt)));
            stay = Math.Max(stay, trip.End - trip.Start - 2 * problem.Minutes(direct));
        }

        // The car is taken for all that was asked: from the first begin to the last end.
        var start = latest;
        var end = Math.Max(start + stay + 2 * problem.Minutes(length), fetched.Max(t => trips[t].End));
        return earliest <= latest && fetched.All(t => Math.Abs(end - trips[t].End) <= rules.WaitMinutes + rules.DetourMinutes) && problem.Minutes(length) <= rules.DrivingMinutes
            ? new DayRide(fetched, places[0], start, end, 2 * length, fetched.Sum(t => trips[t].People))
            : null;
    }

    private static IEnumerable<int[]> Orders(int[] items) => items.Length == 1
        ? [items]
        : items.SelectMany(first => Orders([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));
}
