using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Guiju.Web.Tests;

/// <summary>Card statements over HTTP: taken once, joined, settled by hand, and counted in the car's account.</summary>
public sealed class StatementTests
{
    private static readonly string Issuer = Uri.EscapeDataString("方圆石油定点加油站");

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_statement_is_tried_taken_once_settled_and_counted(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var client = await app.AsAsync("dispatcher");
        var car = (await JsonAsync(client, "/api/kernel/registers/fleet.vehicles?f.energy=Petrol&cols=plateNo")).GetProperty("rows")[0];
        var file = Encoding.UTF8.GetBytes($"流水号,交易时间,车牌号,油品,数量,金额\nT1,2022-02-03 10:00,{car.GetProperty("plateNo").GetString()},95#汽油,40,320\nT2,2022-02-03 11:00,京B00000,95#汽油,40,320\n");

        var tried = await PostAsync(client, file, "");
        var before = (await JsonAsync(client, "/api/kernel/registers/fleet.statement-lines")).GetProperty("total").GetInt32();
        var taken = await PostAsync(client, file, "&keep=true");
        var again = await PostAsync(client, file, "&keep=true");
        var lines = (await JsonAsync(client, "/api/kernel/registers/fleet.statement-lines?q=T2")).GetProperty("rows");
        var settled = await client.PostAsJsonAsync(new Uri($"/api/fleet/statements/lines/{lines[0].GetProperty("id").GetGuid()}/settle", UriKind.Relative), new { way = "to-car", vehicleId = car.GetProperty("id").GetGuid(), reason = "车牌印错" });
        var month = await JsonAsync(client, "/api/fleet/months?month=2022-02");
        var after = (await JsonAsync(client, "/api/kernel/registers/fleet.statement-lines")).GetProperty("total").GetInt32();
        var book = await client.GetAsync(new Uri("/api/fleet/months/export?month=2022-02&year=true", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.OK), (tried.StatusCode, taken.StatusCode, again.StatusCode, settled.StatusCode, book.StatusCode));
        Assert.Equal(2, after - before);
        Assert.Equal(640m, month.GetProperty("all").GetProperty("energyYuan").GetDecimal());
        Assert.Equal(80m, Assert.Single(month.GetProperty("cars").EnumerateArray()).GetProperty("sum").GetProperty("fuelLitres").GetDecimal());
    }

    [Fact]
    public async Task A_statement_without_permission_issuer_or_sense_is_refused()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(await app.AsAsync("applicant"), [1], "")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(await app.AsAsync("dispatcher"), [1, 0, 2], "")).StatusCode);
        using var nameless = new ByteArrayContent([1]);
        nameless.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        Assert.Equal(HttpStatusCode.BadRequest, (await (await app.AsAsync("dispatcher")).PostAsync(new Uri("/api/fleet/statements", UriKind.Relative), nameless)).StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, byte[] file, string more)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return await client.PostAsync(new Uri($"/api/fleet/statements?issuer={Issuer}&file=a.csv&kind=fuel{more}", UriKind.Relative), content);
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string address)
    {
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {await answer.Content.ReadAsStringAsync()}");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
