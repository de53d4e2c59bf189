using Guiju.Law.Searching;

namespace Guiju.Law.Tests.Searching;

/// <summary>The two ways that the search is held against.</summary>
internal static class PlainSearches
{
    /// <summary>What SQL LIKE gives: articles that hold the words of the question, the words cut at gaps only; the more of them the better.</summary>
    public static IReadOnlyList<SearchRecord> Like(IReadOnlyList<SearchRecord> records, string words)
    {
        var parts = words.Split([' ', '，', '、', '？', '的', '了', '吗', '能', '不', '多', '久', '怎', '么', '什', '要', '可', '以', '几', '在', '把', '和'], StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length > 1).ToList();
        return records.Select(r => (r, Held: parts.Count(p => r.Words.Contains(p, StringComparison.Ordinal)))).Where(p => p.Held > 0).OrderByDescending(p => p.Held).Select(p => p.r).Take(10).ToList();
    }

    /// <summary>Overlapping pairs of characters with the usual BM25 (k1 1.2, b 0.75), over the wording alone and without weights, lexicon or order of our own.</summary>
    internal sealed class Bigrams
    {
        private readonly IReadOnlyList<SearchRecord> records;
        private readonly List<Dictionary<string, int>> counts;
        private readonly Dictionary<string, int> frequencies = [];
        private readonly double average;

        public Bigrams(IReadOnlyList<SearchRecord> records)
        {
            this.records = records;
            counts = records.Select(r => Pairs(r.Words).GroupBy(p => p).ToDictionary(g => g.Key, g => g.Count())).ToList();
            foreach (var pair in counts.SelectMany(c => c.Keys))
            {
                frequencies[pair] = frequencies.GetValueOrDefault(pair) + 1;
            }

            average = counts.Average(c => c.Values.Sum());
        }

        public IReadOnlyList<SearchRecord> Find(string words)
        {
            var pairs = Pairs(words).Distinct().Where(frequencies.ContainsKey).ToList();
            return counts.Select((c, at) => (at, Score: pairs.Sum(p => c.TryGetValue(p, out var n) ? Rarity(p) * n * 2.2 / (n + (1.2 * (0.25 + (0.75 * c.Values.Sum() / average)))) : 0)))
                .Where(p => p.Score > 0).OrderByDescending(p => p.Score).Take(10).Select(p => records[p.at]).ToList();
        }

        private double Rarity(string pair) => Math.Log(1 + ((records.Count - frequencies[pair] + 0.5) / (frequencies[pair] + 0.5)));

        private static IEnumerable<string> Pairs(string text)
        {
            for (var at = 0; at + 1 < text.Length; at++)
            {
                if (char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(text[at + 1]))
                {
                    yield return text.Substring(at, 2);
                }
            }
        }
    }
}
