namespace Guiju.Dmn;

/// <summary>Points on a line of whole numbers, and the stretches between them. The places are numbered from 1:
/// 1 lies below the first point, 2 is the first point, 3 lies between the first two, and so on.</summary>
internal readonly struct CutLine
{
    private const int Widest = 4096;

    private readonly long[] cuts;
    private readonly byte[]? table;
    private readonly long low;
    private readonly long high;

    /// <param name="cuts">The points in rising order, at least one.</param>
    /// <param name="factor">What <see cref="Place"/> multiplies a number with before it looks.</param>
    public CutLine(long[] cuts, long factor = 1)
    {
        this.cuts = cuts;
        Factor = factor;
        (low, high) = (cuts[0] - 1, cuts[^1] + 1);
        if (high - low < Widest && cuts.Length < 100)
        {
            // A narrow line is written out number by number: one look instead of a search with branches that cannot be foretold.
            table = new byte[high - low + 1];
            for (var number = low; number <= high; number++)
            {
                table[number - low] = (byte)Search(number);
            }
        }
    }

    /// <summary>The factor between the numbers handed in and the points.</summary>
    public long Factor { get; }

    /// <summary>The place of a number.</summary>
    public int Place(long number)
    {
        number *= Factor;
        return table is { } written ? written[(int)(Math.Min(Math.Max(number, low), high) - low)] : Search(number);
    }

    private int Search(long number)
    {
        var (first, count) = (0, cuts.Length);
        while (count > 1)
        {
            var half = count >> 1;
            first += cuts[first + half - 1] < number ? half : 0;
            count -= half;
        }

        first += cuts[first] < number ? 1 : 0;
        return 1 + 2 * first + (first < cuts.Length && cuts[first] == number ? 1 : 0);
    }
}
