using System.Text.RegularExpressions;
using Guiju.Texts;

namespace Guiju.Law.Searching;

/// <summary>A question as search understands it.</summary>
/// <param name="Matter">What is left of the words without words of asking, folded and cut at their gaps.</param>
/// <param name="Concepts">Everyday words found, each with all the words that may stand for it.</param>
/// <param name="Kinds">What kinds of answer are sought.</param>
internal sealed partial record Asked(IReadOnlyList<string> Matter, IReadOnlyList<Concept> Concepts, IReadOnlyList<QuestionKind> Kinds)
{
    /// <summary>The article asked for by its number, e.g. 第五百条; null otherwise.</summary>
    public string? Label { get; private init; }

    /// <summary>What stood before the number: the title, or empty.</summary>
    public string TitlePart { get; private init; } = "";

    /// <summary>The whole, folded, without layout.</summary>
    public string Whole { get; private init; } = "";

    /// <summary>Reads the words of a person.</summary>
    public static Asked Read(string words, SearchLexicon lexicon)
    {
        var whole = HanWords.Fold(words.Length > MostCharacters ? words[..MostCharacters] : words);
        var (title, label) = ArticleOf(words);
        var kinds = lexicon.Kinds.Where(k => k.Say.Any(whole.Contains)).ToList();
        var concepts = ConceptsOf(whole, lexicon);
        return new Asked(MatterOf(whole, lexicon), concepts, kinds) { Label = label, TitlePart = title, Whole = Layout().Replace(whole, "") };
    }

    private const int MostCharacters = 200;

    // The longest everyday word at each place; what it covers is not looked at again.
    private static List<Concept> ConceptsOf(string whole, SearchLexicon lexicon)
    {
        var found = new List<Concept>();
        for (var at = 0; at < whole.Length; at++)
        {
            for (var length = Math.Min(lexicon.LongestWord, whole.Length - at); length > 0; length--)
            {
                var word = whole.Substring(at, length);
                if (lexicon.Everyday.TryGetValue(word, out var law))
                {
                    found.Add(new Concept(word, law));
                    at += length - 1;
                    break;
                }
            }
        }

        return found.DistinctBy(c => c.Word).ToList();
    }

    private static List<string> MatterOf(string whole, SearchLexicon lexicon)
    {
        var left = lexicon.Dropped.Aggregate(whole, (text, word) => text.Replace(word, " ", StringComparison.Ordinal));
        var parts = left.Split(Gaps, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        return parts.Count > 0 ? parts : [whole];
    }

    private static (string Title, string? Label) ArticleOf(string words)
    {
        var match = ArticleNumber().Match(words.Trim());
        if (!match.Success || ChineseNumeral.Read(match.Groups["n"].Value) is not { } number)
        {
            return ("", null);
        }

        var inserted = match.Groups["ins"].Success ? ChineseNumeral.Read(match.Groups["ins"].Value) ?? 0 : 0;
        return (Layout().Replace(match.Groups["title"].Value, ""), new ProvisionAddress(number, inserted, null, null, null).ArticlePrinted);
    }

    private static readonly char[] Gaps = [' ', '\n', '\t', ',', '.', '?', '!', ';', ':', '、', '。', '《', '》', '"', '(', ')', '的', '了', '把', '被', '和', '与', '或'];

    [GeneratedRegex(@"^(?<title>.*?)\s*第?\s*(?<n>[零〇一二三四五六七八九十百千两0-9０-９]{1,9})\s*条(之(?<ins>[一二三四五六七八九十]{1,3}))?(第.{1,6}[款项])*$")]
    private static partial Regex ArticleNumber();

    [GeneratedRegex(@"[\s《》〈〉()（）·,，。?？]")]
    private static partial Regex Layout();
}

/// <summary>An everyday word with the words of law for it.</summary>
internal sealed record Concept(string Word, IReadOnlyList<string> Law);
