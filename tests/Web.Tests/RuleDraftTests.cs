using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Guiju.Decisions;
using Guiju.Decisions.Drafts;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Web.Tests;

/// <summary>A rule from its draft to the day it holds, over HTTP.</summary>
public sealed class RuleDraftTests
{
    private const string Years = "fleet.renew.years";
    private const string Work = "bureau/rule/vehicles";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_figure_is_drafted_approved_by_a_second_person_and_holds_from_its_day(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var legal = await app.AsAsync("legal");
        var from = Today(app).AddDays(30);
        var draft = await DraftAsync(legal, from);

        using var tooEarly = await PostAsync(legal, $"drafts/{draft}/submit", new { from });
        Assert.Equal(HttpStatusCode.Conflict, tooEarly.StatusCode); // no legality opinion yet
        await DoneAsync(legal, $"drafts/{draft}/opinion", new { number = "法审〔2026〕1号", opinion = "合法。" });
        await DoneAsync(legal, $"drafts/{draft}/submit", new { from });
        var number = await DoneAsync(await app.AsAsync("approver"), $"drafts/{draft}/publish", new { note = "同意" });

        Assert.Equal(1, number.GetValue<int>());
        var (before, after) = await BooksAsync(app);
        Assert.Equal(8m, after.Parameters[Years].On(from.AddDays(-1))!.Value);
        Assert.Equal(10m, after.Parameters[Years].On(from)!.Value);
        Assert.Equal(8m, before.Parameters[Years].On(from)!.Value);
        Assert.NotEqual(before.Version, after.Version);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        Assert.True(await db.Set<KeptLawbook>().AnyAsync(k => k.Version == after.Version, Ct));
        Assert.True(await db.Set<Kernel.Ledger.LedgerEntry>().AnyAsync(e => e.Act == "decisions.PublishDraft", Ct));
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_withdrawn_amendment_ends_and_what_held_before_holds_again(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var (legal, approver, today) = (await app.AsAsync("legal"), await app.AsAsync("approver"), Today(app));
        await PublishedAsync(app, await DraftAsync(legal, today.AddDays(10)), today.AddDays(10));

        var withdrawal = (await DoneAsync(legal, "drafts", new { title = "撤销更新年限修改", purpose = "另有规定", withdraws = 1 })).GetValue<Guid>();
        await PublishedAsync(app, withdrawal, today.AddDays(20));

        var (_, after) = await BooksAsync(app);
        Assert.Equal(10m, after.Parameters[Years].On(today.AddDays(19))!.Value);
        Assert.Equal(8m, after.Parameters[Years].On(today.AddDays(20))!.Value);
        using var again = await PostAsync(legal, "drafts", new { title = "再撤销", purpose = "重复", withdraws = 1 });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task An_author_approves_the_own_change_by_no_route(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var legal = await app.AsAsync("legal");
        var from = Today(app).AddDays(3);
        var draft = await DraftAsync(legal, from);
        await DoneAsync(legal, $"drafts/{draft}/opinion", new { number = "法审1号", opinion = "合法。" });
        await DoneAsync(legal, $"drafts/{draft}/submit", new { from });

        // The API, with the role that may approve.
        using var direct = await PostAsync(legal, $"drafts/{draft}/publish", new { note = "自己同意" });
        Assert.Equal(HttpStatusCode.Conflict, direct.StatusCode);
        Assert.Contains("DraftChecks.SecondPerson", await direct.Content.ReadAsStringAsync(Ct));

        // Every role there is, a deputy's and a delegate's reach among them: a grant is a grant, however it came about.
        await using var scope = app.Services.CreateAsyncScope();
        var author = scope.ServiceProvider.GetRequiredService<ActorSource>();
        var person = (await author.ForAsync(Kernel.Demonstration.Planted.Id("person:B005"), Ct)).PersonId;
        foreach (var permissions in new[] { [DecisionPermissions.Approve], Modules.All.SelectMany(m => m.Permissions).Select(p => p.Code).ToArray() })
        {
            var outcome = await AsAsync(app, new Actor(person, "另一名字", null, permissions.Distinct().ToDictionary(p => p, _ => Reach.Everything)), draft);
            Assert.IsType<Outcome<int>.Broken>(outcome);
        }

        // The system itself approves nothing: no person stands behind it.
        Assert.IsType<Outcome<int>.Broken>(await AsAsync(app, Actor.System("guiju"), draft));

        // One who only wrote a later version, and one who only handed it in, are authors too.
        var approver = await app.AsAsync("approver");
        await DoneAsync(approver, $"drafts/{draft}/return", new { reason = "再斟酌" });
        var second = (await author.ForAsync(Kernel.Demonstration.Planted.Id("person:B011"), Ct)).PersonId;
        var hand = new Actor(second, "分管副局长", null, new Dictionary<string, Reach> { [DecisionPermissions.Draft] = Reach.Everything, [DecisionPermissions.Approve] = Reach.Everything });
        await DoAsync(app, hand, new DraftFigure { DraftId = draft, Figure = Years, From = from, Value = "9", Provision = "cn/general-offices/2017/71", Evidence = Evidence.Reported });
        await DoneAsync(legal, $"drafts/{draft}/opinion", new { number = "法审2号", opinion = "合法。" });
        await DoneAsync(legal, $"drafts/{draft}/submit", new { from });
        using var wroteIt = await PostAsync(approver, $"drafts/{draft}/publish", new { note = "同意" });
        Assert.Equal(HttpStatusCode.Conflict, wroteIt.StatusCode);
        Assert.Contains("DraftChecks.SecondPerson", await wroteIt.Content.ReadAsStringAsync(Ct));
        Assert.Equal(0, await PublishedCountAsync(app));
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_draft_that_is_not_green_is_not_handed_in_and_a_broken_file_is_not_kept(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var legal = await app.AsAsync("legal");
        var draft = (await DoneAsync(legal, "drafts", new { title = "编制", purpose = "试验" })).GetValue<Guid>();
        var text = (await BooksAsync(app)).After.Files.Files["fleet/quota.dmn"];

        using var broken = await PostAsync(legal, $"drafts/{draft}/models", new { path = "fleet/quota.dmn", xml = text[..^40] });
        Assert.Equal(HttpStatusCode.Conflict, broken.StatusCode);
        using var unknown = await PostAsync(legal, $"drafts/{draft}/models", new { path = "fleet/none.dmn", xml = text });
        Assert.Equal(HttpStatusCode.Conflict, unknown.StatusCode);
        await DoneAsync(legal, $"drafts/{draft}/models", new { path = "fleet/quota.dmn", xml = text.Replace("guiju:provision=\"", "guiju:was=\"", StringComparison.Ordinal) });
        await DoneAsync(legal, $"drafts/{draft}/opinion", new { number = "法审1号", opinion = "合法。" });
        using var submitted = await PostAsync(legal, $"drafts/{draft}/submit", new { from = Today(app).AddDays(1) });

        Assert.Equal(HttpStatusCode.Conflict, submitted.StatusCode);
        Assert.Contains("DraftChecks.IsGreen", await submitted.Content.ReadAsStringAsync(Ct));
        var review = JsonNode.Parse(await legal.GetStringAsync(new Uri($"/api/decisions/drafts/{draft}/review", UriKind.Relative), Ct))!;
        Assert.False(review["isGreen"]!.GetValue<bool>());
        Assert.Contains("没有条款依据", review["lines"]!.ToJsonString(Json.Options), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_provision_of_the_library_is_taken_in_and_can_then_be_cited(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var legal = await app.AsAsync("legal");
        var from = Today(app).AddDays(30);
        var draft = (await DoneAsync(legal, "drafts", new { title = "更新年限改为十年", purpose = "节约" })).GetValue<Guid>();
        var figure = new { figure = Years, from, value = "10", provision = $"{Work}~art_2", evidence = "verified" };

        using var early = await PostAsync(legal, $"drafts/{draft}/figures", figure);
        Assert.Contains("DraftChecks.CitesWhatExists", await early.Content.ReadAsStringAsync(Ct));
        using var nowhere = await PostAsync(legal, $"drafts/{draft}/provisions", new { work = Work, place = "第九百条", gist = "没有这一条" });
        Assert.Contains("DraftChecks.IsInLibrary", await nowhere.Content.ReadAsStringAsync(Ct));
        await DoneAsync(legal, $"drafts/{draft}/provisions", new { work = Work, place = "第二条", gist = "用自己的话：适用\"范围\"", englishGist = "Whom it binds" });
        await DoneAsync(legal, $"drafts/{draft}/provisions", new { work = Work, place = "art_1", gist = "为什么制定" });
        using var twice = await PostAsync(legal, $"drafts/{draft}/provisions", new { work = Work, place = "第二条", gist = "再来一次" });
        Assert.Contains("DraftChecks.NotYetCited", await twice.Content.ReadAsStringAsync(Ct));
        await DoneAsync(legal, $"drafts/{draft}/figures", figure);
        Assert.Contains("引入的条款", await legal.GetStringAsync(new Uri($"/decisions/drafts/{draft}", UriKind.Relative), Ct), StringComparison.Ordinal);
        await PublishedAsync(app, draft, from);

        var (before, after) = await BooksAsync(app);
        var cited = after.Sources.Resolve(after.Parameters[Years].On(from)!.Provision!, from)!;
        Assert.Equal(("第二条", "用自己的话：适用\"范围\"", "Whom it binds"), (cited.Article, cited.Gist!.Zh, cited.Gist.En));
        Assert.True(after.Sources.Knows($"{Work}~art_1"));
        Assert.False(before.Sources.Knows($"{Work}~art_2"));
    }

    private static async Task<Guid> DraftAsync(HttpClient legal, DateOnly from)
    {
        var draft = (await DoneAsync(legal, "drafts", new { title = "更新年限改为十年", englishTitle = "Renewal after ten years", purpose = "节约" })).GetValue<Guid>();
        await DoneAsync(legal, $"drafts/{draft}/figures", new { figure = Years, from, value = "10", provision = "cn/general-offices/2017/71", evidence = "reported" });
        return draft;
    }

    private static async Task PublishedAsync(GuijuApp app, Guid draft, DateOnly from)
    {
        var legal = await app.AsAsync("legal");
        await DoneAsync(legal, $"drafts/{draft}/opinion", new { number = "法审1号", opinion = "合法。" });
        await DoneAsync(legal, $"drafts/{draft}/submit", new { from });
        await DoneAsync(await app.AsAsync("approver"), $"drafts/{draft}/publish", new { note = "同意" });
        await BooksAsync(app);
    }

    private static Task<Outcome<int>> AsAsync(GuijuApp app, Actor actor, Guid draft) => DoAsync(app, actor, new PublishDraft { DraftId = draft, Note = "同意" });

    private static async Task<Outcome<T>> DoAsync<T>(GuijuApp app, Actor actor, IAct<T> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = actor;
        return await scope.ServiceProvider.GetRequiredService<Desk>().PerformAsync(act, Ct);
    }

    /// <summary>The lawbook as it was and as it is after what was published is taken up.</summary>
    private static async Task<(Lawbook Before, Lawbook After)> BooksAsync(GuijuApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (shelf, db) = (scope.ServiceProvider.GetRequiredService<LawShelf>(), scope.ServiceProvider.GetRequiredService<GuijuDb>());
        await shelf.RefreshAsync(db, Ct);
        return (Lawbook.Load(new Law.LawFiles(shelf.Current.Files.Files.Where(f => !f.Key.StartsWith("amendments/", StringComparison.Ordinal)).ToDictionary())), shelf.Current);
    }

    private static async Task<int> PublishedCountAsync(GuijuApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GuijuDb>().Set<PublishedAmendment>().CountAsync(Ct);
    }

    private static DateOnly Today(GuijuApp app) => DateOnly.FromDateTime(app.Services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime);

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string place, object act) => client.PostAsJsonAsync(new Uri($"/api/decisions/{place}", UriKind.Relative), act, Json.Options, Ct);

    private static async Task<JsonNode> DoneAsync(HttpClient client, string place, object act)
    {
        using var answer = await PostAsync(client, place, act);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{place}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!["value"]!;
    }
}
