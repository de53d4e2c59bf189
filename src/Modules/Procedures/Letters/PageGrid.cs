namespace Guiju.Procedures.Letters;

/// <summary>
/// The grid of GB/T 9704: 22 lines of 28 characters on a type area of 156 × 225 mm. Because every line lies on it, the pages of a letter
/// can be counted without a word processor.
/// </summary>
internal static class PageGrid
{
    public const int Lines = 22;
    public const int Characters = 28;
    public const int TitleCharacters = 20;
    private const double TypeAreaMm = 225;
    private const double HeadDownMm = 35;
    private const double MmInPoint = 25.4 / 72;

    /// <summary>Width of a text in full-width characters; letters, figures and half-width signs take half of one.</summary>
    public static double Width(string text) => text.Sum(c => c < 0x2E80 && c is not ('—' or '“' or '”' or '…' or '〔' or '〕') ? 0.5 : 1);

    /// <summary>Lines of a paragraph that begins with an indent.</summary>
    public static int LinesOf(string text, int indent) => Math.Max(1, (int)Math.Ceiling((Width(text) + indent) / Characters));

    /// <summary>The title in balanced lines; no line begins with a particle or a sign.</summary>
    public static IReadOnlyList<string> Title(string title)
    {
        var lines = (int)Math.Ceiling(Width(title) / TitleCharacters);
        var parts = new List<string>();
        for (var start = 0; lines > 0; lines--)
        {
            var length = (int)Math.Ceiling((title.Length - start) / (double)lines);
            while (lines > 1 && start + length < title.Length && "的和与及、，。》）”".Contains(title[start + length], StringComparison.Ordinal))
            {
                length++;
            }

            length = Math.Min(length, title.Length - start);
            parts.Add(title.Substring(start, length));
            start += length;
        }

        return parts.Where(p => p.Length > 0).ToList();
    }

    /// <summary>Size of the red head in points: as large as the line allows, within dignity.</summary>
    public static int HeadPoints(string head) => (int)Math.Clamp(Math.Floor(430 / Math.Max(1, Width(head))), 22, 48);

    /// <summary>Lines that a letter fills, imprint left out.</summary>
    public static double LinesOf(OfficialLetter letter)
    {
        var pitch = TypeAreaMm / Lines;
        var head = letter.Form == LetterForm.Letter ? 3 : ((HeadDownMm + (HeadPoints(letter.Head) * MmInPoint)) / pitch) + 5;
        var body = Title(letter.Title).Count + 2 + letter.Body.Sum(p => LinesOf(p, 2));
        var after = (letter.Attachments.Count == 0 ? 0 : 1 + letter.Attachments.Sum(a => LinesOf(a, 6))) + (letter.Sealed ? 4 : 3) + (letter.Note.Length > 0 ? LinesOf(letter.Note, 3) : 0);
        return head + body + after;
    }

    /// <summary>Whether the imprint finds room at the foot of the page on which the letter ends, that page being even.</summary>
    public static bool ImprintFits(OfficialLetter letter)
    {
        var lines = LinesOf(letter);
        var pages = (int)Math.Ceiling(lines / Lines);
        var imprint = 1 + (letter.CopyTo.Length > 0 ? LinesOf(letter.CopyTo, 4) : 0);
        return pages % 2 == 0 && (pages * Lines) - lines > imprint + 1;
    }
}
