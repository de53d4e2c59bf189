using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Ui.Tests;

/// <summary>Dates, money, languages, encoding, and what is shown to whom.</summary>
public sealed class PartsTests
{
    [Fact]
    public async Task Chinese_is_written_as_it_is_and_markup_is_not()
    {
        var html = await Stage.RenderAsync<EmptyState>(Stage.Chinese, new() { ["Text"] = "规矩：《办法》第七条“甲”—— <script>alert(1)</script>" });

        Assert.Contains("规矩：《办法》第七条“甲”——", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_and_instants_are_written_in_the_bureaus_way()
    {
        Assert.Contains(">2023年5月4日</time>", await Stage.RenderAsync<OfficialDate>(Stage.Chinese, new() { ["Day"] = (DateOnly?)new DateOnly(2023, 5, 4) }), StringComparison.Ordinal);
        Assert.Contains(">4 May 2023</time>", await Stage.RenderAsync<OfficialDate>(Stage.English, new() { ["Day"] = (DateOnly?)new DateOnly(2023, 5, 4) }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instant_late_in_the_evening_elsewhere_is_the_next_day_at_the_bureau()
    {
        var html = await Stage.RenderAsync<OfficialDate>(Stage.Chinese, new() { ["Instant"] = (DateTime?)new DateTime(2023, 5, 4, 16, 30, 0, DateTimeKind.Utc) });

        Assert.Contains(">2023年5月5日 00:30</time>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_keeps_two_digits_and_its_unit()
    {
        Assert.Equal("120,000.00元", Stage.TextOf(await Stage.RenderAsync<Money>(Stage.Chinese, new() { ["Yuan"] = (decimal?)120000m })));
        Assert.Equal("120,000.00 yuan", Stage.TextOf(await Stage.RenderAsync<Money>(Stage.English, new() { ["Yuan"] = (decimal?)120000m })));
        Assert.Equal("—", Stage.TextOf(await Stage.RenderAsync<Money>(Stage.English, new() { ["Yuan"] = null })));
    }

    [Fact]
    public async Task Who_lacks_the_permission_sees_a_refusal_and_none_of_the_content()
    {
        var html = await Stage.RenderAsync<Guarded>(Stage.Chinese, new()
        {
            ["Permission"] = "fleet.dispatch",
            ["ChildContent"] = (Microsoft.AspNetCore.Components.RenderFragment)(b => b.AddContent(0, "内部内容")),
        });

        Assert.Contains("没有权限", html, StringComparison.Ordinal);
        Assert.DoesNotContain("内部内容", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_holds_the_permission_sees_the_content()
    {
        var html = await Stage.RenderAsync<Guarded>(Stage.Chinese, new()
        {
            ["Permission"] = "fleet.dispatch",
            ["ChildContent"] = (Microsoft.AspNetCore.Components.RenderFragment)(b => b.AddContent(0, "内部内容")),
        }, services => services.AddScoped(_ => new ActorHolder { Current = Actor.System("test") }));

        Assert.Contains("内部内容", html, StringComparison.Ordinal);
        Assert.DoesNotContain("没有权限", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_tells_who_what_when_and_which_verdict()
    {
        var text = Stage.TextOf(await Stage.RenderAsync<Timeline>(Stage.Chinese, new() { ["Entries"] = Gallery.Examples.Story }));

        Assert.Contains("示例甲 提交申请 ! 须批准", text, StringComparison.Ordinal);
        Assert.Contains("2023年5月4日 09:20", text, StringComparison.Ordinal);
        Assert.Contains("请补充公函编号", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notice_is_said_once()
    {
        var saying = new DefaultHttpContext();
        Notices.Say(saying, "已提交。");
        var cookie = saying.Response.Headers.SetCookie.ToString().Split(';')[0];

        var next = new DefaultHttpContext();
        next.Request.Headers.Cookie = cookie;

        Assert.Equal("已提交。", Notices.Take(next));
        Assert.Contains("expires=Thu, 01 Jan 1970", next.Response.Headers.SetCookie.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Null(Notices.Take(new DefaultHttpContext()));
    }

    [Theory]
    [InlineData("guiju-said=not-base64!")]
    [InlineData("guiju-said=%ZZ")]
    [InlineData("guiju-said=")]
    public void A_notice_that_somebody_has_tampered_with_is_not_said(string cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookie;

        Assert.True(string.IsNullOrEmpty(Notices.Take(context)));
    }

    [Fact]
    public void Every_text_of_the_components_stands_in_English_too()
    {
        var english = Texts.EnglishOf(typeof(VerdictPanel).Assembly);

        var missing = SourceTexts.Used("src/Ui").Where(text => !english.ContainsKey(text));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_component_is_shown_in_the_gallery_or_by_one_that_is()
    {
        var components = typeof(VerdictPanel).Assembly.GetExportedTypes()
            .Where(t => t.IsSubclassOf(typeof(Microsoft.AspNetCore.Components.ComponentBase)) && t.Namespace == "Guiju.Ui")
            .Select(t => t.Name.Split('`')[0]);
        var markup = SourceTexts.Markup("src/Ui");

        var hidden = components.Where(name => markup.All(m => m.File == name || !m.Text.Contains("<" + name + " ", StringComparison.Ordinal)));

        Assert.Empty(hidden);
    }
}
