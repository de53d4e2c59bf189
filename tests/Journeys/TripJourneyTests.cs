using System.Globalization;
using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>A car is asked for, approved, dispatched, driven, settled and audited, as people do it, in both languages.</summary>
public sealed class TripJourneyTests(BureauServer bureau)
{
    private const string DriverOfTheDemonstration = "D001";

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_trip_runs_from_the_request_to_the_audit(string language)
    {
        var trip = await RequestAsync(language);
        await ApproveAsync(language, trip);
        await DispatchAsync(language, trip);
        await DriveAsync(language, trip);
        await SettleAsync(language, trip);
        await AuditAsync(language, trip);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task An_organ_is_told_within_the_form_whether_a_new_car_is_lawful(string language)
    {
        var page = await bureau.SignInAsync("office-head", language);
        await page.GotoAsync("/fleet/applications/acquire");
        await page.SelectOptionAsync("[name='Form.Class']", "Confidential");
        await page.SelectOptionAsync("[name='Form.Kind']", "Small");
        await page.SelectOptionAsync("[name='Form.Body']", "Sedan");
        await page.SelectOptionAsync("[name='Form.Energy']", "Petrol");
        await page.FillAsync("[name='Form.PriceYuan']", "130000");
        await page.FillAsync("[name='Form.Displacement']", "1798");
        await page.Locator("[data-live-verdict] .finding").First.WaitForAsync();
        await page.WaitForTimeoutAsync(1200);
        var verdict = await page.Locator("[data-live-verdict]").InnerTextAsync();

        Assert.Contains("V-02", verdict, StringComparison.Ordinal);
        Assert.Contains("180,000", verdict, StringComparison.Ordinal); // what would be lawful instead: a new-energy sedan
        await page.LookAsync($"acquire-{language}");
        await page.GotoAsync("/fleet/applications/renew");
        await page.LookAsync($"renew-{language}");
    }

    private async Task<string> RequestAsync(string language)
    {
        var page = await bureau.SignInAsync("applicant", language);
        await page.GotoAsync("/fleet/trips/new");
        await page.LookAsync($"request-empty-{language}");
        var start = TimeProvider.System.GetLocalNow().DateTime.AddHours(language == "en" ? 30 : 2);
        await page.FillAsync("[name='Form.PlanStart']", Local(start));
        await page.FillAsync("[name='Form.PlanEnd']", Local(start.AddHours(2)));
        await page.FillAsync("[name='Form.PlanFrom']", "机关大院");
        await page.FillAsync("[name='Form.PlanTo']", "会议中心");
        await page.SelectOptionAsync("[name='Form.Scope']", "InCity");
        await page.SelectOptionAsync("[name='Form.Reason']", "Reception");
        await page.FillAsync("[name='Form.Purpose']", "接待来访");
        await page.FillAsync("[name='Form.Passengers']", "来宾甲、来宾乙");
        await page.SelectOptionAsync("[name='Form.ClassWanted']", "Other");
        await page.Locator("[data-live-verdict] .finding").First.WaitForAsync();
        await page.WaitForTimeoutAsync(1000);
        Assert.Contains("V-55", await page.Locator("[data-live-verdict]").InnerTextAsync(), StringComparison.Ordinal);
        await page.LookAsync($"request-{language}");
        await page.FillAsync("[name='Form.LetterNo']", "来函〔2026〕8号");
        await page.ClickAsync("#form-request button.btn-primary");
        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath;
    }

    private async Task ApproveAsync(string language, string trip)
    {
        var page = await bureau.SignInAsync("office-head", language);
        await page.LookAsync($"home-{language}");
        Assert.True(await page.Locator($"a[href='{trip}']").CountAsync() > 0, "The request is among the things to do.");
        await page.GotoAsync(trip);
        await page.LookAsync($"approve-{language}");
        await page.FillAsync("[name='Approve.Opinion']", "同意");
        await page.ClickAsync("#form-approve button.btn-primary");
        await page.WaitForLoadStateAsync();
        Assert.Equal(0, await page.Locator("#form-approve").CountAsync());
    }

    private async Task DispatchAsync(string language, string trip)
    {
        var page = await bureau.SignInAsync("dispatcher", language);
        await page.GotoAsync("/fleet/dispatch");
        await page.LookAsync($"dispatch-list-{language}");
        await page.GotoAsync(trip.Replace("/trips/", "/dispatch/", StringComparison.Ordinal));
        await page.LookAsync($"dispatch-{language}");
        Assert.True(await page.Locator(".candidate.greyed").CountAsync() > 0, "Cars that may not lawfully go are greyed.");
        await page.Locator("input[name='Form.VehicleId']:not([disabled])").First.CheckAsync();
        await page.Locator($"input[name='Form.DriverId'][value='{PlantedId("driver:" + DriverOfTheDemonstration)}']").CheckAsync();
        await page.FillAsync("[name='Form.Justification']", "平台统一调度");
        await page.ClickAsync("#form-dispatch button.btn-primary");
        await page.WaitForURLAsync(url => url.Contains("/fleet/trips/", StringComparison.Ordinal));
        await page.GotoAsync(trip + "/order");
        await page.LookAsync($"order-{language}");
    }

    private async Task DriveAsync(string language, string trip)
    {
        var page = await bureau.SignInAsync("driver", language, width: 390);
        await page.GotoAsync("/fleet/drive");
        await page.LookAsync($"drive-day-{language}");
        await page.GotoAsync(trip.Replace("/trips/", "/drive/", StringComparison.Ordinal));
        await page.LookAsync($"drive-{language}");
        await page.FillAsync("[name='Depart.OdometerKm']", language == "en" ? "310000" : "300000");
        await page.FillAsync("[name='Depart.Justification']", "按派车单出车");
        await page.ClickAsync("#form-depart button.btn-primary");
        await page.Locator("#form-return").WaitForAsync();
        await page.FillAsync("[name='Back.OdometerKm']", language == "en" ? "310025.5" : "300025.5");
        await page.CheckAsync("[name='Back.NoFuel']");
        await page.ClickAsync("#form-return button.btn-primary");
        await page.Locator("#form-return").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.SelectOptionAsync("[name='Cost.Kind']", "Toll");
        await page.FillAsync("[name='Cost.AmountYuan']", "15");
        await page.ClickAsync("#form-cost button.btn-primary");
        await page.WaitForLoadStateAsync();
        Assert.Contains("15.00", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.LookAsync($"drive-back-{language}");
    }

    private async Task SettleAsync(string language, string trip)
    {
        var page = await bureau.SignInAsync("dispatcher", language);
        await page.GotoAsync(trip);
        await page.ClickAsync("#form-settle button.btn-primary");
        await page.Locator("#form-settle").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.LookAsync($"settled-{language}");
    }

    private async Task AuditAsync(string language, string trip)
    {
        var page = await bureau.SignInAsync("auditor", language);
        await page.GotoAsync(trip);
        await page.LookAsync($"audit-{language}");
        await page.Locator("a[href^='/verdicts/']").First.ClickAsync();
        await page.Locator("a[href*='replay=true']").ClickAsync();
        await page.Locator("main .alert-box.good").WaitForAsync();
        await page.LookAsync($"replay-{language}");
        await page.GotoAsync("/ledger?verify=true", new() { Timeout = 60_000 });
        await page.Locator("main .alert-box.good").WaitForAsync();
        await page.LookAsync($"ledger-{language}");
        await page.GotoAsync("/decisions");
        await page.LookAsync($"rules-{language}");
        await page.GotoAsync("/law");
        await page.LookAsync($"law-{language}");
        foreach (var name in (string[])["vehicles", "trips", "drivers", "sealed"])
        {
            await page.GotoAsync("/fleet/" + name);
            await page.LookAsync($"{name}-{language}");
        }
    }

    // The browser has no zone of its own here: the form takes the bureau's local time.
    private static string Local(DateTime machine) =>
        TimeZoneInfo.ConvertTime(machine, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    internal static string PlantedId(string name)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("guiju demonstration " + name));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }
}
