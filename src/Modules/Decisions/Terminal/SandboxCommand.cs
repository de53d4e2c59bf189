using System.CommandLine;
using System.Globalization;
using Guiju.Decisions.Contracts;
using Guiju.Decisions.Drafts;
using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Sandbox;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Law;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Decisions.Terminal;

/// <summary><c>guiju sandbox --draft DIR --on D [--population NAME]</c>: what a draft would change on the live record. It writes nothing.</summary>
internal static class SandboxCommand
{
    private const int Shown = 20;

    public static Command Build(CommandHost host)
    {
        var draft = new Option<string?>("--draft") { Description = "Folder with .dmn models and parameters.yaml" };
        var on = new Option<string?>("--on") { Description = "Day yyyy-MM-dd; default: today" };
        var population = new Option<string?>("--population") { Description = "Name of the records; without it all those that the draft concerns" };
        var list = new Option<bool>("--list") { Description = "List the populations" };
        var database = new Option<string?>("--db") { Description = "Database" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("sandbox", "Try a draft of rules and figures on the live record: who would newly break it, who no longer. Changes nothing.") { draft, on, population, list, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var services = scope.ServiceProvider;
            var runner = services.GetRequiredService<SandboxRunner>();
            if (parsed.GetValue(list))
            {
                await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(new { populations = runner.Populations.Select(p => new { p.Name, p.Title }) }) : string.Join('\n', runner.Populations.Select(p => $"{p.Name}\t{p.Title.Zh} · {p.Title.En}")));
                return ExitCode.Done;
            }

            var shelf = services.GetRequiredService<LawShelf>();
            await shelf.RefreshAsync(services.GetRequiredService<GuijuDb>(), ct);
            var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime);
            var day = DayOf(parsed.GetValue(on)) ?? today;
            var books = Books(shelf.Current, parsed.GetValue(draft) ?? throw new InvalidDataException("Name the draft: --draft FOLDER"), day, today);
            var results = new List<(IPopulation Population, SandboxResult Result)>();
            foreach (var each in Chosen(runner, parsed.GetValue(population)))
            {
                var total = await each.CountAsync(day, ct);
                var (result, _) = await runner.RunAsync(books, each, day, done => host.Error.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"\r{each.Name} {done:#,0}/{total:#,0}")), ct);
                await host.Error.WriteLineAsync();
                results.Add((each, result));
            }

            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(Shape(results)) : Tell(results));
            return ExitCode.Done;
        });
        return command;
    }

    private static (Lawbook InForce, Lawbook Draft) Books(Lawbook inForce, string folder, DateOnly day, DateOnly today)
    {
        try
        {
            return (inForce, DraftFolder.Overlay(inForce, new DraftFolder(inForce, day, today).Read(folder), day));
        }
        catch (Exception wrong) when (wrong is LawFormatException or Dmn.DmnFormatException)
        {
            throw new InvalidDataException(wrong.Message);
        }
    }

    private static DateOnly? DayOf(string? text) => text is null
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new InvalidDataException($"--on '{text}' is no date yyyy-MM-dd.");

    private static List<IPopulation> Chosen(SandboxRunner runner, string? name) => name is null
        ? runner.Populations.Where(p => p.Name != StoredFacts.EveryPoint).ToList()
        : runner.Find(name) is { } found ? [found] : throw new InvalidDataException($"There is no population '{name}'; there are: {string.Join(", ", runner.Populations.Select(p => p.Name))}.");

    private static object Shape(List<(IPopulation Population, SandboxResult Result)> results) => new
    {
        records = results.Sum(r => r.Result.Records),
        newlyBreaking = results.Sum(r => r.Result.NewlyBreaking),
        noLonger = results.Sum(r => r.Result.NoLonger),
        byUnit = results.SelectMany(r => r.Result.ByUnit).GroupBy(t => (t.Key, t.Name)).Select(g => new SandboxTally(g.Key.Key, g.Key.Name, g.Sum(t => t.NewlyBreaking), g.Sum(t => t.NoLonger), g.Sum(t => t.NewlyYuan))),
        seconds = Math.Round(results.Sum(r => r.Result.Seconds), 3),
        newlyYuan = results.Sum(r => r.Result.NewlyYuan),
        newlyUndecided = results.Sum(r => r.Result.NewlyUndecided),
        populations = results.Select(r => new { r.Population.Name, r.Population.Title, result = r.Result }),
    };

    private static string Tell(List<(IPopulation Population, SandboxResult Result)> results) => string.Join('\n', results.Select(r => string.Create(CultureInfo.InvariantCulture,
        $"{r.Population.Title.Zh} · {r.Population.Title.En}: {r.Result.Records:#,0} records, {r.Result.Seconds:0.0} s\n  breaking 不符合 {r.Result.BreakingBefore:#,0} → {r.Result.BreakingAfter:#,0}; newly 新增 {r.Result.NewlyBreaking:#,0}{(r.Result.NewlyYuan > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({r.Result.NewlyYuan:#,0.##} 元)") : "")}; no longer 不再 {r.Result.NoLonger:#,0}; undecided 无法判断 {r.Result.NewlyUndecided:#,0}")
        + string.Concat(r.Result.ByUnit.Take(Shown).Select(t => string.Create(CultureInfo.InvariantCulture, $"\n    {t.Name.Zh}\t+{t.NewlyBreaking}\t−{t.NoLonger}")))));
}
