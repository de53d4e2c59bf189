using Google.OrTools.Sat;

namespace Guiju.Rides;

/// <summary>
/// Chooses whole fragments and empty drives at the least cost (CP-SAT). Where the choice chains up to routes that break the clock, exactly that chain is
/// forbidden and the choice made again, so the first choice that can be driven is the cheapest plan there is.
/// </summary>
internal sealed class FragmentProof(RideProblem problem, FragmentBound.Outcome left, double known)
{
    private const double Scale = 1e6;
    private const double Minute = 100;

    private readonly CpModel model = new();
    private readonly Timetable timetable = new(problem);
    private readonly Dictionary<int, List<int>> byFirst = [];
    private BoolVar[] pieces = [];
    private BoolVar[] drives = [];

    /// <summary>The best bound, and the routes where they were found.</summary>
    public (double Bound, List<int[]>? Routes) Solve(Func<double> secondsLeft, CancellationToken ct)
    {
        Build();
        Clock();
        var bound = left.Bound;
        while (secondsLeft() is > 0.05 and var seconds && !ct.IsCancellationRequested)
        {
            var solver = new CpSolver { StringParameters = FormattableString.Invariant($"num_workers:4,max_time_in_seconds:{seconds:0.##}") };
            var status = solver.Solve(model);
            if (status == CpSolverStatus.Infeasible)
            {
                // Nothing as cheap as the known plan is left: it is the cheapest.
                return (known, null);
            }

            bound = Math.Max(bound, solver.BestObjectiveBound / Scale);
            if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
            {
                break;
            }

            var chains = Chains(solver);
            var late = chains.Where(c => c.Loop || !timetable.RouteFits(Stops(c))).ToList();
            if (late.Count == 0)
            {
                return (bound, [.. chains.Select(c => Stops(c))]);
            }

            late.ForEach(Forbid);
        }

        return (Math.Min(bound, known), null);
    }

    private void Build()
    {
        pieces = [.. left.Fragments.Select((_, i) => model.NewBoolVar($"f{i}"))];
        drives = [.. left.Drives.Select((_, i) => model.NewBoolVar($"d{i}"))];
        for (var i = 0; i < pieces.Length; i++)
        {
            (byFirst.TryGetValue(left.Fragments[i].First, out var list) ? list : byFirst[left.Fragments[i].First] = []).Add(i);
        }

        for (var stop = 1; stop < problem.Stops.Count; stop++)
        {
            var at = stop;
            if (problem.IsPickup(at))
            {
                model.AddExactlyOne(pieces.Where((_, i) => left.Fragments[i].Stops.Contains(at)));
                model.Add(LinearExpr.Sum(pieces.Where((_, i) => left.Fragments[i].First == at)) == LinearExpr.Sum(drives.Where((_, i) => left.Drives[i].To == at)));
            }
            else
            {
                model.Add(LinearExpr.Sum(pieces.Where((_, i) => left.Fragments[i].Last == at)) == LinearExpr.Sum(drives.Where((_, i) => left.Drives[i].From == at)));
            }
        }

        model.Add(LinearExpr.Sum(drives.Where((_, i) => left.Drives[i].From == 0)) <= problem.Cars);
        model.Minimize(LinearExpr.WeightedSum([.. pieces, .. drives],
            [.. left.Fragments.Select(f => (long)Math.Floor(f.Cost * Scale)), .. left.Drives.Select(d => (long)Math.Floor(problem.Distance(d.From, d.To) * Scale))]));
    }

    /// <summary>
    /// Beginning of the fragment at each pickup and end of the fragment at each drop. Minutes are rounded so that nothing possible is cut off; what is cut off
    /// too little is found when the chains are driven.
    /// </summary>
    private void Clock()
    {
        var horizon = (long)(problem.Stops[0].Latest * Minute) + 1;
        var times = Enumerable.Range(0, problem.Stops.Count).Select(i => model.NewIntVar(0, horizon, $"t{i}")).ToArray();
        for (var i = 0; i < pieces.Length; i++)
        {
            var (fragment, window) = (left.Fragments[i], timetable.Window(left.Fragments[i].Stops));
            var (start, end) = (times[fragment.First], times[fragment.Last]);
            model.Add(start >= (long)Math.Floor(window.EarliestStart * Minute)).OnlyEnforceIf(pieces[i]);
            model.Add(start <= (long)Math.Ceiling(window.LatestStart * Minute)).OnlyEnforceIf(pieces[i]);
            model.Add(end >= (long)Math.Floor(window.EarliestEnd * Minute)).OnlyEnforceIf(pieces[i]);
            model.Add(end >= start + ((long)Math.Floor(window.Duration * Minute) - 1)).OnlyEnforceIf(pieces[i]);
        }

        for (var i = 0; i < drives.Length; i++)
        {
            var (from, to) = left.Drives[i];
            if (from != 0 && to != 0)
            {
                model.Add(times[to] >= times[from] + ((long)Math.Floor((problem.Stops[from].Service + problem.Distance(from, to)) * Minute) - 1)).OnlyEnforceIf(drives[i]);
            }
        }
    }

    private List<Chain> Chains(CpSolver solver)
    {
        var next = new Dictionary<int, (int To, int Drive)>();
        var chains = new List<Chain>();
        var from = new List<(int To, int Drive)>();
        for (var i = 0; i < drives.Length; i++)
        {
            if (solver.BooleanValue(drives[i]))
            {
                if (left.Drives[i].From == 0)
                {
                    from.Add((left.Drives[i].To, i));
                }
                else
                {
                    next[left.Drives[i].From] = (left.Drives[i].To, i);
                }
            }
        }

        var chosen = Enumerable.Range(0, pieces.Length).Where(i => solver.BooleanValue(pieces[i])).ToDictionary(i => left.Fragments[i].First);
        foreach (var (start, _) in from)
        {
            chains.Add(Follow(start, chosen, next, loop: false));
        }

        while (chosen.Count > 0)
        {
            chains.Add(Follow(chosen.Keys.First(), chosen, next, loop: true));
        }

        return chains;
    }

    private Chain Follow(int start, Dictionary<int, int> chosen, Dictionary<int, (int To, int Drive)> next, bool loop)
    {
        var chain = new Chain([], [], loop);
        for (var at = start; at != 0 && chosen.Remove(at, out var piece);)
        {
            chain.Pieces.Add(piece);
            var (to, drive) = next[left.Fragments[piece].Last];
            chain.Drives.Add(drive);
            at = to;
        }

        return chain;
    }

    private int[] Stops(Chain chain) => [.. chain.Pieces.SelectMany(p => left.Fragments[p].Stops)];

    /// <summary>Forbids the shortest stretch of the chain that cannot be driven, whichever fragments of the same ends stand in its middle.</summary>
    private void Forbid(Chain chain)
    {
        var (from, to) = Shortest(chain);
        var stretch = chain.Pieces[from..to];
        var joins = chain.Drives[from..(to - 1)];
        if (chain.Loop && from == 0 && to == chain.Pieces.Count && timetable.PieceFits(Stops(chain)))
        {
            joins = chain.Drives;
        }

        var used = stretch.Select(p => pieces[p]).Concat(joins.Select(d => drives[d])).ToList();
        model.Add(LinearExpr.Sum(used) <= used.Count - 1);
    }

    private (int From, int To) Shortest(Chain chain)
    {
        for (var length = 2; length < chain.Pieces.Count; length++)
        {
            for (var from = 0; from + length <= chain.Pieces.Count; from++)
            {
                if (!timetable.PieceFits([.. chain.Pieces[from..(from + length)].SelectMany(p => left.Fragments[p].Stops)]))
                {
                    return (from, from + length);
                }
            }
        }

        return (0, chain.Pieces.Count);
    }

    private sealed record Chain(List<int> Pieces, List<int> Drives, bool Loop);
}
