using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Guiju.Law.Searching;

/// <summary>The full-text index over provisions: built in memory from the library, then only read. A record's place in the list is its place in the index.</summary>
internal sealed class ProvisionIndex : IDisposable
{
    internal const LuceneVersion Version = LuceneVersion.LUCENE_48;
    internal const string Words = "words";
    internal const string Title = "title";
    internal const string Heading = "heading";
    internal const string Character = "character";

    private readonly RAMDirectory directory = new();
    private readonly DirectoryReader reader;

    /// <summary>Indexes the records in their order.</summary>
    public ProvisionIndex(IReadOnlyList<SearchRecord> records, SearchWeights weights)
    {
        Records = records;
        Similarity = new BM25Similarity(weights.K1, weights.B);
        var settings = new IndexWriterConfig(Version, new WhitespaceAnalyzer(Version))
        {
            RAMBufferSizeMB = 64,
            Similarity = Similarity,
            MergePolicy = new LogDocMergePolicy(), // keeps the order, so that a document's number is the record's place
        };
        using (var writer = new IndexWriter(directory, settings))
        {
            foreach (var record in records)
            {
                writer.AddDocument(Document(record));
            }

            writer.ForceMerge(1);
        }

        reader = DirectoryReader.Open(directory);
        Searcher = new IndexSearcher(reader) { Similarity = Similarity };
    }

    /// <summary>The provisions.</summary>
    public IReadOnlyList<SearchRecord> Records { get; }

    /// <summary>Reads the index; safe for many threads.</summary>
    public IndexSearcher Searcher { get; }

    private Similarity Similarity { get; }

    /// <summary>In how many provisions a pair stands.</summary>
    public int Frequency(string pair) => reader.DocFreq(new Term(Words, pair));

    /// <summary>In how many provisions a character stands.</summary>
    public int CharacterFrequency(char character) => reader.DocFreq(new Term(Character, character.ToString()));

    /// <inheritdoc/>
    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    private static Document Document(SearchRecord record)
    {
        var words = HanWords.Fold(record.Words);
        return
        [
            new TextField(Words, string.Join(' ', HanWords.Pairs(words)), Field.Store.NO),
            new TextField(Character, string.Join(' ', HanWords.Characters(words)), Field.Store.NO),
            new TextField(Title, string.Join(' ', HanWords.Pairs(HanWords.Fold(record.Text.Title))), Field.Store.NO),
            new TextField(Heading, string.Join(' ', HanWords.Pairs(HanWords.Fold(record.Under))), Field.Store.NO),
        ];
    }
}
