using Guiju.Rides.Days;

namespace Guiju.Rides.Tests.Days;

/// <summary>Days small enough to know the answer, and random ones that a brute force solves too.</summary>
public sealed class DayPlannerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Two_trips_that_follow_each_other_take_one_car_and_two_at_once_take_two()
    {
        var after = Day([new(0, 1, 540, 600, 1, false), new(0, 1, 640, 700, 1, false)], 2);
        var atOnce = Day([new(0, 1, 540, 600, 1, false), new(0, 1, 550, 700, 1, false)], 2);

        Assert.Equal((1, 40.0, true), Told(after));
        Assert.Equal((2, 40.0, true), Told(atOnce));
    }

    [Fact]
    public void Without_the_rest_between_two_rides_a_second_car_goes()
    {
        Assert.Equal(2, Told(Day([new(0, 1, 540, 600, 1, false), new(0, 1, 619, 700, 1, false)], 2)).Cars);
        Assert.Equal(1, Told(Day([new(0, 1, 540, 600, 1, false), new(0, 1, 620, 700, 1, false)], 2)).Cars);
    }

    [Fact]
    public void Trips_to_one_place_share_a_car_where_all_agree_and_the_seats_suffice()
    {
        DayTrip[] willing = [new(0, 1, 540, 660, 2, true), new(0, 1, 550, 660, 2, true)];

        Assert.Equal((1, 20.0, true), Told(Day(willing, 2)));
        Assert.Equal(2, Told(Day([willing[0], willing[1] with { MayShare = false }], 2)).Cars);
        Assert.Equal(2, Told(Day([willing[0], willing[1] with { People = 3 }], 2)).Cars);
        Assert.Equal(2, Told(Day([willing[0], willing[1] with { Start = 556 }], 2)).Cars); // would have to leave sixteen minutes early
    }

    [Fact]
    public void Who_has_no_car_is_named_and_the_bound_still_holds()
    {
        var plan = DayPlanner.Plan(Day([new(0, 1, 540, 600, 1, false), new(0, 1, 550, 610, 1, false)], 1), 5, Ct);

        Assert.Single(plan.Unserved);
        Assert.True(plan.IsOptimal);
        Assert.Equal((1, 0.0), (plan.UnservedAtLeast, plan.Gap)); // one of them has no car in any plan
        Assert.Empty(DayChecker.Faults(Day([new(0, 1, 540, 600, 1, false), new(0, 1, 550, 610, 1, false)], 1), plan));
    }

    [Fact]
    public void The_checker_sees_what_is_wrong()
    {
        var problem = Day([new(0, 1, 540, 600, 1, false), new(0, 1, 560, 640, 4, false)], 2, seats: 5);
        var plan = DayPlanner.Plan(problem, 5, Ct);

        Assert.Empty(DayChecker.Faults(problem, plan));
        Assert.Contains(DayChecker.Faults(problem, plan with { Km = plan.Km - 1 }), f => f.Contains("kilometres", StringComparison.Ordinal));
        Assert.Contains(DayChecker.Faults(problem, plan with { Routes = [plan.Routes[0]] }), f => f.Contains("served 0 times", StringComparison.Ordinal));
        Assert.Contains(DayChecker.Faults(problem, plan with { Routes = [new(0, [0, 1])] }), f => f.Contains("cannot be at ride", StringComparison.Ordinal));
        Assert.Contains(DayChecker.Faults(Day([.. problem.Trips], 2, seats: 4), plan), f => f.Contains("too few seats", StringComparison.Ordinal));
        Assert.Contains(DayChecker.Faults(Day([.. problem.Trips], 2, lawful: false), plan), f => f.Contains("may not take", StringComparison.Ordinal));
    }

    [Fact]
    public void Random_days_cost_what_a_search_of_all_plans_finds_and_never_more_than_first_come()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var problem = Random(seed);
            var plan = DayPlanner.Plan(problem, 10, Ct);
            var first = FirstCome.Plan(problem, Enumerable.Range(0, problem.Trips.Count), _ => Enumerable.Range(0, problem.Cars.Count));

            Assert.Empty(DayChecker.Faults(problem, plan));
            Assert.True(plan.IsOptimal, $"seed {seed}: {plan.Cost} against {plan.Bound}");
            Assert.Equal(Cheapest(problem), plan.Cost, 4);
            Assert.True(first.Cost >= plan.Cost - 1e-6, $"seed {seed}");
        }
    }

    [Fact]
    public void Drivers_keep_their_car_within_a_days_duty_and_where_nobody_is_left_each_ride_has_its_own()
    {
        var problem = Day([new(0, 1, 480, 540, 1, false), new(0, 1, 600, 660, 1, false), new(0, 1, 1100, 1160, 1, false)], 1);
        var plan = DayPlanner.Plan(problem, 5, Ct);

        var two = DutyMatching.Match(problem, plan, 600, _ => [7, 8]); // eight to seven in the evening is too long for one
        Assert.Equal([2, 1], two.Select(d => d.Stretch.Rides.Count));
        Assert.Equal([7, 8], two.Select(d => d.Driver).Order());
        Assert.Equal([(2, 7), (1, -1)], DutyMatching.Match(problem, plan, 600, _ => [7]).Select(d => (d.Stretch.Rides.Count, d.Driver)));
        Assert.Equal([(3, 7)], DutyMatching.Match(problem, plan, 720, _ => [7, 8]).Select(d => (d.Stretch.Rides.Count, d.Driver)));
        Assert.Equal([(1, 7), (1, 8), (1, 7)], DutyMatching.Match(problem, plan, 720, s => s.Rides.Count > 1 ? [] : s.From == 600 ? [8] : [7]).Select(d => (d.Stretch.Rides.Count, d.Driver)));
    }

    [Fact]
    public void A_plan_saves_kilometres_and_cars_where_first_come_sends_every_trip_alone_over_its_yard()
    {
        // Two yards; a visitor's car of yard 0 serves both. In the morning two trips of yard 0 go to one place, later one of yard 1 follows another.
        DayTrip[] trips = [new(0, 2, 540, 660, 1, true), new(0, 2, 545, 660, 1, true), new(1, 2, 700, 800, 1, false), new(1, 2, 830, 930, 1, false)];
        foreach (var weight in new[] { 0.0, 2, 5, 20 })
        {
            var problem = new DayProblem(trips, [new(0, 5, 1), new(0, 5, 1), new(0, 5, 1)], Rules with { CarKm = weight }, (a, b) => a + b == 1 ? 5 : 10, (_, _) => true);
            var first = FirstCome.Plan(problem, Enumerable.Range(0, 4), t => t < 2 ? [0, 1, 2] : [2, 1, 0]);
            var plan = DayPlanner.Plan(problem, 5, Ct, first);

            Assert.Empty(DayChecker.Faults(problem, plan));
            Assert.Empty(plan.Unserved);
            Assert.True(plan.Km < first.Km, $"weight {weight}: {plan.Km} km against {first.Km}");
            Assert.True(plan.Routes.Count < first.Routes.Count, $"weight {weight}: {plan.Routes.Count} cars against {first.Routes.Count}");
        }
    }

    [Fact]
    public void Whatever_a_car_weighs_the_plan_is_never_dearer_than_first_come_and_its_bound_never_above_it()
    {
        for (var seed = 1; seed <= 120; seed++)
        {
            var problem = Random(seed).Weighing(new[] { 0.0, 2, 5, 10, 20 }[seed % 5]);
            var first = FirstCome.Plan(problem, Enumerable.Range(0, problem.Trips.Count), t => Enumerable.Range(0, problem.Cars.Count).OrderBy(c => (c + t) % 3));
            var plan = DayPlanner.Plan(problem, 5, Ct, first);

            Assert.Empty(DayChecker.Faults(problem, plan));
            Assert.True(plan.Cost <= first.Cost + 1e-6, $"seed {seed}: {plan.Cost} against {first.Cost}");
            Assert.True(plan.Unserved.Count <= first.Unserved.Count, $"seed {seed}");
            Assert.True(plan.UnservedAtLeast <= plan.Unserved.Count && plan.Gap is >= 0 and <= 1, $"seed {seed}");
            Assert.True(plan.DrivenBound <= plan.Driven + 1e-6 && plan.Bound <= first.Cost + 1e-6, $"seed {seed}: bound {plan.Bound}");
        }
    }

    [Fact]
    public void A_plan_that_is_known_already_is_kept_where_no_time_is_left_to_find_a_better_one()
    {
        var chooser = new Random(7);
        var trips = Enumerable.Range(0, 150).Select(_ => chooser.Next(480, 1000)).Select(start => new DayTrip(chooser.Next(6), 6 + chooser.Next(5), start, start + 60 + chooser.Next(90), 1, chooser.Next(2) == 0)).ToList();
        var problem = new DayProblem(trips, [.. Enumerable.Range(0, 60).Select(i => new DayCar(i % 6, 5, 1))], Rules, (a, b) => a < 6 && b < 6 ? 5 : 12, (_, _) => true);
        var first = FirstCome.Plan(problem, Enumerable.Range(0, trips.Count), _ => Enumerable.Range(0, 60));
        var plan = DayPlanner.Plan(problem, 0.001, Ct, first);

        Assert.Empty(DayChecker.Faults(problem, plan));
        Assert.True(plan.Cost <= first.Cost + 1e-6, $"{plan.Cost} against {first.Cost}");
    }

    [Fact]
    public void A_driver_hands_a_ride_on_to_somebody_who_is_free_so_that_none_is_left_without()
    {
        // Two cars out at once all day in short rides; 7 may drive everything, 8 only the first car's rides.
        var problem = Day([new(0, 1, 480, 540, 1, false), new(0, 1, 480, 540, 1, false), new(0, 1, 600, 660, 1, false), new(0, 1, 600, 660, 1, false)], 2);
        var plan = DayPlan.Of(problem, [new DayRoute(0, [0, 2]), new DayRoute(1, [1, 3])]);
        var duties = DutyMatching.Match(problem, plan, 600, s => s.Car == 0 ? [7, 8] : [7]);

        Assert.DoesNotContain(-1, duties.Select(d => d.Driver));
        Assert.Equal(0, DutyMatching.Shortest(problem, plan, s => s.Car == 0 ? [7, 8] : [7]).Short);
        Assert.Equal((480, 2, 1), DutyMatching.Shortest(problem, plan, _ => [7]));
    }

    [Fact]
    public void Where_a_days_duty_ends_too_early_for_everybody_drivers_change_cars_so_that_who_began_early_ends_early()
    {
        // Who takes the first ride may not take the last one: 480 to 1100 is longer than 580 minutes, 480 to 1060 and 560 to 1100 are not.
        var problem = Day([new(0, 1, 480, 600, 1, false), new(0, 1, 560, 640, 1, false), new(0, 1, 1000, 1060, 1, false), new(0, 1, 1040, 1100, 1, false)], 2);
        var plan = DayPlan.Of(problem, [new DayRoute(0, [0, 3]), new DayRoute(1, [1, 2])]);
        var duties = DutyMatching.Match(problem, plan, 580, _ => [7, 8]);

        Assert.DoesNotContain(-1, duties.Select(d => d.Driver));
        foreach (var driver in duties.GroupBy(d => d.Driver))
        {
            Assert.True(driver.Max(d => d.Stretch.To) - driver.Min(d => d.Stretch.From) <= 580);
        }
    }

    private static (int Cars, double Km, bool Optimal) Told(DayProblem problem)
    {
        var plan = DayPlanner.Plan(problem, 5, Ct);
        Assert.Empty(DayChecker.Faults(problem, plan));
        return (plan.Routes.Count, plan.Km, plan.IsOptimal);
    }

    private static DayRules Rules { get; } = new() { CarKm = 20, RestMinutes = 20, AwayMinutes = 120, KmPerMinute = 0.5, WaitMinutes = 15, DetourMinutes = 20, DrivingMinutes = 240 };

    // One yard, a place ten kilometres away.
    private static DayProblem Day(IReadOnlyList<DayTrip> trips, int cars, int seats = 5, bool lawful = true) =>
        new(trips, [.. Enumerable.Repeat(new DayCar(0, seats, 1), cars)], Rules, (_, _) => 10, (_, _) => lawful);

    private static DayProblem Random(int seed)
    {
        var chooser = new Random(seed);
        var places = Enumerable.Range(0, 8).Select(_ => (X: chooser.Next(20), Y: chooser.Next(20))).ToArray();
        var trips = Enumerable.Range(0, 5).Select(_ => chooser.Next(480, 900)).Select(start => new DayTrip(chooser.Next(3), 3 + chooser.Next(5), start, start + 90 + chooser.Next(90), 1 + chooser.Next(3), chooser.Next(2) == 0)).ToList();
        var cars = Enumerable.Range(0, 3).Select(i => new DayCar(i % 2, i == 2 ? 7 : 5, i == 1 ? 1 : 1.05) { Taken = i == 0 ? [(600, 660)] : [] }).ToList();
        return new DayProblem(trips, cars, Rules with { WaitMinutes = 40, DetourMinutes = 30 }, (a, b) => Math.Sqrt(Math.Pow(places[a].X - places[b].X, 2) + Math.Pow(places[a].Y - places[b].Y, 2)), (t, c) => (t + c + seed) % 4 != 0);
    }

    // Every ride to every car or to none, in order of time.
    private static double Cheapest(DayProblem problem)
    {
        var best = double.PositiveInfinity;
        Try(0, 0, problem.Cars.Select(_ => new List<int>()).ToList(), 0);
        return best;

        void Try(int trip, long served, List<List<int>> given, int unserved)
        {
            while (trip < problem.Trips.Count && (served >> trip & 1) == 1)
            {
                trip++;
            }

            if (trip == problem.Trips.Count)
            {
                best = Math.Min(best, Cost(given) + unserved * problem.Rules.UnservedKm);
                return;
            }

            Try(trip + 1, served | 1L << trip, given, unserved + 1);
            for (var ride = 0; ride < problem.Rides.Count; ride++)
            {
                var trips = problem.Rides[ride].Trips;
                if (!trips.Contains(trip) || trips.Any(t => (served >> t & 1) == 1))
                {
                    continue;
                }

                for (var car = 0; car < given.Count; car++)
                {
                    if (problem.Fits(problem.Rides[ride], car))
                    {
                        given[car].Add(ride);
                        Try(trip + 1, trips.Aggregate(served, (s, t) => s | 1L << t), given, unserved);
                        given[car].RemoveAt(given[car].Count - 1);
                    }
                }
            }
        }

        double Cost(List<List<int>> given)
        {
            var sum = 0.0;
            foreach (var (rides, number) in given.Select((r, i) => (r.OrderBy(x => problem.Rides[x].Start).ToList(), i)).Where(g => g.Item1.Count > 0))
            {
                var car = problem.Cars[number];
                if (rides.Zip(rides.Skip(1)).Any(p => problem.Between(car, problem.Rides[p.First], problem.Rides[p.Second]) is null))
                {
                    return double.PositiveInfinity;
                }

                sum += DayPlan.KmOf(problem, new DayRoute(number, rides)) * car.Weight + problem.Rules.CarKm;
            }

            return sum;
        }
    }
}
