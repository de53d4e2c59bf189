using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Scenarios;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Guiju.Law;
using Guiju.Rooms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Web.Tests;

/// <summary>The page "How to add a module" says what is so: its files are the sample's, and the sample runs in the real server.</summary>
public sealed partial class ModulePatternTests
{
    private static readonly string Root = FindRoot();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void The_page_and_the_sample_are_the_same_file_by_file()
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "how-to-add-a-module.md")).ReplaceLineEndings("\n");
        var told = Block().Matches(page).ToDictionary(m => m.Groups["path"].Value, m => m.Groups["text"].Value);
        var files = SampleFiles().ToDictionary(f => Path.GetRelativePath(Root, f).Replace('\\', '/'), f => File.ReadAllText(f).ReplaceLineEndings("\n"));

        Assert.Equal(files.Keys.Order(), told.Keys.Order());
        Assert.All(files, f => Assert.Equal(f.Value, told[f.Key]));
        Assert.Contains($"**{files.Count} files**", page, StringComparison.Ordinal);
        Assert.Equal(3, files.Keys.Count(f => f.Contains("/Bookings/BookRoom", StringComparison.Ordinal) || f.EndsWith(".en.yaml", StringComparison.Ordinal))); // the feature: act, page, English
        Assert.Single(File.ReadAllLines(Path.Combine(Root, "samples", "Rooms", "RoomsModule.cs")), line => line.Contains("BookRoom", StringComparison.Ordinal)); // and one line
        Assert.Contains("docs/how-to-add-a-module.md", File.ReadAllText(Path.Combine(Root, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_law_of_the_sample_says_what_its_scenarios_expect()
    {
        using var law = new LawCopy();
        var files = LawFiles.Read(law.Folder);
        var book = Lawbook.Load(files);
        var trials = files.Under("rooms/", ".scenarios.yaml").SelectMany(f => Scenario.Read(f.Key, f.Value)).Select(s => ScenarioTrial.Of(book, s, new DecisionSettings())).ToList();

        Assert.Equal(2, trials.Count);
        Assert.Empty(trials.SelectMany(t => t.Wrong));
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task The_module_works_in_the_real_server(string kind)
    {
        using var law = new LawCopy();
        await using var database = await GuijuApp.EmptyAsync(kind);
        await using var app = await ServeAsync(law.Folder, database.Address);
        var applicant = await SignInAsync(app, "applicant");
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(7);

        var home = await applicant.GetStringAsync(new Uri("/", UriKind.Relative), Ct);
        Assert.Contains("href=\"/rooms\"", home, StringComparison.Ordinal);
        Assert.Contains("预订会议室", await applicant.GetStringAsync(new Uri("/rooms/new", UriKind.Relative), Ct), StringComparison.Ordinal);
        var refused = await applicant.PostAsJsonAsync("/api/rooms/bookings", new { room = "301", day, heads = 31 }, Ct);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("超过会议室容量 30 人", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        var past = await applicant.PostAsJsonAsync("/api/rooms/bookings", new { room = "301", day = day.AddYears(-9), heads = 3 }, Ct);
        Assert.Equal(HttpStatusCode.Conflict, past.StatusCode);
        var booked = await applicant.PostAsJsonAsync("/api/rooms/bookings", new { room = "301", day, heads = 31, justification = "站着开" }, Ct);
        Assert.True(booked.IsSuccessStatusCode, await booked.Content.ReadAsStringAsync(Ct));
        var twice = await applicant.PostAsJsonAsync("/api/rooms/bookings", new { room = "301", day, heads = 3 }, Ct);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);

        var rows = JsonNode.Parse(await applicant.GetStringAsync(new Uri("/api/kernel/registers/rooms.bookings", UriKind.Relative), Ct))!;
        Assert.Equal((1, "301"), (rows["total"]!.GetValue<int>(), rows["rows"]![0]!["room"]!.GetValue<string>()));
        using var sheet = await applicant.GetAsync(new Uri("/api/kernel/registers/rooms.bookings/export", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);

        var head = await SignInAsync(app, "office-head");
        var task = JsonNode.Parse(await head.GetStringAsync(new Uri("/api/procedures/tasks?q=301", UriKind.Relative), Ct))!["rows"]!.AsArray().Single(t => t!["title"]!.GetValue<string>() == "会议室 301");
        Assert.Contains("办公室审核", await head.GetStringAsync(new Uri($"/cases/{rows["rows"]![0]!["id"]}", UriKind.Relative), Ct), StringComparison.Ordinal);
        var agreed = await head.PostAsJsonAsync($"/api/procedures/tasks/{task!["id"]}/answer", new { opinion = "同意" }, Ct);
        Assert.True(agreed.IsSuccessStatusCode, await agreed.Content.ReadAsStringAsync(Ct));
        var stranger = await (await SignInAsync(app, "driver")).PostAsJsonAsync("/api/rooms/bookings", new { room = "302", day, heads = 3 }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
        await app.StopAsync(Ct);
    }

    private static async Task<WebApplication> ServeAsync(string law, string database)
    {
        var app = Server.Build([], host =>
        {
            host.Environment.EnvironmentName = "Testing";
            host.WebHost.UseUrls("http://127.0.0.1:0");
            host.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Guiju:Database"] = database,
                [LawFiles.Setting] = law,
                ["Guiju:Fleet:DemonstrationTrips"] = "0",
                ["Guiju:Demonstration:Plant"] = "true",
                ["Guiju:Identity:SecureCookie"] = "false",
                ["Guiju:Ledger:KeyFile"] = Path.Combine(Path.GetTempPath(), "guiju-web-tests", "ledger.json"),
                ["Serilog:MinimumLevel:Default"] = "Error",
            });
        }, [.. Modules.All, new RoomsModule()]);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await Preparation.CreateAsync(scope.ServiceProvider.GetRequiredService<GuijuDb>(), Ct); // in the house a migration does this
            await Composition.SeedAsync(scope.ServiceProvider, _ => Task.CompletedTask, Ct);
        }

        await app.StartAsync(Ct);
        return app;
    }

    private static async Task<HttpClient> SignInAsync(WebApplication app, string user)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        var answer = await client.PostAsJsonAsync("/api/kernel/sign-in", new { userName = user, password = DemonstrationAccounts.Password }, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return client;
    }

    private static IEnumerable<string> SampleFiles() => Directory.EnumerateFiles(Path.Combine(Root, "samples", "Rooms"), "*", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith("packages.lock.json", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Guiju.slnx")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? Environment.GetEnvironmentVariable("GUIJU_HOME") ?? throw new InvalidOperationException("Set GUIJU_HOME to the checkout.");
    }

    [GeneratedRegex(@"^`(?<path>samples/[^`]+)`\n\n```\w+\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    // The house's law with the sample's beside it, as it would lie once the module has moved in.
    private sealed class LawCopy : IDisposable
    {
        public LawCopy()
        {
            foreach (var (from, to) in new[] { (Path.Combine(Root, "law"), ""), (Path.Combine(Root, "samples", "Rooms", "law", "rooms"), "rooms") })
            {
                foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
                {
                    var copy = Path.Combine(Folder, to, Path.GetRelativePath(from, file));
                    Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                    File.Copy(file, copy);
                }
            }
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("guiju-law").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
