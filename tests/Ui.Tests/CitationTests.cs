namespace Guiju.Ui.Tests;

/// <summary>A citation prints what is sure and nothing else.</summary>
public sealed class CitationTests
{
    private static readonly ProvisionRef Sure = new("measures~art_7", new("示例办法", "Example Measures"), "第七条", new DateOnly(2018, 3, 1), new("要旨。", "Gist.")) { Number = "示例〔2018〕1号" };

    public static TheoryData<string> Languages => Stage.Languages;

    [Fact]
    public async Task A_chip_names_the_text_and_its_article()
    {
        Assert.Contains("<summary>《示例办法》第七条</summary>", await CiteAsync(Sure, Stage.Chinese), StringComparison.Ordinal);
        Assert.Contains("<summary>Example Measures, Art. 7</summary>", await CiteAsync(Sure, Stage.English), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task An_article_that_is_not_sure_is_not_printed(string language)
    {
        foreach (var unsure in new[] { null, "", " " })
        {
            var html = await CiteAsync(Sure with { Article = unsure, Address = "measures" }, language);

            Assert.DoesNotContain("第", Stage.TextOf(html), StringComparison.Ordinal);
            Assert.DoesNotContain("null", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(language == Stage.English ? "<summary>Example Measures</summary>" : "<summary>《示例办法》</summary>", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("measures~art_34__para_2", "Art. 34 para. 2")]
    [InlineData("measures~art_25_1__item_3", "Art. 25-1 item 3")]
    [InlineData("measures~annex", "第七条")]
    [InlineData("measures", "第七条")]
    public async Task In_English_the_article_is_told_from_its_address(string address, string expected)
    {
        Assert.Contains($"<summary>Example Measures, {expected}</summary>", await CiteAsync(Sure with { Address = address }, Stage.English), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task What_is_unknown_leaves_no_trace(string language)
    {
        var text = Stage.TextOf(await CiteAsync(Sure with { Number = null, Version = null, Gist = null, Article = null }, language));

        Assert.DoesNotContain("·", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0001", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chip_leads_to_the_provision_in_the_library()
    {
        var html = await CiteAsync(Sure, Stage.Chinese);

        Assert.Contains("href=\"/law/measures#art_7\"", html, StringComparison.Ordinal);
    }

    private static Task<string> CiteAsync(ProvisionRef provision, string language) =>
        Stage.RenderAsync<Citation>(language, new() { [nameof(Citation.Provision)] = provision });
}
