using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Web.Tests;

/// <summary>The pages of rentals, of the passenger's word and of the hotline with the demonstration's records behind them.</summary>
public sealed partial class RentalPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task The_leader_decides_on_the_page_and_a_refusal_without_reason_leaves_the_form_standing(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var leader = await app.AsAsync("leader");
        var page = "/fleet/rentals/" + await OneAsync(app, "SELECT id FROM fleet_rental WHERE state = 'Requested'");

        var shown = await leader.GetStringAsync(At(page), Ct);
        Assert.Contains("审批租车", shown, StringComparison.Ordinal);
        Assert.Contains("提交时的空闲车辆", shown, StringComparison.Ordinal);
        using var refused = await SendAsync(leader, page, shown, "decide", new() { ["Decide.Approved"] = "false" });
        var standing = await refused.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("不予租用的，须写明意见", standing, StringComparison.Ordinal);
        Assert.Contains("Decide.Opinion", standing, StringComparison.Ordinal);
        using var done = await SendAsync(leader, page, shown, "decide", new() { ["Decide.Approved"] = "true", ["Decide.Opinion"] = "同意，报主管部门" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var desk = await (await app.AsAsync("vehicle-desk")).GetStringAsync(At(page), Ct);
        Assert.Contains("审批租车", desk, StringComparison.Ordinal); // twelve days: the authority decides after the leader
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Readers_read_and_those_who_may_not_are_told_no(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var rental = "/fleet/rentals/" + await OneAsync(app, "SELECT id FROM fleet_rental WHERE state = 'InUse'");
        var complaint = "/fleet/complaints/" + await OneAsync(app, "SELECT id FROM fleet_complaint");
        var discipline = await app.AsAsync("discipline");
        foreach (var path in new[] { "/fleet/rentals", rental, "/fleet/complaints", complaint, "/fleet/indicators/rented", "/fleet/indicators/satisfaction" })
        {
            using var answer = await discipline.GetAsync(At(path), Ct);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, path);
        }

        Assert.DoesNotContain("Reply.Answer", await discipline.GetStringAsync(At(complaint), Ct), StringComparison.Ordinal);
        Assert.Contains("Reply.Answer", await (await app.AsAsync("vehicle-desk")).GetStringAsync(At(complaint), Ct), StringComparison.Ordinal);
        Assert.Contains("Journey.Start", await (await app.AsAsync("office-head")).GetStringAsync(At(rental), Ct), StringComparison.Ordinal);
        foreach (var (user, path, status) in new[] { ("applicant", rental, HttpStatusCode.NotFound), ("applicant", "/fleet/rentals/new", HttpStatusCode.Forbidden), ("discipline", "/fleet/complaints/new", HttpStatusCode.Forbidden), ("dispatcher", "/fleet/rentals/new?trip=x", HttpStatusCode.OK), ("vehicle-desk", "/fleet/complaints/new", HttpStatusCode.OK), ("dispatcher", "/fleet/dispatch?state=doubted", HttpStatusCode.OK), ("applicant", "/fleet/my-trips", HttpStatusCode.OK), ("applicant", "/fleet/trips/new", HttpStatusCode.OK) })
        {
            using var answer = await (await app.AsAsync(user)).GetAsync(At(path), Ct);
            Assert.True(answer.StatusCode == status, $"{user}: {path} → {(int)answer.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Complaints_and_journeys_of_rented_cars_leave_by_the_exchange(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var rental = await OneAsync(app, "SELECT id FROM fleet_rental WHERE state = 'InUse'");
        var head = await app.AsAsync("office-head");
        var now = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime;
        var (start, end) = (now.AddSeconds(-2), now.AddSeconds(-1));
        using var added = await head.PostAsync(At($"/api/fleet/rentals/{rental}/trips"), System.Net.Http.Json.JsonContent.Create(new { id = rental, start, end, from = "会议中心", to = "机场", purpose = "接送代表", driver = "租赁公司驾驶员", odoOut = 21500, odoIn = 21536.5 }), Ct);
        Assert.True(added.StatusCode == HttpStatusCode.OK, await added.Content.ReadAsStringAsync(Ct));

        var reader = await app.AsAsync("finance");
        var journeys = JsonNode.Parse(await reader.GetStringAsync(At("/api/fleet/exchange/rented-dispatches"), Ct))!;
        var complaints = JsonNode.Parse(await reader.GetStringAsync(At("/api/fleet/exchange/complaints"), Ct))!;

        Assert.Equal(("京B00088", 36.5m), (journeys["rows"]![0]!["plateNo"]!.GetValue<string>(), journeys["rows"]![0]!["km"]!.GetValue<decimal>()));
        Assert.Equal((1, "received"), (complaints["total"]!.GetValue<int>(), complaints["rows"]![0]!["state"]!.GetValue<string>()));
    }

    private static Uri At(string path) => new(path, UriKind.Relative);

    private static async Task<Guid> OneAsync(GuijuApp app, string sql)
    {
        await app.AsAsync("leader"); // the demonstration is planted by now
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GuijuDb>().Database.SqlQueryRaw<Guid>(sql.Replace("SELECT id", "SELECT id AS \"Value\"", StringComparison.Ordinal)).FirstAsync(Ct);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string page, string shown, string handler, Dictionary<string, string> fields)
    {
        fields["_handler"] = handler;
        fields["__RequestVerificationToken"] = Token().Match(shown).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(fields);
        return await client.PostAsync(At(page), form, Ct);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
