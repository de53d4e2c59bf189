using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Guiju.Texts;

/// <summary>
/// The permanent address of a provision inside a text, in Akoma Ntoso naming: <c>art_25__para_1__item_2__point_1</c>; an
/// article inserted as 第二十五条之一 is <c>art_25-1</c>.
/// </summary>
/// <param name="Article">The article's number.</param>
/// <param name="Inserted">The number after 之; 0 where the article was not inserted.</param>
/// <param name="Paragraph">款, or null for the whole article.</param>
/// <param name="Item">项, or null.</param>
/// <param name="Point">目, or null.</param>
public sealed partial record ProvisionAddress(int Article, int Inserted, int? Paragraph, int? Item, int? Point)
{
    /// <summary>The article as printed: 第二十五条之一.</summary>
    public string ArticlePrinted =>
        $"第{ChineseNumeral.Write(Article)}条{(Inserted > 0 ? "之" + ChineseNumeral.Write(Inserted) : "")}";

    /// <summary>The whole citation as printed: 第二十五条第一款第（二）项第1目.</summary>
    public string Printed
    {
        get
        {
            var text = new StringBuilder(ArticlePrinted);
            text.Append(Paragraph is { } para ? $"第{ChineseNumeral.Write(para)}款" : "");
            text.Append(Item is { } item ? $"第（{ChineseNumeral.Write(item)}）项" : "");
            return text.Append(Point is { } point ? $"第{point}目" : "").ToString();
        }
    }

    /// <summary>The citation in English: Article 25-1, paragraph 1, item 2.</summary>
    public string PrintedEnglish =>
        string.Create(CultureInfo.InvariantCulture, $"Article {Article}{(Inserted > 0 ? $"-{Inserted}" : "")}")
        + (Paragraph is { } para ? $", paragraph {para}" : "")
        + (Item is { } item ? $", item {item}" : "")
        + (Point is { } point ? $", point {point}" : "");

    /// <summary>Reads an address (<c>art_25__para_1</c>) or a citation (第二十五条第一款第二项).</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ProvisionAddress? address)
    {
        address = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var match = Form().Match(text.Trim());
        match = match.Success ? match : Citation().Match(text.Trim());
        if (!match.Success || Number(match, "art") is not { } article)
        {
            return false;
        }

        var (inserted, para, item, point) = (Number(match, "ins"), Number(match, "para"), Number(match, "item"), Number(match, "point"));
        var unread = new[] { ("ins", inserted), ("para", para), ("item", item), ("point", point) }
            .Any(part => match.Groups[part.Item1].Success && part.Item2 is null);
        // A bare item (第十条第三项) stands in the article's only paragraph.
        address = unread ? null : new ProvisionAddress(article, inserted ?? 0, item is null ? para : para ?? 1, item, point);
        return address is not null;
    }

    /// <summary>The address as written in data: <c>art_25__para_1__item_2</c>.</summary>
    public override string ToString() =>
        ArticleId(Article, Inserted)
        + (Paragraph is { } para ? $"__para_{para}" : "")
        + (Item is { } item ? $"__item_{item}" : "")
        + (Point is { } point ? $"__point_{point}" : "");

    internal static string ArticleId(int article, int inserted) => inserted > 0 ? $"art_{article}-{inserted}" : $"art_{article}";

    private static int? Number(Match match, string part) => match.Groups[part].Success ? ChineseNumeral.Read(match.Groups[part].Value) : null;

    [GeneratedRegex(@"^art_(?<art>\d{1,4})(-(?<ins>\d{1,2}))?(__para_(?<para>\d{1,3}))?(__item_(?<item>\d{1,3})(__point_(?<point>\d{1,3}))?)?$")]
    private static partial Regex Form();

    [GeneratedRegex("^第(?<art>[" + ChineseNumeral.Characters + "]+)条(之(?<ins>[" + ChineseNumeral.Characters + "]+))?(第(?<para>["
        + ChineseNumeral.Characters + "]+)款)?(第[（(]?(?<item>[" + ChineseNumeral.Characters + "]+)[）)]?项(第(?<point>["
        + ChineseNumeral.Characters + "]+)目)?)?$")]
    private static partial Regex Citation();
}
