using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>What every page must pass while a journey runs through it.</summary>
internal static class Looking
{
    private static readonly string[] Grave = ["serious", "critical"];
    private static readonly AxeRunOptions OnlyViolations = new() { ResultTypes = [ResultType.Violations] }; // what passed is not told node by node

    /// <summary>Takes a picture, asks axe, and sees that nothing scrolls sideways.</summary>
    public static async Task LookAsync(this IPage page, string name)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(BureauServer.Shots, name + ".png"), FullPage = true });
        var sideways = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
        Assert.False(sideways, $"{name} ({page.Url}) scrolls sideways.");
        var result = await page.RunAxe(OnlyViolations);
        var grave = result.Violations.Where(v => Grave.Contains(v.Impact))
            .Select(v => $"{v.Id}: {v.Help} — {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
        Assert.True(!grave.Any(), $"{name} ({page.Url}):\n{string.Join('\n', grave)}");
    }
}
