using System.Globalization;
using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>What the journeys through the rule workbench do again and again.</summary>
internal static class RuleBench
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>A day so many days from today in the bureau, as a date field takes it.</summary>
    public static string Day(int fromToday) => TimeProvider.System.GetUtcNow().ToOffset(Beijing).AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Opens a draft, from where the person stands or from an address, and returns its own.</summary>
    public static async Task<string> OpenDraftAsync(this IPage page, string title, string? from = "/decisions/drafts")
    {
        if (from is not null)
        {
            await page.GotoAsync(from);
        }

        await page.FillAsync("[name='Form.Title']", title);
        await page.FillAsync("[name='Form.EnglishTitle']", title);
        await page.FillAsync("[name='Form.Purpose']", "节约经费");
        await page.SendAsync("draft");
        await page.WaitForURLAsync(url => url.Contains("/decisions/drafts/", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Writes a value of a figure into a draft.</summary>
    public static async Task DraftFigureAsync(this IPage page, string draft, string figure, string from, string value, string evidence = "Reported")
    {
        await page.GotoAsync($"/decisions/figures/{figure}");
        await page.SelectOptionAsync("[name='Form.DraftId']", draft.Split('/')[^1]);
        await page.FillAsync("[name='Form.From']", from);
        await page.FillAsync("[name='Form.Value']", value);
        await page.SelectOptionAsync("[name='Form.Evidence']", evidence);
        await page.SendAsync("figure");
        await page.WaitForURLAsync(url => url.EndsWith(draft, StringComparison.Ordinal));
    }

    /// <summary>Tries a draft on a population and waits, as a person would, until the page shows what came of it.</summary>
    public static async Task<string> TryAsync(this IPage page, string draft, string population, string? on = null)
    {
        await page.GotoAsync(draft);
        await page.SelectOptionAsync("[name='Trial.Population']", population);
        await page.FillAsync("[name='Trial.On']", on ?? Day(0));
        await page.SendAsync("try");
        await page.WaitForURLAsync(url => url.Contains("/decisions/runs/", StringComparison.Ordinal));
        await page.Locator("ul.tally").WaitForAsync(new() { Timeout = 120_000 });
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Attaches the legality opinion and hands the draft in to hold from a day on.</summary>
    public static async Task HandInAsync(this IPage page, string draft, string from)
    {
        await page.GotoAsync(draft);
        await page.FillAsync("[name='Advice.Number']", "法审〔2026〕1号");
        await page.FillAsync("[name='Advice.Opinion']", "合法，可以施行。");
        await page.SendAsync("opinion");
        await page.FillAsync("[name='Sent.From']", from);
        await page.SendAsync("submit");
        await page.Locator("#form-submit").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Approves a draft as the second person and waits until the law in use holds it; returns the number of the amendment.</summary>
    public static async Task<int> ApproveAsync(this IPage approver, string draft)
    {
        await approver.GotoAsync(draft);
        await approver.FillAsync("[name='Approval.Note']", "同意。");
        await approver.SendAsync("publish");
        await approver.Locator(".alert-box.good").First.WaitForAsync();
        await approver.GotoAsync("/decisions/drafts");
        var row = approver.Locator("tr", new() { Has = approver.Locator($"td + th a[href='{draft}']") }).Last;
        return int.Parse(await row.Locator("td").First.InnerTextAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>Sends a form of the page and waits for what the server says.</summary>
    public static async Task SendAsync(this IPage page, string form)
    {
        var posted = page.WaitForResponseAsync(r => r.Request.Method == "POST");
        await page.ClickAsync($"#form-{form} button.btn-primary");
        await posted;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>Reads a page again until it holds the words; nodes take up what was published within seconds.</summary>
    public static async Task UntilAsync(this IPage page, string address, string words)
    {
        for (var tries = 0; ; tries++)
        {
            await page.GotoAsync(address);
            var text = await page.Locator("main").InnerTextAsync();
            if (text.Contains(words, StringComparison.Ordinal))
            {
                return;
            }

            Assert.True(tries < 30, $"{address} does not say “{words}”: {text}");
            await page.WaitForTimeoutAsync(500);
        }
    }

    /// <summary>What a link of the page lets one take home.</summary>
    public static async Task<string> TakeAsync(this IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.First.ClickAsync());
        var file = Path.Combine(Directory.CreateTempSubdirectory("guiju-journeys").FullName, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        return file;
    }

    /// <summary>The words of the page.</summary>
    public static Task<string> WordsAsync(this IPage page) => page.Locator("main").InnerTextAsync();
}
