using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Web.Tests;

/// <summary>The indicators of the demonstration year against sums on the raw tables.</summary>
public sealed class IndicatorTests
{
    private const string Journeys = "fleet_trip t JOIN fleet_vehicle v ON v.id = t.vehicle_id WHERE t.state IN ('Returned', 'Settled') AND t.day BETWEEN '2023-01-01' AND '2023-12-31'";

    private const string Cards = "fleet_statement_line l JOIN fleet_vehicle v ON v.id = l.vehicle_id WHERE l.state IN ('Joined', 'NoTrip') AND l.day BETWEEN '2023-01-01' AND '2023-12-31'";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task They_equal_sums_on_the_raw_tables_and_units_add_up_to_the_whole(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var auditor = await app.AsAsync("auditor");
        var sheet = JsonNode.Parse(await auditor.GetStringAsync(new Uri("/api/fleet/indicators?from=2023-01-01&to=2023-12-31", UriKind.Relative), Ct))!;

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        Assert.Equal(await SumAsync(db, $"SELECT count(*) FROM {Journeys}"), sheet["trips"]!.GetValue<decimal>());
        Assert.Equal(await SumAsync(db, $"SELECT sum(CAST(t.odo_in AS numeric) - CAST(t.odo_out AS numeric)) FROM {Journeys}"), Line("km-per-car", "over"), 1);
        Assert.Equal(await SumAsync(db, "SELECT count(*) FROM fleet_vehicle WHERE state NOT IN ('Disposed', 'Cancelled') AND energy IN ('Bev', 'Phev', 'Fcev') AND registered_on <= '2023-12-31'"), Line("new-energy", "over"));
        Assert.Equal(await SumAsync(db, $"SELECT sum(CAST(c.quantity AS numeric)) FROM fleet_trip_cost c WHERE c.kind = 'Fuel' AND c.trip_id IN (SELECT t.id FROM {Journeys})") + await SumAsync(db, $"SELECT coalesce(sum(CAST(l.quantity AS numeric)), 0) FROM {Cards} AND l.kind = 'Fuel'"), Line("fuel", "over"), 1);
        Assert.Equal(await SumAsync(db, $"SELECT sum(CAST(c.amount_yuan AS numeric)) FROM fleet_trip_cost c WHERE c.trip_id IN (SELECT t.id FROM {Journeys})") + await SumAsync(db, $"SELECT coalesce(sum(CAST(l.amount_yuan AS numeric)), 0) FROM {Cards}")
            + await SumAsync(db, "SELECT coalesce(sum(CAST(c.amount_yuan AS numeric)), 0) FROM fleet_car_cost c WHERE c.kind NOT IN ('Fine', 'DriverAllowance') AND c.\"on\" BETWEEN '2023-01-01' AND '2023-12-31'"), Line("cost-per-km", "over"), 1);
        Assert.Equal(sheet["trips"]!.GetValue<int>(), sheet["units"]!.AsArray().Sum(u => u!["trips"]!.GetValue<int>()));
        Assert.Equal(sheet["cars"]!.GetValue<int>(), sheet["units"]!.AsArray().Sum(u => u!["cars"]!.GetValue<int>()));
        Assert.InRange(sheet["trips"]!.GetValue<int>(), 1, int.MaxValue);

        const string Alarms = "fleet_alarm a JOIN fleet_vehicle v ON v.id = a.vehicle_id WHERE v.state NOT IN ('Disposed', 'Cancelled') AND a.state <> 'ByRecord' AND a.day BETWEEN '2023-01-01' AND '2023-12-31' AND a.kind NOT IN (SELECT kind FROM fleet_alarm WHERE device)";
        Assert.Equal(await SumAsync(db, $"SELECT count(*) FROM {Alarms} AND a.verdict IS NOT NULL"), Line("alarms-true", "under"));
        Assert.Equal(await SumAsync(db, $"SELECT count(*) FROM {Alarms} AND a.verdict = 'Confirmed'"), Line("alarms-true", "over"));
        Assert.Equal(await SumAsync(db, $"SELECT count(*) FROM {Alarms} AND a.kind = 'NoOrder' AND coalesce(a.verdict, '') NOT IN ('Mistaken', 'Device')"), Line("no-order", "over"));
        Assert.Equal(await SumAsync(db, $"SELECT count(*) FROM {Journeys} AND (t.lead_id IS NOT NULL OR t.id IN (SELECT o.lead_id FROM fleet_trip o WHERE o.lead_id IS NOT NULL AND o.state IN ('Returned', 'Settled')))"), Line("shared", "over"));
        Assert.Equal(0, Line("online", "under")); // the days are over
        var now = JsonNode.Parse(await auditor.GetStringAsync(new Uri("/api/fleet/indicators?from=2026-01-01&to=2035-12-31", UriKind.Relative), Ct))!["indicators"]!.AsArray().Single(i => i!["key"]!.GetValue<string>() == "online")!;
        Assert.Equal(await SumAsync(db, "SELECT count(*) FROM fleet_terminal t JOIN fleet_vehicle v ON v.id = t.vehicle_id WHERE t.removed_on IS NULL AND v.state NOT IN ('Disposed', 'Cancelled')"), now["under"]!.GetValue<decimal>());
        Assert.InRange(now["over"]!.GetValue<decimal>(), 1, now["under"]!.GetValue<decimal>());

        using var wrong = await auditor.GetAsync(new Uri("/api/fleet/indicators?from=2023-12-31&to=2023-01-01", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var denied = await (await app.AsAsync("applicant")).GetAsync(new Uri("/api/fleet/indicators", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);

        decimal Line(string key, string part) => sheet["indicators"]!.AsArray().Single(i => i!["key"]!.GetValue<string>() == key)![part]!.GetValue<decimal>();
    }

    private static async Task<decimal> SumAsync(GuijuDb db, string sql)
    {
        await db.Database.OpenConnectionAsync(Ct);
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToDecimal(await command.ExecuteScalarAsync(Ct), CultureInfo.InvariantCulture);
    }
}
