using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>An alarm is explained by the unit on a phone and decided by the vehicle desk; the journey behind it is told by all its witnesses.</summary>
public sealed class AlarmJourneyTests(BureauServer bureau)
{
    [Fact]
    public async Task The_unit_explains_on_a_phone_in_English()
    {
        var page = await bureau.SignInAsync("office-head", "en", 390);
        await page.GotoAsync("/fleet/alarms/list?f.state=Asked");
        await page.Locator("main tbody a[href^='/fleet/alarms/']").First.ClickAsync();
        await page.Locator("#form-explain").WaitForAsync();
        await page.LookAsync("alarm-asked-en-390");
        await page.FillAsync("[name='Say.Explanation']", "Papers taken to the archive in the evening; the receipt is attached to the file.");
        await page.ClickAsync("#form-explain button.btn-primary");
        await page.Locator("#form-explain").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Contains("Papers taken to the archive", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_vehicle_desk_decides_and_sees_what_a_journey_comes_to()
    {
        var page = await bureau.SignInAsync("vehicle-desk", "zh-CN");
        await page.GotoAsync("/fleet/alarms");
        Assert.Contains("设备健康", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.LookAsync("alarms-zh-CN");

        await page.GotoAsync("/fleet/alarms/list?f.state=Answered");
        await page.Locator("main tbody a[href^='/fleet/alarms/']").First.ClickAsync();
        await page.Locator("[name='Judge.Verdict'][value='Reasonable']").CheckAsync();
        await page.FillAsync("[name='Judge.Opinion']", "有签收单，属公务");
        await page.ClickAsync("#form-judge button.btn-primary");
        await page.Locator("#form-judge").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.LookAsync("alarm-judged-zh-CN");

        await page.GotoAsync("/fleet/alarms/list?f.state=ByRecord");
        await page.Locator("main tbody a[href^='/fleet/alarms/']").First.ClickAsync();
        await page.Locator("main a[href*='#truth']").ClickAsync();
        var truth = page.Locator("#truth");
        await truth.WaitForAsync();
        await truth.Locator("summary").ClickAsync();
        Assert.Contains("终端静默", await truth.InnerTextAsync(), StringComparison.Ordinal);
        await page.LookAsync("truth-zh-CN");
        await page.Context.CloseAsync();
    }
}
