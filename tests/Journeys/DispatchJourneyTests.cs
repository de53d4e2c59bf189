using System.Globalization;
using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>A dispatcher plans a day, drags a trip onto a car, keeps the roster; an applicant makes a trip recur. On a desk in Chinese and on a phone in English.</summary>
public sealed class DispatchJourneyTests(BureauServer bureau)
{
    private const int Desk = 1280;
    private const int Phone = 390;

    [Theory]
    [InlineData("zh-CN", Desk, 20)]
    [InlineData("en", Phone, 26)]
    public async Task A_day_is_planned_and_dispatched_line_by_line(string language, int width, int daysAhead)
    {
        var day = Day(daysAhead);
        foreach (var hour in new[] { 9, 9, 14 })
        {
            await ApprovedAsync(language, day, hour, share: true);
        }

        var page = await bureau.SignInAsync("dispatcher", language, width);
        await page.GotoAsync("/fleet/dispatch/plan?day=" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), new() { Timeout = 60_000 });
        Assert.Equal(2, await page.Locator("#form-accept tbody tr").CountAsync()); // two trips to one place share a ride
        await page.LookAsync($"plan-{language}-{width}");
        await page.Locator("input[name='Form.Lines']").Last.UncheckAsync();
        await PostAsync(page, "#form-accept button.btn-outline");
        await page.Locator("#form-accept tbody tr").Nth(1).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal(1, await page.Locator("#form-accept tbody tr").CountAsync());
        await PostAsync(page, "#form-accept button[name='All']");
        await page.Locator("main .empty").WaitForAsync();

        await page.GotoAsync("/fleet/dispatch/board?day=" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.True(await page.Locator(width == Phone ? ".board-narrow li" : ".board td.taken").CountAsync() > 0, "What was dispatched stands on the board.");
        await page.LookAsync($"board-{language}-{width}");
    }

    [Fact]
    public async Task A_trip_is_dragged_onto_a_car_and_one_that_may_not_go_is_put_back_with_the_reason()
    {
        var day = Day(33);
        await ApprovedAsync("zh-CN", day, 9, share: false);
        await ApprovedAsync("zh-CN", day, 9, share: false);
        var page = await bureau.SignInAsync("dispatcher");
        var address = "/fleet/dispatch/board?class=Other&day=" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await page.SetViewportSizeAsync(Desk, 1800); // everything in sight: nothing scrolls while it is dragged
        await page.GotoAsync(address);
        var cars = await page.Locator(".board tr[data-car]").CountAsync();
        var landed = -1;
        for (var i = 0; i < cars && landed < 0; i++) // the first car that may lawfully go
        {
            await DropAsync(page, page.Locator($".board tr[data-car] >> nth={i}"));
            landed = await page.Locator("[data-trip]").CountAsync() == 1 ? i : -1;
        }

        Assert.True(landed >= 0, "No car on the board could take the trip.");
        var car = page.Locator(".board tr[data-car]", new() { Has = page.Locator("td.taken") }).First;
        await DropAsync(page, car);
        await page.Locator("main [role=alert]").First.WaitForAsync(); // the car is out at that hour
        Assert.Contains("V-51", await page.Locator("main [role=alert]").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("[data-trip]").CountAsync());
        await page.LookAsync("board-refused-zh");
    }

    [Theory]
    [InlineData("zh-CN", Desk, "2027-02")]
    [InlineData("en", Phone, "2027-03")]
    public async Task Drivers_are_put_down_and_a_trip_recurs(string language, int width, string month)
    {
        var page = await bureau.SignInAsync("dispatcher", language, width);
        await page.GotoAsync("/fleet/rosters?month=" + month);
        await page.ClickAsync("details.fold > summary");
        await page.SelectOptionAsync("[name='Form.DriverId']", new SelectOptionValue { Index = 1 });
        await page.SelectOptionAsync("[name='Form.Kind']", "Leave");
        await page.FillAsync("[name='Form.From']", month + "-08");
        await page.FillAsync("[name='Form.To']", month + "-12");
        await PostAsync(page, "#form-shift button.btn-primary");
        Assert.Contains(language == "en" ? "Le" : "休假", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.LookAsync($"roster-{language}-{width}");

        page = await bureau.SignInAsync("applicant", language, width);
        await ApprovedAsync(language, Day(40), 9, share: false);
        await page.GotoAsync("/fleet/series");
        await page.SelectOptionAsync("[name='Form.TripId']", new SelectOptionValue { Index = 1 });
        await page.Locator("[name='Form.Weekdays']").Nth(1).CheckAsync();
        await page.FillAsync("[name='Form.To']", Day(90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await PostAsync(page, "#form-series button.btn-primary");
        Assert.Equal(1, await page.Locator("form[id^='form-end-']").CountAsync());
        await page.LookAsync($"series-{language}-{width}");
        await PostAsync(page, "form[id^='form-end-'] button");
        Assert.Equal(0, await page.Locator("form[id^='form-end-']").CountAsync());
    }

    private async Task ApprovedAsync(string language, DateOnly day, int hour, bool share)
    {
        var page = await bureau.SignInAsync("applicant", language);
        await page.GotoAsync("/fleet/trips/new");
        await page.FillAsync("[name='Form.PlanStart']", $"{day:yyyy-MM-dd}T{hour:00}:00");
        await page.FillAsync("[name='Form.PlanEnd']", $"{day:yyyy-MM-dd}T{hour + 2:00}:00");
        await page.FillAsync("[name='Form.PlanFrom']", "机关大院");
        await page.FillAsync("[name='Form.PlanTo']", "市会议中心");
        await page.SelectOptionAsync("[name='Form.Scope']", "InCity");
        await page.SelectOptionAsync("[name='Form.Reason']", "Meeting");
        await page.FillAsync("[name='Form.Purpose']", "参加会议");
        await page.FillAsync("[name='Form.Passengers']", "来宾甲");
        await page.SelectOptionAsync("[name='Form.ClassWanted']", "Other");
        await page.SetCheckedAsync("[name='Form.ShareOk']", share);
        await PostAsync(page, "#form-request button.btn-primary");
        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        var trip = new Uri(page.Url).AbsolutePath;
        page = await bureau.SignInAsync("office-head", language);
        await page.GotoAsync(trip);
        await page.FillAsync("[name='Approve.Opinion']", "同意");
        await PostAsync(page, "#form-approve button.btn-primary");
        await page.Locator("#form-approve").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task DropAsync(IPage page, ILocator onto)
    {
        await page.RunAndWaitForResponseAsync(() => page.Locator("[data-trip]").First.DragToAsync(onto), answer => answer.Request is { Method: "POST", IsNavigationRequest: true } || answer.Request.Method == "POST");
        await page.WaitForLoadStateAsync();
        await page.Locator(".board tr[data-car]").First.WaitForAsync();
    }

    // A working day of the middle of a week, so many days ahead, on the bureau's clock.
    private static DateOnly Day(int ahead)
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime).AddDays(ahead);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day is { Month: 1, Day: <= 3 })
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static async Task PostAsync(IPage page, string button)
    {
        await page.RunAndWaitForResponseAsync(() => page.ClickAsync(button), answer => answer.Request is { Method: "POST" });
        await page.WaitForLoadStateAsync();
    }
}
