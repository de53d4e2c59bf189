using System.Text;
using System.Text.RegularExpressions;

namespace Guiju.Texts.Comparing;

/// <summary>What became of a stretch of words.</summary>
public enum WordChange
{
    /// <summary>It stands in both.</summary>
    Same,

    /// <summary>It stands in the older wording only.</summary>
    Deleted,

    /// <summary>It stands in the newer wording only.</summary>
    Inserted,
}

/// <summary>A stretch of words with what became of it.</summary>
public sealed record WordRun(WordChange Change, string Words);

/// <summary>
/// Compares two wordings word by word. Chinese has no spaces: numbers, references (第十二条) and foreign words are kept whole, everything
/// else goes by character; islands too small to be read are given to the change around them.
/// </summary>
public static partial class WordDiff
{
    private const int SmallestIsland = 2;
    private const int MostSteps = 1_500;

    /// <summary>The runs from the older to the newer wording. Joined without what is inserted they give the older one, without what is deleted the newer.</summary>
    public static IReadOnlyList<WordRun> Of(string older, string newer)
    {
        var (from, to) = (Tokens(older), Tokens(newer));
        var head = 0;
        while (head < from.Count && head < to.Count && from[head] == to[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < from.Count - head && tail < to.Count - head && from[^(tail + 1)] == to[^(tail + 1)])
        {
            tail++;
        }

        var runs = new List<WordRun>();
        Add(runs, WordChange.Same, from.Take(head));
        Middle([.. from.Skip(head).Take(from.Count - head - tail)], [.. to.Skip(head).Take(to.Count - head - tail)], runs);
        Add(runs, WordChange.Same, from.Skip(from.Count - tail));
        return Readable(runs);
    }

    private static List<string> Tokens(string words) => [.. Token().Matches(words).Select(m => m.Value)];

    // Myers' greedy algorithm; two wordings with nothing in common are told as a whole instead of being searched to the end.
    private static void Middle(List<string> from, List<string> to, List<WordRun> runs)
    {
        if (from.Count == 0 || to.Count == 0)
        {
            Add(runs, WordChange.Deleted, from);
            Add(runs, WordChange.Inserted, to);
            return;
        }

        var most = Math.Min(from.Count + to.Count, MostSteps);
        var reach = new int[(2 * most) + 2];
        var trace = new List<int[]>();
        for (var step = 0; step <= most; step++)
        {
            trace.Add([.. reach.Skip(most - step).Take((2 * step) + 2)]);
            for (var k = -step; k <= step; k += 2)
            {
                var x = k == -step || (k != step && reach[most + k - 1] < reach[most + k + 1]) ? reach[most + k + 1] : reach[most + k - 1] + 1;
                while (x < from.Count && x - k < to.Count && from[x] == to[x - k])
                {
                    x++;
                }

                reach[most + k] = x;
                if (x >= from.Count && x - k >= to.Count)
                {
                    Walk(from, to, trace, step, runs);
                    return;
                }
            }
        }

        Add(runs, WordChange.Deleted, from);
        Add(runs, WordChange.Inserted, to);
    }

    private static void Walk(List<string> from, List<string> to, List<int[]> trace, int steps, List<WordRun> runs)
    {
        var back = new List<(WordChange Change, string Token)>();
        var (x, y) = (from.Count, to.Count);
        for (var step = steps; step > 0; step--)
        {
            var reach = trace[step];
            var k = x - y;
            int At(int diagonal) => reach[diagonal + step];
            var down = k == -step || (k != step && At(k - 1) < At(k + 1));
            var before = down ? k + 1 : k - 1;
            var start = At(before);
            while (x > start + (down ? 0 : 1) && y > start - before + (down ? 1 : 0))
            {
                back.Add((WordChange.Same, from[--x]));
                y--;
            }

            if (down)
            {
                back.Add((WordChange.Inserted, to[--y]));
            }
            else
            {
                back.Add((WordChange.Deleted, from[--x]));
            }
        }

        while (x > 0)
        {
            back.Add((WordChange.Same, from[--x]));
        }

        back.Reverse();
        foreach (var (change, token) in back)
        {
            Add(runs, change, [token]);
        }
    }

    private static void Add(List<WordRun> runs, WordChange change, IEnumerable<string> tokens)
    {
        var words = string.Concat(tokens);
        if (words.Length == 0)
        {
            return;
        }

        if (runs.Count > 0 && runs[^1].Change == change)
        {
            runs[^1] = new WordRun(change, runs[^1].Words + words);
        }
        else
        {
            runs.Add(new WordRun(change, words));
        }
    }

    // Between two changes a single shared character only confuses: 应当[报告→向]… reads better whole. Within a change, what goes stands before what comes.
    private static List<WordRun> Readable(List<WordRun> runs)
    {
        var readable = new List<WordRun>();
        var (gone, come) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < runs.Count; i++)
        {
            var island = runs[i].Change == WordChange.Same && i > 0 && i < runs.Count - 1 && runs[i].Words.Length < SmallestIsland && !runs[i].Words.Contains('\n', StringComparison.Ordinal);
            if (runs[i].Change == WordChange.Same && !island)
            {
                Flush();
                readable.Add(runs[i]);
                continue;
            }

            gone.Append(runs[i].Change == WordChange.Inserted ? "" : runs[i].Words);
            come.Append(runs[i].Change == WordChange.Deleted ? "" : runs[i].Words);
        }

        Flush();
        return readable;

        void Flush()
        {
            Add(readable, WordChange.Deleted, [gone.ToString()]);
            Add(readable, WordChange.Inserted, [come.ToString()]);
            gone.Clear();
            come.Clear();
        }
    }

    [GeneratedRegex(@"第[零〇一二三四五六七八九十百千]+[编章节条款项]|[0-9A-Za-z.]+|[零〇一二三四五六七八九十百千万亿]{2,}|[\s\S]")]
    private static partial Regex Token();
}
