using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Guiju.Decisions.Sandbox;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Web.Tests;

/// <summary>A draft tried on the live record over HTTP, against a count by hand on the raw table.</summary>
public sealed class SandboxRunTests
{
    private static readonly DateOnly On = new(2026, 3, 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_run_equals_a_recount_on_the_raw_table_and_touches_no_record(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var legal = await app.AsAsync("legal");
        var draft = (await DoneAsync(legal, "drafts", new { title = "更新年限改为十年", purpose = "节约经费" })).GetValue<Guid>();
        await DoneAsync(legal, $"drafts/{draft}/figures", new { figure = "fleet.renew.years", from = On, value = "10", provision = "cn/general-offices/2017/71", evidence = "reported" });
        var before = await RecordAsync(app);

        var run = (await DoneAsync(legal, $"drafts/{draft}/runs", new { population = "vehicles", on = On })).GetValue<Guid>();
        var result = await EndAsync(legal, run);

        var registered = await RegisteredAsync(app);
        var young = registered.Count(day => day.AddYears(8) < On && day.AddYears(10) >= On); // may be renewed after eight years, not yet after ten
        Assert.InRange(young, 1, registered.Count - 1);
        Assert.Equal(registered.Count, result["records"]!.GetValue<int>());
        Assert.Equal(young, result["byRule"]!.AsArray().Single(r => r!["key"]!.GetValue<string>() == "fleet/renewal.dmn#V-20")!["newlyBreaking"]!.GetValue<int>());
        Assert.Equal(result["newlyBreaking"]!.GetValue<int>(), result["byUnit"]!.AsArray().Sum(u => u!["newlyBreaking"]!.GetValue<int>()));
        Assert.Equal(before, await RecordAsync(app));

        foreach (var page in new[] { $"/decisions/runs/{run}", $"/decisions/runs/{run}/why/0", $"/decisions/runs/{run}?change=NewlyBreaks", $"/decisions/drafts/{draft}" })
        {
            Assert.Equal(HttpStatusCode.OK, (await legal.GetAsync(new Uri(page, UriKind.Relative), Ct)).StatusCode);
        }

        var sheet = await legal.GetAsync(new Uri($"/api/decisions/runs/{run}/differences.xlsx", UriKind.Relative), Ct);
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString(await sheet.Content.ReadAsByteArrayAsync(Ct), 0, 2));
    }

    [Fact]
    public async Task The_same_figures_as_in_force_make_no_difference_and_a_run_can_be_cancelled()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        var legal = await app.AsAsync("legal");
        var draft = (await DoneAsync(legal, "drafts", new { title = "原样", purpose = "没有变化" })).GetValue<Guid>();
        await DoneAsync(legal, $"drafts/{draft}/figures", new { figure = "fleet.renew.years", from = On, value = "8", provision = "cn/general-offices/2017/71", evidence = "reported" });

        foreach (var population in new[] { "vehicles", "quotas", "trips", "cases" })
        {
            var run = (await DoneAsync(legal, $"drafts/{draft}/runs", new { population, on = On })).GetValue<Guid>();
            var result = await EndAsync(legal, run);
            Assert.Equal(0, result["differences"]!.GetValue<int>());
        }

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        var waiting = new SandboxRun { Id = Guid.CreateVersion7(), DraftId = draft, Title = "原样", Population = "vehicles", On = On, Lawbook = "", AskedBy = "甲", AskedAt = DateTime.UnixEpoch, State = SandboxState.Running, SignAt = DateTime.UnixEpoch.AddYears(200) };
        db.Add(waiting); // as if another node were at it
        await db.SaveChangesAsync(Ct);
        await DoneAsync(legal, $"runs/{waiting.Id}/cancel", new { });
        Assert.Equal(SandboxState.Cancelled, await db.Set<SandboxRun>().AsNoTracking().Where(r => r.Id == waiting.Id).Select(r => r.State).SingleAsync(Ct));
    }

    private static async Task<JsonNode> EndAsync(HttpClient client, Guid run)
    {
        for (var tries = 0; tries < 240; tries++)
        {
            var state = JsonNode.Parse(await client.GetStringAsync(new Uri($"/api/decisions/runs/{run}", UriKind.Relative), Ct))!;
            if (state["state"]!.GetValue<string>() is "done" or "failed")
            {
                Assert.Equal("", state["fault"]!.GetValue<string>());
                return state["result"]!;
            }

            await Task.Delay(250, Ct);
        }

        throw new TimeoutException("The run did not end.");
    }

    // Days of registration of the cars that are neither disposed of nor cancelled, straight from the table.
    private static Task<List<DateOnly>> RegisteredAsync(GuijuApp app) => RowsAsync(app, $"SELECT registered_on FROM fleet_vehicle WHERE state NOT IN ('Disposed', 'Cancelled')", r => r.GetFieldValue<DateOnly>(0));

    // What a run could have touched: cars, quotas, trips and verdicts.
    private static async Task<string> RecordAsync(GuijuApp app) => string.Join(';', (await RowsAsync(app,
        "SELECT (SELECT count(*) FROM fleet_vehicle), (SELECT sum(revision) FROM fleet_vehicle), (SELECT count(*) FROM fleet_trip), (SELECT sum(revision) FROM fleet_trip), (SELECT count(*) FROM fleet_quota), (SELECT count(*) FROM kernel_verdict)",
        r => string.Join(',', Enumerable.Range(0, 6).Select(c => Convert.ToString(r.GetValue(c), CultureInfo.InvariantCulture))))));

    private static async Task<List<T>> RowsAsync<T>(GuijuApp app, string sql, Func<System.Data.Common.DbDataReader, T> read)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var connection = scope.ServiceProvider.GetRequiredService<GuijuDb>().Database.GetDbConnection();
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync(Ct);
        var all = new List<T>();
        while (await rows.ReadAsync(Ct))
        {
            all.Add(read(rows));
        }

        return all;
    }

    private static async Task<JsonNode> DoneAsync(HttpClient client, string place, object act)
    {
        using var answer = await client.PostAsJsonAsync(new Uri($"/api/decisions/{place}", UriKind.Relative), act, Json.Options, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{place}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!["value"]!;
    }
}
