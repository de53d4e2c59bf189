using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>Rules are read, looked through for conflicts, tried by scenarios and edited in the real editor.</summary>
public sealed class RuleWorkbenchJourneyTests(BureauServer bureau)
{
    private const string Editor = ".rule-editor[data-ready=true]";

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task A_rule_is_read_with_its_provisions_its_diagram_its_control_points_and_its_hits(string language, int width)
    {
        var english = language == "en";
        var page = await bureau.SignInAsync("legal", language, width);
        await page.GotoAsync("/decisions");
        await page.LookAsync($"rules-{language}-{width}");
        await page.Locator("main a", new() { HasTextString = "V-01 " }).First.ClickAsync();
        await page.Locator(".rule-table").WaitForAsync();
        Assert.Equal(3, await page.Locator(".rule-table tbody tr").CountAsync());
        var first = page.Locator("#V-01-r1");
        Assert.Contains(english ? "forbidden" : "禁止", await first.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await first.Locator("a").CountAsync() > 0, "The row leads to no provision.");
        Assert.True(await page.Locator("svg.requirements rect.node").CountAsync() >= 8);
        var words = await page.WordsAsync();
        Assert.Contains("fleet.vehicle.acquire", words, StringComparison.Ordinal);
        Assert.Contains(english ? "real cases of the last year" : "近一年真实事项", words, StringComparison.Ordinal);
        await page.LookAsync($"rule-{language}-{width}");
        await first.Locator("details.citation summary").ClickAsync();
        await first.Locator("details.citation a").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/law", StringComparison.Ordinal));

        // A rule that the work asks every day has hits among the real cases of the year.
        await page.GotoAsync("/decisions/fleet/dispatch.dmn/V-43?on=2024-06-30");
        var hits = await page.Locator(".rule-table tbody tr td:last-child").AllInnerTextsAsync();
        Assert.True(hits.Sum(h => int.Parse(h, System.Globalization.CultureInfo.InvariantCulture)) > 0, "No real case hit a row.");
    }

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task Scenarios_run_cover_the_rows_and_one_that_is_written_joins_them(string language, int width)
    {
        var english = language == "en";
        var page = await bureau.SignInAsync("legal", language, width);
        await page.GotoAsync("/decisions/scenarios");
        await page.SelectOptionAsync("[name='model']", "fleet/quota.dmn");
        await page.Locator("form[method=get] button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("quota.dmn", StringComparison.Ordinal));
        var before = await TallyAsync(page);
        Assert.Equal(0, before.Failed);
        await page.LookAsync($"scenarios-{language}-{width}");
        await page.SelectOptionAsync("[name='Form.Decision']", "fleet/quota.dmn#V-01");
        await page.FillAsync("[name='Form.Name']", english ? "Full already" : "已经满编");
        await page.SelectOptionAsync("[name='Form.Outcome']", "forbidden");
        await page.FillAsync("[name='Form.Row']", "V-01-r1");
        await page.FillAsync("[name='Form.Facts']", english ? "unitKind: government\nclass: emergency\nquota: 5\ninService: 5\nqty: 1\nreplaces: 0" : "单位性质：政府机关\n车辆类别：应急保障用车\n编制数：5\n在册数：5\n申请数量：1\n替换数量：0");
        await page.SendAsync("scenario");
        Assert.Equal((before.All + 1, 0), await TallyAsync(page));
        var mine = page.Locator("tr", new() { HasTextString = english ? "Full already" : "已经满编" });
        await mine.Locator("button").ClickAsync();
        await mine.WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await page.GotoAsync("/decisions/conflicts?on=2026-03-02", new() { Timeout = 120_000 }); // the first look at a lawbook takes a while
        Assert.True(await page.Locator("main section.card").CountAsync() > 0 || await page.Locator("main .empty").CountAsync() > 0);
        await page.LookAsync($"conflicts-{language}-{width}");
    }

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task A_row_is_edited_and_every_slip_is_told_while_it_is_written(string language, int width)
    {
        var english = language == "en";
        var page = await bureau.SignInAsync("legal", language, width);
        await page.GotoAsync("/decisions/fleet/quota.dmn/V-01");
        await page.Locator("a[href^='/decisions/drafts?model=']").ClickAsync();
        var draft = await page.OpenDraftAsync(english ? "Quota, reworded" : "编制改写", null);
        await page.Locator("form[action$='/edit'] button").ClickAsync();
        await page.Locator(Editor).WaitForAsync();
        Assert.Equal("0", await page.GetAttributeAsync(Editor, "data-warnings"));
        await page.Locator(Editor + "[data-wrong='0']").WaitForAsync();

        await TypeAsync(page, "V-01-r1c1", "> 编制树");
        await ToldAsync(page, english ? "did you mean 编制数" : "是否指“编制数”");
        await TypeAsync(page, "V-01-r1c1", "＞ 编制数");
        await ToldAsync(page, english ? "full-width" : "全角");
        await TypeAsync(page, "V-01-r1c1", "> 编制数");
        await TypeAsync(page, "V-01-r3c1", "< 编制数");
        await ToldAsync(page, english ? "no row covers" : "未被任何一行覆盖"); // what equals the quota is covered by nothing
        await TypeAsync(page, "V-01-r3c1", "<= 编制数");
        await TypeAsync(page, "V-01-r1c2", "-");
        await ToldAsync(page, english ? "earlier rows take every case of row 2" : "第 2 行的情形均被前面的行截走"); // the first row now swallows the second
        await page.LookAsync($"dmn-editor-{language}-{width}");
        await TypeAsync(page, "V-01-r1c2", "true");
        await page.Locator(Editor + "[data-wrong='0']").WaitForAsync();

        // The side panel: what the row rests on.
        await CellAsync(page, "V-01-r3c1").ClickAsync();
        Assert.Equal("cn/general-offices/2017/71~art_6", await page.InputValueAsync("[data-attribute=provision]"));
        await page.FillAsync("[data-attribute=provision]", "cn/general-offices/2017/71~art_999");
        await ToldAsync(page, english ? "does not exist" : "不存在");
        await page.FillAsync("[data-attribute=provision]", "cn/general-offices/2017/71");
        await page.SelectOptionAsync("[data-attribute=evidence]", "verified");
        await page.FillAsync("[data-text='message en']", "Within the quota.");
        await page.Locator(Editor + "[data-wrong='0']").WaitForAsync();
        await page.FillAsync("[data-note]", english ? "row 3 reworded" : "第三行改写");
        await page.ClickAsync("button[data-save]");
        await page.Locator("[data-state]", new() { HasTextString = english ? "Saved into the draft" : "已存入草案" }).WaitForAsync();
        await page.GotoAsync(draft);
        Assert.Contains("fleet/quota.dmn", await page.WordsAsync(), StringComparison.Ordinal);
        var kept = await page.APIRequest.GetAsync(bureau.Address + $"/api/decisions{draft["/decisions".Length..]}/files/fleet/quota.dmn");
        var text = await kept.TextAsync();
        Assert.Contains("Within the quota.", text, StringComparison.Ordinal);
        Assert.Contains("id=\"V-01-r3\" guiju:provision=\"cn/general-offices/2017/71\" guiju:pack=\"cn\" guiju:evidence=\"verified\"", text, StringComparison.Ordinal);
        await page.LookAsync($"draft-edited-{language}-{width}");
    }

    private static ILocator CellAsync(IPage page, string id) => page.Locator($"[data-canvas] td[data-element-id='{id}']");

    private static async Task TypeAsync(IPage page, string cell, string text)
    {
        await CellAsync(page, cell).ClickAsync();
        var box = CellAsync(page, cell).Locator("[contenteditable=true]").First;
        await box.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(text);
    }

    private static async Task ToldAsync(IPage page, string words) => await page.Locator("[data-findings] li", new() { HasTextString = words }).First.WaitForAsync();

    private static async Task<(int All, int Failed)> TallyAsync(IPage page)
    {
        var counts = await page.Locator("ul.tally strong").AllInnerTextsAsync();
        return (int.Parse(counts[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(counts[2], System.Globalization.CultureInfo.InvariantCulture));
    }
}
