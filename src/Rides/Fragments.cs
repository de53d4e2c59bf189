namespace Guiju.Rides;

/// <summary>A piece of a route between two moments at which nobody is in the car.</summary>
/// <param name="Stops">Stops in order; the first is a pickup, the last a drop.</param>
/// <param name="Cost">Kilometres from first to last.</param>
internal sealed record Fragment(int[] Stops, double Cost)
{
    public int First => Stops[0];

    public int Last => Stops[^1];
}

/// <summary>Finds all fragments that can be driven.</summary>
internal sealed class Fragments(RideProblem problem, int most)
{
    private readonly Timetable timetable = new(problem);
    private readonly List<Fragment> found = [];
    private readonly int[] chain = new int[problem.Stops.Count];
    private readonly List<int> aboard = [];
    private readonly bool[] used = new bool[problem.Stops.Count];

    /// <summary>All fragments; null where there are more than anybody could weigh, or time is up.</summary>
    public IReadOnlyList<Fragment>? All(CancellationToken ct)
    {
        for (var pickup = 1; pickup <= problem.Requests; pickup++)
        {
            chain[0] = pickup;
            if (!Grow(1, 0, problem.Stops[pickup].Load, ct))
            {
                return null;
            }
        }

        return found;
    }

    private bool Grow(int length, double cost, int load, CancellationToken ct)
    {
        if (found.Count > most || ct.IsCancellationRequested)
        {
            return false;
        }

        var last = chain[length - 1];
        if (load == 0)
        {
            if (timetable.PieceFits(chain.AsSpan(0, length)))
            {
                found.Add(new Fragment(chain[..length], cost));
            }

            return true;
        }

        used[last] = true;
        var whole = true;
        if (problem.IsPickup(last))
        {
            aboard.Add(last);
        }

        if (!CanFinish(length))
        {
            Leave(last);
            return true;
        }

        foreach (var pickup in aboard.ToArray())
        {
            var drop = problem.DropOf(pickup);
            if (whole && Insertion.Follows(problem, last, drop))
            {
                aboard.Remove(pickup);
                chain[length] = drop;
                whole = Grow(length + 1, cost + problem.Distance(last, drop), load - problem.Stops[pickup].Load, ct);
                aboard.Add(pickup);
            }
        }

        for (var next = 1; whole && next <= problem.Requests; next++)
        {
            if (!used[next] && load + problem.Stops[next].Load <= problem.Limits.Seats && Insertion.Follows(problem, last, next))
            {
                chain[length] = next;
                whole = Grow(length + 1, cost + problem.Distance(last, next), load + problem.Stops[next].Load, ct);
            }
        }

        Leave(last);
        return whole;
    }

    private void Leave(int last)
    {
        used[last] = false;
        if (problem.IsPickup(last))
        {
            aboard.Remove(last);
        }
    }

    /// <summary>Whether those aboard can be brought in some order. Where they cannot, fetching more people would not help: every detour costs time.</summary>
    private bool CanFinish(int length)
    {
        if (aboard.Count == 0)
        {
            return timetable.PieceFits(chain.AsSpan(0, length));
        }

        for (var i = 0; i < aboard.Count; i++)
        {
            var pickup = aboard[i];
            if (!Insertion.Follows(problem, chain[length - 1], problem.DropOf(pickup)))
            {
                continue;
            }

            aboard.RemoveAt(i);
            chain[length] = problem.DropOf(pickup);
            var can = CanFinish(length + 1);
            aboard.Insert(i, pickup);
            if (can)
            {
                return true;
            }
        }

        return false;
    }
}
