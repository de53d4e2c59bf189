using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Guiju.Kernel.Registers;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Guiju.Web.Tests;

/// <summary>Registers over HTTP: what is asked for is what comes, all of it goes out as a workbook, and a workbook comes in whole or not at all.</summary>
public sealed class RegistersTests
{
    private static readonly string[] DriverHeadings = ["姓名*", "所属单位*", "驾驶证号*", "准驾车型*", "初次领证日期*", "驾驶证有效期止*", "累积记分*", "人员性质*", "管理方式*"];

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Every_column_of_every_register_filters_orders_and_exports(string database)
    {
        await using var app = await GuijuApp.OnAsync(database, secondFactor: false);
        var book = app.Services.GetRequiredService<RegisterBook>();
        foreach (var register in book.All)
        {
            var client = await app.AsAsync(register.Key.StartsWith("kernel.", StringComparison.Ordinal) ? "sysadmin" : register.Key.StartsWith("law.", StringComparison.Ordinal) ? "legal" : "vehicle-desk");
            var all = await JsonAsync(client, $"/api/kernel/registers/{register.Key}");
            Assert.True(all.GetProperty("total").GetInt32() > 0, register.Key);
            foreach (var column in register.Columns)
            {
                Assert.True(column.Title.En != column.Title.Zh, $"{register.Key}.{column.Key} has no English heading.");
                foreach (var query in QueriesOf(column))
                {
                    var some = await JsonAsync(client, $"/api/kernel/registers/{register.Key}?{query}");
                    Assert.InRange(some.GetProperty("total").GetInt32(), 0, all.GetProperty("total").GetInt32());
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_filter_gives_exactly_the_rows_that_fit_in_the_order_asked_for_on_every_page(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var client = await app.AsAsync("vehicle-desk");
        var everything = await PagesAsync(client, "cols=plateNo,class,price,registeredOn&size=200");
        var expected = everything.Where(r => r.Class == "other" && r.Price >= 120000 && r.Registered >= new DateOnly(2015, 1, 1)).OrderByDescending(r => r.Price).Select(r => r.Price).ToList();

        var asked = await PagesAsync(client, "cols=plateNo,class,price,registeredOn&f.class=Other&f.price.from=120000&f.registeredOn.from=2015-01-01&sort=-price&size=50");

        Assert.NotEmpty(expected);
        Assert.Equal(expected, asked.Select(r => r.Price));
        Assert.Equal(asked.Count, asked.Select(r => r.Plate).Distinct().Count());
    }

    [Theory]
    [InlineData("f.nowhere=1", "f.nowhere")]
    [InlineData("f.price.from=cheap", "f.price")]
    [InlineData("f.class=Rocket", "f.class")]
    [InlineData("f.plateNo.from=A", "f.plateNo")]
    [InlineData("sort=unit", "sort")]
    [InlineData("size=1000000", "size")]
    [InlineData("cols=plateNo,secret", "cols")]
    public async Task What_cannot_be_understood_is_named_and_not_left_out(string query, string part)
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        var client = await app.AsAsync("vehicle-desk");

        var answer = await client.GetAsync(new Uri($"/api/kernel/registers/fleet.vehicles?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(part, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_filtered_rows_go_out_as_a_workbook_with_the_columns_chosen()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        var client = await app.AsAsync("vehicle-desk");
        var total = (await JsonAsync(client, "/api/kernel/registers/fleet.vehicles?f.energy=Petrol")).GetProperty("total").GetInt32();

        await using var file = await client.GetStreamAsync(new Uri("/api/kernel/registers/fleet.vehicles/export?f.energy=Petrol&cols=plateNo,unit,price,registeredOn", UriKind.Relative));
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);

        var rows = copy.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.True(total > 200);
        Assert.Equal(total, rows.Count);
        Assert.Equal(["号牌号码", "使用单位", "不含税价格（元）", "注册登记日期"], rows[0].Keys);
        Assert.All(rows, r => Assert.IsType<double>(r["不含税价格（元）"]));
        Assert.All(rows, r => Assert.IsType<DateTime>(r["注册登记日期"]));
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_workbook_is_tried_refused_whole_for_one_bad_row_and_imported_whole(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var client = await app.AsAsync("vehicle-desk");
        var before = await TotalAsync(client, "fleet.drivers");
        var good = Workbook(DriverHeadings, Driver("王一", "110101198001010011"), Driver("王二", "110101198001010022"));
        var bad = Workbook(DriverHeadings, Driver("王一", "110101198001010011"), Driver("王二", "110101198001010011"), Driver("王三", "110101198001010033", licenceTo: "2001-01-01"), Driver("", "x", points: "许多"));

        var tried = await ImportAsync(client, "fleet.drivers", good, "");
        Assert.Equal(HttpStatusCode.OK, tried.StatusCode);
        Assert.Equal(before, await TotalAsync(client, "fleet.drivers"));

        var refused = await ImportAsync(client, "fleet.drivers", bad, "?keep=true");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var rows = (await BodyAsync(refused)).GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("row").GetInt32()).Distinct();
        Assert.Equal([3, 4, 5], rows);
        Assert.Equal(before, await TotalAsync(client, "fleet.drivers"));

        var returned = await ImportAsync(client, "fleet.drivers", bad, "?keep=true&answer=file");
        using var copy = new MemoryStream(await returned.Content.ReadAsByteArrayAsync());
        var told = copy.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(4, told.Count);
        Assert.Null(told[0]["错误说明"]);
        Assert.Contains("驾驶证号", (string)told[1]["错误说明"]!, StringComparison.Ordinal);
        Assert.Contains("许多", (string)told[3]["错误说明"]!, StringComparison.Ordinal);

        var kept = await ImportAsync(client, "fleet.drivers", good, "?keep=true");
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal(before + 2, await TotalAsync(client, "fleet.drivers"));
        await using var scope = app.Services.CreateAsyncScope();
        Assert.True((await scope.ServiceProvider.GetRequiredService<Kernel.Ledger.LedgerProof>().VerifyAsync(CancellationToken.None)).Ok);
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Rows_may_stand_under_units_that_earlier_rows_set_up(string database)
    {
        await using var app = await GuijuApp.OnAsync(database, secondFactor: false);
        var client = await app.AsAsync("sysadmin");
        var before = await TotalAsync(client, "kernel.organisations");
        var file = Workbook(["机构代码", "机构名称", "机构类别", "行政层级", "编制人数", "上级机构"], ["Z900", "市试验局", "Government", "City", 12, "0301"], ["Z901", "市试验局办公室", "InnerOffice", "City", 3, "市试验局"]);

        var kept = await ImportAsync(client, "kernel.organisations", file, "?keep=true");

        Assert.True(kept.StatusCode == HttpStatusCode.OK, await kept.Content.ReadAsStringAsync());
        Assert.Equal(before + 2, await TotalAsync(client, "kernel.organisations"));
    }

    [Fact]
    public async Task A_displacement_of_1_8T_a_second_plate_and_dates_out_of_order_are_told_in_their_rows()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        var client = await app.AsAsync("vehicle-desk");
        var taken = (await JsonAsync(client, "/api/kernel/registers/fleet.vehicles?cols=plateNo")).GetProperty("rows")[0].GetProperty("plateNo").GetString()!;
        string[] headings = ["号牌号码", "号牌种类", "车辆识别代号", "品牌", "型号", "车辆类型", "车身形式", "座位数", "能源种类", "排量", "产地", "不含税价格（元）", "资金来源", "取得方式", "车辆类别", "编制情况", "使用单位", "登记所有人", "注册登记日期", "检验有效期止", "交强险有效期止", "管理方式", "配用岗位", "情况说明"];
        object?[] Car(string plate, string vin, string displacement, string inspection) =>
            [plate, "Small", vin, "红旗", "H5", "Small", "Sedan", 5, "Petrol", displacement, "Domestic", 150000, "VehicleBudget", "Purchase", "Other", "InQuota", "0309", "0309", new DateTime(2021, 3, 1), inspection, "2027-12-31", "Unit", "Pool", "补登"];

        var answer = await ImportAsync(client, "fleet.vehicles", Workbook(headings, Car("京A99991", "1M8GDM9AXKP042788", "1.8T", "2027-12-31"), Car(taken, "1M8GDM9AXKP042788", "1.8", "2027-12-31"), Car("京A99992", "1M8GDM9AXKP042788", "1798", "2020-01-01")), "");

        var told = await BodyAsync(answer);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        string Row(int row) => string.Join(' ', told.GetProperty("errors").EnumerateArray().Where(e => e.GetProperty("row").GetInt32() == row).Select(e => e.GetProperty("message").GetProperty("zh").GetString()));
        Assert.Contains("1.8T", Row(2), StringComparison.Ordinal);
        Assert.Contains("号牌", Row(3), StringComparison.Ordinal);
        Assert.Contains("检验", Row(4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_and_foreign_files_are_refused_in_a_line()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        var client = await app.AsAsync("vehicle-desk");
        byte[][] files = [[], "no workbook"u8.ToArray(), Bomb(), Archive(("[Content_Types].xml", "<Types/>"), ("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>")), Workbook(["不存在的列"], ["1"]), Workbook(["姓名"], ["王一"])];

        foreach (var file in files)
        {
            var answer = await ImportAsync(client, "fleet.drivers", file, "?keep=true");
            var body = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, body);
            Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        }

        using var form = new MultipartFormDataContent { { new ByteArrayContent(files[1]), "file", "a.xlsx" } };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.PostAsync(new Uri("/api/kernel/registers/fleet.drivers/import", UriKind.Relative), form)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ImportAsync(await app.AsAsync("applicant"), "fleet.drivers", files[1], "")).StatusCode);
    }

    [Fact]
    public async Task The_template_names_every_field_and_what_may_stand_in_it()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        var client = await app.AsAsync("vehicle-desk");

        using var file = new MemoryStream(await client.GetByteArrayAsync(new Uri("/api/kernel/registers/fleet.vehicles/template", UriKind.Relative)));

        var headings = ((IDictionary<string, object?>)file.Query(useHeaderRow: false, sheetName: "数据").First()).Values.Select(v => v?.ToString()).ToList();
        Assert.Contains("号牌号码*", headings);
        Assert.Contains("排量", headings);
        file.Position = 0;
        var notes = file.Query(useHeaderRow: true, sheetName: "填写说明").Cast<IDictionary<string, object?>>().ToDictionary(r => (string)r["列"]!, r => r["可填内容"] as string);
        Assert.Contains("机要通信用车", notes["车辆类别"], StringComparison.Ordinal);
    }

    private static IEnumerable<string> QueriesOf(RegisterColumn column)
    {
        if (column.Sortable)
        {
            yield return $"sort={column.Key}&cols={column.Key}";
            yield return $"sort=-{column.Key}&page=2";
        }

        yield return $"f.{column.Key}.as=empty";
        yield return $"f.{column.Key}.as=filled";
        foreach (var query in column.Kind switch
        {
            ColumnKind.Text => ["=A", "=A&f.{0}.as=starts", "=A&f.{0}.as=is"],
            ColumnKind.Number or ColumnKind.Money => ["=1", ".from=1&f.{0}.to=100000"],
            ColumnKind.Date or ColumnKind.Instant => ["=2023-05-08", ".from=2020-01-01&f.{0}.to=2023-05-08"],
            ColumnKind.Flag => ["=true"],
            ColumnKind.Unit => ["=0301", "=市"],
            _ => column.Choices.Take(2).Select(c => "=" + c.Code),
        })
        {
            yield return $"f.{column.Key}" + string.Format(CultureInfo.InvariantCulture, query, column.Key);
        }
    }

    private static object?[] Driver(string name, string licence, string licenceTo = "2030-01-01", object? points = null) =>
        [name, "0309", licence, "C1", new DateTime(2010, 5, 1), licenceTo, points ?? 0, "聘用制", "Unit"];

    private static byte[] Workbook(string[] headings, params object?[][] rows)
    {
        using var file = new MemoryStream();
        file.SaveAs(rows.Select(r => headings.Select((h, i) => (h, r[i])).ToDictionary(c => c.h, c => c.Item2)));
        return file.ToArray();
    }

    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = new StreamWriter(archive.CreateEntry("[Content_Types].xml").Open()))
            {
                types.Write("<Types/>");
            }

            using var sheet = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 200; i++)
            {
                sheet.Write(zeros);
            }
        }

        return file.ToArray();
    }

    private static byte[] Archive(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(archive.CreateEntry(name).Open());
                part.Write(text);
            }
        }

        return file.ToArray();
    }

    private static async Task<List<(string Plate, string Class, decimal Price, DateOnly Registered)>> PagesAsync(HttpClient client, string query)
    {
        var rows = new List<(string, string, decimal, DateOnly)>();
        for (var page = 1; ; page++)
        {
            var answer = await JsonAsync(client, $"/api/kernel/registers/fleet.vehicles?{query}&page={page}");
            rows.AddRange(answer.GetProperty("rows").EnumerateArray().Select(r => (r.GetProperty("plateNo").GetString()!, r.GetProperty("class").GetString()!, r.GetProperty("price").GetDecimal(),
                DateOnly.Parse(r.GetProperty("registeredOn").GetString()!, CultureInfo.InvariantCulture))));
            if (rows.Count >= answer.GetProperty("total").GetInt32())
            {
                return rows;
            }
        }
    }

    private static async Task<int> TotalAsync(HttpClient client, string register) => (await JsonAsync(client, $"/api/kernel/registers/{register}")).GetProperty("total").GetInt32();

    private static async Task<JsonElement> JsonAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {await answer.Content.ReadAsStringAsync()}");
        return await BodyAsync(answer);
    }

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage answer)
    {
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.Clone();
    }

    private static async Task<HttpResponseMessage> ImportAsync(HttpClient client, string register, byte[] file, string query)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(SheetExport.MediaType);
        return await client.PostAsync(new Uri($"/api/kernel/registers/{register}/import{query}", UriKind.Relative), content);
    }
}
