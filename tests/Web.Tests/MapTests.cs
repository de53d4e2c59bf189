using System.Net;
using System.Text.Json.Nodes;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Web.Tests;

/// <summary>Terminals, map, replay and geofences of the demonstration bureau over HTTP: what the gateway's tables hold comes out on either database, and a secret car comes out for nobody but those who may see it.</summary>
public sealed class MapTests
{
    private static readonly Guid Car = Planted.Id("vehicle:003");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Cars_fences_and_ways_come_out_of_the_tables_of_the_gateway(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var auditor = await app.AsAsync("auditor");

        var cars = (await AskAsync(auditor, "/api/fleet/map/cars"))["cars"]!.AsArray();
        Assert.InRange(cars.Count, 580, 600);
        Assert.All(cars, c => Assert.InRange(c!["at"]![0]!.GetValue<double>(), 38.1, 38.3));
        Assert.True(3 <= (await AskAsync(auditor, "/api/fleet/map/fences")).AsArray().Count);
        var unit = await AskAsync(auditor, $"/api/fleet/map/cars?unit={Planted.Id("unit:0303")}&q=x");
        Assert.Empty(unit["cars"]!.AsArray());

        var days = new[] { 0, -1 }.Select(d => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddDays(d).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var ways = new List<JsonNode>();
        foreach (var day in days)
        {
            ways.Add(await AskAsync(auditor, $"/api/fleet/map/track?car={Car}&day={day}"));
        }

        Assert.True(ways.Sum(w => w["points"]!.AsArray().Count) > 100, "The last day of a car that drove.");
        Assert.True(ways.Sum(w => w["drivenM"]!.GetValue<double>()) > 5000);
        var trip = JsonNode.Parse(await auditor.GetStringAsync(new Uri("/api/kernel/registers/fleet.trips?f.state=Settled&sort=-code", UriKind.Relative), Ct))!["rows"]![0]!["id"]!.GetValue<Guid>();
        Assert.True((await AskAsync(auditor, $"/api/fleet/map/track?trip={trip}"))["points"]!.AsArray().Count > 20, "The way of the last journey.");
        foreach (var page in (string[])["/fleet/map", $"/fleet/map?unit=x&q=%25&page=-1", $"/fleet/map/replay?car={Car}", $"/fleet/map/replay?trip={trip}", "/fleet/geofences", "/fleet/terminals", "/fleet/terminals?sort=-heardAt&f.health=NoFix"])
        {
            using var answer = await auditor.GetAsync(new Uri(page, UriKind.Relative), Ct);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page}: {answer.StatusCode}");
        }

        foreach (var path in (string[])["/api/fleet/map/base", "/api/fleet/map/cars", "/api/fleet/map/fences", $"/api/fleet/map/track?car={Car}&day=2023-05-08"])
        {
            using var denied = await (await app.AsAsync("applicant")).GetAsync(new Uri(path, UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_secret_car_is_on_no_map_list_or_export_but_of_those_who_may_see_it(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
            Assert.Equal(1, await db.Database.ExecuteSqlRawAsync("UPDATE fleet_vehicle SET secrecy_exempt = true WHERE plate_no = '京A60003'", Ct) + await db.Database.ExecuteSqlRawAsync("UPDATE fleet_vehicle SET secrecy_exempt = true WHERE plate_no = '京AD00003'", Ct));
        }

        foreach (var (user, sees) in ((string, bool)[])[("vehicle-desk", true), ("auditor", false), ("dispatcher", false)])
        {
            var client = await app.AsAsync(user);
            foreach (var path in (string[])["/api/fleet/map/cars?q=0003", "/api/kernel/registers/fleet.vehicles?f.plateNo=0003&size=100", "/api/kernel/registers/fleet.terminals?f.number=86110000003", "/fleet/map?q=0003", "/fleet/vehicles?f.plateNo=0003"])
            {
                var text = await client.GetStringAsync(new Uri(path, UriKind.Relative), Ct);
                Assert.True((text.Contains("京A60003", StringComparison.Ordinal) || text.Contains("京AD00003", StringComparison.Ordinal)) == sees, $"{user}: {path}");
            }

            using var file = await client.GetAsync(new Uri($"/fleet/vehicles/{Car}", UriKind.Relative), Ct);
            using var way = await client.GetAsync(new Uri($"/api/fleet/map/track?car={Car}&day=2023-05-08", UriKind.Relative), Ct);
            using var replay = await client.GetAsync(new Uri($"/fleet/map/replay?car={Car}", UriKind.Relative), Ct);
            Assert.All((HttpResponseMessage[])[file, way, replay], a => Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, a.StatusCode));
        }
    }

    private static async Task<JsonNode> AskAsync(HttpClient client, string path) => JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), Ct))!;
}
