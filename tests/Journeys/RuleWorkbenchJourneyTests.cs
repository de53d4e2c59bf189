using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>A legal officer changes a rule: reads it, edits it, tries it on the record, and a second person puts it in force.</summary>
public sealed class RuleWorkbenchJourneyTests(BureauServer bureau)
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_figure_is_drafted_tried_and_put_in_force(string language)
    {
        var english = language == "en";
        var page = await bureau.SignInAsync("legal", language);
        await page.GotoAsync("/decisions/fleet/quota.dmn/V-01");
        Assert.True(await page.Locator("svg.requirements rect").CountAsync() > 4);
        await page.Locator("details.citation summary").First.ClickAsync();
        await page.LookAsync($"rule-{language}");
        await page.GotoAsync("/decisions/scenarios?model=fleet/quota.dmn");
        await page.LookAsync($"scenarios-{language}");

        var draft = await OpenDraftAsync(page, english ? "Renewal after ten years" : "更新年限改为十年");
        await page.GotoAsync("/decisions/figures/fleet.renew.years");
        await page.LookAsync($"figure-{language}");
        await page.SelectOptionAsync("[name='Form.DraftId']", draft);
        await page.FillAsync("[name='Form.From']", Day(english ? 40 : 20));
        await page.FillAsync("[name='Form.Value']", "10");
        await page.SelectOptionAsync("[name='Form.Evidence']", "Reported");
        await page.ClickAsync("#form-figure button.btn-primary");
        await page.WaitForURLAsync($"**/decisions/drafts/{draft}");

        var run = await TryAsync(page, Day(english ? 40 : 20));
        Assert.True(await page.Locator("[data-island=sandbox-chart] svg").CountAsync() > 0, "The chart is drawn.");
        Assert.True(await page.Locator("a[href*='/why/']").CountAsync() > 0, "Somebody would newly break it.");
        await page.LookAsync($"sandbox-{language}");
        await SameAsTheCommandLineAsync(page, run, draft, Day(english ? 40 : 20));
        await page.Locator("a[href*='/why/']").First.ClickAsync();
        await page.LookAsync($"sandbox-why-{language}");

        await page.GotoAsync($"/decisions/drafts/{draft}");
        await page.FillAsync("[name='Advice.Number']", "法审〔2026〕8号");
        await page.FillAsync("[name='Advice.Opinion']", "与上位法一致。");
        await page.ClickAsync("#form-opinion button.btn-primary");
        await page.WaitForTimeoutAsync(300);
        await page.FillAsync("[name='Sent.From']", Day(english ? 40 : 20));
        await page.ClickAsync("#form-submit button.btn-primary");
        await page.Locator("#form-publish").WaitForAsync();
        await page.FillAsync("[name='Approval.Note']", "同意");
        await page.ClickAsync("#form-publish button.btn-primary");
        await page.Locator("#form-publish [role=alert], #form-publish .alert-box").First.WaitForAsync(); // the author is refused

        var approver = await bureau.SignInAsync("approver", language);
        await approver.GotoAsync($"/decisions/drafts/{draft}");
        await approver.FillAsync("[name='Approval.Note']", "同意");
        await approver.ClickAsync("#form-publish button.btn-primary");
        await approver.Locator(".alert-box.good").First.WaitForAsync();
        await approver.LookAsync($"published-{language}");
        var phone = await bureau.SignInAsync("approver", language, 390);
        await phone.GotoAsync("/decisions/drafts");
        await phone.LookAsync($"drafts-phone-{language}");
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_shipped_decision_comes_out_of_the_editor_as_it_went_in_and_is_checked_as_it_is_typed(string language)
    {
        var page = await bureau.SignInAsync("legal", language);
        var draft = await OpenDraftAsync(page, language == "en" ? "Quota" : "编制");
        await page.GotoAsync($"/decisions/drafts/{draft}/edit/fleet/quota.dmn");
        await page.Locator("[data-ready=true]").WaitForAsync();
        Assert.Equal("0", await page.Locator("[data-island=dmn-editor]").GetAttributeAsync("data-warnings"));
        Assert.True(await page.Locator(".bjs-powered-by").First.IsVisibleAsync(), "The mark of the editor's makers is in sight.");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(BureauServer.Root, "law"), "*.dmn", SearchOption.AllDirectories))
        {
            var before = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var after = await page.EvaluateAsync<string>(
                """
                async xml => {
                  const { dmn } = document.querySelector("[data-island=dmn-editor]").editor;
                  const { warnings } = await dmn.importXML(xml);
                  for (const view of dmn.getViews()) await dmn.open(view);
                  return warnings.length ? warnings.map(w => w.message).join("; ") : (await dmn.saveXML({ format: true })).xml;
                }
                """, before);
            Assert.Equal(SameModel.Of(before), SameModel.Of(after));
        }

        await page.ReloadAsync();
        await page.Locator("[data-ready=true]").WaitForAsync();
        await page.Locator("[data-canvas] tbody tr").First.Locator("td").Nth(1).ClickAsync();
        Assert.Contains("621", await page.Locator("[data-attribute=provision]").InputValueAsync(), StringComparison.Ordinal);
        await LookAroundTheCanvasAsync(page, $"editor-{language}");
        await page.FillAsync("[data-attribute=provision]", "");
        await page.Locator("[data-findings] li.bad").First.WaitForAsync();
        await page.FillAsync("[data-attribute=provision]", "cn/state-council/2012/621~art_25");
        await page.FillAsync("[data-text='message zh']", "超出编制。");
        await page.Locator("[data-island=dmn-editor][data-wrong='0']").WaitForAsync();
        await page.ClickAsync("[data-save]");
        await page.WaitForTimeoutAsync(800);
        await page.GotoAsync($"/decisions/drafts/{draft}");
        Assert.Contains("fleet/quota.dmn", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.LookAsync($"draft-{language}");
    }

    // Inside the canvas the editor's makers answer for the markup; around it we do.
    private static async Task LookAroundTheCanvasAsync(IPage page, string name)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(BureauServer.Shots, name + ".png"), FullPage = true });
        var result = await page.RunAxe(new AxeRunContext { Exclude = [new AxeSelector("[data-canvas]")] });
        Assert.Empty(result.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Help} — {v.Nodes[0].Html}"));
    }

    private static async Task<string> OpenDraftAsync(IPage page, string title)
    {
        await page.GotoAsync("/decisions/drafts");
        await page.FillAsync("[name='Form.Title']", title);
        await page.FillAsync("[name='Form.Purpose']", "节约经费");
        await page.ClickAsync("#form-draft button.btn-primary");
        await page.WaitForURLAsync(url => url.Contains("/decisions/drafts/", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath.Split('/')[^1];
    }

    private static async Task<string> TryAsync(IPage page, string on)
    {
        await page.SelectOptionAsync("[name='Trial.Population']", "vehicles");
        await page.FillAsync("[name='Trial.On']", on);
        await page.ClickAsync("#form-try button.btn-primary");
        await page.WaitForURLAsync(url => url.Contains("/decisions/runs/", StringComparison.Ordinal));
        await page.Locator(".headline").WaitForAsync(new() { Timeout = 60_000 });
        await page.WaitForTimeoutAsync(500);
        return new Uri(page.Url).AbsolutePath.Split('/')[^1];
    }

    /// <summary>The same draft as a folder gives the same figures on the command line.</summary>
    private async Task SameAsTheCommandLineAsync(IPage page, string run, string draft, string on)
    {
        var answer = await page.APIRequest.GetAsync($"/api/decisions/runs/{run}");
        var shown = JsonNode.Parse(await answer.TextAsync())!["result"]!;
        var folder = Directory.CreateTempSubdirectory("guiju-draft").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "parameters.yaml"), $"- id: fleet.renew.years\n  values:\n    - {{from: {on}, value: 10}}\n", TestContext.Current.CancellationToken);
        var (code, output) = await bureau.GuijuAsync("sandbox", "--draft", folder, "--on", on, "--population", "vehicles", "--json");
        var told = JsonNode.Parse(output)!;

        Assert.Equal(0, code);
        foreach (var figure in new[] { "records", "newlyBreaking", "noLonger" })
        {
            Assert.Equal(shown[figure]!.GetValue<int>(), told[figure]!.GetValue<int>());
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Day(int ahead) => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime).AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
