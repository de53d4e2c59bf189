using System.Text.RegularExpressions;

namespace Guiju.Texts.Reading;

/// <summary>A heading found at the start of a line.</summary>
internal sealed record HeadingMark(DivisionKind Kind, int Number, string Label, string Title)
{
    /// <summary>0 for the highest level.</summary>
    public int Rank => Kind switch { DivisionKind.Part => 0, DivisionKind.Subpart => 1, DivisionKind.Section => 3, _ => 2 };
}

/// <summary>An article's number found at the start of a line.</summary>
internal sealed record ArticleMark(int Number, int Inserted, string Label, string Rest, bool Separated);

/// <summary>How a list is numbered.</summary>
internal enum ListStyle
{
    /// <summary>（一）.</summary>
    ChineseInBrackets,

    /// <summary>一、.</summary>
    Chinese,

    /// <summary>(1) or ⑴.</summary>
    ArabicInBrackets,

    /// <summary>1. or 1、.</summary>
    Arabic,

    /// <summary>①.</summary>
    Circled,
}

/// <summary>A list number found at the start of a line.</summary>
internal sealed record ListMark(ListStyle Style, int Number, string Label, string Rest);

/// <summary>What the start of a line says about its place in the text.</summary>
internal static partial class Marks
{
    // A number followed by one of these is a reference inside a sentence (第三条规定…), not the beginning of an article.
    private const string ReferenceGoesOn = "第款项、和至或规所的及与中，,以之前后到";

    private const int LongestHeading = 50;

    public static HeadingMark? Heading(SourceLine line)
    {
        var match = NumberedHeading().Match(line.Text);
        if (match.Success && ChineseNumeral.Read(match.Groups["n"].Value) is { } number)
        {
            var title = match.Groups["title"].Value;
            var spaced = match.Groups["sep"].Length > 0 || title.Length == 0;
            var plausible = title.Length <= LongestHeading && !title.Any("。；：，,".Contains)
                && (spaced || !ReferenceGoesOn.Contains(title[0], StringComparison.Ordinal));
            return line.Hashes > 0 || plausible
                ? new HeadingMark(Kind(match.Groups["k"].Value), number, $"第{match.Groups["n"].Value}{match.Groups["k"].Value}", Tighten(title))
                : null;
        }

        var bare = Tighten(line.Text);
        var named = bare is "序言" or "总则" or "附则" or "引言" or "前言";
        return named || (line.Hashes >= 2 && Article(line) is null && Annex(line) is null)
            ? new HeadingMark(DivisionKind.Heading, 0, "", bare)
            : null;
    }

    public static ArticleMark? Article(SourceLine line)
    {
        var match = ArticleStart().Match(line.Text);
        if (!match.Success || ChineseNumeral.Read(match.Groups["n"].Value) is not { } number)
        {
            return null;
        }

        var inserted = match.Groups["ins"].Success ? ChineseNumeral.Read(match.Groups["ins"].Value) ?? 0 : 0;
        var rest = match.Groups["rest"].Value;
        var separated = match.Groups["sep"].Length > 0 || rest.Length == 0 || rest[0] is '【' or '［' or '[';
        return new ArticleMark(number, inserted, match.Groups["label"].Value, rest, separated);
    }

    public static bool GoesOnAsReference(ArticleMark mark) =>
        !mark.Separated && ReferenceGoesOn.Contains(mark.Rest[0], StringComparison.Ordinal);

    public static ListMark? List(SourceLine line)
    {
        var match = ListStart().Match(line.Text);
        if (!match.Success)
        {
            return null;
        }

        var (style, digits) = match.Groups["cb"].Success ? (ListStyle.ChineseInBrackets, match.Groups["cb"].Value)
            : match.Groups["c"].Success ? (ListStyle.Chinese, match.Groups["c"].Value)
            : match.Groups["ab"].Success ? (ListStyle.ArabicInBrackets, match.Groups["ab"].Value)
            : match.Groups["a"].Success ? (ListStyle.Arabic, match.Groups["a"].Value)
            : (ListStyle.Circled, "");
        var number = style == ListStyle.Circled ? match.Groups["o"].Value[0] - '①' + 1 : ChineseNumeral.Read(digits) ?? 0;
        return number > 0 ? new ListMark(style, number, match.Groups["label"].Value, match.Groups["rest"].Value) : null;
    }

    public static string? Annex(SourceLine line) =>
        line.Text.Length <= LongestHeading && !line.Text.EndsWith('。') && AnnexStart().IsMatch(line.Text) ? line.Text : null;

    public static bool IsContentsTitle(SourceLine line) => Tighten(line.Text) is "目录" or "目次";

    /// <summary>Takes out the spaces that stretch a title: 总　　则.</summary>
    public static string Tighten(string title) => StretchedSpace().Replace(title.Trim(), "");

    private static DivisionKind Kind(string word) => word switch
    {
        "编" => DivisionKind.Part,
        "分编" => DivisionKind.Subpart,
        "章" => DivisionKind.Chapter,
        _ => DivisionKind.Section,
    };

    [GeneratedRegex("^第(?<n>[" + ChineseNumeral.Characters + "]+)(?<k>分编|编|章|节)(?<sep>\\s*)(?<title>.*)$")]
    private static partial Regex NumberedHeading();

    [GeneratedRegex("^(?<label>第\\s?(?<n>[" + ChineseNumeral.Characters + "]+)\\s?条(?:之(?<ins>[一二三四五六七八九十]+))?)(?<sep>[\\s*:：]*)(?<rest>.*)$")]
    private static partial Regex ArticleStart();

    [GeneratedRegex("^(?<label>[（(](?<cb>[一二三四五六七八九十百]+)[）)]|(?<c>[一二三四五六七八九十]+)、|[（(](?<ab>[0-9０-９]{1,2})[）)]"
        + "|(?<a>[0-9０-９]{1,2})(?:[.．](?![0-9０-９])|、)|(?<o>[①-⑳]))\\s*(?<rest>.*)$")]
    private static partial Regex ListStart();

    [GeneratedRegex("^附(?:件|表|录|图)?\\s?[一二三四五六七八九十0-9０-９]*(?:\\s*[:：].*|\\s.*)?$")]
    private static partial Regex AnnexStart();

    [GeneratedRegex("(?<=[\\u4e00-\\u9fff])\\s+(?=[\\u4e00-\\u9fff])")]
    private static partial Regex StretchedSpace();
}
