namespace Guiju.Texts.Comparing;

/// <summary>How alike two wordings are, by the pairs of neighbouring characters they share.</summary>
internal sealed class Likeness
{
    private readonly ulong[] pairs;

    public Likeness(string words)
    {
        Words = words;
        var plain = words.Where(c => !char.IsWhiteSpace(c)).Select(Narrow).ToArray();
        Plain = new string(plain);
        pairs = plain.Length < 2 ? [.. plain.Select(c => (ulong)c)] : [.. plain.Zip(plain.Skip(1), (a, b) => ((ulong)a << 16) | b)];
        Array.Sort(pairs);
    }

    /// <summary>The wording.</summary>
    public string Words { get; }

    /// <summary>The wording without layout and with one kind of brackets.</summary>
    public string Plain { get; }

    // An article wholly taken over into a longer one was reworded, not deleted; a few common words shared are not enough.
    private const double WeightOfContained = 0.75;
    private const int LeastContained = 16;

    /// <summary>From 0, nothing in common, to 1, the same.</summary>
    public double To(Likeness other)
    {
        if (Plain == other.Plain)
        {
            return 1;
        }

        if (pairs.Length == 0 || other.pairs.Length == 0)
        {
            return 0;
        }

        var (shared, i, j) = (0, 0, 0);
        while (i < pairs.Length && j < other.pairs.Length)
        {
            if (pairs[i] == other.pairs[j])
            {
                (shared, i, j) = (shared + 1, i + 1, j + 1);
            }
            else if (pairs[i] < other.pairs[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        var least = Math.Min(pairs.Length, other.pairs.Length);
        var both = 2.0 * shared / (pairs.Length + other.pairs.Length);
        return Math.Min(0.999, least >= LeastContained ? Math.Max(both, WeightOfContained * shared / least) : both);
    }

    private static char Narrow(char character) => character switch { '（' => '(', '）' => ')', '〈' or '＜' => '<', '〉' or '＞' => '>', '：' => ':', '；' => ';', '，' => ',', _ => character };
}
