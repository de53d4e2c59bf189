using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>The vehicle desk keeps its registers: cars, drivers, quotas, payees, months, holiday lists; in both languages, at the desk and on a phone.</summary>
public sealed class FleetRegisterJourneyTests(BureauServer bureau)
{
    private const int Desk = 1280;
    private const int Phone = 390;

    private static readonly string Car = "/fleet/vehicles/" + TripJourneyTests.PlantedId("vehicle:001");
    private static readonly string Driver = "/fleet/drivers/" + TripJourneyTests.PlantedId("driver:D001");

    private static readonly (string Name, string Address)[] Pages =
    [
        ("car", Car),
        ("car-new", "/fleet/vehicles/new"),
        ("car-change", Car + "/change"),
        ("driver", Driver),
        ("driver-new", "/fleet/drivers/new"),
        ("driver-change", Driver + "/change"),
        ("quotas", "/fleet/quotas?beyond=true"),
        ("quota-new", $"/fleet/quotas/new?unit={TripJourneyTests.PlantedId("unit:0301")}&class=Other"),
        ("payees", "/fleet/payees"),
        ("payee-new", "/fleet/payees/new"),
        ("months", "/fleet/months?month=2023-06"),
        ("indicators", "/fleet/indicators?from=2023-01-01&to=2023-12-31"),
        ("indicator-cars", "/fleet/indicators/fuel?from=2023-01-01&to=2023-12-31"),
        ("sealed", "/fleet/sealed?day=2023-06-22"),
        ("sealed-duty", $"/fleet/sealed/duty?holiday=2023-06-22&unit={TripJourneyTests.PlantedId("unit:0303")}"),
    ];

    [Theory]
    [InlineData("zh-CN", Desk)]
    [InlineData("en", Phone)]
    public async Task Every_page_of_the_registers_can_be_read_and_used(string language, int width)
    {
        var page = await bureau.SignInAsync("vehicle-desk", language, width);
        foreach (var (name, address) in Pages)
        {
            await page.GotoAsync(address);
            if (name == "car-change")
            {
                await VerdictAsync(page);
            }

            await page.LookAsync($"register-{name}-{language}-{width}");
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("zh-CN", "京A99001", "LFV2A21K799000001", "毫升")]
    [InlineData("en", "京A99002", "LFV2A21K999000002", "millilitres")]
    public async Task A_car_is_registered_once_its_displacement_is_a_volume_and_its_plate_its_own(string language, string plate, string vin, string hint)
    {
        var page = await bureau.SignInAsync("vehicle-desk", language);
        await page.GotoAsync(Car);
        var taken = await page.Locator("h1").InnerTextAsync();
        await page.GotoAsync("/fleet/vehicles/new");
        await FillCarAsync(page, plate, vin);
        await page.FillAsync("[name='Form.Displacement']", "1.8T");
        await SubmitAsync(page);
        Assert.Contains(hint, await page.Locator("#f-Form-Displacement-wrong").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("1.8T", await page.InputValueAsync("[name='Form.Displacement']"));
        Assert.Equal(plate, await page.InputValueAsync("[name='Form.PlateNo']"));
        await VerdictAsync(page);
        await page.LookAsync($"register-refused-{language}");

        await page.FillAsync("[name='Form.Displacement']", "1798mL");
        await page.FillAsync("[name='Form.PlateNo']", taken);
        await SubmitAsync(page);
        Assert.True(await page.Locator("#f-Form-PlateNo-wrong").CountAsync() == 1, "A plate that another car carries is refused at its field.");

        await page.FillAsync("[name='Form.PlateNo']", plate);
        await page.FillAsync("[name='Form.InServiceOn']", "2020-01-01");
        await SubmitAsync(page);
        Assert.True(await page.Locator("#f-Form-InServiceOn-wrong").CountAsync() == 1, "Service before registration is refused at its field.");

        await page.FillAsync("[name='Form.InServiceOn']", "2021-01-01");
        await SubmitAsync(page);
        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        Assert.Contains(plate, await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await page.LookAsync($"register-done-{language}");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("zh-CN", "0303", "2023-03")]
    [InlineData("en", "0304", "2023-04")]
    public async Task A_quota_is_fixed_a_month_closed_and_a_car_put_on_duty(string language, string body, string month)
    {
        var unit = TripJourneyTests.PlantedId("unit:" + body);
        var page = await bureau.SignInAsync("vehicle-desk", language);
        await page.GotoAsync($"/fleet/quotas/new?unit={unit}&class=Other");
        await page.FillAsync("[name='Form.Cars']", "4");
        await page.FillAsync("[name='Form.From']", "2017-01-01");
        await page.FillAsync("[name='Form.DocNo']", "方车编〔2026〕99号");
        await PostAsync(page, "#form-quota button.btn-primary");
        Assert.True(await page.Locator("#f-Form-From-wrong").CountAsync() == 1, "A quota earlier than the present one is refused at its field.");
        await page.LookAsync($"quota-refused-{language}");
        await page.FillAsync("[name='Form.From']", "2027-01-01");
        await PostAsync(page, "#form-quota button.btn-primary");
        Assert.Contains("2027-01-01", await page.Locator("main table").InnerTextAsync(), StringComparison.Ordinal);
        await page.LookAsync($"quota-done-{language}");

        await page.GotoAsync($"/fleet/sealed/duty?holiday=2026-10-01&unit={unit}");
        await page.Locator("[name='Form.OnDuty']").First.CheckAsync();
        await page.FillAsync("[name='Form.FilingNo']", "方车备〔2026〕1号");
        await PostAsync(page, "#form-duty button.btn-primary");
        Assert.Contains("方车备〔2026〕1号", await page.Locator("main table").InnerTextAsync(), StringComparison.Ordinal);
        await page.LookAsync($"sealed-done-{language}");
        await page.Context.CloseAsync();

        page = await bureau.SignInAsync("dispatcher", language);
        await page.GotoAsync("/fleet/months?month=" + month);
        await page.LookAsync($"months-open-{language}");
        var car = await page.Locator("main tbody a").First.GetAttributeAsync("href") ?? "";
        await PostAsync(page, "main tbody button >> nth=0");
        await page.GotoAsync(car);
        var closed = page.Locator("main tr", new() { HasText = month });
        Assert.Equal(0, await closed.Locator("button").CountAsync());
        Assert.Equal(1, await closed.Locator(".mark.allowed").CountAsync());
        await page.LookAsync($"car-months-{language}");
        await page.Context.CloseAsync();
    }

    // A form that holds something asks the law by itself once it is on the page.
    private static async Task VerdictAsync(IPage page)
    {
        await page.Locator("[data-live-verdict] .verdict").WaitForAsync();
        await page.Locator("[data-live-verdict]:not([aria-busy])").WaitForAsync();
    }

    private static async Task FillCarAsync(IPage page, string plate, string vin)
    {
        await page.FillAsync("[name='Form.PlateNo']", plate);
        await page.FillAsync("[name='Form.Vin']", vin);
        await page.FillAsync("[name='Form.Brand']", "规行");
        await page.FillAsync("[name='Form.Model']", "G180");
        await page.SelectOptionAsync("[name='Form.Kind']", "Small");
        await page.SelectOptionAsync("[name='Form.Body']", "Sedan");
        await page.FillAsync("[name='Form.Seats']", "5");
        await page.SelectOptionAsync("[name='Form.Energy']", "Petrol");
        await page.SelectOptionAsync("[name='Form.UnitId']", new SelectOptionValue { Index = 3 });
        await page.SelectOptionAsync("[name='Form.OwnerUnitId']", new SelectOptionValue { Index = 3 });
        await page.SelectOptionAsync("[name='Form.Class']", "Emergency");
        await page.SelectOptionAsync("[name='Form.Custody']", "Unit");
        await page.SelectOptionAsync("[name='Form.AssignedTo']", "Pool");
        await page.FillAsync("[name='Form.RegisteredOn']", "2020-06-01");
        await page.FillAsync("[name='Form.InspectionDue']", "2027-06-30");
        await page.FillAsync("[name='Form.CompulsoryInsuranceTo']", "2027-05-31");
        await page.FillAsync("[name='Form.PriceYuan']", "150000");
        await page.FillAsync("[name='Form.Justification']", "按核定编制登记");
    }

    private static Task SubmitAsync(IPage page) => PostAsync(page, "#form-register button.btn-primary");

    private static async Task PostAsync(IPage page, string button)
    {
        await page.RunAndWaitForResponseAsync(() => page.ClickAsync(button), answer => answer.Request is { Method: "POST", IsNavigationRequest: true });
        await page.WaitForLoadStateAsync();
    }
}
