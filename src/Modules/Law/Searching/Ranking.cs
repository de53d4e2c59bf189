namespace Guiju.Law.Searching;

/// <summary>Puts candidates in order: how much of the matter they cover, whether they hold the kind of answer sought, and whether they say anything at all.</summary>
internal sealed class Ranking(ProvisionIndex index, SearchWeights weights)
{
    public List<(int At, float Score)> Order(Asked asked, IReadOnlyList<(int At, float Score)> candidates)
    {
        var wanted = WantedOf(asked);
        var total = wanted.Sum(w => w.Weight);
        var characters = asked.Matter.SelectMany(m => m).Where(HanWords.IsHan).Distinct().Select(c => (Character: c, Weight: weights.Character * MathF.Log(1 + (index.Records.Count / (index.CharacterFrequency(c) + 1f))))).ToList();
        return candidates.Select(c => (c.At, Score: (c.Score + characters.Where(h => index.Records[c.At].Words.Contains(h.Character)).Sum(h => h.Weight)) * Factor(index.Records[c.At], asked, wanted, total)))
            .OrderByDescending(c => c.Score).ThenBy(c => c.At).ToList();
    }

    private float Factor(SearchRecord record, Asked asked, List<Wanted> wanted, float total)
    {
        var words = HanWords.ForLookup(record.Words);
        var around = HanWords.ForLookup(record.Text.Title + record.Under);
        var covered = total <= 0 ? 0 : wanted.Sum(w => w.Any.Any(words.Contains) ? w.Weight : w.Any.Any(around.Contains) ? w.Weight * AroundShare : 0) / total;
        var factor = 1 + (weights.Coverage * covered);
        if (asked.Kinds.Count > 0)
        {
            var answering = asked.Kinds.Average(k => Math.Min(2, k.Hold.Count(words.Contains)) / 2f);
            factor *= 1 + (weights.Kind * answering);
        }

        if (record.Address == "art_1" || words.Length < ShortClosing && words.Contains("施行", StringComparison.Ordinal))
        {
            factor *= weights.Frame;
        }

        var consequences = asked.Kinds.Any(k => k.Name == "penalty");
        return !consequences && record.Under.Contains("法律责任", StringComparison.Ordinal) ? factor * weights.Liability : factor;
    }

    private const float AroundShare = 0.6f;
    private const int ShortClosing = 40;

    // Each concept and each of the asker's own pairs that no concept stands for, weighed by rarity.
    private List<Wanted> WantedOf(Asked asked)
    {
        var wanted = asked.Concepts.Select(c => new Wanted([c.Word, .. c.Law], c.Law.Max(w => Rarity(w)))).ToList();
        foreach (var pair in asked.Matter.SelectMany(HanWords.Pairs).Distinct().Where(p => !asked.Concepts.Any(c => c.Word.Contains(p, StringComparison.Ordinal))))
        {
            if (index.Frequency(pair) > 0)
            {
                wanted.Add(new Wanted([pair], Rarity(pair) * OwnShare));
            }
        }

        return wanted;
    }

    private const float OwnShare = 0.6f;

    private float Rarity(string word)
    {
        var least = HanWords.Pairs(word).Select(index.Frequency).DefaultIfEmpty().Min();
        return MathF.Log(1 + (index.Records.Count / (least + 1f)));
    }

    private sealed record Wanted(IReadOnlyList<string> Any, float Weight);
}
