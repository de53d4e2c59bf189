using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>What leaves the module: the census round through its life, the overview, the publication; at a desk in Chinese, on a phone in English.</summary>
public sealed class ReportsJourneyTests(BureauServer bureau)
{
    private const int Phone = 390;

    [Fact]
    public async Task A_census_is_opened_answered_with_a_correction_reminded_and_closed()
    {
        var desk = await bureau.SignInAsync("vehicle-desk");
        await desk.GotoAsync("/fleet/census");
        await desk.FillAsync("[name='Form.DueOn']", "2099-12-31");
        await desk.ClickAsync("#form-open button[type=submit]");
        await desk.WaitForURLAsync(url => url.Contains("/fleet/census/", StringComparison.Ordinal));
        var round = new Uri(desk.Url).AbsolutePath;

        var head = await bureau.SignInAsync("office-head");
        await head.GotoAsync("/");
        await head.ClickAsync("a:has-text('年公务用车普查')");
        await head.WaitForURLAsync(url => url.Contains("/units/", StringComparison.Ordinal));
        await head.FillAsync("[name='Form.Values[drivers]']", "77");
        await head.ClickAsync("#form-answer button[type=submit]");
        await head.WaitForSelectorAsync("[role=alert]");
        Assert.Equal("77", await head.InputValueAsync("[name='Form.Values[drivers]']")); // refused without a reason, nothing lost
        await head.FillAsync("[name='Form.Explanation']", "借调人员未登记");
        await head.LookAsync("census-answer-zh-CN");
        await head.ClickAsync("#form-answer button[type=submit]");
        await head.WaitForSelectorAsync("text=已更正");

        await desk.GotoAsync(round);
        await desk.ClickAsync("#form-remind button[type=submit]");
        await desk.WaitForSelectorAsync("text=已催报");
        await desk.LookAsync("census-round-zh-CN");
        await desk.FillAsync("[name='Close.Remark']", "其余单位下次并报");
        await desk.ClickAsync("#form-close button[type=submit]");
        await desk.WaitForSelectorAsync("text=普查已办结");
    }

    [Fact]
    public async Task A_leader_reads_the_overview_and_opens_a_number_and_the_paper()
    {
        var page = await bureau.SignInAsync("auditor");
        await page.GotoAsync("/fleet/overview?year=2023");
        await page.LookAsync("overview-zh-CN-1280");
        var paper = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href^='/api/fleet/report/docx']"));
        Assert.Equal("vehicles-2023.docx", paper.SuggestedFilename);
        var file = Path.Combine(Path.GetTempPath(), $"guiju-report-{Guid.CreateVersion7():N}.docx");
        var (code, output) = await bureau.GuijuAsync("fleet", "report", "--year", "2023", "--out", file, "--json", "--db", "sqlite:" + bureau.DatabaseFile);
        Assert.True(code == 0 && new FileInfo(file).Length > 5000 && output.Contains("\"quota-use\"", StringComparison.Ordinal), output);
        File.Delete(file);
        await page.ClickAsync(".overview a[href^='/fleet/indicators/attendance']");
        await page.WaitForURLAsync(url => url.Contains("/fleet/indicators/attendance", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_a_phone_the_overview_the_census_and_the_publication_can_be_read_in_English()
    {
        var page = await bureau.SignInAsync("discipline", "en", Phone);
        await page.GotoAsync("/fleet/overview?year=2023");
        await page.LookAsync("overview-en-390");
        await page.GotoAsync("/fleet/publication");
        await page.LookAsync("publication-en-390");
        await page.GotoAsync("/fleet/census");
        await page.LookAsync("census-en-390");
    }
}
