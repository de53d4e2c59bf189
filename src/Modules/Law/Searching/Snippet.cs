namespace Guiju.Law.Searching;

/// <summary>A piece of a snippet; marked where it matches.</summary>
internal sealed record SnippetPart(string Text, bool Marked);

/// <summary>Cuts the telling part out of a provision and marks what matches.</summary>
internal static class Snippet
{
    private const int Length = 120;

    public static IReadOnlyList<SnippetPart> Of(SearchRecord record, Asked asked)
    {
        var text = record.Words.Replace("\n", " ", StringComparison.Ordinal);
        var marks = MarksOf(text, asked);
        var from = BestWindow(marks, text.Length);
        var to = Math.Min(text.Length, from + Length);
        var parts = new List<SnippetPart>();
        if (from > 0)
        {
            parts.Add(new SnippetPart("…", false));
        }

        for (var at = from; at < to;)
        {
            var end = at;
            while (end < to && marks[end] == marks[at])
            {
                end++;
            }

            parts.Add(new SnippetPart(text[at..end], marks[at]));
            at = end;
        }

        if (to < text.Length)
        {
            parts.Add(new SnippetPart("…", false));
        }

        return parts;
    }

    private static bool[] MarksOf(string text, Asked asked)
    {
        var marks = new bool[text.Length];
        var words = asked.Concepts.SelectMany(c => c.Law.Append(c.Word)).Concat(asked.Matter.SelectMany(HanWords.Pairs)).Where(w => w.Length > 1).Distinct();
        foreach (var word in words)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                Array.Fill(marks, true, at, word.Length);
            }
        }

        return marks;
    }

    // The window with most marked characters, begun at the start where all are equal.
    private static int BestWindow(bool[] marks, int length)
    {
        if (length <= Length)
        {
            return 0;
        }

        var (now, best, from) = (marks.Take(Length).Count(m => m), 0, 0);
        best = now;
        for (var start = 1; start + Length <= length; start++)
        {
            now += (marks[start + Length - 1] ? 1 : 0) - (marks[start - 1] ? 1 : 0);
            if (now > best)
            {
                (best, from) = (now, start);
            }
        }

        return Math.Max(0, from - LeadIn);
    }

    private const int LeadIn = 12;
}
