using System.Globalization;

namespace Guiju.Rides;

/// <summary>
/// Checks a plan against the problem as it was given, stop by stop and minute by minute. It shares nothing with the search: no tightened windows, no timetable.
/// </summary>
public static class RideChecker
{
    private const double Slack = 1e-6;

    /// <summary>Every limit that the plan breaks; empty for a sound one.</summary>
    public static IReadOnlyList<string> Faults(RideProblem problem, RidePlan plan)
    {
        var faults = new List<string>();
        if (plan.Routes.Count > problem.Cars)
        {
            faults.Add($"{plan.Routes.Count} routes for {problem.Cars} cars");
        }

        var visits = plan.Routes.SelectMany(r => r.Stops).GroupBy(s => s).ToDictionary(g => g.Key, g => g.Count());
        faults.AddRange(Enumerable.Range(1, problem.Stops.Count - 1).Where(s => visits.GetValueOrDefault(s) != 1).Select(s => $"stop {s} is served {visits.GetValueOrDefault(s)} times"));
        faults.AddRange(visits.Keys.Where(s => s < 1 || s >= problem.Stops.Count).Select(s => $"there is no stop {s}"));
        if (faults.Count == 0)
        {
            faults.AddRange(plan.Routes.SelectMany((route, i) => Faults(problem, route).Select(f => $"route {i + 1}: {f}")));
        }

        var cost = plan.Routes.Sum(r => Kilometres(problem, r.Stops));
        if (Math.Abs(cost - plan.Cost) > 1e-4)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"the routes cost {cost:0.####}, not {plan.Cost:0.####}"));
        }

        return faults;
    }

    private static IEnumerable<string> Faults(RideProblem problem, RideRoute route)
    {
        if (route.Times.Count != route.Stops.Count + 2)
        {
            yield return "times and stops differ in number";
            yield break;
        }

        var (at, load) = (0, 0);
        var served = new Dictionary<int, double>();
        for (var i = 0; i <= route.Stops.Count; i++)
        {
            var next = i < route.Stops.Count ? route.Stops[i] : 0;
            var (stop, time) = (problem.Stops[next], route.Times[i + 1]);
            if (time + Slack < route.Times[i] + (at == 0 ? 0 : problem.Stops[at].Service) + Away(problem, at, next))
            {
                yield return $"stop {next} is served before the car can be there";
            }

            if (time + Slack < stop.Earliest || time - Slack > stop.Latest)
            {
                yield return $"stop {next} is served outside its window";
            }

            if (next > problem.Requests)
            {
                var pickup = next - problem.Requests;
                if (!served.TryGetValue(pickup, out var got))
                {
                    yield return $"stop {next} comes before stop {pickup}, or in another car";
                }
                else if (time - got - problem.Stops[pickup].Service > problem.Limits.Ride + Slack)
                {
                    yield return $"request {pickup} rides too long";
                }
            }

            served[next] = time;
            load += next == 0 ? 0 : stop.Load;
            if (load > problem.Limits.Seats)
            {
                yield return $"too many people after stop {next}";
            }

            at = next;
        }

        if (load != 0)
        {
            yield return "somebody never gets out";
        }

        if (route.Times[^1] - route.Times[0] > problem.Limits.Day + Slack || route.Times[0] + Slack < problem.Stops[0].Earliest)
        {
            yield return "the day is too long or begins too early";
        }
    }

    private static double Kilometres(RideProblem problem, IReadOnlyList<int> stops) =>
        stops.Prepend(0).Zip(stops.Append(0), (a, b) => Away(problem, a, b)).Sum();

    private static double Away(RideProblem problem, int from, int to) =>
        Math.Sqrt(Math.Pow(problem.Stops[from].X - problem.Stops[to].X, 2) + Math.Pow(problem.Stops[from].Y - problem.Stops[to].Y, 2));
}
