using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>What people do on the page of a case, step by step.</summary>
internal static class CaseSteps
{
    // Said where the form was not there any more when it was sent.
    private static readonly string[] Lost = ["没有办理", "Nothing was done"];

    /// <summary>Starts a matter; returns its address.</summary>
    public static async Task<string> StartMatterAsync(this IPage page, string title, string signers = "B003 B005")
    {
        await page.GotoAsync("/matters/new");
        await page.FillAsync("[name='Form.Title']", title);
        await page.FillAsync("[name='Form.Text']", "拟购置设备一套。");
        await page.FillAsync("[name='Form.Signers']", signers);
        await page.ClickAsync("#form-start-matter button.btn-primary");
        await page.WaitForURLAsync(url => url.Contains("/cases/", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath;
    }

    public static async Task AnswerAsync(this IPage page, string opinion, string verb = "approve")
    {
        await page.FillAsync("[name='Form.Opinion']", opinion);
        await page.PostAsync($"button[value='{verb}']");
    }

    public static async Task PassAsync(this IPage page, string how, string person = "")
    {
        await page.SelectOptionAsync("[name='Pass.How']", how);
        await page.FillAsync("[name='Pass.PersonCode']", person);
        await page.PostAsync("#form-pass button.btn-primary");
    }

    public static async Task SteerAsync(this IPage page, string verb, string? reason = null, string? person = null, string? step = null)
    {
        await page.SelectOptionAsync("[name='Steer.Verb']", verb);
        await page.FillAsync("[name='Steer.Opinion']", reason ?? "");
        await page.FillAsync("[name='Steer.PersonCode']", person ?? "");
        if (step is not null)
        {
            await page.SelectOptionAsync("[name='Steer.Step']", step);
        }

        await page.PostAsync("#form-steer button.btn-primary");
    }

    /// <summary>Presses a button that sends, and waits for what comes of it.</summary>
    public static async Task PostAsync(this IPage page, string button)
    {
        var posted = page.WaitForResponseAsync(r => r.Request.Method == "POST");
        await page.ClickAsync(button);
        await posted;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>Whether the page says that nothing was done.</summary>
    public static async Task<bool> IsToldAsync(this IPage page)
    {
        var said = page.Locator("main .said");
        return await page.Locator("[role=alert]").CountAsync() > 0 || (await said.AllInnerTextsAsync()).Any(t => Lost.Any(t.Contains));
    }

    /// <summary>Two do the same at once: exactly one is done, the other is told why not, on a page that is whole.</summary>
    public static async Task OneWinsAsync(IPage one, IPage other, Func<IPage, Task> does)
    {
        await Task.WhenAll(does(one), does(other));
        var told = new List<bool>();
        foreach (var page in (IPage[])[one, other])
        {
            Assert.Equal(1, await page.Locator("main h1").CountAsync());
            told.Add(await page.IsToldAsync());
        }

        Assert.True(told.Count(t => t) == 1, $"One wins and the other is told, but {(told[0] ? "both were refused" : "nobody was told")}:\n{await one.Locator("main").InnerTextAsync()}\n—\n{await other.Locator("main").InnerTextAsync()}");
    }

    /// <summary>Of two who sign at the same moment the second may be told to look again, and does.</summary>
    public static async Task FinishSigningAsync(string matter, params IPage[] pages)
    {
        foreach (var page in pages)
        {
            await page.GotoAsync(matter);
            if (await page.Locator("button[value='approve']").CountAsync() > 0)
            {
                await page.AnswerAsync("同意。");
            }
        }
    }
}
