using Guiju.Fleet.Trips;
using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Guiju.Rides.Days;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Planning;

/// <summary>
/// The journeys of a year planned again, day by day, with the cars of today's register: first come, first served, and by the planner. Both are reckoned with the
/// same rules, places and kilometres, so that what lies between them is what planning saves; kilometres are compared on days on which both serve the same trips.
/// </summary>
internal sealed class YearSaving(GuijuDb db, DayReader reader, DayCases cases, Bodies bodies)
{
    private static readonly TripState[] Driven = [TripState.Returned, TripState.Settled];

    /// <summary>The days of the year with journeys, each told as it is done: once for each weight of a car, or for the one in force where none is given.</summary>
    /// <param name="year">The year.</param>
    /// <param name="secondsADay">Seconds that a plan may take.</param>
    /// <param name="weights">Kilometres that sending one more car counts for.</param>
    /// <param name="every">1 for all days with journeys, 5 for every fifth.</param>
    /// <param name="ct">Cancellation.</param>
    public async IAsyncEnumerable<Day> AskAsync(int year, double secondsADay, IReadOnlyList<double> weights, int every, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var trips = (await db.Set<Trip>().AsNoTracking().Where(t => Driven.Contains(t.State) && t.Day >= from && t.Day <= to).OrderBy(t => t.FiledAt).ThenBy(t => t.Code).ToListAsync(ct)).ToLookup(t => t.Day);
        var book = await PlaceBook.LearnAsync(db, trips.SelectMany(d => d).Select(t => t.PlanTo).Distinct().ToList(), ct);
        var tree = await bodies.TreeAsync(ct);
        var all = await reader.WithAsync(from, [], [], trips.SelectMany(d => d).Select(t => t.UnitId).ToHashSet(), ct);
        foreach (var day in trips.OrderBy(d => d.Key).Where((_, i) => i % every == 0))
        {
            var onDuty = await reader.WithAsync(day.Key, [], [], [], ct);
            var it = cases.Open(all with { Day = day.Key, Waiting = day.ToList(), Duty = onDuty.Duty }, tree, new Dictionary<Guid, string?>(), book);
            foreach (var weight in weights.DefaultIfEmpty(it.Problem.Rules.CarKm))
            {
                yield return Plan(it, it.Problem.Weighing(weight), secondsADay, ct);
            }
        }
    }

    private static Day Plan(DayCase it, DayProblem problem, double seconds, CancellationToken ct)
    {
        var first = it.FirstCome(problem);
        var plan = DayPlanner.Plan(problem, seconds, ct, first);
        return new Day(it.Facts.Day, problem.Rules.CarKm, it.Facts.Waiting.Count, first, plan)
        {
            Recorded = it.Facts.Waiting.Select(t => t.VehicleId).Distinct().Count(),
            Shared = SharedDrives.Of(problem, plan),
            Faults = DayChecker.Faults(problem, plan).Count,
        };
    }

    /// <summary>One day at one weight.</summary>
    /// <param name="On">The day.</param>
    /// <param name="CarKm">Kilometres that sending one more car counts for.</param>
    /// <param name="Trips">Journeys.</param>
    /// <param name="FirstCome">First come, first served.</param>
    /// <param name="Plan">The plan.</param>
    internal sealed record Day(DateOnly On, double CarKm, int Trips, DayPlan FirstCome, DayPlan Plan)
    {
        /// <summary>Cars that were out by the record.</summary>
        public int Recorded { get; init; }

        /// <summary>Drives of the plan that serve several trips.</summary>
        public SharedDrives Shared { get; init; } = new(0, 0, 0, 0, 0);

        /// <summary>What a separate check found wrong.</summary>
        public int Faults { get; init; }

        /// <summary>Whether the plan and first come serve the same trips, so that their kilometres can be compared.</summary>
        public bool Alike => FirstCome.Unserved.SequenceEqual(Plan.Unserved);
    }

    /// <summary>Days added up.</summary>
    internal sealed record Sum(int Days, int Trips, int RecordedCars, SharedDrives Shared, int Faults)
    {
        /// <summary>Nothing yet.</summary>
        public static Sum None { get; } = new(0, 0, 0, new(0, 0, 0, 0, 0), 0);

        /// <summary>Kilometres that sending one more car counted for.</summary>
        public double CarKm { get; init; }

        public double FirstKm { get; init; }

        public double PlanKm { get; init; }

        public int FirstCars { get; init; }

        public int PlanCars { get; init; }

        public int FirstUnserved { get; init; }

        public int PlanUnserved { get; init; }

        /// <summary>Days on which both serve the same trips; what follows is of them alone.</summary>
        public int AlikeDays { get; init; }

        public double AlikeFirstKm { get; init; }

        public double AlikePlanKm { get; init; }

        public int AlikeFirstCars { get; init; }

        public int AlikePlanCars { get; init; }

        public double Cost { get; init; }

        /// <summary>The cost without what trips without a car count for.</summary>
        public double Driven { get; init; }

        public double Bound { get; init; }

        /// <summary>What no plan that leaves as many trips without a car drives for less than.</summary>
        public double DrivenBound { get; init; }

        /// <summary>Trips that no plan has a car for.</summary>
        public int UnservedAtLeast { get; init; }

        /// <summary>Days on which the plan costs more than first come: none.</summary>
        public int Dearer { get; init; }

        /// <summary>Share of kilometres saved, where the same trips are served.</summary>
        public double SavedKm => AlikeFirstKm > 0 ? (AlikeFirstKm - AlikePlanKm) / AlikeFirstKm : 0;

        /// <summary>Share of car-days saved, where the same trips are served.</summary>
        public double SavedCars => AlikeFirstCars > 0 ? (double)(AlikeFirstCars - AlikePlanCars) / AlikeFirstCars : 0;

        /// <summary>Share of the cost that might still be saved.</summary>
        public double Gap => Driven > 0 ? Math.Clamp((Driven - DrivenBound) / Driven, 0, 1) : 0;

        public static Sum operator +(Sum sum, Day day)
        {
            var alike = day.Alike ? 1 : 0;
            return new(sum.Days + 1, sum.Trips + day.Trips, sum.RecordedCars + day.Recorded, sum.Shared + day.Shared, sum.Faults + day.Faults)
            {
                CarKm = day.CarKm,
                FirstKm = sum.FirstKm + day.FirstCome.Km, PlanKm = sum.PlanKm + day.Plan.Km,
                FirstCars = sum.FirstCars + day.FirstCome.Routes.Count, PlanCars = sum.PlanCars + day.Plan.Routes.Count,
                FirstUnserved = sum.FirstUnserved + day.FirstCome.Unserved.Count, PlanUnserved = sum.PlanUnserved + day.Plan.Unserved.Count,
                AlikeDays = sum.AlikeDays + alike,
                AlikeFirstKm = sum.AlikeFirstKm + alike * day.FirstCome.Km, AlikePlanKm = sum.AlikePlanKm + alike * day.Plan.Km,
                AlikeFirstCars = sum.AlikeFirstCars + alike * day.FirstCome.Routes.Count, AlikePlanCars = sum.AlikePlanCars + alike * day.Plan.Routes.Count,
                Cost = sum.Cost + day.Plan.Cost, Driven = sum.Driven + day.Plan.Driven, Bound = sum.Bound + day.Plan.Bound, DrivenBound = sum.DrivenBound + day.Plan.DrivenBound, UnservedAtLeast = sum.UnservedAtLeast + day.Plan.UnservedAtLeast,
                Dearer = sum.Dearer + (day.Plan.Cost > day.FirstCome.Cost + 1e-6 ? 1 : 0),
            };
        }
    }
}
