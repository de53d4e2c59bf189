using Lucene.Net.Search;

namespace Guiju.Law.Searching;

/// <summary>Finds provisions: by what is asked, by article number, by document number, by title, short name or initials of a title.</summary>
internal sealed class LawSearch : IDisposable
{
    /// <summary>How many provisions are looked at closely; no answer is longer.</summary>
    public const int Candidates = 200;

    // Fewer than these, and words that are cut differently are looked for by their single characters.
    private const int FewCandidates = 20;

    private readonly SearchLexicon lexicon;
    private readonly SearchWeights weights;
    private readonly ProvisionIndex index;
    private readonly TitleBook titles;
    private readonly Ranking ranking;

    /// <summary>Builds the index over the records.</summary>
    public LawSearch(IReadOnlyList<SearchRecord> records, SearchLexicon lexicon, SearchWeights? weights = null)
    {
        (this.lexicon, this.weights) = (lexicon, weights ?? new SearchWeights());
        index = new ProvisionIndex(records, this.weights);
        titles = new TitleBook(records, lexicon);
        ranking = new Ranking(index, this.weights);
    }

    /// <summary>The provisions.</summary>
    public IReadOnlyList<SearchRecord> Records => index.Records;

    /// <summary>The best provisions for the words, best first, among those that the filter lets through.</summary>
    public IReadOnlyList<Hit> Find(string words, int most, Func<SearchRecord, bool>? filter = null)
    {
        var allowed = filter ?? (_ => true);
        if (string.IsNullOrWhiteSpace(words) || most <= 0)
        {
            return [];
        }

        var asked = Asked.Read(words, lexicon);
        var named = titles.Find(asked, allowed);
        if (named.Count >= most || (asked.Label is not null && named.Count > 0))
        {
            return Shown(named, most, asked);
        }

        var candidates = Best(asked, allowed, characters: false);
        if (candidates.Count < FewCandidates)
        {
            candidates = Best(asked, allowed, characters: true);
        }

        var ranked = ranking.Order(asked, candidates);
        return Shown([.. named, .. ranked.Where(r => named.All(n => n.At != r.At))], most, asked);
    }

    /// <inheritdoc/>
    public void Dispose() => index.Dispose();

    private IReadOnlyList<(int At, float Score)> Best(Asked asked, Func<SearchRecord, bool> allowed, bool characters)
    {
        var best = new BestOf(Candidates, at => allowed(index.Records[at]));
        index.Searcher.Search(QuestionQuery.Of(asked, weights, index, characters), best);
        return best.Hits();
    }

    private List<Hit> Shown(IReadOnlyList<(int At, float Score)> found, int most, Asked asked) =>
        found.Take(most).Select(f => new Hit(index.Records[f.At], f.Score, Snippet.Of(index.Records[f.At], asked))).ToList();
}

/// <summary>A provision found.</summary>
/// <param name="Record">The provision.</param>
/// <param name="Score">Greater is better; comparable within one answer only.</param>
/// <param name="Snippet">The part of its wording that matches, in pieces, matching ones marked.</param>
internal sealed record Hit(SearchRecord Record, float Score, IReadOnlyList<SnippetPart> Snippet);

/// <summary>Collects the best documents that are let through; whether one is let through is asked only where its score would place it.</summary>
internal sealed class BestOf(int most, Func<int, bool> allowed) : ICollector
{
    private readonly PriorityQueue<int, (float Score, int Place)> best = new(most + 1);
    private Scorer? scorer;
    private float least = float.NegativeInfinity;
    private int start;

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => false;

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        var score = scorer!.GetScore(); // set before anything is collected
        if (score <= least || !allowed(start + doc))
        {
            return;
        }

        best.Enqueue(start + doc, (score, -(start + doc))); // of equal scores the earlier document stays
        if (best.Count > most)
        {
            best.Dequeue();
        }

        if (best.Count == most && best.TryPeek(out _, out var last))
        {
            least = last.Score;
        }
    }

    /// <inheritdoc/>
    public void SetNextReader(Lucene.Net.Index.AtomicReaderContext context) => start = context.DocBase;

    /// <summary>The best, best first.</summary>
    public IReadOnlyList<(int At, float Score)> Hits() => [.. best.UnorderedItems.OrderByDescending(i => i.Priority.Score).ThenBy(i => i.Element).Select(i => (i.Element, i.Priority.Score))];
}
