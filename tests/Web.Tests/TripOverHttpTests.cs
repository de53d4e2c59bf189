using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Web.Tests;

/// <summary>One trip from request to settlement over the API, and what is refused on the way, on both databases.</summary>
public sealed class TripOverHttpTests
{
    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_trip_is_asked_for_approved_dispatched_driven_and_settled_and_the_ledger_proves_it(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var trip = await RequestAsync(app, "meeting");
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(app, "office-head", $"/api/fleet/trips/{trip}/approve", new { id = trip, opinion = "同意" })).Status);
        var car = await FirstAsync(app, "SELECT id FROM fleet_vehicle WHERE custody = 'Platform' AND state = 'InService' AND class = 'Other' AND kind = 'Small' AND mark_code <> '' AND terminal_state = 'Online' ORDER BY inspection_due DESC, plate_no");
        var driver = Planted.Id("driver:D001");

        var dispatched = await PostAsync(app, "dispatcher", $"/api/fleet/trips/{trip}/dispatch", new { id = trip, vehicleId = car, driverId = driver, justification = "平台车辆" });
        Assert.True(dispatched.Status == HttpStatusCode.OK, dispatched.Body);
        var departed = await PostAsync(app, "driver", $"/api/fleet/trips/{trip}/depart", new { id = trip, odometerKm = 200000, justification = "按派车单出车" });
        Assert.True(departed.Status == HttpStatusCode.OK, departed.Body);
        var backwards = await PostAsync(app, "driver", $"/api/fleet/trips/{trip}/return", new { id = trip, odometerKm = 199000, parkedInPlace = true, noFuel = true, noCosts = true });
        Assert.Equal(HttpStatusCode.Conflict, backwards.Status);
        var returned = await PostAsync(app, "driver", $"/api/fleet/trips/{trip}/return", new { id = trip, odometerKm = 200036.5, parkedInPlace = true, noFuel = true });
        Assert.True(returned.Status == HttpStatusCode.OK, returned.Body);
        var cost = await PostAsync(app, "driver", $"/api/fleet/trips/{trip}/costs", new { tripId = trip, kind = "toll", on = Today(), amountYuan = 15 });
        Assert.True(cost.Status == HttpStatusCode.OK, cost.Body);
        var settled = await PostAsync(app, "dispatcher", $"/api/fleet/trips/{trip}/settle", new { id = trip, fundSource = "vehicle-budget", noFuel = true });
        Assert.True(settled.Status == HttpStatusCode.OK, settled.Body);

        await using var scope = app.Services.CreateAsyncScope();
        var proof = await scope.ServiceProvider.GetRequiredService<LedgerProof>().VerifyAsync(CancellationToken.None);
        Assert.True(proof.Ok, Guiju.Kernel.Json.Write(proof));
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_private_errand_answers_with_the_verdict_and_leaves_nothing(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        await app.AsAsync("applicant");
        var before = await CountAsync(app);

        var (status, body) = await PostAsync(app, "applicant", "/api/fleet/trips", Request("private"));

        using var problem = JsonDocument.Parse(body);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("forbidden", problem.RootElement.GetProperty("verdict").GetProperty("outcome").GetString());
        Assert.Contains(problem.RootElement.GetProperty("verdict").GetProperty("findings").EnumerateArray(), f => f.GetProperty("provision").ValueKind == JsonValueKind.Object);
        Assert.Equal(before, await CountAsync(app));
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Nobody_approves_the_own_request_and_nobody_else_acts_on_it(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var trip = await RequestAsync(app, "meeting", "office-head");

        var own = await PostAsync(app, "office-head", $"/api/fleet/trips/{trip}/approve", new { id = trip, opinion = "同意" });
        var stranger = await PostAsync(app, "auditor", $"/api/fleet/trips/{trip}/approve", new { id = trip, opinion = "同意" });

        Assert.Equal(HttpStatusCode.Conflict, own.Status);
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Hostile_and_broken_requests_are_refused_naming_the_field(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var client = await app.AsAsync("vehicle-desk");

        var plate = await client.PostAsJsonAsync("/api/fleet/vehicles", new { plateNo = new string('京', 10_000) });
        var type = await client.PostAsync("/api/fleet/vehicles", new StringContent("{\"seats\":\"many\"}", System.Text.Encoding.UTF8, "application/json"));
        var noJson = await client.PostAsync("/api/fleet/vehicles", new StringContent("{", System.Text.Encoding.UTF8, "application/json"));
        var form = await client.PostAsync("/api/fleet/vehicles", new FormUrlEncodedContent([new("plateNo", "京A12345")]));

        Assert.Equal(HttpStatusCode.BadRequest, plate.StatusCode);
        Assert.Contains("plateNo", await plate.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var answer in (HttpResponseMessage[])[type, noJson, form])
        {
            Assert.InRange((int)answer.StatusCode, 400, 415);
            Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task<Guid> RequestAsync(GuijuApp app, string reason, string user = "applicant")
    {
        var (status, body) = await PostAsync(app, user, "/api/fleet/trips", Request(reason));
        Assert.True(status == HttpStatusCode.OK, body);
        using var done = JsonDocument.Parse(body);
        return done.RootElement.GetProperty("value").GetGuid();
    }

    private static object Request(string reason)
    {
        var start = Local().AddHours(1);
        return new
        {
            reason,
            purpose = "参加会议",
            scope = "in-city",
            planFrom = "机关大院",
            planTo = "会议中心",
            planStart = start.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            planEnd = start.AddHours(3).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            passengers = "来宾甲、来宾乙",
            classWanted = "other",
            shareOk = true,
            justification = "工作需要",
        };
    }

    private static DateTime Local() => new Kernel.Time.BureauTime().GetLocalNow().DateTime;

    private static string Today() => Local().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(GuijuApp app, string user, string address, object body)
    {
        using var answer = await (await app.AsAsync(user)).PostAsJsonAsync(address, body);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<Guid> FirstAsync(GuijuApp app, string sql)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GuijuDb>().Database.SqlQueryRaw<Guid>(sql.Replace("SELECT id", "SELECT id AS \"Value\"", StringComparison.Ordinal)).FirstAsync();
    }

    private static async Task<int> CountAsync(GuijuApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        // Of the fleet's acts alone: the bureau's own jobs write meanwhile.
        return await db.Set<LedgerEntry>().CountAsync(e => e.Act.StartsWith("fleet.")) + await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM fleet_trip").SingleAsync();
    }
}
