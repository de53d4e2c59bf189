using Lucene.Net.Search;

namespace Guiju.Law.Searching;

/// <summary>Finds provisions: by what is asked, by article number, by document number, by title, short name or initials of a title.</summary>
internal sealed class LawSearch : IDisposable
{
    /// <summary>How many provisions are looked at closely; no answer is longer.</summary>
    public const int Candidates = 200;

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

        var best = new BestOf(Candidates, at => allowed(index.Records[at]));
        index.Searcher.Search(QuestionQuery.Of(asked, weights), best);
        var ranked = ranking.Order(asked, best.Hits());
        return Shown([.. named, .. ranked.Where(r => named.All(n => n.At != r.At))], most, asked);
    }

    /// <inheritdoc/>
    public void Dispose() => index.Dispose();

    private List<Hit> Shown(IReadOnlyList<(int At, float Score)> found, int most, Asked asked) =>
        found.Take(most).Select(f => new Hit(index.Records[f.At], f.Score, Snippet.Of(index.Records[f.At], asked))).ToList();
}

/// <summary>A provision found.</summary>
/// <param name="Record">The provision.</param>
/// <param name="Score">Greater is better; comparable within one answer only.</param>
/// <param name="Snippet">The part of its wording that matches, in pieces, matching ones marked.</param>
internal sealed record Hit(SearchRecord Record, float Score, IReadOnlyList<SnippetPart> Snippet);

/// <summary>Collects the best documents that are let through.</summary>
internal sealed class BestOf(int most, Func<int, bool> allowed) : ICollector
{
    private readonly TopScoreDocCollector inner = TopScoreDocCollector.Create(most, docsScoredInOrder: true);
    private int start;

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => false;

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer) => inner.SetScorer(scorer);

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        if (allowed(start + doc))
        {
            inner.Collect(doc);
        }
    }

    /// <inheritdoc/>
    public void SetNextReader(Lucene.Net.Index.AtomicReaderContext context)
    {
        start = context.DocBase;
        inner.SetNextReader(context);
    }

    /// <summary>The best, best first.</summary>
    public IReadOnlyList<(int At, float Score)> Hits() => inner.GetTopDocs().ScoreDocs.Select(d => (d.Doc, d.Score)).ToList();
}
