using System.Text.RegularExpressions;

namespace Guiju.Texts.Citing;

/// <summary>A term that a text defines.</summary>
/// <param name="Term">The term.</param>
/// <param name="Address">Address of the paragraph or item that defines it.</param>
/// <param name="Words">The words of the definition.</param>
public sealed record Definition(string Term, string Address, string Words);

/// <summary>Finds what a text defines: 本法所称X，是指…; 用语的含义 with a list; 以下简称X.</summary>
public static partial class DefinitionReader
{
    private const int LongestTerm = 24;

    /// <summary>Every definition, in printed order.</summary>
    public static IReadOnlyList<Definition> Read(LegalText text)
    {
        var found = new List<Definition>();
        foreach (var paragraph in text.Body.Parts().OfType<Paragraph>())
        {
            foreach (var match in Said().Matches(paragraph.Text).Concat(Short().Matches(paragraph.Text)))
            {
                Add(match.Groups["term"].Value, paragraph.Address, match.Value);
            }

            if (Meanings().IsMatch(paragraph.Lead))
            {
                foreach (var item in paragraph.Items)
                {
                    if (Listed().Match(item.Words) is { Success: true } match)
                    {
                        Add(match.Groups["term"].Value, item.Address, item.Words);
                    }
                }
            }
        }

        return found;

        void Add(string term, string address, string words)
        {
            var bare = term.Trim('“', '”', '"', ' ', '，', '、');
            if (bare.Length is > 0 and <= LongestTerm)
            {
                found.Add(new Definition(bare, address, words));
            }
        }
    }

    [GeneratedRegex("本(?:法|条例|办法|规定|细则|规则|章|节|条|决定)(?:第[一二三四五六七八九十百零]+条)?(?:所称|中)(?:的)?(?<term>[^，。；：]{1,24}?)[，、]?(?:是指|指|系指|包括)[^。；]*[。；]?")]
    private static partial Regex Said();

    [GeneratedRegex("[^，。；（）]{2,40}（以下(?:统称|简称|称)(?:为|：)?(?<term>[^（）]{1,24})）")]
    private static partial Regex Short();

    [GeneratedRegex("(?:用语|术语|名词|概念)(?:的)?(?:含义|定义|解释)")]
    private static partial Regex Meanings();

    [GeneratedRegex("^(?<term>[^，。：；]{1,24})(?:，|：)?(?:是指|指|系指|：|包括)")]
    private static partial Regex Listed();
}
