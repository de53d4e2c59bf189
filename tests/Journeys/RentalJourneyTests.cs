using System.Globalization;
using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>A car is rented from request to settled invoice, and a complaint of the hotline answered and closed; on a desk in Chinese and a phone in English.</summary>
public sealed class RentalJourneyTests(BureauServer bureau)
{
    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task A_car_is_rented_used_given_back_and_paid_for(string language, int width)
    {
        var now = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime;
        var today = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var head = await bureau.SignInAsync("office-head", language, width);
        await head.GotoAsync("/fleet/rentals");
        await head.LookAsync($"rentals-{language}-{width}");
        await head.GotoAsync("/fleet/rentals/new");
        foreach (var (field, value) in new[] { ("Reason", "Meeting"), ("Class", "Other"), ("Kind", "Small"), ("Body", "Mpv"), ("Energy", "Bev"), ("FundSource", "VehicleBudget") })
        {
            await head.SelectOptionAsync($"[name='Form.{field}']", value);
        }

        foreach (var (field, value) in new[] { ("Purpose", "接送参会代表"), ("From", today), ("To", today), ("Heads", "6"), ("PriceYuan", "160000"), ("Justification", "平台车辆已安排其他保障任务") })
        {
            await head.FillAsync($"[name='Form.{field}']", value);
        }

        await head.LookAsync($"rentals-new-{language}-{width}");
        await PostAsync(head, "#form-rental button.btn-primary");
        await head.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        var page = new Uri(head.Url).AbsolutePath;
        Assert.Equal(0, await head.Locator("#form-decide").CountAsync()); // nobody decides on the own request

        var leader = await bureau.SignInAsync("leader", language, width);
        await leader.GotoAsync(page);
        await leader.LookAsync($"rentals-decide-{language}-{width}");
        await leader.FillAsync("[name='Decide.Opinion']", "会期集中，同意租用");
        await PostAsync(leader, "#form-decide button[value=true]");

        await head.GotoAsync(page);
        await head.SelectOptionAsync("[name='Order.SupplierId']", new SelectOptionValue { Index = 1 });
        await head.SelectOptionAsync("[name='Order.Way']", "SelfPurchase");
        await head.FillAsync("[name='Order.QuoteYuan']", "800");
        await PostAsync(head, "#form-order button.btn-primary");
        await head.FillAsync("[name='Take.PlateNo']", "京B00099");
        await head.FillAsync("[name='Take.Model']", "纯电动多用途乘用车");
        await head.FillAsync("[name='Take.OdometerKm']", "1000");
        await PostAsync(head, "#form-take button.btn-primary");
        foreach (var (field, value) in new[] { ("Start", Minute(now.AddMinutes(-2))), ("End", Minute(now.AddMinutes(-1))), ("From", "会议中心"), ("To", "机场"), ("Driver", "租赁公司驾驶员"), ("OdoOut", "1000"), ("OdoIn", "1036") })
        {
            await head.FillAsync($"[name='Journey.{field}']", value);
        }

        await PostAsync(head, "#form-journey button.btn-primary");
        await head.LookAsync($"rentals-use-{language}-{width}");
        await head.FillAsync("[name='Back.On']", today);
        await head.FillAsync("[name='Back.OdometerKm']", "1036");
        await PostAsync(head, "#form-back button.btn-primary");

        var dispatcher = await bureau.SignInAsync("dispatcher", language, width);
        await dispatcher.GotoAsync(page);
        await dispatcher.FillAsync("[name='Settle.On']", today);
        await dispatcher.FillAsync("[name='Settle.InvoiceNo']", "25117000001");
        await dispatcher.CheckAsync("[name='Settle.EnergyIncluded']");
        await PostAsync(dispatcher, "#form-settle button.btn-primary");
        Assert.Equal(0, await dispatcher.Locator("#form-settle").CountAsync());
        await dispatcher.LookAsync($"rentals-settled-{language}-{width}");
        foreach (var open in new[] { head, leader, dispatcher })
        {
            await open.Context.CloseAsync();
        }
    }

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task A_complaint_is_taken_in_answered_and_closed(string language, int width)
    {
        var page = await bureau.SignInAsync("vehicle-desk", language, width);
        await page.GotoAsync("/fleet/complaints");
        await page.LookAsync($"complaints-{language}-{width}");
        await page.GotoAsync("/fleet/complaints/new");
        await page.FillAsync("[name='Form.Number']", $"FY-{language}-{width}");
        await page.FillAsync("[name='Form.ReceivedAt']", Minute(TimeProvider.System.GetUtcNow().DateTime.AddHours(-2)));
        await page.SelectOptionAsync("[name='Form.Channel']", "Phone");
        await page.FillAsync("[name='Form.PlateNo']", "京A60151");
        await page.FillAsync("[name='Form.Content']", "来电人反映该车周末停在景区门前。");
        await PostAsync(page, "#form-complaint button.btn-primary");
        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        await page.SelectOptionAsync("[name='Reply.Founded']", "false");
        await page.FillAsync("[name='Reply.Answer']", "经核对派车单和轨迹，该车当日执行应急保障任务。");
        await page.LookAsync($"complaints-one-{language}-{width}");
        await PostAsync(page, "#form-reply button.btn-primary");
        await PostAsync(page, "#form-close button.btn-primary");
        Assert.Equal(0, await page.Locator("#form-reply").CountAsync());
        await page.Context.CloseAsync();
    }

    private static string Minute(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private static async Task PostAsync(IPage page, string button)
    {
        await page.RunAndWaitForResponseAsync(() => page.ClickAsync(button), answer => answer.Request.Method == "POST");
        await page.WaitForLoadStateAsync();
    }
}
