using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>What cars cost: a statement is tried and taken in, a line settled, a car reported for repair and quoted, an account shown; on a desk in Chinese and a phone in English.</summary>
public sealed class CostJourneyTests(BureauServer bureau)
{
    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task A_statement_is_taken_in_a_line_settled_and_a_car_repaired(string language, int width)
    {
        var page = await bureau.SignInAsync("dispatcher", language, width);
        var folder = Directory.CreateTempSubdirectory("guiju-statement").FullName;
        var file = Path.Combine(folder, "statement.csv");
        await File.WriteAllTextAsync(file, $"{language}结算明细,,,,\n流水号,交易时间,车牌号,油品,数量（升）,金额（元）\n{language}1,2023-06-26 21:00,京A60151,95#汽油,66,528\n{language}2,2023-06-26 21:30,京B7777{width % 10},95#汽油,40,320\n合计,,,,106,848\n", TestContext.Current.CancellationToken);

        await page.GotoAsync("/fleet/statements/take");
        await page.FillAsync("[name='Form.Issuer']", "方圆石油定点加油站");
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await PostAsync(page, "button[name=Keep][value=false]");
        await page.Locator(".alert-box.good").WaitForAsync();
        await page.LookAsync($"costs-take-{language}-{width}");
        await PostAsync(page, "button[name=Keep][value=true]");
        await page.WaitForURLAsync(url => url.Contains("/fleet/statements?f.open=true", StringComparison.Ordinal));
        await page.LookAsync($"costs-statements-{language}-{width}");

        await page.GotoAsync("/fleet/statements?q=" + language + "2");
        await page.Locator("main tbody a").First.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/fleet/statements/lines/", StringComparison.Ordinal));
        await page.SelectOptionAsync("[name='Form.Way']", "NotOurs");
        await page.FillAsync("[name='Form.Reason']", "外单位车辆，已退回油站");
        await PostAsync(page, "#form-settle button.btn-primary");
        Assert.Equal(0, await page.Locator("#form-settle").CountAsync());
        await page.LookAsync($"costs-line-{language}-{width}");

        await page.GotoAsync("/fleet/repairs/new");
        await page.SelectOptionAsync("[name='Form.VehicleId']", new SelectOptionValue { Index = 3 });
        await page.SelectOptionAsync("[name='Form.Part']", "Brakes");
        await page.FillAsync("[name='Form.Fault']", "刹车异响");
        await PostAsync(page, "#form-repair button.btn-primary");
        await page.SelectOptionAsync("[name='Quote.ShopId']", new SelectOptionValue { Label = language == "en" ? "方圆汽车维修中心（Repair）" : "方圆汽车维修中心（维修服务）" });
        await page.FillAsync("[name='Quote.Yuan']", "600");
        await page.FillAsync("[name='Quote.Text']", "前刹车片一副，工时两小时");
        await page.FillAsync("[name='Quote.Justification']", "常规更换");
        await PostAsync(page, "#form-quote button.btn-primary");
        await page.FillAsync("[name='Decide.Opinion']", "同意");
        await PostAsync(page, "#form-decide button[value=true]");
        await page.Locator("#form-finish").WaitForAsync();
        await page.LookAsync($"costs-repair-{language}-{width}");

        foreach (var (name, address) in new[] { ("months", "/fleet/months?month=2023-06&year=true"), ("notices", "/fleet/notices"), ("cards", "/fleet/cards"), ("car", $"/fleet/vehicles/{TripJourneyTests.PlantedId("vehicle:001")}/costs") })
        {
            await page.GotoAsync(address);
            await page.LookAsync($"costs-{name}-{language}-{width}");
        }

        Directory.Delete(folder, recursive: true);
        await page.Context.CloseAsync();
    }

    private static async Task PostAsync(IPage page, string button)
    {
        await page.RunAndWaitForResponseAsync(() => page.ClickAsync(button), answer => answer.Request.Method == "POST");
        await page.WaitForLoadStateAsync();
    }
}
