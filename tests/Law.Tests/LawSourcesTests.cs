namespace Guiju.Law.Tests;

public sealed class LawSourcesTests
{
    [Theory]
    [InlineData("cn/example~art_3", false)] // reported, with a number
    [InlineData("cn/example~art_4", true)] // assumed
    [InlineData("cn/example~art_5", true)] // without a number
    [InlineData("cn/example~art_9", false)] // not kept here: the library's wording says whether there is such an article
    [InlineData("cn/example", false)]
    public void A_number_that_is_kept_and_not_sure_is_known_as_such(string address, bool unsure) => Assert.Equal(unsure, Sources().IsUnsure(address));

    private static LawSources Sources() => LawSources.Parse(new LawFiles(new Dictionary<string, string>
    {
        ["sources/example.yaml"] = """
            work: cn/example
            title: 示例办法
            english: Example Measures
            issuer: 示例
            rank: ministry-notice
            pack: cn
            versions:
              - date: 2020-01-01
                from: 2020-01-01
                to: null
                evidence: reported
                provisions:
                  - {address: art_3, article: 第三条, evidence: reported, gist: {zh: 甲, en: A}}
                  - {address: art_4, article: 第四条, evidence: assumed, gist: {zh: 乙, en: B}}
                  - {address: art_5, evidence: reported, gist: {zh: 丙, en: C}}
            """,
    }));
}
