using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>A change of rules on its way: figures by date, the sandbox, the back-test, and the second person.</summary>
public sealed class RuleDraftJourneyTests(BureauServer bureau)
{
    private const string Years = "fleet.renew.years";
    private const string Points = "fleet.licence.full-points";

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task A_draft_is_tried_on_the_cars_and_on_the_cases_of_the_year_and_a_verdict_becomes_a_scenario(string language, int width)
    {
        var english = language == "en";
        var page = await bureau.SignInAsync("legal", language, width);
        var draft = await page.OpenDraftAsync(english ? "Renewal after ten years" : "更新年限改为十年");
        await page.DraftFigureAsync(draft, Years, RuleBench.Day(0), "10");
        var first = await page.TryAsync(draft, "vehicles");
        var newly = await page.Locator("ul.tally li").Nth(3).Locator("strong").InnerTextAsync();
        Assert.NotEqual("0", newly);
        Assert.Contains(newly, await page.Locator(".headline").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator(".chart canvas, .chart svg").First.WaitForAsync();
        await page.LookAsync($"sandbox-{language}-{width}");
        await page.Locator("main table a[href*='unit=']").First.ClickAsync(); // from the number to the cars behind it
        await page.Locator("a[href*='/why/']").First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = english ? "Facts read" : "读到的事实" }).WaitForAsync();
        Assert.Contains("8", await page.Locator(".two > div").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("10", await page.Locator(".two > div").Last.InnerTextAsync(), StringComparison.Ordinal);
        await page.LookAsync($"sandbox-why-{language}-{width}");

        await page.GotoAsync(first);
        var sheet = MiniExcelLibs.MiniExcel.Query(await page.TakeAsync(page.Locator("a[href$='differences.xlsx']")), useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Contains(sheet, row => (string?)row["规则"] == "V-20");

        // A second version, a second run, both beside each other.
        await page.DraftFigureAsync(draft, Years, RuleBench.Day(0), "15");
        await page.TryAsync(draft, "vehicles");
        await page.SelectOptionAsync("[name='beside']", first.Split('/')[^1]);
        await page.Locator("form:has([name='beside']) button").ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = english ? "Two runs side by side" : "两次推演并排" }).WaitForAsync();
        await page.LookAsync($"sandbox-beside-{language}-{width}");

        // The real cases of a year, and one of their verdicts as a scenario.
        await page.DraftFigureAsync(draft, Points, "2023-01-01", "0");
        await page.TryAsync(draft, "cases", "2024-06-30");
        Assert.True(Count(await page.Locator("ul.tally strong").First.InnerTextAsync()) > 1000);
        Assert.True(Count(await page.Locator("ul.tally strong").Nth(3).InnerTextAsync()) > 100); // no driver has fewer than no points
        await page.LookAsync($"back-test-{language}-{width}");
        await page.Locator("main table a[href^='/verdicts/']").First.ClickAsync();
        await page.SendAsync("scenario");
        await page.WaitForURLAsync(url => url.Contains("/decisions/scenarios", StringComparison.Ordinal));
        await page.Locator("tr", new() { HasTextString = english ? "Take out" : "去掉" }).First.WaitForAsync(); // the grid that it joined
        Assert.Equal("0", await page.Locator("ul.tally strong").Nth(2).InnerTextAsync());
    }

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task A_change_takes_effect_only_by_a_second_person_and_is_withdrawn_the_same_way(string language, int width)
    {
        var english = language == "en";
        var (author, approver) = (await bureau.SignInAsync("legal", language, width), await bureau.SignInAsync("approver", language, width));
        var draft = await author.OpenDraftAsync(english ? "Idle cars sooner" : "闲置标准收紧");
        await author.DraftFigureAsync(draft, "fleet.idle.days", RuleBench.Day(40), english ? "50" : "55", "Assumed");
        await author.DraftFigureAsync(draft, "fleet.idle.min-km", RuleBench.Day(-1), english ? "90" : "95", "Assumed"); // a late entry
        var late = english ? "Late entry" : "补录";
        Assert.Contains(late, await author.WordsAsync(), StringComparison.Ordinal);

        // Without an opinion it is not handed in.
        await author.FillAsync("[name='Sent.From']", RuleBench.Day(0));
        await author.SendAsync("submit");
        Assert.Contains("DraftChecks.HasOpinion", await author.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        await author.HandInAsync(draft, RuleBench.Day(0));

        // The author holds the permission to approve, and may not all the same.
        await author.FillAsync("[name='Approval.Note']", "自己同意");
        await author.SendAsync("publish");
        Assert.Contains("DraftChecks.SecondPerson", await author.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        await approver.GotoAsync(draft);
        Assert.Equal(0, await approver.Locator("#form-abandon, #form-opinion, #form-submit").CountAsync());
        await approver.LookAsync($"draft-approval-{language}-{width}");
        var number = await approver.ApproveAsync(draft);
        var amendment = english ? $"amendment {number}" : $"第 {number} 号修改";
        await author.UntilAsync("/decisions/figures/fleet.idle.min-km", amendment);
        Assert.Contains(late, await author.WordsAsync(), StringComparison.Ordinal);
        await author.UntilAsync("/decisions/figures/fleet.idle.days", amendment);
        await author.LookAsync($"figure-{language}-{width}");
        await author.GotoAsync($"/decisions/figures?on={RuleBench.Day(39)}&q=fleet.idle.days");
        var before = await ValueAsync(author);
        await author.GotoAsync($"/decisions/figures?on={RuleBench.Day(40)}&q=fleet.idle.days");
        Assert.StartsWith(english ? "50" : "55", await ValueAsync(author), StringComparison.Ordinal);
        Assert.False(before.StartsWith(english ? "50" : "55", StringComparison.Ordinal));
        await author.LookAsync($"figures-{language}-{width}");

        // Withdrawn by the same two hands: what held before holds again.
        await author.GotoAsync("/decisions/drafts");
        await author.Locator($"a[href$='?withdraw={number}#new']").ClickAsync();
        await author.Locator("h2#new", new() { HasTextString = $"{number}" }).WaitForAsync();
        var withdrawal = await author.OpenDraftAsync(english ? "Withdrawal" : "撤销", null);
        await author.HandInAsync(withdrawal, RuleBench.Day(45));
        await approver.ApproveAsync(withdrawal);
        await author.UntilAsync("/decisions/drafts", english ? $"withdraws {number}" : $"撤销第 {number} 号");
        await author.UntilAsync($"/decisions/figures?on={RuleBench.Day(45)}&q=fleet.idle.days", before);
        await author.GotoAsync("/decisions/drafts");
        await author.LookAsync($"drafts-{language}-{width}");
    }

    private static int Count(string text) => int.Parse(text.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> ValueAsync(IPage page) => await page.Locator("main tbody tr td.num").First.InnerTextAsync();
}
