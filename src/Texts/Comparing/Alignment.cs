namespace Guiju.Texts.Comparing;

/// <summary>
/// Pairs the articles of two versions: first in order, so that the likeness of all pairs together is greatest; then, among what is left,
/// those that moved past their neighbours.
/// </summary>
internal static class Alignment
{
    // Below this an article was replaced, not reworded; measured on version pairs of real laws.
    private const double LeastAlike = 0.42;
    private const double LeastAlikeMoved = 0.6;

    // Of two equally good counterparts the one with the same number wins.
    private const double SameNumber = 0.02;

    internal readonly record struct Pair(int From, int To, double Likeness, bool Moved);

    public static IReadOnlyList<Pair> Of(IReadOnlyList<Likeness> from, IReadOnlyList<Likeness> to, Func<int, int, bool> sameNumber)
    {
        var alike = new float[from.Count, to.Count];
        for (var i = 0; i < from.Count; i++)
        {
            for (var j = 0; j < to.Count; j++)
            {
                alike[i, j] = (float)from[i].To(to[j]);
            }
        }

        var pairs = InOrder(alike, sameNumber);
        pairs.AddRange(Moved(alike, pairs));
        return pairs;
    }

    private static List<Pair> InOrder(float[,] alike, Func<int, int, bool> sameNumber)
    {
        var (n, m) = (alike.GetLength(0), alike.GetLength(1));
        var best = new double[n + 1, m + 1];
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = m - 1; j >= 0; j--)
            {
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), Worth(i, j) + best[i + 1, j + 1]);
            }
        }

        var pairs = new List<Pair>();
        for (var (i, j) = (0, 0); i < n && j < m;)
        {
            if (Worth(i, j) > 0 && best[i, j] <= Worth(i, j) + best[i + 1, j + 1])
            {
                pairs.Add(new Pair(i, j, alike[i, j] > 0.9995f ? 1 : alike[i, j], false));
                (i, j) = (i + 1, j + 1);
            }
            else if (best[i + 1, j] >= best[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;

        // Squared, so that one true counterpart outweighs two faint ones.
        double Worth(int i, int j) => alike[i, j] < LeastAlike ? 0 : (alike[i, j] * alike[i, j]) + (sameNumber(i, j) ? SameNumber : 0);
    }

    private static List<Pair> Moved(float[,] alike, List<Pair> pairs)
    {
        var (usedFrom, usedTo) = (pairs.Select(p => p.From).ToHashSet(), pairs.Select(p => p.To).ToHashSet());
        var candidates =
            from i in Enumerable.Range(0, alike.GetLength(0)).Where(i => !usedFrom.Contains(i))
            from j in Enumerable.Range(0, alike.GetLength(1)).Where(j => !usedTo.Contains(j))
            where alike[i, j] >= LeastAlikeMoved
            orderby alike[i, j] descending, Math.Abs(i - j)
            select (i, j);
        var moved = new List<Pair>();
        foreach (var (i, j) in candidates.ToList())
        {
            if (usedFrom.Add(i))
            {
                if (usedTo.Add(j))
                {
                    moved.Add(new Pair(i, j, alike[i, j] > 0.9995f ? 1 : alike[i, j], true));
                }
                else
                {
                    usedFrom.Remove(i);
                }
            }
        }

        return moved;
    }
}
