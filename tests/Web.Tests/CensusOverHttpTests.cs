using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Guiju.Kernel.Demonstration;

namespace Guiju.Web.Tests;

/// <summary>A round of the census over the API with the whole demonstration city, and the yearly report.</summary>
public sealed class CensusOverHttpTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_round_of_the_whole_city_lives_and_adds_up(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var (desk, head) = (await app.AsAsync("vehicle-desk"), await app.AsAsync("office-head"));
        var opened = await desk.PostAsJsonAsync("/api/fleet/census", new { title = "2023年公务用车普查", from = "2023-01-01", to = "2023-12-31", dueOn = "2099-12-31" }, Ct);
        Assert.True(opened.IsSuccessStatusCode, await opened.Content.ReadAsStringAsync(Ct));
        var rounds = await ReadAsync(desk, "/api/fleet/census");
        var id = rounds[0]!["id"]!.GetValue<string>();
        var unit = Planted.Id("unit:0303");
        var tasks = (await ReadAsync(head, "/api/procedures/tasks?q=" + Uri.EscapeDataString("普查")))["rows"]!.AsArray();
        Assert.Contains(tasks, t => t!["address"]!.GetValue<string>() == $"/fleet/census/{id}/units/{unit}"); // beside those of the units below

        var answered = await head.PostAsJsonAsync($"/api/fleet/census/{id}/units/{unit}", new { values = new Dictionary<string, int> { ["drivers"] = 9 }, explanation = "新到两人" }, Ct);
        Assert.True(answered.IsSuccessStatusCode, await answered.Content.ReadAsStringAsync(Ct));
        using var foreign = await head.PostAsJsonAsync($"/api/fleet/census/{id}/units/{Planted.Id("unit:0304")}", new { }, Ct);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        var reminded = JsonNode.Parse(await (await desk.PostAsJsonAsync($"/api/fleet/census/{id}/remind", new { }, Ct)).Content.ReadAsStringAsync(Ct))!;

        var sheet = await ReadAsync(desk, $"/api/fleet/census/{id}");
        var (units, cars) = (sheet["units"]!.GetValue<int>(), sheet["sum"]!.AsObject().Where(s => s.Key.StartsWith("cars-", StringComparison.Ordinal)).Sum(s => s.Value!.GetValue<decimal>()));
        Assert.Equal((1, 9m), (sheet["answered"]!.GetValue<int>(), sheet["lines"]!.AsArray().Single(l => l!["id"]!.GetValue<Guid>() == unit)!["own"]!["drivers"]!.GetValue<decimal>()));
        Assert.Contains((units - 1).ToString(System.Globalization.CultureInfo.InvariantCulture), reminded.ToJsonString(), StringComparison.Ordinal);
        Assert.True(cars > 100);
        Assert.Equal(cars, sheet["lines"]!.AsArray().Sum(l => l!["own"]!.AsObject().Where(s => s.Key.StartsWith("cars-", StringComparison.Ordinal)).Sum(s => s.Value!.GetValue<decimal>())));

        using var book = new ZipArchive(await desk.GetStreamAsync(new Uri($"/api/fleet/census/{id}/sheet", UriKind.Relative), Ct));
        Assert.Equal(3, book.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)));
        var closed = await desk.PostAsJsonAsync($"/api/fleet/census/{id}/close", new { remark = "其余并报" }, Ct);
        Assert.True(closed.IsSuccessStatusCode, await closed.Content.ReadAsStringAsync(Ct));
        Assert.Equal(units - 1, (await ReadAsync(desk, $"/api/fleet/census/{id}"))["late"]!.AsArray().Count);
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task The_report_is_the_indicators_of_the_year_as_data_and_as_a_paper(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var finance = await app.AsAsync("finance");
        var report = await ReadAsync(finance, "/api/fleet/report?year=2023");
        var indicators = await ReadAsync(finance, "/api/fleet/indicators?from=2023-01-01&to=2023-12-31");

        var figures = report["sections"]!.AsArray().SelectMany(s => s!["figures"]!.AsArray()).ToDictionary(f => f!["key"]!.GetValue<string>(), f => f!["value"]?.GetValue<decimal>());
        Assert.All(indicators["indicators"]!.AsArray(), i => Assert.Equal(i!["value"]?.GetValue<decimal>(), figures[i["key"]!.GetValue<string>()]));
        Assert.Equal(indicators["trips"]!.GetValue<int>(), figures["trips"]);
        foreach (var address in report["sections"]!.AsArray().SelectMany(s => s!["figures"]!.AsArray()).Select(f => f!["address"]!.GetValue<string>()).Distinct())
        {
            using var page = await finance.GetAsync(new Uri(address, UriKind.Relative), Ct);
            Assert.True(page.StatusCode == HttpStatusCode.OK, $"{address} → {(int)page.StatusCode}");
        }

        using var paper = new ZipArchive(await finance.GetStreamAsync(new Uri("/api/fleet/report/docx?year=2023", UriKind.Relative), Ct));
        Assert.NotNull(paper.GetEntry("word/document.xml"));
        using var wrong = await finance.GetAsync(new Uri("/api/fleet/report?year=12", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var odd = await finance.GetAsync(new Uri("/fleet/overview?year=x", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, odd.StatusCode);
    }

    private static async Task<JsonNode> ReadAsync(HttpClient client, string address) => JsonNode.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative), Ct))!;
}
