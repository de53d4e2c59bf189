using System.Diagnostics;
using System.Globalization;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Law.Checking;
using Guiju.Law.Stored;
using Guiju.Texts;
using Guiju.Texts.Akn;
using Guiju.Texts.Citing;
using Guiju.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Bench;

/// <summary>The real texts taken into an empty library on SQLite, from files to the committed transaction, cold: what an administrator waits for.</summary>
internal static class ImportBench
{
    public static async Task RunAsync(string[] args)
    {
        var texts = args.Length > 0 ? args[0] : Path.Combine(Environment.GetEnvironmentVariable("GUIJU_HOME") ?? ".", "..", "shared", "data", "laws");
        if (!Directory.Exists(texts))
        {
            Console.WriteLine($"No texts at {texts}; name their folder: ./dev bench import FOLDER");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("guiju-bench");
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>()).Build();
        await using (var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddBureau(settings, "sqlite:" + Path.Combine(folder.FullName, "import.db")).BuildServiceProvider())
        {
            await using var scope = services.CreateAsyncScope();
            await Preparation.MigrateAsync(scope.ServiceProvider.GetRequiredService<GuijuDb>(), CancellationToken.None);
            scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = Actor.System("bench");
            var intake = scope.ServiceProvider.GetRequiredService<Intake>();
            var (read, reading) = await TimedAsync(() => ReadFile.AllAsync([texts], CancellationToken.None));
            var (plan, planning) = await TimedAsync(() => intake.PlanAsync(read, null, CancellationToken.None));
            var (result, taking) = await TimedAsync(() => intake.TakeAsync(plan, null, CancellationToken.None));
            var (again, repeating) = await TimedAsync(() => intake.PlanAsync(read, null, CancellationToken.None));
            List<(string What, Cost Cost)> parts = [("read and recognise the files", reading), ("look them up in the library", planning), ("take them in, in one transaction", taking), ("the same again: nothing to do", repeating)];
            var sound = read.Select(f => f.Text).OfType<LegalText>().ToList();
            parts.Add(("of which: references", Once(() => sound.Sum(t => CitationReader.Read(t).Count))));
            parts.Add(("of which: Akoma Ntoso", Once(() => sound.Sum(t => AknWriter.Write(t, new AknIdentity("cn/x", DateOnly.MinValue, "")).Length))));
            var total = reading.Seconds + planning.Seconds + taking.Seconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Taken} texts, {sound.Sum(t => t.Articles.Count):N0} articles taken in {total:F2} s ({reading.Processor + planning.Processor + taking.Processor:F2} s of processor time); again: {again.Count(l => l.Step == IntakeStep.Unchanged)} unchanged"));
            foreach (var (what, cost) in parts)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-52}{cost.Seconds,9:N2} s{cost.Processor,9:N2} s of processor time"));
            }

            Measure.Report("import", [.. parts.Select(p => new Figure(p.What, "s", p.Cost.Seconds, p.Cost.Seconds, p.Cost.Seconds, p.Cost.Seconds / total, 0))], new { budget = "5 s from files to the committed transaction", texts = result.Taken, seconds = total, processorSeconds = parts.ToDictionary(p => p.What, p => p.Cost.Processor), what = "each part runs once: median, min and max are its seconds; ratio: share of the whole" });
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task<(T Value, Cost Cost)> TimedAsync<T>(Func<Task<T>> work)
    {
        var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var value = await work();
        return (value, new Cost(Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds));
    }

    private static Cost Once(Func<long> work)
    {
        var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        work();
        return new Cost(Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }

    private sealed record Cost(double Seconds, double Processor);
}
