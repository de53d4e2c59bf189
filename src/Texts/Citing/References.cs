using System.Text.RegularExpressions;

namespace Guiju.Texts.Citing;

/// <summary>The grammar of references: 第X条之N第Y款第（Z）项, lists and ranges of them, 前款 and its kin.</summary>
internal static partial class References
{
    private const string N = "[" + ChineseNumeral.Characters + "]+";

    /// <summary>One whole reference from the article down.</summary>
    public const string Article = "第(?<art>" + N + ")条(?:之(?<ins>[一二三四五六七八九十]+))?" + Below;

    /// <summary>Paragraph and item behind an article.</summary>
    private const string Below = "(?:第(?<para>" + N + ")款)?(?:第[（(]?(?<item>" + N + ")[）)]?项(?:第(?<point>" + N + ")目)?)?";

    /// <summary>Puts the numbers of a newer version into references to this text's own articles and their paragraphs; references behind a title stay as they are.</summary>
    public static string Renumber(string words, IReadOnlyDictionary<string, string> counterpart) => OwnArticle().Replace(words, match =>
    {
        if (ChineseNumeral.Read(match.Groups["art"].Value) is not { } number)
        {
            return match.Value;
        }

        var inserted = match.Groups["ins"].Success ? ChineseNumeral.Read(match.Groups["ins"].Value) ?? 0 : 0;
        var article = ProvisionAddress.ArticleId(number, inserted);
        var paragraph = match.Groups["para"].Success ? ChineseNumeral.Read(match.Groups["para"].Value) : null;
        if (paragraph is not null && Newer($"{article}__para_{paragraph}") is { } whole)
        {
            return whole.Printed;
        }

        return Newer(article) is { } address ? address.ArticlePrinted + match.Groups["below"].Value : match.Value;

        ProvisionAddress? Newer(string older) => counterpart.TryGetValue(older, out var newer) && ProvisionAddress.TryParse(newer, out var read) ? read : null;
    });

    // 本办法 ends like 某法; it is this text all the same.
    private const string Other = "(?:(?<!本|本办)法|(?<!本)(?:条例|办法|规定|细则|规则|决定|规程|准则|通则|制度|意见|通知|章程|规范))";

    [GeneratedRegex("(?<!》)(?<!" + Other + ")第(?<art>" + N + ")条(?:之(?<ins>[一二三四五六七八九十]+))?(?<below>第(?<para>" + N + ")款)?")]
    private static partial Regex OwnArticle();

    /// <summary>Everything that may be a citation, the longest form first.</summary>
    [GeneratedRegex(
        "(?:(?<title>《(?:[^《》]|《[^《》]*》)+》)(?:[（(][^（）()]{1,40}[）)])?|(?<self>本(?:法|条例|办法|规定|细则|规则|决定|规程|准则|通则|制度|意见|通知|章程|规范)))?(?<first>第" + N + "条(?:之[一二三四五六七八九十]+)?(?:第" + N + "款)?(?:第[（(]?" + N + "[）)]?项(?:第" + N + "目)?)?)"
        + "(?<more>(?:(?:、|和|及|或者|或|以及|至|到|，)(?:第" + N + "条(?:之[一二三四五六七八九十]+)?(?:第" + N + "款)?(?:第[（(]?" + N + "[）)]?项)?|第" + N + "款(?:第[（(]?" + N + "[）)]?项)?|第[（(]?" + N + "[）)]?项))*)"
        + "|(?<title>《(?:[^《》]|《[^《》]*》)+》)"
        + "|(?<before>前(?:(?<n>[一二两三四五六七八九十]+))?(?<unit>条|款|项))(?:第[（(]?(?<item>" + N + ")[）)]?项(?:(?:、|和|至|及|或者|或)第[（(]?" + N + "[）)]?项)*)?"
        + "|(?:本条)?(?<own>第(?<para>" + N + ")款(?:第[（(]?(?<item>" + N + ")[）)]?项)?)"
        + "|(?<own>第[（(](?<item>" + N + ")[）)]项)(?:(?:、|和|至|及|或者|或)第[（(]?" + N + "[）)]?项)*")]
    public static partial Regex Citation();

    /// <summary>The parts of a list: whole articles, or what stands below the article before.</summary>
    [GeneratedRegex("(?<link>、|和|及|或者|或|以及|至|到|，)?(?:" + Article + "|第(?<para>" + N + ")款(?:第[（(]?(?<item>" + N + ")[）)]?项)?|第[（(]?(?<item>" + N + ")[）)]?项)")]
    public static partial Regex Listed();
}
