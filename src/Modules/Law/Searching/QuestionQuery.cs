using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Guiju.Law.Searching;

/// <summary>The Lucene query of a question: the asker's own pairs, and for each everyday word the best of the words of law for it.</summary>
internal static class QuestionQuery
{
    private const float Tie = 0.15f;
    private const double CommonShare = 0.1;

    /// <summary>
    /// With <paramref name="characters"/> single characters count too. They stand in almost every provision, so that a question is first asked without
    /// them; so are pairs that stand everywhere, as long as there are others.
    /// </summary>
    public static Query Of(Asked asked, SearchWeights weights, ProvisionIndex index, bool characters)
    {
        var query = new BooleanQuery(disableCoord: true);
        var own = asked.Matter.SelectMany(HanWords.Pairs).Distinct().ToList();
        var telling = own.Where(p => index.Frequency(p) <= index.Records.Count * CommonShare).ToList();
        foreach (var pair in characters || telling.Count + asked.Concepts.Count == 0 ? own : telling)
        {
            query.Add(Anywhere([pair], weights, 1f), Occur.SHOULD);
        }

        foreach (var concept in asked.Concepts)
        {
            var best = new DisjunctionMaxQuery(Tie);
            foreach (var word in concept.Law)
            {
                best.Add(Anywhere(HanWords.Pairs(word), weights, weights.Concept));
            }

            query.Add(best, Occur.SHOULD);
        }

        foreach (var character in !characters ? [] : asked.Matter.SelectMany(HanWords.Characters).Distinct())
        {
            query.Add(new TermQuery(new Term(ProvisionIndex.Character, character)) { Boost = weights.Character }, Occur.SHOULD);
        }

        return query;
    }

    /// <summary>A word wherever it stands: wording, title, headings.</summary>
    private static BooleanQuery Anywhere(IReadOnlyList<string> pairs, SearchWeights weights, float boost)
    {
        var query = new BooleanQuery(disableCoord: true)
        {
            { In(ProvisionIndex.Words, pairs, boost), Occur.SHOULD },
        };
        if (weights.Title > 0)
        {
            query.Add(In(ProvisionIndex.Title, pairs, boost * weights.Title), Occur.SHOULD);
        }

        if (weights.Heading > 0)
        {
            query.Add(In(ProvisionIndex.Heading, pairs, boost * weights.Heading), Occur.SHOULD);
        }

        return query;
    }

    private static Query In(string field, IReadOnlyList<string> pairs, float boost)
    {
        if (pairs.Count == 1)
        {
            return new TermQuery(new Term(field, pairs[0])) { Boost = boost };
        }

        var phrase = new PhraseQuery { Boost = boost };
        foreach (var pair in pairs)
        {
            phrase.Add(new Term(field, pair));
        }

        return phrase;
    }
}
