using System.Text.RegularExpressions;

namespace Guiju.Texts.Citing;

/// <summary>A reference in the words of a provision.</summary>
/// <param name="In">Address of the paragraph it stands in.</param>
/// <param name="Line">Line of the source of that paragraph.</param>
/// <param name="Words">The reference as printed.</param>
/// <param name="Start">Where it begins in the paragraph's words.</param>
/// <param name="Title">Title of the text cited, without its marks; null for this text itself.</param>
/// <param name="Address">Address of the provision cited; null where the whole text is.</param>
/// <param name="Resolved">Whether this text holds the provision. Of another text the library tells.</param>
public sealed record Citation(string In, int Line, string Words, int Start, string? Title, string? Address, bool Resolved);

/// <summary>Finds the references in a text: to its own provisions, to those around (前款), and to other texts.</summary>
public static partial class CitationReader
{
    /// <summary>Every reference, in printed order.</summary>
    public static IReadOnlyList<Citation> Read(LegalText text)
    {
        var found = new List<Citation>();
        foreach (var part in text.Body.Parts().Concat(text.Annexes.SelectMany(a => a.Body.Parts())))
        {
            if (part is Article article)
            {
                foreach (var paragraph in article.Paragraphs)
                {
                    Read(text, article, paragraph, found);
                }
            }
            else if (part is Paragraph loose && !loose.Address.Contains("art_", StringComparison.Ordinal))
            {
                Read(text, null, loose, found);
            }
        }

        return found;
    }

    private static void Read(LegalText text, Article? article, Paragraph paragraph, List<Citation> found)
    {
        var words = paragraph.Text;
        if (words.IndexOfAny(Openings) < 0)
        {
            return;
        }

        foreach (Match match in References.Citation().Matches(words))
        {
            var item = ItemAt(paragraph, words, match.Index);
            foreach (var (title, address, shown, start) in Targets(match, article, paragraph, item, words))
            {
                found.Add(new Citation(paragraph.Address, paragraph.Line, shown, start, title, address, title is null && address is not null && text.Find(address) is not null));
            }
        }
    }

    // Every reference begins with a title, with 本法, with 第 or with 前.
    private static readonly System.Buffers.SearchValues<char> Openings = System.Buffers.SearchValues.Create("《第前");

    private static IEnumerable<(string? Title, string? Address, string Shown, int Start)> Targets(Match match, Article? article, Paragraph paragraph, int? item, string words)
    {
        if (match.Groups["first"].Success)
        {
            return Listed(match, words);
        }

        if (match.Groups["title"].Success)
        {
            return [(TitleOf(match), null, match.Value, match.Index)];
        }

        return article is null ? [] : Around(match, article, paragraph, item).Select(address => ((string?)null, (string?)address, match.Value, match.Index));
    }

    // 第十条、第十二条第一款和第三款；第三条至第五条: what a later part leaves out it takes from the one before.
    private static IEnumerable<(string? Title, string? Address, string Shown, int Start)> Listed(Match match, string words)
    {
        var bare = match.Groups["title"].Success || match.Groups["self"].Success ? "" : BareBefore(words, match.Index);
        var (title, shown, start) = (match.Groups["title"].Success ? TitleOf(match) : bare.Length > 0 ? bare : null, bare + match.Value, match.Index - bare.Length);
        ProvisionAddress? last = null;
        var at = match.Groups["first"].Index - match.Index;
        foreach (Match part in References.Listed().Matches(match.Value[at..]))
        {
            var address = Part(part, last);
            if (address is null)
            {
                continue;
            }

            if (part.Groups["link"].Value is "至" or "到" && last is { Paragraph: null } && address is { Paragraph: null } && address.Article > last.Article && address.Article - last.Article < 200)
            {
                for (var between = last.Article + 1; between < address.Article; between++)
                {
                    yield return (title, ProvisionAddress.ArticleId(between, 0), shown, start);
                }
            }

            yield return (title, address.ToString(), shown, start);
            last = address;
        }
    }

    private static ProvisionAddress? Part(Match part, ProvisionAddress? last)
    {
        var (para, item) = (Number(part, "para"), Number(part, "item"));
        if (part.Groups["art"].Success)
        {
            return Number(part, "art") is { } article ? new ProvisionAddress(article, Number(part, "ins") ?? 0, item is null ? para : para ?? 1, item, item is null ? null : Number(part, "point")) : null;
        }

        return last is null ? null : last with { Paragraph = para ?? last.Paragraph ?? 1, Item = item, Point = null };
    }

    private static IEnumerable<string> Around(Match match, Article article, Paragraph paragraph, int? item)
    {
        var id = article.Address;
        if (match.Groups["own"].Success)
        {
            var para = Number(match, "para") ?? paragraph.Number;
            yield return $"{id}__para_{para}" + (Number(match, "item") is { } own ? $"__item_{own}" : "");
            yield break;
        }

        var count = match.Groups["n"].Success ? ChineseNumeral.Read(match.Groups["n"].Value) ?? 1 : 1;
        for (var back = count; back >= 1; back--)
        {
            switch (match.Groups["unit"].Value)
            {
                case "条" when article.Inserted > 1:
                    yield return ProvisionAddress.ArticleId(article.Number, article.Inserted - back);
                    break;
                case "条":
                    yield return ProvisionAddress.ArticleId(article.Inserted > 0 ? article.Number : article.Number - back, 0);
                    break;
                case "款":
                    yield return $"{id}__para_{paragraph.Number - back}" + (Number(match, "item") is { } below ? $"__item_{below}" : "");
                    break;
                default:
                    if (item is { } here)
                    {
                        yield return $"{id}__para_{paragraph.Number}__item_{here - back}";
                    }

                    break;
            }
        }
    }

    // Which item of the paragraph a place in its words belongs to: items are lines of their own.
    private static int? ItemAt(Paragraph paragraph, string words, int at)
    {
        if (paragraph.Items.Count == 0)
        {
            return null;
        }

        var start = paragraph.Lead.Length > 0 ? paragraph.Lead.Length + 1 : 0;
        foreach (var item in paragraph.Items)
        {
            var end = start + item.Text.Length;
            if (at >= start && at < end)
            {
                return item.Number;
            }

            start = end + 1;
        }

        return at < words.Length && at < paragraph.Lead.Length ? null : paragraph.Items[^1].Number + 1; // words after the list: 前项 is its last
    }

    // Implementing regulations name their law without marks: 依照食品安全法第六十三条. What leads up to the name is no part of it.
    private static string BareBefore(string words, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestBare && words[start - 1] is >= '\u4e00' and <= '\u9fff')
        {
            start--;
        }

        var before = words[start..at];
        if (!Named().IsMatch(before))
        {
            return "";
        }

        var name = before[LeadingUp().Matches(before).Select(m => m.Index + m.Length).LastOrDefault()..];
        return name.Length > 1 ? name : before;
    }

    private const int LongestBare = 22;

    // 本法, 本条例 and 本办法 are this text.
    [GeneratedRegex("(?:(?<!本|本办)法|(?<!本)条例)$")]
    private static partial Regex Named();

    [GeneratedRegex("依照|按照|依据|根据|违反|适用|符合|属于|执行|以及|或者|除|和|及|与|对|由|按|在|有|是|的|下列|情形|规定")]
    private static partial Regex LeadingUp();

    private static string TitleOf(Match match) => match.Groups["title"].Value[1..^1];

    private static int? Number(Match match, string part) => match.Groups[part].Success ? ChineseNumeral.Read(match.Groups[part].Value) : null;
}
