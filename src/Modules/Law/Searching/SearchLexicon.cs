namespace Guiju.Law.Searching;

/// <summary>Everyday words and the words of law for the same thing; words of asking; short names of texts. Read from <c>law/search</c>.</summary>
internal sealed class SearchLexicon
{
    private SearchLexicon(LawFiles files)
    {
        foreach (var group in Items(files, "search/words.yaml"))
        {
            foreach (var word in group["say"].Items.Select(w => HanWords.Fold(w.Text)))
            {
                Everyday[word] = [.. Everyday.GetValueOrDefault(word, []).Concat(group["law"].Items.Select(w => HanWords.Fold(w.Text))).Distinct()];
            }
        }

        if (Find(files, "search/questions.yaml") is { } asking)
        {
            Dropped = [.. asking["drop"].Items.Select(w => HanWords.Fold(w.Text)).Distinct().OrderByDescending(w => w.Length)];
            Kinds = [.. asking["kinds"].Items.Select(k => new QuestionKind(k["name"].Text, [.. k["say"].Items.Select(w => HanWords.Fold(w.Text))], [.. k["hold"].Items.Select(w => HanWords.Fold(w.Text))]))];
        }

        if (Find(files, "search/titles.yaml") is { } titles)
        {
            ShortNames = titles["names"].Items.SelectMany(n => n["say"].Items.Select(s => (Short: s.Text, Title: n["title"].Text))).ToDictionary(n => n.Short, n => n.Title);
            Readings = titles["readings"].Entries.Select(r => (r.Key, r.Value.Text)).ToList();
        }

        LongestWord = Everyday.Keys.Select(k => k.Length).DefaultIfEmpty().Max();
    }

    /// <summary>Everyday word → words of law.</summary>
    public Dictionary<string, IReadOnlyList<string>> Everyday { get; } = [];

    /// <summary>Length of the longest everyday word.</summary>
    public int LongestWord { get; }

    /// <summary>Words of asking, longest first.</summary>
    public IReadOnlyList<string> Dropped { get; } = [];

    /// <summary>Kinds of questions.</summary>
    public IReadOnlyList<QuestionKind> Kinds { get; } = [];

    /// <summary>Short name → title.</summary>
    public IReadOnlyDictionary<string, string> ShortNames { get; } = new Dictionary<string, string>();

    /// <summary>Initials of words whose characters are read otherwise than usual.</summary>
    public IReadOnlyList<(string Word, string Initials)> Readings { get; } = [];

    /// <summary>Reads it from the law's files; what is not there stays empty.</summary>
    public static SearchLexicon Read(LawFiles files) => new(files);

    private static IEnumerable<LawYaml> Items(LawFiles files, string path) => Find(files, path)?.Items ?? [];

    private static LawYaml? Find(LawFiles files, string path) => files.Files.TryGetValue(path, out var text) ? LawYaml.Parse(path, text) : null;
}

/// <summary>A kind of question: how it is asked, and what a provision that answers it holds.</summary>
internal sealed record QuestionKind(string Name, IReadOnlyList<string> Say, IReadOnlyList<string> Hold);
