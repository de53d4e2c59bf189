using Guiju.Law.Searching;
using Guiju.Law.Stored;

namespace Guiju.Law.Tests.Searching;

/// <summary>What the search finds in a small library of our own words.</summary>
public sealed class LawSearchTests
{
    private static readonly SearchText Cars = new("bureau/jgj/2024/cars", "机关公务用车管理办法", "方机管发〔2024〕3号", LawRank.InternalRule, "方圆市机关事务管理局", "bureau", [LawDomain.OfficialVehicles], "机关公务用车管理办法");
    private static readonly SearchText Rooms = new("bureau/jgj/2023/rooms", "机关办公用房管理办法", "方机管发〔2023〕8号", LawRank.InternalRule, "方圆市机关事务管理局", "bureau", [LawDomain.OfficeSpace], "机关办公用房管理办法");
    private static readonly SearchText Letters = new("cn/test/letters", "来信办理条例", "国令第900号", LawRank.AdministrativeRegulation, "国务院", "cn", [LawDomain.General], "来信办理条例");

    private static readonly SearchRecord[] Records =
    [
        Of(Cars, 1, "为了管好公务用车，制定本办法。"), Of(Cars, 2, "公务用车集中管理、统一调度，任何科室不得自行派出。"), Of(Cars, 3, "节假日公务用车应当封存。"),
        Of(Rooms, 1, "为了管好办公用房，制定本办法。"), Of(Rooms, 2, "各单位不得出租、出借办公用房。"), Of(Rooms, 3, "超过核定面积的办公用房由本局收回调剂。"),
        Of(Letters, 1, "本条例适用于来信。"), Of(Letters, 2, "承办单位应当自收到来信之日起十五日内书面答复。"), Of(Letters, 3, "来信人对答复不服的，可以请求复查。"),
        new(Letters, "art_2", "第二条", "", "承办单位应当自收到来信之日起三十日内书面答复。", new(2010, 1, 1), new(2019, 12, 31), new(2010, 1, 1), TextStanding.Amended),
    ];

    private static readonly Lazy<LawSearch> Search = new(() => new LawSearch(Records, SearchLexicon.Read(LawFiles.Read(LawFolder()))));

    [Theory]
    [InlineData("公车能不能自己派", "机关公务用车管理办法", "第二条")]
    [InlineData("办公室能租给别人吗", "机关办公用房管理办法", "第二条")]
    [InlineData("来信多久要回复", "来信办理条例", "第二条")]
    [InlineData("15日内答复", "来信办理条例", "第二条")]
    [InlineData("办公用房管理办法第3条", "机关办公用房管理办法", "第三条")]
    [InlineData("来信办理条例 第二条", "来信办理条例", "第二条")]
    [InlineData("方机管发〔2023〕8号", "机关办公用房管理办法", "第一条")]
    [InlineData("jgbgyf", "机关办公用房管理办法", "第一条")]
    [InlineData("lxbl", "来信办理条例", "第一条")]
    [InlineData("《来信办理条例》", "来信办理条例", "第一条")]
    public void What_a_clerk_types_leads_to_the_article(string words, string title, string label)
    {
        var first = Search.Value.Find(words, 5, new SearchFacets().Lets)[0].Record;

        Assert.Equal((title, label), (first.Text.Title, first.Label));
    }

    [Fact]
    public void Only_what_holds_on_the_day_is_found()
    {
        var today = Search.Value.Find("来信多久要回复", 5, new SearchFacets().Lets);
        var then = Search.Value.Find("来信多久要回复", 5, new SearchFacets { On = new DateOnly(2015, 6, 1) }.Lets);

        Assert.DoesNotContain(today, h => h.Record.Made.Year == 2010);
        Assert.Contains("三十日", then[0].Record.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Facets_together_leave_what_has_all_of_them()
    {
        var facets = new SearchFacets { Pack = "bureau", Domain = LawDomain.OfficeSpace, Rank = LawRank.InternalRule };

        Assert.Equal(3, Records.Count(facets.Lets));
        Assert.All(Search.Value.Find("管理办法 答复 公务用车", 10, facets.Lets), h => Assert.Equal(Rooms, h.Record.Text));
    }

    [Fact]
    public void The_snippet_marks_what_matches()
    {
        var snippet = Search.Value.Find("办公室能租给别人吗", 1, new SearchFacets().Lets)[0].Snippet;

        Assert.Contains(snippet, p => p.Marked && p.Text.Contains("办公用房", StringComparison.Ordinal));
        Assert.Equal(Records[4].Words, string.Concat(snippet.Select(p => p.Text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("？？？")]
    [InlineData("\u0000\uD800")]
    public void Words_without_matter_find_nothing_and_break_nothing(string words) => Assert.Empty(Search.Value.Find(words, 5));

    [Theory]
    [InlineData("政府采购法实施条例", "政府采购法")]
    [InlineData("北京市实施节约能源法办法", "节约能源法")]
    [InlineData("机关事务管理条例", "机关事务管理条例")]
    public void A_family_is_the_law_that_is_carried_out(string title, string family) => Assert.Equal(family, LawFinder.FamilyOf(title));

    internal static string LawFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, "law", "search")))
            {
                return Path.Combine(at.FullName, "law");
            }
        }

        throw new DirectoryNotFoundException("law/search");
    }

    private static SearchRecord Of(SearchText text, int number, string words) =>
        new(text, $"art_{number}", $"第{"一二三"[number - 1]}条", "", words, new DateOnly(2020, 1, 1), null, new DateOnly(2020, 1, 1), TextStanding.InForce);
}
