using Google.OrTools.LinearSolver;

namespace Guiju.Rides.Days;

/// <summary>
/// The whole choice as one linear model with whole-numbered drives: cars that are alike flow from their yard through rides and home, every trip is in one ride
/// or without a car. Where the relaxed answer is whole it is the cheapest plan; else the model is solved with whole numbers, and what it proved is the bound.
/// </summary>
internal sealed class DayModel(DayProblem problem, DayPart part)
{
    private const double Whole = 1e-6;

    /// <summary>The routes found, by group of cars, null where time was too short; and what no plan can cost less than.</summary>
    public (IReadOnlyList<(int Group, List<List<int>> Chains)>? Chains, double Bound) Solve(double seconds)
    {
        using var relaxed = new Built(problem, part, "GLOP");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var solved = relaxed.Run(seconds / 2);
        var bound = solved ? relaxed.Bound : 0; // a relaxed answer that is not the best one bounds nothing
        if (solved && relaxed.IsWhole)
        {
            return (relaxed.Chains(), bound);
        }

        using var whole = new Built(problem, part, "SCIP");
        return whole.Run(Math.Max(0.5, seconds - clock.Elapsed.TotalSeconds)) ? (whole.Chains(), Math.Max(bound, whole.Bound)) : (null, bound);
    }

    /// <summary>The model in one solver.</summary>
    private sealed class Built : IDisposable
    {
        private readonly DayProblem problem;
        private readonly DayPart part;
        private readonly bool relaxed;
        private readonly Solver solver;
        private readonly Objective objective;
        private readonly Dictionary<int, Constraint> cover;
        private readonly List<Lane> lanes = [];
        private readonly List<Variable> drives = [];

        public Built(DayProblem problem, DayPart part, string kind)
        {
            (this.problem, this.part, relaxed) = (problem, part, kind == "GLOP");
            solver = Solver.CreateSolver(kind) ?? throw new InvalidOperationException($"The solver {kind} is missing.");
            objective = solver.Objective();
            cover = part.Trips.ToDictionary(t => t, _ => solver.MakeConstraint(1, 1));
            foreach (var (trip, row) in cover)
            {
                row.SetCoefficient(Drive(problem.Rules.UnservedKm), 1);
            }

            for (var group = 0; group < part.Groups.Count; group++)
            {
                lanes.Add(Lay(group));
            }

            objective.SetMinimization();
        }

        public double Bound => relaxed ? objective.Value() : objective.BestBound();

        public bool IsWhole => drives.TrueForAll(d => d.SolutionValue() is < Whole or > 1 - Whole);

        public bool Run(double seconds)
        {
            solver.SetTimeLimit((long)(seconds * 1000));
            var found = solver.Solve();
            return relaxed ? found == Solver.ResultStatus.OPTIMAL && solver.VerifySolution(1e-5, false) : found is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE;
        }

        public void Dispose() => solver.Dispose();

        private Variable Drive(double cost)
        {
            var drive = relaxed ? solver.MakeNumVar(0, 1, "") : solver.MakeBoolVar("");
            objective.SetCoefficient(drive, cost);
            drives.Add(drive);
            return drive;
        }

        private Lane Lay(int number)
        {
            var group = part.Groups[number];
            var (car, open) = (problem.Cars[group.Cars[0]], group.Rides.Select(r => (Number: r, Ride: problem.Rides[r])).OrderBy(r => r.Ride.Start).ToList());
            var lane = new Lane(number);
            var fleet = solver.MakeConstraint(0, group.Cars.Count);
            var leaving = open.ConvertAll(o => problem.Leaves(car, o.Ride)).Distinct().Order().ToList();
            var yard = leaving.ConvertAll(_ => solver.MakeConstraint(0, 0));
            for (var i = 0; i + 1 < yard.Count; i++)
            {
                var wait = solver.MakeNumVar(0, group.Cars.Count, "");
                yard[i].SetCoefficient(wait, -1);
                yard[i + 1].SetCoefficient(wait, 1);
            }

            if (yard.Count > 0)
            {
                yard[^1].SetCoefficient(solver.MakeNumVar(0, group.Cars.Count, ""), -1); // stays
            }

            var passes = open.ConvertAll(_ => solver.MakeConstraint(0, 0));
            for (var i = 0; i < open.Count; i++)
            {
                var (ride, out_) = (open[i].Ride, problem.Distance(car.Yard, open[i].Ride.Place));
                var (fresh, again, home) = (Drive(car.Weight * (out_ + ride.Km) + problem.Rules.CarKm), Drive(car.Weight * (out_ + ride.Km)), Drive(car.Weight * out_));
                fleet.SetCoefficient(fresh, 1);
                Enter(fresh, ride, passes[i]);
                Enter(again, ride, passes[i]);
                passes[i].SetCoefficient(home, -1);
                yard[leaving.BinarySearch(problem.Leaves(car, ride))].SetCoefficient(again, -1);
                var ready = leaving.BinarySearch(problem.Back(car, ride) + problem.Rules.RestMinutes);
                if ((ready < 0 ? ~ready : ready) is var at && at < yard.Count)
                {
                    yard[at].SetCoefficient(home, 1);
                }

                lane.Fresh[open[i].Number] = fresh;
                lane.Again[open[i].Number] = again;
                Link(lane, car, open, i, passes);
            }

            return lane;
        }

        // Straight drives to later rides, where they are shorter than the way over the yard, or there is no time for that.
        private void Link(Lane lane, DayCar car, List<(int Number, DayRide Ride)> open, int i, List<Constraint> passes)
        {
            var first = open[i].Ride;
            for (var j = 0; j < open.Count; j++)
            {
                var next = open[j].Ride;
                if (next.Start <= first.End || problem.Straight(car, first, next) is not { } km || problem.OverYard(car, first, next) is { } round && round <= km + 1e-9)
                {
                    continue;
                }

                var link = Drive(car.Weight * (km + next.Km));
                passes[i].SetCoefficient(link, -1);
                Enter(link, next, passes[j]);
                lane.Links.Add((open[i].Number, open[j].Number, link));
            }
        }

        private void Enter(Variable drive, DayRide ride, Constraint pass)
        {
            pass.SetCoefficient(drive, 1);
            foreach (var trip in ride.Trips)
            {
                cover[trip].SetCoefficient(drive, 1);
            }
        }

        /// <summary>What the cars of each group do: chains of rides. Cars that came home go out again in the order in which they came.</summary>
        public List<(int Group, List<List<int>> Chains)> Chains() => lanes.ConvertAll(lane =>
        {
            var car = problem.Cars[part.Groups[lane.Group].Cars[0]];
            var next = lane.Links.Where(l => l.Drive.SolutionValue() > 0.5).ToDictionary(l => l.From, l => l.To);
            var starts = lane.Fresh.Where(f => f.Value.SolutionValue() > 0.5).Select(f => (Ride: f.Key, Fresh: true))
                .Concat(lane.Again.Where(a => a.Value.SolutionValue() > 0.5).Select(a => (Ride: a.Key, Fresh: false))).OrderBy(s => problem.Leaves(car, problem.Rides[s.Ride]));
            var chains = new List<List<int>>();
            foreach (var (start, fresh) in starts)
            {
                var leaves = problem.Leaves(car, problem.Rides[start]);
                var chain = fresh ? null : chains.Where(c => problem.Back(car, problem.Rides[c[^1]]) + problem.Rules.RestMinutes <= leaves).MinBy(c => problem.Back(car, problem.Rides[c[^1]]));
                if (chain is null)
                {
                    chains.Add(chain = []);
                }

                for (var at = start; ; at = next[at])
                {
                    chain.Add(at);
                    if (!next.ContainsKey(at))
                    {
                        break;
                    }
                }
            }

            return (lane.Group, chains);
        });
    }

    /// <summary>The drives of one group of cars.</summary>
    private sealed class Lane(int group)
    {
        public int Group { get; } = group;

        public Dictionary<int, Variable> Fresh { get; } = [];

        public Dictionary<int, Variable> Again { get; } = [];

        public List<(int From, int To, Variable Drive)> Links { get; } = [];
    }
}

/// <summary>Trips that touch no other: by no car and no ride.</summary>
internal sealed record DayPart(IReadOnlyList<int> Trips, IReadOnlyList<CarGroup> Groups, int Rides);

/// <summary>Cars that are alike: same yard, weight, rides that they may take, hours at which they are given away.</summary>
internal sealed record CarGroup(IReadOnlyList<int> Cars, IReadOnlyList<int> Rides);
