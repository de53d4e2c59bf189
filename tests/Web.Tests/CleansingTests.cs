using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Guiju.Kernel.Data;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Guiju.Web.Tests;

/// <summary>An old list of cars over HTTP: looked over, mended group by group, imported; what the cells said stands in the ledger.</summary>
public sealed class CleansingTests
{
    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_dirty_list_is_mended_as_accepted_and_the_cells_as_they_stood_are_in_the_ledger(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var client = await app.AsAsync("vehicle-desk");
        var file = Workbook(new Dictionary<string, object?>
        {
            ["号牌号码"] = "京Ａ99O71", ["号牌种类"] = "小型汽车号牌", ["车辆识别代号"] = "1M8GDM9AXKPO42788", ["品牌"] = "规行", ["型号"] = "G180", ["车辆类型"] = "小型客车", ["车身形式"] = "轿车", ["座位数"] = "5座", ["能源种类"] = "汽油车", ["排量"] = "1.8T", ["产地"] = "国产",
            ["不含税价格（元）"] = "17.6万", ["资金来源"] = "公务用车购置及运行费预算", ["取得方式"] = "购置", ["车辆类别"] = "其它用车", ["编制情况"] = "编制内", ["使用单位"] = "0303", ["登记所有人"] = "0303", ["注册登记日期"] = "2021年3月5号", ["检验有效期止"] = "46112", ["交强险有效期止"] = "2027年3月", ["管理方式"] = "单位统一调度", ["配用岗位"] = "公用", ["情况说明"] = "旧台账转入",
        });

        var plain = await PostAsync(client, "import", file);
        var looked = JsonDocument.Parse(await (await PostAsync(client, "look", file)).Content.ReadAsStringAsync()).RootElement;
        var kept = await PostAsync(client, "import?mend=all&keep=true", file);
        var row = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/kernel/registers/fleet.vehicles?f.plateNo=京A99071&cols=plateNo,price,displacement,registeredOn,insuranceTo", UriKind.Relative))).RootElement.GetProperty("rows")[0];

        Assert.Equal(HttpStatusCode.Conflict, plain.StatusCode);
        Assert.Equal(11, looked.GetProperty("groups").GetArrayLength());
        Assert.True(kept.StatusCode == HttpStatusCode.OK, await kept.Content.ReadAsStringAsync());
        Assert.Equal((176000m, 1.8m, "2021-03-05", "2027-03-01"), (row.GetProperty("price").GetDecimal(), row.GetProperty("displacement").GetDecimal(), row.GetProperty("registeredOn").GetString(), row.GetProperty("insuranceTo").GetString()));
        await using var scope = app.Services.CreateAsyncScope();
        var entry = await scope.ServiceProvider.GetRequiredService<GuijuDb>().Set<LedgerEntry>().AsNoTracking().Where(e => e.Act == "fleet.RegisterVehicle").OrderByDescending(e => e.At).FirstAsync(TestContext.Current.CancellationToken);
        var before = JsonDocument.Parse(entry.Payload).RootElement.GetProperty("before");
        Assert.Equal(("17.6万", "1.8T"), (before.GetProperty("不含税价格（元）").GetString(), before.GetProperty("排量").GetString()));
    }

    private static byte[] Workbook(params Dictionary<string, object?>[] rows)
    {
        using var book = new MemoryStream();
        book.SaveAs(rows);
        return book.ToArray();
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string what, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(SheetExport.MediaType);
        return await client.PostAsync(new Uri($"/api/kernel/registers/fleet.vehicles/{what}", UriKind.Relative), content);
    }
}
