namespace Guiju.Texts.Comparing;

/// <summary>What became of an article between two versions.</summary>
public enum ArticleChangeKind
{
    /// <summary>Same number, same words.</summary>
    Unchanged,

    /// <summary>Other words, with the same or another number.</summary>
    Reworded,

    /// <summary>New.</summary>
    Added,

    /// <summary>Gone.</summary>
    Deleted,

    /// <summary>Same words under another number, or words in which nothing but references to renumbered provisions of the same text differ.</summary>
    Renumbered,
}

/// <summary>An article, or in texts without articles a paragraph, as it is compared.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Label">As printed; its address where it has no number.</param>
/// <param name="Words">Its words without the label.</param>
public sealed record ComparedPart(string Address, string Label, string Words)
{
    /// <summary>Its paragraphs, for telling where one went that moved into another article, and for following references to it.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [Words];
}

/// <summary>An article of the older version beside its counterpart of the newer.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="From">In the older version; null where added.</param>
/// <param name="To">In the newer version; null where deleted.</param>
/// <param name="Likeness">From 0 to 1.</param>
/// <param name="Moved">Whether it stands in another place among its neighbours, which renumbering alone does not make.</param>
/// <param name="ReferencesOnly">Whether nothing but references to renumbered articles of the same text differ.</param>
public sealed record ArticleChange(ArticleChangeKind Kind, ComparedPart? From, ComparedPart? To, double Likeness, bool Moved, bool ReferencesOnly)
{
    /// <summary>Of an article deleted, those of the newer version that took over a paragraph of it; of one added, those of the older it was split off from.</summary>
    public IReadOnlyList<ComparedPart> Kin { get; init; } = [];

    /// <summary>Whether the words of law changed: neither renumbering nor the references that follow it count.</summary>
    public bool IsMaterial => Kind is ArticleChangeKind.Added or ArticleChangeKind.Deleted or ArticleChangeKind.Reworded;

    /// <summary>The words of both, run by run.</summary>
    public IReadOnlyList<WordRun> Runs() => WordDiff.Of(From?.Words ?? "", To?.Words ?? "");
}

/// <summary>Compares two versions of a text, articles aligned by what they say and not by their numbers.</summary>
public static class TextComparison
{
    /// <summary>All articles of both versions: in the order of the newer, those deleted where they stood.</summary>
    public static IReadOnlyList<ArticleChange> Compare(LegalText older, LegalText newer) => Compare(Parts(older), Parts(newer));

    /// <summary>The parts of a text that are compared.</summary>
    public static IReadOnlyList<ComparedPart> Parts(LegalText text) => text.Articles.Count > 0
        ? [.. text.Articles.Select(a => new ComparedPart(a.Address, a.Label, string.Join('\n', a.Paragraphs.Select(p => p.Text))) { Paragraphs = [.. a.Paragraphs.Select(p => p.Text)] })]
        : [.. text.Body.Parts().OfType<Paragraph>().Select(p => new ComparedPart(p.Address, p.Address, p.Text))];

    /// <summary>Compares lists of parts.</summary>
    public static IReadOnlyList<ArticleChange> Compare(IReadOnlyList<ComparedPart> older, IReadOnlyList<ComparedPart> newer)
    {
        var pairs = Alignment.Of([.. older.Select(p => new Likeness(p.Words))], [.. newer.Select(p => new Likeness(p.Words))], (i, j) => older[i].Address == newer[j].Address);
        var paragraphs = new ParagraphBook(older, newer);
        var counterpart = paragraphs.Counterparts(pairs);
        var byNewer = pairs.ToDictionary(p => p.To);
        var gone = Enumerable.Range(0, older.Count).Except(pairs.Select(p => p.From)).ToHashSet();
        var changes = new List<ArticleChange>();
        var at = 0;
        for (var j = 0; j < newer.Count; j++)
        {
            if (!byNewer.TryGetValue(j, out var pair))
            {
                changes.Add(new ArticleChange(ArticleChangeKind.Added, null, newer[j], 0, false, false) { Kin = paragraphs.SplitOffFrom(j) });
                continue;
            }

            if (!pair.Moved)
            {
                Gone(pair.From);
            }

            changes.Add(Told(older[pair.From], newer[j], pair, counterpart));
        }

        Gone(older.Count);
        return changes;

        void Gone(int until)
        {
            for (; at < until; at++)
            {
                if (gone.Contains(at))
                {
                    changes.Add(new ArticleChange(ArticleChangeKind.Deleted, older[at], null, 0, false, false) { Kin = paragraphs.TakenOverBy(at) });
                }
            }
        }
    }

    private static ArticleChange Told(ComparedPart from, ComparedPart to, Alignment.Pair pair, IReadOnlyDictionary<string, string> counterpart)
    {
        var references = pair.Likeness < 1 && new Likeness(Citing.References.Renumber(from.Words, counterpart)).Plain == new Likeness(to.Words).Plain;
        var kind = pair.Likeness < 1 && !references ? ArticleChangeKind.Reworded
            : from.Address == to.Address && !references ? ArticleChangeKind.Unchanged
            : ArticleChangeKind.Renumbered;
        return new ArticleChange(kind, from, to, pair.Likeness, pair.Moved, references);
    }
}
