using Guiju.Fleet.Trips;
using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Guiju.Rides.Days;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Planning;

/// <summary>
/// The journeys of a year planned again, day by day, with the cars of today's register: first come, first served, and by the planner. Both are reckoned with the
/// same rules, places and kilometres, so that what lies between them is what planning saves.
/// </summary>
internal sealed class YearSaving(GuijuDb db, DayReader reader, DayCases cases, Bodies bodies)
{
    private static readonly TripState[] Driven = [TripState.Returned, TripState.Settled];

    /// <summary>The days of the year with journeys, each told as it is done.</summary>
    public async IAsyncEnumerable<Day> AskAsync(int year, double secondsADay, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var trips = (await db.Set<Trip>().AsNoTracking().Where(t => Driven.Contains(t.State) && t.Day >= from && t.Day <= to).OrderBy(t => t.FiledAt).ThenBy(t => t.Code).ToListAsync(ct)).ToLookup(t => t.Day);
        var book = await PlaceBook.LearnAsync(db, trips.SelectMany(d => d).Select(t => t.PlanTo).Distinct().ToList(), ct);
        var tree = await bodies.TreeAsync(ct);
        var all = await reader.WithAsync(from, [], [], trips.SelectMany(d => d).Select(t => t.UnitId).ToHashSet(), ct);
        foreach (var day in trips.OrderBy(d => d.Key))
        {
            var onDuty = await reader.WithAsync(day.Key, [], [], [], ct);
            yield return Plan(all with { Day = day.Key, Waiting = day.ToList(), Duty = onDuty.Duty }, tree, book, secondsADay, ct);
        }
    }

    private Day Plan(DayFacts facts, UnitTree tree, PlaceBook book, double seconds, CancellationToken ct)
    {
        var it = cases.Open(facts, tree, new Dictionary<Guid, string?>(), book);
        var (first, plan) = (it.FirstCome(), DayPlanner.Plan(it.Problem, seconds, ct));
        return new Day(facts.Day, facts.Waiting.Count, first, plan)
        {
            Recorded = facts.Waiting.Select(t => t.VehicleId).Distinct().Count(),
            Shared = plan.Routes.SelectMany(r => r.Rides).Where(r => it.Problem.Rides[r].IsShared).Sum(r => it.Problem.Rides[r].Trips.Count),
            Faults = DayChecker.Faults(it.Problem, plan).Count,
        };
    }

    /// <summary>One day.</summary>
    internal sealed record Day(DateOnly On, int Trips, DayPlan FirstCome, DayPlan Plan)
    {
        /// <summary>Cars that were out by the record.</summary>
        public int Recorded { get; init; }

        /// <summary>Trips that share a car in the plan.</summary>
        public int Shared { get; init; }

        /// <summary>What a separate check found wrong.</summary>
        public int Faults { get; init; }
    }

    /// <summary>Days added up.</summary>
    internal sealed record Sum(int Days, int Trips, int RecordedCars, int Shared, int Faults)
    {
        public double FirstKm { get; init; }

        public double PlanKm { get; init; }

        public int FirstCars { get; init; }

        public int PlanCars { get; init; }

        public int FirstUnserved { get; init; }

        public int PlanUnserved { get; init; }

        public double Cost { get; init; }

        /// <summary>The cost without what trips without a car count for.</summary>
        public double Driven { get; init; }

        public double Bound { get; init; }

        /// <summary>Share of kilometres saved.</summary>
        public double SavedKm => FirstKm > 0 ? (FirstKm - PlanKm) / FirstKm : 0;

        /// <summary>Share of car-days saved.</summary>
        public double SavedCars => FirstCars > 0 ? (double)(FirstCars - PlanCars) / FirstCars : 0;

        /// <summary>Share of the cost that might still be saved.</summary>
        public double Gap => Driven > 0 ? Math.Max(0, (Cost - Bound) / Driven) : 0;

        public static Sum operator +(Sum sum, Day day) => new(sum.Days + 1, sum.Trips + day.Trips, sum.RecordedCars + day.Recorded, sum.Shared + day.Shared, sum.Faults + day.Faults)
        {
            FirstKm = sum.FirstKm + day.FirstCome.Km, PlanKm = sum.PlanKm + day.Plan.Km,
            FirstCars = sum.FirstCars + day.FirstCome.Routes.Count, PlanCars = sum.PlanCars + day.Plan.Routes.Count,
            FirstUnserved = sum.FirstUnserved + day.FirstCome.Unserved.Count, PlanUnserved = sum.PlanUnserved + day.Plan.Unserved.Count,
            Cost = sum.Cost + day.Plan.Cost, Driven = sum.Driven + day.Plan.Driven, Bound = sum.Bound + day.Plan.Bound,
        };
    }
}
