using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>Every component in every state, in both languages, by day and by night, at the desk and on a phone.</summary>
public sealed class GalleryTests(BureauServer bureau)
{
    private const int Desk = 1280;
    private const int Phone = 360;

    [Theory]
    [InlineData("zh-CN", Desk, ColorScheme.Light)]
    [InlineData("en", Phone, ColorScheme.Dark)]
    public async Task Every_component_can_be_read_used_and_seen(string language, int width, ColorScheme scheme)
    {
        var page = await bureau.SignInAsync("vehicle-desk", language, width);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        foreach (var part in new[] { "", "?part=forms", "?part=parts" })
        {
            await page.GotoAsync("/ui" + part);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

            await page.LookAsync($"gallery-{language}-{width}-{scheme}{part.Replace("?part=", "-", StringComparison.Ordinal)}");
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_verdict_changes_while_the_form_is_filled_in()
    {
        var page = await bureau.SignInAsync("vehicle-desk");
        await page.GotoAsync("/ui?part=forms");

        await page.GetByLabel("价格").First.FillAsync("160000");
        await Assertions.Expect(page.Locator("#form-live + .live-verdict h2")).ToContainTextAsync("经批准方可办理");
        await page.GetByLabel("价格").First.FillAsync("250000");
        await Assertions.Expect(page.Locator("#form-live + .live-verdict h2")).ToContainTextAsync("不能这样办");
        await Assertions.Expect(page.Locator("[data-live-word]")).ToContainTextAsync("禁止");

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_a_button_asks_the_law()
    {
        var page = await bureau.SignInAsync("vehicle-desk");
        await using var context = await bureau.Browser.NewContextAsync(new() { BaseURL = bureau.Address, JavaScriptEnabled = false, StorageState = await page.Context.StorageStateAsync() });
        await page.Context.CloseAsync();
        var plain = await context.NewPageAsync();
        await plain.GotoAsync("/ui?part=forms");

        await plain.Locator("#form-live input[name='Form.Price']").FillAsync("160000");
        await plain.GetByRole(AriaRole.Button, new() { Name = "检查是否合规" }).ClickAsync();

        await Assertions.Expect(plain.Locator("#form-live + .live-verdict h2")).ToContainTextAsync("经批准方可办理");
    }

    [Fact]
    public async Task What_was_done_is_said_once_on_the_next_page()
    {
        var page = await bureau.SignInAsync("vehicle-desk");
        await page.GotoAsync("/ui?part=forms");

        await page.GetByLabel("事由").First.FillAsync("示例");
        await page.GetByLabel("价格").First.FillAsync("100000");
        await page.Locator("#form-live button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("main > [role=status]")).ToContainTextAsync("已提交");
        Assert.EndsWith("/ui", page.Url, StringComparison.Ordinal);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("main > [role=status]")).ToHaveCountAsync(0);

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_link_swaps_the_page_and_hands_the_keyboard_to_its_content()
    {
        var page = await bureau.SignInAsync("vehicle-desk");
        await page.GotoAsync("/ui");
        await page.EvaluateAsync("window.kept = true");

        await page.GetByRole(AriaRole.Link, new() { Name = "表单" }).ClickAsync();
        await Assertions.Expect(page.Locator("#form-live")).ToBeVisibleAsync();

        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.kept === true"));
        await page.GetByLabel("价格").First.FillAsync("250000");
        await Assertions.Expect(page.Locator("#form-live + .live-verdict h2")).ToContainTextAsync("不能这样办");

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_entry_that_cannot_be_read_is_named_and_stays_to_be_corrected()
    {
        var page = await bureau.SignInAsync("vehicle-desk");
        await page.GotoAsync("/ui?part=forms");
        await page.EvaluateAsync("document.querySelector(\"[name='Form.Price']\").type = 'text'");

        await page.Locator("#form-live input[name='Form.Price']").FillAsync("十八万");
        await page.Locator("#form-live button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("#form-live [role=alert] a")).ToHaveTextAsync("“十八万”不是这一栏所要的内容，请改正。");
        await Assertions.Expect(page.Locator("#form-live input[name='Form.Price']")).ToHaveValueAsync("十八万");

        await page.Context.CloseAsync();
    }
}
