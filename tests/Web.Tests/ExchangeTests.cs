using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Web.Tests;

/// <summary>What leaves the module: the exchange against its OpenAPI document, the readers who change nothing, the spending that everybody may read.</summary>
public sealed class ExchangeTests
{
    private static readonly string[] Readers = ["discipline", "finance", "auditor"];

    // Acts that a reader may do: those about the own account, and marking the own copies and messages as read.
    private static readonly string[] OfOneself = ["kernel.account.own", "procedures.home"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Every_interface_of_the_catalogue_answers_as_its_document_says(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var client = await app.AsAsync("finance");
        var document = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/guiju.json", UriKind.Relative), Ct))!;
        var catalogue = JsonNode.Parse(await client.GetStringAsync(new Uri("/api/fleet/exchange", UriKind.Relative), Ct))!.AsArray();
        var offered = catalogue.Select(e => e!["address"]?.GetValue<string>()).OfType<string>().Where(a => a.Contains("/exchange/", StringComparison.Ordinal)).ToList();

        Assert.Equal(19, catalogue.Count); // the list of the standard
        Assert.Equal(18, offered.Count); // all but signing in
        foreach (var address in offered)
        {
            var schema = Resolved(document, document["paths"]![address]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!);
            var page = JsonNode.Parse(await client.GetStringAsync(new Uri(address + "?size=3", UriKind.Relative), Ct))!;
            var row = Resolved(document, schema["properties"]!["rows"]!["items"]!)["properties"]!.AsObject().Select(p => p.Key).Order().ToList();
            Assert.Equal(schema["properties"]!.AsObject().Select(p => p.Key).Order(), page.AsObject().Select(p => p.Key).Order());
            Assert.InRange(page["rows"]!.AsArray().Count, page["total"]!.GetValue<int>() > 0 ? 1 : 0, 3);
            Assert.All(page["rows"]!.AsArray(), r => Assert.Subset(row.ToHashSet(), r!.AsObject().Select(p => p.Key).ToHashSet()));
            using var wrong = await client.GetAsync(new Uri(address + "?size=501", UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            using var denied = await (await app.AsAsync("applicant")).GetAsync(new Uri(address, UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Exempt_cars_are_in_no_exchange_and_pages_add_up(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var client = await app.AsAsync("discipline");
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        var exempt = await db.Database.SqlQueryRaw<string>("SELECT plate_no AS \"Value\" FROM fleet_vehicle WHERE secrecy_exempt").ToListAsync(Ct);
        var all = await db.Database.SqlQueryRaw<int>("SELECT CAST(count(*) AS integer) AS \"Value\" FROM fleet_vehicle").SingleAsync(Ct);

        var plates = new List<string>();
        for (var page = 1; page <= 20; page++)
        {
            var part = JsonNode.Parse(await client.GetStringAsync(new Uri($"/api/fleet/exchange/vehicles?size=500&page={page}", UriKind.Relative), Ct))!;
            plates.AddRange(part["rows"]!.AsArray().Select(r => r!["plateNo"]!.GetValue<string>()));
            if (plates.Count == part["total"]!.GetValue<int>())
            {
                break;
            }
        }

        Assert.Equal(all - exempt.Count, plates.Count);
        Assert.Equal(plates.Count, plates.Distinct().Count());
        Assert.Empty(plates.Intersect(exempt));
    }

    [Fact]
    public async Task Discipline_finance_and_audit_read_all_and_write_nothing()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        var acts = app.Services.GetRequiredService<ActCatalogue>().All;
        foreach (var user in Readers.Take(2))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var account = DemonstrationAccounts.Default.Single(a => a.UserName == user);
            var actor = await scope.ServiceProvider.GetRequiredService<ActorSource>().ForAsync(Planted.Id("person:" + account.PersonCode), Ct);
            Assert.Empty(acts.Where(a => actor.Can(a.Permission) && !OfOneself.Contains(a.Permission)).Select(a => $"{user}: {a.Name}"));
            Assert.True(actor.For("fleet.read").All);
        }

        foreach (var user in Readers)
        {
            var client = await app.AsAsync(user);
            foreach (var page in new[] { "/", "/fleet/overview", "/fleet/vehicles", "/fleet/trips", "/fleet/drivers", "/fleet/quotas", "/fleet/months", "/fleet/indicators", "/fleet/census", "/fleet/publication", "/ledger" })
            {
                using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), Ct);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{user}: {page} → {(int)answer.StatusCode}");
            }

            using var written = await client.PostAsJsonAsync("/api/fleet/census", new { title = "x", from = "2023-01-01", to = "2023-12-31", dueOn = "2099-01-01" }, Ct);
            Assert.Equal(HttpStatusCode.Forbidden, written.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Published_spending_is_read_by_a_stranger_and_nothing_before(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        using var stranger = app.Anonymous();
        using var nothing = await stranger.GetAsync(new Uri("/api/fleet/open/spending/2023", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);

        var published = await (await app.AsAsync("vehicle-desk")).PostAsJsonAsync("/api/fleet/publications", new { year = 2023, secrecyChecked = true }, Ct);
        Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync(Ct));
        var statement = JsonNode.Parse(await stranger.GetStringAsync(new Uri("/api/fleet/open/spending/2023", UriKind.Relative), Ct))!;
        var csv = await stranger.GetStringAsync(new Uri("/api/fleet/open/spending/2023/csv", UriKind.Relative), Ct);

        Assert.True(statement["runningYuan"]!.GetValue<decimal>() > 0);
        Assert.Equal(statement["runningYuan"]!.GetValue<decimal>(), statement["units"]!.AsArray().Sum(u => u!["runningYuan"]!.GetValue<decimal>()));
        Assert.Equal(statement["units"]!.AsArray().Count + 2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length); // heading and sum
        Assert.DoesNotContain("京A", csv + statement.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("2023", await stranger.GetStringAsync(new Uri("/api/fleet/open/spending", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    private static JsonNode Resolved(JsonNode document, JsonNode schema)
    {
        var found = schema["oneOf"]?.AsArray().FirstOrDefault(s => s?["$ref"] is not null) ?? schema;
        return found["$ref"]?.GetValue<string>() is { } reference ? document["components"]!["schemas"]![reference.Split('/')[^1]]! : found;
    }
}
