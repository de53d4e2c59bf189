using Google.OrTools.LinearSolver;

namespace Guiju.Rides;

/// <summary>
/// The cheapest way to cover every request once by fragments joined by empty drives, times between fragments left out and halves of fragments allowed:
/// no plan costs less. Also tells which fragments and drives cannot be part of any plan as cheap as a known one.
/// </summary>
internal sealed class FragmentBound(RideProblem problem, IReadOnlyList<Fragment> fragments)
{
    /// <summary>The bound, and what is left of fragments and empty drives; null where the solver gives up.</summary>
    public Outcome? Solve(double known, double seconds)
    {
        using var solver = Solver.CreateSolver("GLOP");
        solver.SetTimeLimit((long)(seconds * 1000));
        var drives = Drives().ToList();
        var cover = Rows(solver, problem.Requests + 1, 1, 1);
        var starts = Rows(solver, problem.Requests + 1, 0, 0);
        var ends = Rows(solver, problem.Stops.Count, 0, 0);
        var fleet = solver.MakeConstraint(0, problem.Cars);
        var objective = solver.Objective();
        var pieces = fragments.Select(f => Piece(solver, objective, f, (cover, starts, ends))).ToArray();
        var joins = drives.ConvertAll(d =>
        {
            var drive = solver.MakeNumVar(0, 1, "");
            objective.SetCoefficient(drive, problem.Distance(d.From, d.To));
            (d.From == 0 ? fleet : ends[d.From]).SetCoefficient(drive, d.From == 0 ? 1 : -1);
            if (d.To != 0)
            {
                starts[d.To].SetCoefficient(drive, -1);
            }

            return drive;
        });
        objective.SetMinimization();
        if (solver.Solve() != Solver.ResultStatus.OPTIMAL)
        {
            return null;
        }

        var bound = objective.Value();
        var room = known - bound + 1e-6;
        return new Outcome(bound, [.. fragments.Where((_, i) => pieces[i].ReducedCost() <= room)], [.. drives.Where((_, i) => joins[i].ReducedCost() <= room)]);
    }

    private static Variable Piece(Solver solver, Objective objective, Fragment fragment, (Constraint[] Cover, Constraint[] Starts, Constraint[] Ends) rows)
    {
        var piece = solver.MakeNumVar(0, 1, "");
        objective.SetCoefficient(piece, fragment.Cost);
        foreach (var stop in fragment.Stops)
        {
            if (stop < rows.Cover.Length)
            {
                rows.Cover[stop].SetCoefficient(piece, 1);
            }
        }

        rows.Starts[fragment.First].SetCoefficient(piece, 1);
        rows.Ends[fragment.Last].SetCoefficient(piece, 1);
        return piece;
    }

    private static Constraint[] Rows(Solver solver, int count, double least, double most) =>
        [.. Enumerable.Range(0, count).Select(i => i == 0 ? solver.MakeConstraint(double.NegativeInfinity, double.PositiveInfinity) : solver.MakeConstraint(least, most))];

    private IEnumerable<(int From, int To)> Drives()
    {
        for (var pickup = 1; pickup <= problem.Requests; pickup++)
        {
            var drop = problem.DropOf(pickup);
            yield return (0, pickup);
            yield return (drop, 0);
            for (var next = 1; next <= problem.Requests; next++)
            {
                if (next != pickup && Insertion.Follows(problem, drop, next))
                {
                    yield return (drop, next);
                }
            }
        }
    }

    internal sealed record Outcome(double Bound, IReadOnlyList<Fragment> Fragments, IReadOnlyList<(int From, int To)> Drives);
}
