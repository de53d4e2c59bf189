using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace Guiju.Architecture.Tests;

/// <summary>Every text that a person sees exists in both languages.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void Every_page_text_has_its_English()
    {
        var english = Checkout.All("src").Where(f => f.EndsWith(".en.yaml", StringComparison.Ordinal)).GroupBy(f => new SourceFile(Checkout.Relative(f), "").Project)
            .ToDictionary(g => g.Key, g => g.SelectMany(f => new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(File.ReadAllText(f)) ?? []).DistinctBy(t => t.Key).ToDictionary(t => t.Key, t => t.Value));
        var missing =
            from file in Checkout.Production.Concat(Checkout.Pages)
            from Match match in UsedText().Matches(Explained().Replace(file.Text, ""))
            let key = match.Groups["key"].Value
            where key.Any(c => c > 0x2E80) && !(english.TryGetValue(file.Project, out var words) && words.ContainsKey(key))
            select $"{file.Project}: \"{key}\" ({file.Path})";

        Assert.Empty(missing.Distinct());
    }

    [Fact]
    public void Pages_hold_no_bare_Chinese()
    {
        var wrong =
            from page in Checkout.Pages
            let text = UsedText().Replace(page.Text, "")
            let bare = BareChinese().Match(Quoted().Replace(Comment().Replace(text, ""), ""))
            where bare.Success
            select $"{page.Path}: {bare.Value}";

        Assert.Empty(wrong);
    }

    [GeneratedRegex("""\bT\[\s*"(?<key>(?:[^"\\]|\\.)*)"|\[Display\(Name\s*=\s*"(?<key>[^"]*)"\)""")]
    private static partial Regex UsedText();

    [GeneratedRegex("""@\*.*?\*@|<!--.*?-->|^\s*//.*$""", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*///.*$", RegexOptions.Multiline)]
    private static partial Regex Explained();

    [GeneratedRegex("\"[^\"\\n]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[\u4E00-\u9FFF]+")]
    private static partial Regex BareChinese();
}
