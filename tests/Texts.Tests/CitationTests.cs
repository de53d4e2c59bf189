using Guiju.Texts.Citing;

namespace Guiju.Texts.Tests;

/// <summary>References and definitions.</summary>
public sealed class CitationTests
{
    private const string Sample = """
        # 示例条例

        <!-- INFO END -->

        第一条 为了试验，根据《中华人民共和国行政处罚法》第三十三条第一款和第三十四条，制定本条例。

        第二条 本条例所称公务用车，是指用于履行公务的机动车辆。

        前款规定的车辆，依照本条例第四条第二款第（一）项管理。

        第三条 依照第一条至第三条、第九条的规定办理。

        第四条 甲。

        乙：

        （一）子；

        （二）丑，前项另有规定的除外。

        本条第一款不适用于前两款。
        """;

    private static readonly IReadOnlyList<Citation> Found = CitationReader.Read(TextParser.Parse(Sample));

    [Theory]
    [InlineData("art_1__para_1", "中华人民共和国行政处罚法", "art_33__para_1")]
    [InlineData("art_1__para_1", "中华人民共和国行政处罚法", "art_34")]
    [InlineData("art_2__para_2", null, "art_2__para_1")]
    [InlineData("art_2__para_2", null, "art_4__para_2__item_1")]
    [InlineData("art_3__para_1", null, "art_1")]
    [InlineData("art_3__para_1", null, "art_2")]
    [InlineData("art_3__para_1", null, "art_3")]
    [InlineData("art_4__para_2", null, "art_4__para_2__item_1")]
    [InlineData("art_4__para_3", null, "art_4__para_1")]
    [InlineData("art_4__para_3", null, "art_4__para_2")]
    public void A_reference_leads_to_its_provision(string from, string? title, string to) =>
        Assert.Contains(Found, c => c.In == from && c.Title == title && c.Address == to && c.Resolved == (title is null));

    [Fact]
    public void A_reference_to_nothing_is_told() => Assert.Equal("art_9", Assert.Single(Found, c => c.Title is null && !c.Resolved).Address);

    [Theory]
    [InlineData("违反本办法第十条、第十一条的，通报。", null, "art_10", "本办法第十条、第十一条")]
    [InlineData("依照食品安全法第六十三条的规定办理。", "食品安全法", "art_63", "食品安全法第六十三条")]
    [InlineData("不符合本条例第三条规定的条件。", null, "art_3", "本条例第三条")]
    [InlineData("按照示例管理条例第三条办理。", "示例管理条例", "art_3", "示例管理条例第三条")]
    public void A_name_without_marks_is_told_from_this_text_itself(string words, string? title, string address, string shown)
    {
        var found = CitationReader.Read(TextParser.Parse("# 示例办法\n\n第一条 " + words))[0];

        Assert.Equal((title, address, shown), (found.Title, found.Address, found.Words));
        Assert.Equal(shown, words.Substring(found.Start, shown.Length));
    }

    [Fact]
    public void A_defined_term_has_its_words()
    {
        var defined = Assert.Single(DefinitionReader.Read(TextParser.Parse(Sample)));

        Assert.Equal(("公务用车", "art_2__para_1"), (defined.Term, defined.Address));
    }

    [Fact]
    public void Most_references_of_the_real_texts_lead_somewhere()
    {
        var all = RealTexts.Files().Select(f => TextParser.Parse(File.ReadAllText(f))).Where(t => t.Subtitle is null)
            .SelectMany(CitationReader.Read).Where(c => c.Title is null && c.Address is not null).ToList();

        Assert.True(all.Count >= 595, $"only {all.Count} references were found");
        Assert.True(all.Count(c => c.Resolved) >= all.Count * 0.98, string.Join('\n', all.Where(c => !c.Resolved).Select(c => $"{c.In} {c.Words} {c.Address}").Take(40)));
    }
}
