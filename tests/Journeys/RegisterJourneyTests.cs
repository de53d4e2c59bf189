using Microsoft.Playwright;
using MiniExcelLibs;

namespace Guiju.Journeys;

/// <summary>A register in the browser: searched, ordered, kept as a view, taken out as a workbook, and filled from one.</summary>
public sealed class RegisterJourneyTests(BureauServer bureau)
{
    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task Registers_are_read_in_both_languages_at_both_widths(string language, int width)
    {
        var desk = await bureau.SignInAsync("vehicle-desk", language, width);
        foreach (var (name, address) in new[] { ("vehicles", "/fleet/vehicles?f.class=Other&sort=-price"), ("drivers", "/fleet/drivers?f.licenceTo.to=2026-01-01"), ("trips", "/fleet/trips?q=会议"), ("import", "/registers/fleet.drivers/import") })
        {
            await desk.GotoAsync(address);
            await desk.LookAsync($"register-{name}-{language}-{width}");
        }

        var head = await bureau.SignInAsync("office-head", language, width);
        foreach (var (name, address) in new[] { ("organisations", "/organisations"), ("people", "/people") })
        {
            await head.GotoAsync(address);
            await head.LookAsync($"register-{name}-{language}-{width}");
        }
    }

    [Fact]
    public async Task A_filter_stands_in_the_address_a_view_is_kept_and_dropped_and_all_rows_are_taken_out()
    {
        var page = await bureau.SignInAsync("vehicle-desk");
        await page.GotoAsync("/fleet/vehicles");
        await page.GetByLabel("能源种类").First.SelectOptionAsync("Petrol");
        await page.GetByRole(AriaRole.Button, new() { Name = "查询" }).ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/fleet/vehicles?f.energy=Petrol", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "不含税价格（元）" }).ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("f.energy=Petrol&sort=price", StringComparison.Ordinal));
        Assert.Equal("ascending", await page.Locator("th[aria-sort]").GetAttributeAsync("aria-sort"));

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "导出" }).ClickAsync());
        var rows = MiniExcel.Query(await download.PathAsync(), useHeaderRow: true, excelType: ExcelType.XLSX).ToList();
        Assert.Contains($"共 {rows.Count} 条", await page.Locator("caption").InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByText("视图", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("把当前条件保存为").FillAsync("汽油车按价格");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存视图" }).ClickAsync();
        await page.GetByText("视图已保存。").WaitForAsync();
        await page.GotoAsync("/fleet/vehicles");
        await page.GetByText("视图", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "汽油车按价格", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("f.energy=Petrol&sort=price", StringComparison.Ordinal));
        await page.GetByText("视图", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "删除视图 汽油车按价格" }).ClickAsync();
        await page.GetByText("视图已删除。").WaitForAsync();
    }

    [Fact]
    public async Task A_workbook_is_tried_mended_and_imported()
    {
        var page = await bureau.SignInAsync("vehicle-desk");
        var folder = Directory.CreateTempSubdirectory("guiju-sheets").FullName;
        string File(string name, string licenceTo)
        {
            var path = Path.Combine(folder, name);
            MiniExcel.SaveAs(path, new[] { new Dictionary<string, object?> { ["姓名"] = "导入员", ["所属单位"] = "0309", ["驾驶证号"] = "110101199001019876", ["准驾车型"] = "C1 小型汽车", ["初次领证日期"] = new DateTime(2012, 5, 1), ["驾驶证有效期止"] = licenceTo, ["累积记分"] = 0, ["人员性质"] = "聘用制", ["管理方式"] = "Unit" } });
            return path;
        }

        await page.GotoAsync("/registers/fleet.drivers/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(File("bad.xlsx", "2001-01-01"));
        await page.GetByRole(AriaRole.Button, new() { Name = "正式导入" }).ClickAsync();
        await page.GetByText("1 行中有 1 行不能导入").WaitForAsync();
        await page.LookAsync("register-import-refused");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载标注了错误的文件" }).ClickAsync());
        var row = (IDictionary<string, object?>)MiniExcel.Query(await download.PathAsync(), useHeaderRow: true, excelType: ExcelType.XLSX).Single();
        Assert.Contains("驾驶证有效期止", (string)row["错误说明"]!, StringComparison.Ordinal);

        await page.Locator("input[type=file]").SetInputFilesAsync(File("good.xlsx", "2030-01-01"));
        await page.GetByRole(AriaRole.Button, new() { Name = "试导入" }).ClickAsync();
        await page.GetByText("1 行全部通过检查").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "正式导入" }).ClickAsync();
        await page.GetByText("已导入 1 行。").WaitForAsync();
        await page.GotoAsync("/fleet/drivers?q=导入员");
        Assert.Equal(1, await page.Locator("tbody tr").CountAsync());
        Directory.Delete(folder, recursive: true);
    }
}
