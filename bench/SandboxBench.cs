using System.Diagnostics;
using System.Globalization;
using Guiju.Decisions.Contracts;
using Guiju.Decisions.Drafts;
using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Sandbox;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Guiju.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Bench;

/// <summary>
/// A draft tried on a register of a million vehicles: how long it takes, how soon a cancelled run stops, and what happens meanwhile to the pages of somebody else.
/// On SQLite, and on PostgreSQL where <c>GUIJU_POSTGRES</c> names a server.
/// </summary>
internal static class SandboxBench
{
    private static readonly DateOnly On = new(2026, 3, 2);

    private static readonly Dictionary<string, string> Draft = new()
    {
        ["parameters.yaml"] = """
            - {id: fleet.renew.years, from: 2026-03-02, value: 10}
            - {id: fleet.price-cap.emergency, from: 2026-03-02, value: 150000}
            - {id: fleet.displacement-cap.emergency, from: 2026-03-02, value: 1.6}
            """,
    };

    public static async Task RunAsync(string[] args)
    {
        var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var figures = new List<Figure>();
        var folder = Directory.CreateTempSubdirectory("guiju-bench");
        figures.AddRange(await OnAsync("SQLite", "sqlite:" + Path.Combine(folder.FullName, "sandbox.db"), rows));
        if (Environment.GetEnvironmentVariable("GUIJU_POSTGRES") is { Length: > 0 } server)
        {
            var name = $"guiju_bench_{Guid.CreateVersion7():N}";
            await RegisterBench.AdministerAsync(server, $"CREATE DATABASE {name}");
            figures.AddRange(await OnAsync("PostgreSQL", server[..server.LastIndexOf('/')] + "/" + name, rows));
            await RegisterBench.AdministerAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
        }

        Measure.Report("sandbox", figures, new { budget = "a million records within 10 s on two cores; other users' pages unharmed meanwhile", rows, what = "the ratio is to the first line of the same unit" });
        folder.Delete(recursive: true);
    }

    private static async Task<IReadOnlyList<Figure>> OnAsync(string name, string database, int rows)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Guiju:Fleet:DemonstrationTrips"] = "400" }).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddBureau(settings, database).BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
            await Preparation.MigrateAsync(db, CancellationToken.None);
            await Composition.SeedAsync(scope.ServiceProvider, _ => Task.CompletedTask, CancellationToken.None);
            await RegisterBench.MultiplyAsync(db, rows, name == "SQLite");
        }

        var (quiet, _) = await PagesAsync(services, TimeSpan.FromSeconds(4), CancellationToken.None);
        var (seconds, records) = (new List<double>(), 0);
        for (var round = 0; round < 3; round++)
        {
            var result = await TryAsync(services, CancellationToken.None);
            seconds.Add(result.Seconds);
            records = result.Records;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {result.Records:#,0} records, {result.NewlyBreaking:#,0} newly, {result.Seconds:0.0} s"));
        }

        using var ended = new CancellationTokenSource();
        var pages = PagesAsync(services, TimeSpan.FromMinutes(5), ended.Token);
        var beside = await TryAsync(services, CancellationToken.None);
        await ended.CancelAsync();
        var (busy, _) = await pages;
        var stopped = await CancelledAsync(services);
        return
        [
            new Figure($"{name}: a draft on {records:#,0} vehicles", "s", Measure.Median(seconds), seconds.Min(), seconds.Max(), 1, 0),
            new Figure($"{name}: the same while somebody pages", "s", beside.Seconds, beside.Seconds, beside.Seconds, beside.Seconds / Measure.Median(seconds), 0),
            new Figure($"{name}: from cancelling to the end", "s", stopped, stopped, stopped, stopped / Measure.Median(seconds), 0),
            new Figure($"{name}: a page, nobody else at work", "ms", Measure.Median(quiet), quiet.Min(), Measure.Percentile(quiet, 0.95), 1, 0),
            new Figure($"{name}: a page while a draft is tried", "ms", Measure.Median(busy), busy.Min(), Measure.Percentile(busy, 0.95), Measure.Median(busy) / Measure.Median(quiet), 0),
        ];
    }

    private static async Task<SandboxResult> TryAsync(ServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var (runner, book) = (scope.ServiceProvider.GetRequiredService<SandboxRunner>(), scope.ServiceProvider.GetRequiredService<LawShelf>().Current);
        var draft = DraftFolder.Overlay(book, new DraftFolder(book, On, On).Read(Draft), On);
        IPopulation vehicles = runner.Find("vehicles") ?? throw new InvalidOperationException("The vehicles are gone.");
        return (await runner.RunAsync((book, draft), vehicles, On, _ => Task.CompletedTask, ct)).Result;
    }

    private static async Task<double> CancelledAsync(ServiceProvider services)
    {
        using var cancelled = new CancellationTokenSource();
        var running = Task.Run(() => TryAsync(services, cancelled.Token));
        await Task.Delay(1500);
        var began = Stopwatch.GetTimestamp();
        await cancelled.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            return Stopwatch.GetElapsedTime(began).TotalSeconds;
        }

        throw new InvalidOperationException("The run was over before it was cancelled.");
    }

    // One person who asks for a page of the register ten times a second.
    private static async Task<(List<double> Times, int Count)> PagesAsync(ServiceProvider services, TimeSpan during, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = Actor.System("bench");
        var register = services.GetRequiredService<RegisterBook>().Find("fleet.vehicles") ?? throw new InvalidOperationException("The register of vehicles is gone.");
        var reader = scope.ServiceProvider.GetRequiredService<RegisterReader>();
        var (times, began) = (new List<double>(), Stopwatch.GetTimestamp());
        while (!ct.IsCancellationRequested && Stopwatch.GetElapsedTime(began) < during)
        {
            var asked = Stopwatch.GetTimestamp();
            await reader.PageAsync(register, RegisterState.Read(register, [KeyValuePair.Create("sort", (string?[])["-price"])]), CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            await Task.Delay(100, CancellationToken.None);
        }

        return (times, times.Count);
    }
}
