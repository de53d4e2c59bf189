using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Web.Tests;

/// <summary>Who may put a rule in force, by whatever route, and who hears of it.</summary>
public sealed class RuleApprovalTests
{
    private const string Trips = "fleet/trips.dmn";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_deputy_of_the_approver_approves_nothing_of_the_own_hand(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var (legal, approver, today) = (await app.AsAsync("legal"), await app.AsAsync("approver"), Today(app));
        var draft = await HandedInAsync(app, "试验", today);

        // The approver is away and has named the author.
        using var named = await approver.PostAsJsonAsync("/api/procedures/deputies", new { personCode = "B005", from = today, to = today.AddDays(9) }, Ct);
        Assert.True(named.IsSuccessStatusCode, await named.Content.ReadAsStringAsync(Ct));
        using var direct = await legal.PostAsJsonAsync($"/api/decisions/drafts/{draft}/publish", new { note = "代为同意" }, Ct);
        Assert.Equal(HttpStatusCode.Conflict, direct.StatusCode);
        Assert.Contains("DraftChecks.SecondPerson", await direct.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        // The name of another draft in the body, the number of another in the address: the one that would be published counts.
        var other = await HandedInAsync(app, "试验二", today);
        using var crossed = await legal.PostAsJsonAsync($"/api/decisions/drafts/{other}/publish", new { draftId = draft, note = "代为同意" }, Ct);
        Assert.Equal(HttpStatusCode.Conflict, crossed.StatusCode);
        Assert.Equal(0, await PublishedCountAsync(app));
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Another_role_makes_nobody_of_an_author(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var draft = await HandedInAsync(app, "试验", Today(app));

        foreach (var role in new[] { "rule-approver", "legal-officer" })
        {
            await AssignAsync(app, "B005", role);
            app.Services.GetRequiredService<ActorSource>().Forget();
            using var answer = await (await app.AsAsync("legal")).PostAsJsonAsync($"/api/decisions/drafts/{draft}/publish", new { note = "同意" }, Ct);
            Assert.Contains("DraftChecks.SecondPerson", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        Assert.Equal(0, await PublishedCountAsync(app));
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task On_the_command_line_nobody_stands_behind_an_act_and_so_nothing_is_approved(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var draft = await HandedInAsync(app, "试验", Today(app));

        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = Actor.System("guiju");
        var outcome = await scope.ServiceProvider.GetRequiredService<Desk>().PerformAsync(new Decisions.Drafts.PublishDraft { DraftId = draft, Note = "同意" }, Ct);

        Assert.IsType<Outcome<int>.Broken>(outcome);
        Assert.Equal(0, await PublishedCountAsync(app));
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Whoever_takes_a_file_in_is_an_author_and_the_values_are_written_down_today(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var (legal, today) = (await app.AsAsync("legal"), Today(app));
        var draft = await OpenAsync(legal, "来自他处");
        const string File = "- id: fleet.renew.years\n  values:\n    - {from: 2020-01-01, to: null, value: 9, provision: \"cn/general-offices/2017/71\", evidence: reported, recorded: 2019-12-01, by: 别人}\n";
        await DoneAsync(legal, $"drafts/{draft}/files", new { fileName = "parameters.yaml", text = File });
        await HandInAsync(legal, draft, today);

        using var own = await legal.PostAsJsonAsync($"/api/decisions/drafts/{draft}/publish", new { note = "同意" }, Ct);
        Assert.Contains("DraftChecks.SecondPerson", await own.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        await DoneAsync(await app.AsAsync("approver"), $"drafts/{draft}/publish", new { note = "同意" });

        var value = (await BookAsync(app)).Parameters["fleet.renew.years"].On(new DateOnly(2020, 1, 1))!;
        Assert.Equal((9m, today, true), (value.Value, value.Recorded, value.IsLate));
        Assert.NotEqual("别人", value.RecordedBy);
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Whoever_has_an_open_matter_that_a_publication_touches_is_told_and_nobody_else(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var (applicant, auditor, approver, today) = (await app.AsAsync("applicant"), await app.AsAsync("auditor"), await app.AsAsync("approver"), Today(app));
        var trip = await TripAsync(applicant);
        using var matter = await auditor.PostAsJsonAsync("/api/procedures/matters", new { title = "购置投影仪的请示", text = "拟购置一台。", signers = "B003 B005" }, Ct);
        Assert.True(matter.IsSuccessStatusCode, await matter.Content.ReadAsStringAsync(Ct)); // no rule was asked in it

        await PublishedAsync(app, approver, "用途说明改写");
        Assert.Contains($"/fleet/trips/{trip}", await NoticesAsync(applicant, "用途说明改写"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await applicant.GetAsync(new Uri($"/fleet/trips/{trip}", UriKind.Relative), Ct)).StatusCode); // where the notice leads
        Assert.Equal("", await NoticesAsync(auditor, "用途说明改写"));

        // What has ended is nobody's open matter.
        using var cancelled = await applicant.PostAsJsonAsync($"/api/fleet/trips/{trip}/cancel", new { id = trip, reason = "会议取消" }, Ct);
        Assert.True(cancelled.IsSuccessStatusCode, await cancelled.Content.ReadAsStringAsync(Ct));
        await PublishedAsync(app, approver, "再次改写");
        Assert.DoesNotContain($"/fleet/trips/{trip}", await NoticesAsync(applicant, "再次改写"), StringComparison.Ordinal);
    }

    private static async Task PublishedAsync(GuijuApp app, HttpClient approver, string title)
    {
        var draft = await HandedInAsync(app, title, Today(app));
        await DoneAsync(approver, $"drafts/{draft}/publish", new { note = "同意" });
        await BookAsync(app);
    }

    // The line of the notice about a change of rules; empty where there is none.
    private static async Task<string> NoticesAsync(HttpClient client, string title) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/?tab=messages", UriKind.Relative), Ct)).Split("<tr").FirstOrDefault(row => row.Contains(title, StringComparison.Ordinal)) ?? "";

    /// <summary>A draft that rewords the rules asked when a trip is requested, handed in by the legal officer.</summary>
    private static async Task<Guid> HandedInAsync(GuijuApp app, string title, DateOnly from)
    {
        var legal = await app.AsAsync("legal");
        var draft = await OpenAsync(legal, title);
        var text = (await BookAsync(app)).ModelAt(Trips, DateOnly.MaxValue)!; // shipped
        await DoneAsync(legal, $"drafts/{draft}/models", new { path = Trips, xml = text.Replace("</guiju:message>", " </guiju:message>", StringComparison.Ordinal), note = title });
        await HandInAsync(legal, draft, from);
        return draft;
    }

    private static async Task<Guid> OpenAsync(HttpClient legal, string title) => (await DoneAsync(legal, "drafts", new { title, purpose = "试验" })).GetValue<Guid>();

    private static async Task HandInAsync(HttpClient legal, Guid draft, DateOnly from)
    {
        await DoneAsync(legal, $"drafts/{draft}/opinion", new { number = "法审1号", opinion = "合法。" });
        await DoneAsync(legal, $"drafts/{draft}/submit", new { from });
    }

    private static async Task<Guid> TripAsync(HttpClient applicant)
    {
        var start = new Kernel.Time.BureauTime().GetLocalNow().DateTime.AddHours(1);
        using var answer = await applicant.PostAsJsonAsync("/api/fleet/trips", new
        {
            reason = "meeting", purpose = "参加会议", scope = "in-city", planFrom = "机关大院", planTo = "会议中心", passengers = "来宾甲", classWanted = "other", shareOk = true, justification = "工作需要",
            planStart = start.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), planEnd = start.AddHours(3).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        }, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!["value"]!.GetValue<Guid>();
    }

    private static async Task AssignAsync(GuijuApp app, string code, string role)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        var person = Planted.Id($"person:{code}");
        if (!await db.Set<Assignment>().AnyAsync(a => a.PersonId == person && a.Role == role, Ct))
        {
            db.Add(new Assignment { Id = Guid.CreateVersion7(), PersonId = person, Role = role, Scope = Scope.All, From = Today(app) });
            await db.SaveChangesAsync(Ct);
        }
    }

    private static async Task<Lawbook> BookAsync(GuijuApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var shelf = scope.ServiceProvider.GetRequiredService<LawShelf>();
        await shelf.RefreshAsync(scope.ServiceProvider.GetRequiredService<GuijuDb>(), Ct);
        return shelf.Current;
    }

    private static async Task<int> PublishedCountAsync(GuijuApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GuijuDb>().Set<PublishedAmendment>().CountAsync(Ct);
    }

    private static DateOnly Today(GuijuApp app) => DateOnly.FromDateTime(app.Services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime);

    private static async Task<JsonNode> DoneAsync(HttpClient client, string place, object act)
    {
        using var answer = await client.PostAsJsonAsync(new Uri($"/api/decisions/{place}", UriKind.Relative), act, Json.Options, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{place}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!["value"]!;
    }
}
