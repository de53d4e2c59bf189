namespace Guiju.Texts.Tests;

/// <summary>Chinese legal texts are read into parts with permanent addresses.</summary>
public sealed class TextParserTests
{
    private const string Sample = """
        # 示例管理办法

        2020年1月2日 示例局公布

        <!-- INFO END -->

        ## 第一章 总则

        第一条 为了试验，制定本办法。

        第二条 下列情形适用本办法：

        （一）甲情形；

        （二）乙情形。

        其他情形另行规定。

        ## 第二章 附则

        第三条 本办法自2020年2月1日起施行。

        第三条之一 插入的条文。
        """;

    [Theory]
    [InlineData("art_1", "为了试验")]
    [InlineData("art_2__para_1__item_2", "乙情形")]
    [InlineData("art_2__para_2", "另行规定")]
    [InlineData("art_3-1", "插入")]
    [InlineData("第二条第一款第（一）项", "甲情形")]
    public void A_provision_is_found_at_its_permanent_address(string address, string holds)
    {
        var text = TextParser.Parse(Sample);

        Assert.Contains(holds, text.Find(address)?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Chapters_articles_and_the_first_day_in_force_are_known()
    {
        var text = TextParser.Parse(Sample);

        Assert.Equal("示例管理办法", text.Title);
        Assert.Equal(2, text.Divisions(DivisionKind.Chapter).Count());
        Assert.Equal(4, text.Articles.Count);
        Assert.Equal(new DateOnly(2020, 2, 1), text.InForce);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    public void What_is_no_text_is_refused(string source) => Assert.Throws<UnreadableTextException>(() => TextParser.Parse(source));

    [Fact]
    public void Every_real_text_has_its_articles_without_gaps()
    {
        var files = RealTexts.Files();
        var gaps = files.Where(file => !file.Contains("民法典", StringComparison.Ordinal)).Select(file => (file, Numbers: TextParser.Parse(File.ReadAllText(file)).Articles.Where(a => a.Inserted == 0).Select(a => a.Number).ToList()))
            .Where(f => f.Numbers.Count == 0 || !f.Numbers.SequenceEqual(Enumerable.Range(1, f.Numbers.Count))).Select(f => Path.GetFileName(f.file));

        Assert.NotEmpty(files);
        Assert.Empty(gaps);
    }
}
