using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>The verbs that are rarer, each by two browsers or more at once, a phone among them: in Chinese on a desk and a phone, in English on phones alone.</summary>
public sealed partial class VerbJourneyTests(BureauServer bureau)
{
    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task A_matter_is_refused_once_another_goes_to_a_deputy_and_an_administrator_moves_a_third(string language, int width)
    {
        var applicant = await bureau.SignInAsync("applicant", language, 390);
        var (head, phone) = (await bureau.SignInAsync("office-head", language, width), await bureau.SignInAsync("office-head", language, 390));

        // 驳回 from two windows: the matter ends once.
        var refused = await applicant.StartMatterAsync("驳回的请示");
        await OpenAsync(refused, head, phone);
        await CaseSteps.OneWinsAsync(head, phone, page => page.AnswerAsync("预算不足。", "reject"));
        await OpenAsync(refused, applicant);
        Assert.Contains(language == "en" ? "Closed" : "已办结", await applicant.Locator(".title-bar").InnerTextAsync(), StringComparison.Ordinal);

        // 代理: the deputy is asked; in a matter of the deputy's own nobody stands in.
        await NameDeputyAsync(head, "B006");
        await head.LookAsync($"deputies-{language}-{width}");
        var (deputised, auditor) = (await applicant.StartMatterAsync("代理人审核的请示"), await bureau.SignInAsync("auditor", language, 390));
        await OpenAsync(deputised, head, auditor);
        Assert.Equal(0, await head.Locator("#form-answer").CountAsync());
        await auditor.AnswerAsync("同意。");
        await DropDeputyAsync(head);
        await NameDeputyAsync(head, "0303-3");
        var own = await applicant.StartMatterAsync("本人发起的请示");
        await DropDeputyAsync(head);
        await OpenAsync(own, applicant, head);
        Assert.Equal((0, 1), (await applicant.Locator("#form-answer").CountAsync(), await head.Locator("#form-answer").CountAsync()));

        // 跳转: with a reason, from the step that was seen.
        var (legal, other) = (await bureau.SignInAsync("legal", language, width), await bureau.SignInAsync("legal", language, 390));
        await OpenAsync(own, legal, other);
        await legal.SteerAsync("jump", step: "handle");
        Assert.Equal(1, await legal.Locator("#form-steer [role=alert]").CountAsync());
        await OpenAsync(own, legal);
        await CaseSteps.OneWinsAsync(legal, other, page => page.SteerAsync("jump", "领导已口头批示", step: "handle"));
        await OpenAsync(own, applicant);
        await applicant.LookAsync($"case-jumped-{language}-{width}");
        await applicant.AnswerAsync("已办结");
    }

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task Signers_are_added_beside_and_after_and_taken_out_again(string language, int width)
    {
        var applicant = await bureau.SignInAsync("applicant", language, 390);
        var matter = await applicant.StartMatterAsync("加签减签的请示");
        var head = await bureau.SignInAsync("office-head", language, width);
        await OpenAsync(matter, head);
        await head.PassAsync("SignBeside", "B006");
        await head.PassAsync("SignBeside", "B001");
        await head.PassAsync("SignAfter", "B010");
        await head.LookAsync($"case-signers-{language}-{width}");
        await head.SteerAsync("remove", person: "B001");
        var (beside, taken, after) = (await bureau.SignInAsync("auditor", language, 390), await bureau.SignInAsync("dispatcher", language, 390), await bureau.SignInAsync("duty", language, 390));
        await OpenAsync(matter, head, beside, taken, after);
        Assert.Equal((0, 0), (await taken.Locator("#form-answer").CountAsync(), await after.Locator("#form-answer").CountAsync()));
        await Task.WhenAll(head.AnswerAsync("同意。"), beside.AnswerAsync("同意。"));
        await CaseSteps.FinishSigningAsync(matter, head, beside);
        await OpenAsync(matter, after);
        await after.AnswerAsync("同意。");

        // 减签 by two at once: the signer goes once.
        var desk = await bureau.SignInAsync("vehicle-desk", language, width);
        await OpenAsync(matter, applicant, desk);
        await CaseSteps.OneWinsAsync(applicant, desk, page => page.SteerAsync("remove", person: "B005"));
        await OpenAsync(matter, desk);
        await desk.AnswerAsync("同意。");
        var leader = await bureau.SignInAsync("leader", language, 390);
        await OpenAsync(matter, leader);
        Assert.Equal(1, await leader.Locator("#form-answer").CountAsync());
    }

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task What_several_could_take_is_claimed_by_one_and_a_list_approved_by_two_is_approved_once(string language, int width)
    {
        var applicant = await bureau.SignInAsync("applicant", language, 390);
        var (head, leader) = (await bureau.SignInAsync("office-head", language, width), await bureau.SignInAsync("leader", language, 390));

        // 认领、归还
        var trip = (await RequestTripAsync(applicant, language)).Replace("/fleet/trips/", "/cases/", StringComparison.Ordinal);
        await OpenAsync(trip, head, leader);
        await CaseSteps.OneWinsAsync(head, leader, page => page.PassAsync("claim"));
        var (winner, loser) = await head.IsToldAsync() ? (leader, head) : (head, leader);
        await OpenAsync(trip, winner, loser);
        Assert.Equal(0, await loser.Locator("#form-pass").CountAsync());
        await winner.PassAsync("give");
        await OpenAsync(trip, loser);
        await loser.LookAsync($"case-claim-{language}-{width}");
        await loser.PassAsync("claim");
        await OpenAsync(trip, winner);
        Assert.Equal(0, await winner.Locator("#form-pass").CountAsync());
        await loser.PassAsync("give");

        // 批量同意 of the same list from two windows.
        var word = language == "en" ? "BatchEn" : "批量办理";
        string[] matters = [await applicant.StartMatterAsync(word + " 1"), await applicant.StartMatterAsync(word + " 2")];
        var phone = await bureau.SignInAsync("office-head", language, 390);
        await Task.WhenAll(ChooseAllAsync(head, word), ChooseAllAsync(phone, word));
        await head.LookAsync($"batch-{language}-{width}");
        await Task.WhenAll(head.PostAsync("#form-batch button.btn-primary"), phone.PostAsync("#form-batch button.btn-primary"));
        Assert.Equal((1, 1), (await head.Locator("main h1").CountAsync(), await phone.Locator("main h1").CountAsync()));
        foreach (var matter in matters)
        {
            await head.GotoAsync(matter + "/sheet");
            Assert.Equal(1, await head.Locator("table tr", new() { HasText = language == "en" ? "Review by the head" : "部门负责人审核" }).CountAsync());
        }

        // 传阅、已阅, and the calendar.
        await OpenAsync(matters[0], applicant);
        await applicant.SteerAsync("copy", person: "B006");
        var (reader, second) = (await bureau.SignInAsync("auditor", language, width), await bureau.SignInAsync("auditor", language, 390));
        await OpenAsync("/?tab=copied", reader, second);
        await Task.WhenAll(reader.PostAsync("#form-read-copies button.btn-primary"), second.PostAsync("#form-read-copies button.btn-primary"));
        Assert.Equal((1, 1), (await reader.Locator("main h1").CountAsync(), await second.Locator("main h1").CountAsync()));
        await OpenAsync("/?tab=copied", reader);
        Assert.Equal(0, await reader.Locator("#form-read-copies").CountAsync());
        Assert.True(await reader.Locator($"main a[href='{matters[0]}']").CountAsync() > 0);
        await CalendarAsync(reader, second);
    }

    // The address that was opened last is the one that is good.
    private static async Task CalendarAsync(IPage reader, IPage second)
    {
        await OpenAsync("/messages", reader, second);
        await reader.PostAsync("#form-calendar button.btn-primary");
        var former = await reader.Locator("main code").InnerTextAsync();
        var feed = await reader.APIRequest.GetAsync(former);
        Assert.StartsWith("BEGIN:VCALENDAR", await feed.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("text/calendar", feed.Headers["content-type"], StringComparison.Ordinal);
        await second.PostAsync("#form-calendar button.btn-primary");
        Assert.Equal(404, (await reader.APIRequest.GetAsync(former)).Status);
        Assert.Equal(200, (await reader.APIRequest.GetAsync(await second.Locator("main code").InnerTextAsync())).Status);
        await second.PostAsync("#form-close button");
    }

    private static async Task OpenAsync(string address, params IPage[] pages) => await Task.WhenAll(pages.Select(p => p.GotoAsync(address)));

    private static async Task ChooseAllAsync(IPage page, string word)
    {
        await page.GotoAsync("/?words=" + Uri.EscapeDataString(word));
        foreach (var box in await page.Locator("input[name='Batch.Tasks']").AllAsync())
        {
            await box.CheckAsync();
        }
    }

    private static async Task NameDeputyAsync(IPage page, string person)
    {
        await page.GotoAsync("/deputies");
        await page.FillAsync("[name='Form.PersonCode']", person);
        await page.PostAsync("#form-name-deputy button.btn-primary");
    }

    private static async Task DropDeputyAsync(IPage page)
    {
        await page.GotoAsync("/deputies");
        await page.PostAsync("#form-drop-deputy button.btn-primary");
    }

    private static async Task<string> RequestTripAsync(IPage page, string language)
    {
        await page.GotoAsync("/fleet/trips/new");
        var start = TimeProvider.System.GetLocalNow().DateTime.AddHours(language == "en" ? 80 : 56);
        await page.FillAsync("[name='Form.PlanStart']", start.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await page.FillAsync("[name='Form.PlanEnd']", start.AddHours(2).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await page.FillAsync("[name='Form.PlanFrom']", "机关大院");
        await page.FillAsync("[name='Form.PlanTo']", "会议中心");
        await page.SelectOptionAsync("[name='Form.Scope']", "InCity");
        await page.SelectOptionAsync("[name='Form.Reason']", "Reception");
        await page.FillAsync("[name='Form.Purpose']", "接待来访");
        await page.FillAsync("[name='Form.Passengers']", "来宾甲");
        await page.SelectOptionAsync("[name='Form.ClassWanted']", "Other");
        await page.FillAsync("[name='Form.LetterNo']", "来函〔2026〕9号");
        await page.ClickAsync("#form-request button.btn-primary");
        await page.WaitForURLAsync(url => TripAddress().IsMatch(url));
        return new Uri(page.Url).AbsolutePath;
    }

    [GeneratedRegex("/fleet/trips/[0-9a-f-]{36}$")]
    private static partial Regex TripAddress();
}
