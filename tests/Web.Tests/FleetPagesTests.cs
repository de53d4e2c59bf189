using System.Net;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;

namespace Guiju.Web.Tests;

/// <summary>The pages of the vehicle registers with real records behind them: who gets in, who is told no, whose records stay unseen.</summary>
public sealed class FleetPagesTests
{
    private static readonly string Car = "/fleet/vehicles/" + Planted.Id("vehicle:001");
    private static readonly string Driver = "/fleet/drivers/" + Planted.Id("driver:D001");

    private static readonly string[] ToRead = [Car, Driver, "/fleet/quotas", "/fleet/payees", "/fleet/months", "/fleet/rentals", "/fleet/complaints", "/fleet/overview", "/fleet/census", "/fleet/publication", "/fleet/applications", "/fleet/indicators", "/fleet/indicators/fuel?from=2023-01-01&to=2023-12-31", "/fleet/sealed?day=2023-06-22"];
    private static readonly string[] ToKeep = ["/fleet/vehicles/new", Car + "/change", "/fleet/drivers/new", Driver + "/change", "/fleet/quotas/new", "/fleet/payees/new"];
    private static readonly string[] Nonsense = ["/fleet/months?month=9999-99&unit=x&page=-4", "/fleet/months?month=0001-01", "/fleet/quotas?unit=x&class=y&page=99999", "/fleet/payees?service=z&q=%25", "/fleet/sealed?day=2023-02-30&unit=x", "/fleet/indicators?from=2023-12-31&to=2023-01-01&unit=x&by=y&page=-1", "/fleet/overview?year=2023&page=x"];

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Readers_read_keepers_keep_and_nobody_gets_further(string database)
    {
        await using var app = await GuijuApp.OnAsync(database, secondFactor: false);
        var wrong = new List<string>();
        foreach (var user in DemonstrationAccounts.Default.Select(a => a.UserName))
        {
            var client = await app.AsAsync(user);
            foreach (var path in ToRead.Concat(ToKeep).Concat(Nonsense))
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
                var expected = Expected(user, path);
                if (answer.StatusCode != expected)
                {
                    wrong.Add($"{user}: {path} → {(int)answer.StatusCode}, not {(int)expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static HttpStatusCode Expected(string user, string path)
    {
        var reads = user is "office-head" or "leader" or "dispatcher" or "vehicle-desk" or "auditor" or "discipline" or "finance";
        var ofOneUnit = user is "office-head" or "leader"; // and the car and the driver are another unit's
        var allowed = ToKeep.Contains(path) ? user == "vehicle-desk" : reads;
        return !allowed ? HttpStatusCode.Forbidden : ofOneUnit && (path == Car || path == Driver) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
    }
}
