namespace Guiju.Texts.Comparing;

/// <summary>The paragraphs of two versions: which stands for which within paired articles, and which moved into an article of another lineage.</summary>
internal sealed class ParagraphBook(IReadOnlyList<ComparedPart> older, IReadOnlyList<ComparedPart> newer)
{
    // Paragraphs are short, so that more has to be alike than between whole articles.
    private const double LeastAlike = 0.5;
    private const int LeastLength = 16;
    private const double ShareOfBest = 0.9;

    private readonly Likeness[][] from = [.. older.Select(Read)];
    private readonly Likeness[][] to = [.. newer.Select(Read)];

    /// <summary>For each provision of the older version the one that stands for it in the newer: articles, and paragraphs whose number changed within theirs.</summary>
    public IReadOnlyDictionary<string, string> Counterparts(IReadOnlyList<Alignment.Pair> pairs)
    {
        var counterpart = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            counterpart[older[pair.From].Address] = newer[pair.To].Address;
            if (pair.Likeness < 1)
            {
                foreach (var own in Alignment.Of(from[pair.From], to[pair.To], (i, j) => i == j).Where(p => p.From != p.To))
                {
                    counterpart[$"{older[pair.From].Address}__para_{own.From + 1}"] = $"{newer[pair.To].Address}__para_{own.To + 1}";
                }
            }
        }

        return counterpart;
    }

    /// <summary>Articles of the newer version that took over a paragraph of one that is gone.</summary>
    public IReadOnlyList<ComparedPart> TakenOverBy(int gone) => Kin(from[gone], to, from, newer);

    /// <summary>Articles of the older version from which one that is new was split off.</summary>
    public IReadOnlyList<ComparedPart> SplitOffFrom(int come) => Kin(to[come], from, to, older);

    private static List<ComparedPart> Kin(Likeness[] own, Likeness[][] others, Likeness[][] side, IReadOnlyList<ComparedPart> parts) =>
        [.. own.Where(Tells).Select(paragraph => Nearest(paragraph, others)).Where(near => near.At >= 0 && near.Alike >= ShareOfBest * Best(near.Paragraph, side)).Select(near => near.At).Distinct().Order().Select(at => parts[at])];

    private static Near Nearest(Likeness paragraph, Likeness[][] others)
    {
        var best = new Near(paragraph, LeastAlike, -1);
        for (var i = 0; i < others.Length; i++)
        {
            foreach (var other in others[i].Where(Tells))
            {
                best = paragraph.To(other) is var alike && alike > best.Alike ? new Near(other, alike, i) : best;
            }
        }

        return best;
    }

    // Penalties and the like sound alike all over a text: a paragraph that has a far better counterpart of its own is no kin.
    private static double Best(Likeness paragraph, Likeness[][] side) => side.SelectMany(p => p).Max(paragraph.To);

    private static bool Tells(Likeness paragraph) => paragraph.Plain.Length >= LeastLength;

    private static Likeness[] Read(ComparedPart part) => [.. part.Paragraphs.Select(p => new Likeness(p))];

    private readonly record struct Near(Likeness Paragraph, double Alike, int At);
}
