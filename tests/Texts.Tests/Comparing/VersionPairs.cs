using System.Text.RegularExpressions;

namespace Guiju.Texts.Tests.Comparing;

/// <summary>All texts of the real collection of which there is more than one version, neighbours paired.</summary>
internal static partial class VersionPairs
{
    public static IReadOnlyList<(LegalText Older, LegalText Newer)> All() =>
        [.. RealTexts.Files().Select(f => (File: f, Name: Dated().Match(Path.GetFileNameWithoutExtension(f)))).Where(f => f.Name.Success)
            .GroupBy(f => f.Name.Groups["title"].Value).Where(g => g.Count() > 1)
            .SelectMany(g => g.OrderBy(f => f.Name.Groups["day"].Value, StringComparer.Ordinal).Select(f => TextParser.Parse(File.ReadAllText(f.File))).ToList() is var texts ? texts.Zip(texts.Skip(1)) : [])];

    [GeneratedRegex(@"^(?<title>.+)\((?<day>\d{4}-\d{2}-\d{2})\)$")]
    private static partial Regex Dated();
}

/// <summary>A difference found without the comparison of the product: words without layout, brackets of one kind, numbers of provisions struck out.</summary>
internal static partial class PlainDiff
{
    public static string Masked(string words) => Number().Replace(Layout().Replace(words, "").Replace('(', '（').Replace(')', '）').Replace(':', '：').Replace(';', '；').Replace(',', '，').Replace('<', '〈').Replace('>', '〉'), "第#$1");

    [GeneratedRegex(@"\s")]
    private static partial Regex Layout();

    [GeneratedRegex("第[零〇一二三四五六七八九十百千]+([条款])(之[一二三四五六七八九十]+)?")]
    private static partial Regex Number();
}
