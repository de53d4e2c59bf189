using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>Cars on the bureau's own map, their way of a day, a fence drawn with the mouse, a terminal fitted and removed; at the desk in Chinese, on a phone in English.</summary>
public sealed class MapJourneyTests(BureauServer bureau)
{
    private const int Desk = 1280;
    private const int Phone = 390;

    private static readonly string Car = TripJourneyTests.PlantedId("vehicle:002");

    [Theory]
    [InlineData("zh-CN", Desk)]
    [InlineData("en", Phone)]
    public async Task A_car_is_found_on_the_map_and_its_day_replayed(string language, int width)
    {
        var page = await bureau.SignInAsync("dispatcher", language, width);
        await page.GotoAsync("/fleet/map");
        await ReadyAsync(page);
        Assert.InRange(int.Parse(await page.Locator(".map").GetAttributeAsync("data-cars") ?? "0", System.Globalization.CultureInfo.InvariantCulture), 500, 700);
        await page.Locator("[data-find]").First.ClickAsync();
        await page.Locator(".map-note a").First.WaitForAsync();
        await page.Locator(".map").PressAsync("+");
        await page.Locator(".map").PressAsync("ArrowLeft");
        await page.LookAsync($"map-{language}-{width}");

        await page.GotoAsync($"/fleet/map/replay?car={Car}");
        await ReadyAsync(page);
        await page.Locator("[data-replay-time]").FocusAsync();
        await page.Keyboard.PressAsync("End");
        Assert.Matches(@"\d\d:\d\d:\d\d · \d+ km/h", await page.Locator("[data-replay-now]").InnerTextAsync());
        await page.LookAsync($"map-replay-{language}-{width}");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("zh-CN", Desk, "城南禁行区")]
    [InlineData("en", Phone, "South side")]
    public async Task A_fence_is_drawn_on_the_map_kept_and_ended(string language, int width, string name)
    {
        var page = await bureau.SignInAsync("vehicle-desk", language, width);
        await page.GotoAsync("/fleet/geofences/new");
        await ReadyAsync(page);
        await page.FillAsync("[name='Form.Name']", name);
        await page.SelectOptionAsync("[name='Form.UnitId']", new SelectOptionValue { Index = 1 });
        foreach (var (x, y) in ((float, float)[])[(80, 60), (220, 80), (150, 200)])
        {
            await page.Locator(".map").ClickAsync(new() { Position = new() { X = x, Y = y } });
        }

        Assert.Equal(3, (await page.InputValueAsync("[name='Form.Points']")).Split('\n').Length);
        await page.LookAsync($"fence-draw-{language}-{width}");
        await PostAsync(page, "#form-fence button.btn-primary");
        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        await ReadyAsync(page);
        Assert.Contains(name, await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await PostAsync(page, "#form-end button");
        await ReadyAsync(page);
        Assert.Equal(0, await page.Locator("#form-fence").CountAsync());
        await page.LookAsync($"fence-{language}-{width}");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("zh-CN", Desk, "vehicle:120")]
    [InlineData("en", Phone, "vehicle:121")]
    public async Task A_terminal_is_removed_from_a_car_and_another_fitted(string language, int width, string car)
    {
        var page = await bureau.SignInAsync("vehicle-desk", language, width);
        await page.GotoAsync("/fleet/terminals");
        await page.LookAsync($"terminals-{language}-{width}");
        var address = "/fleet/vehicles/" + TripJourneyTests.PlantedId(car);
        await page.GotoAsync(address);
        await page.Locator("main a[href^='/fleet/terminals/']").First.ClickAsync();
        await page.WaitForURLAsync("**/fleet/terminals/*");
        await page.FillAsync("[name='Form.Reason']", "更换设备");
        await page.LookAsync($"terminal-{language}-{width}");
        await PostAsync(page, "#form-remove button.btn-primary");
        await page.GotoAsync(address);
        await page.Locator("main a[href^='/fleet/terminals/new']").ClickAsync();
        await page.FillAsync("[name='Form.Number']", "12x");
        await PostAsync(page, "#form-fit button.btn-primary");
        Assert.Equal(1, await page.Locator("#f-Form-Number-wrong").CountAsync());
        await page.FillAsync("[name='Form.Number']", car.Replace("vehicle:", "0139000", StringComparison.Ordinal));
        await PostAsync(page, "#form-fit button.btn-primary");
        await page.WaitForURLAsync(url => !url.Contains("/new", StringComparison.Ordinal));
        Assert.Contains(car.Replace("vehicle:", "139000", StringComparison.Ordinal), await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static Task ReadyAsync(IPage page) => page.Locator(".map[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static async Task PostAsync(IPage page, string button)
    {
        await page.RunAndWaitForResponseAsync(() => page.ClickAsync(button), answer => answer.Request is { Method: "POST", IsNavigationRequest: true });
        await page.WaitForLoadStateAsync();
    }
}
