using System.Diagnostics;
using System.Globalization;
using Guiju.Rides;

namespace Guiju.Bench;

/// <summary>
/// The dial-a-ride instances of the literature, each within a limit of time: cost, lower bound, gap, whether proved to be the cheapest, and what the separate
/// checker says. <c>./dev bench rides [FOLDER] [SECONDS]</c>; without a folder the one under <c>GUIJU_DATA</c>, or beside the checkout.
/// </summary>
internal static class RidesBench
{
    private const double UsualSeconds = 40;

    public static Task RunAsync(string[] args)
    {
        var folder = args.Length > 0 ? args[0] : Folder();
        var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : UsualSeconds;
        var rows = new List<Row>();
        Console.WriteLine($"{"instance",-10}{"requests",9}{"cost",10}{"bound",10}{"gap",8}  {"proved",-8}{"feasible",-9}{"seconds",8}");
        foreach (var file in Directory.EnumerateFiles(folder, "*-*.txt").OrderBy(Size).ThenBy(f => f, StringComparer.Ordinal))
        {
            var problem = RideFiles.Read(file);
            var began = Stopwatch.GetTimestamp();
            var plan = RidePlanner.Plan(problem, seconds, CancellationToken.None);
            var row = new Row(Path.GetFileNameWithoutExtension(file), problem.Requests, Math.Round(plan.Cost, 2), Math.Round(plan.Bound, 2), plan.Gap, plan.IsOptimal, RideChecker.Faults(problem, plan).Count == 0, Stopwatch.GetElapsedTime(began).TotalSeconds);
            rows.Add(row);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Instance,-10}{row.Requests,9}{row.Cost,10:0.00}{row.Bound,10:0.00}{row.Gap,8:P2}  {(row.Optimal ? "yes" : "no"),-8}{(row.Feasible ? "yes" : "NO"),-9}{row.Seconds,8:0.0}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count} instances, {rows.Count(r => r.Optimal)} proved optimal, {rows.Count(r => r.Feasible)} feasible by the separate checker, {rows.Sum(r => r.Seconds):0} s"));
        Measure.Save("rides", new { secondsEach = seconds, rows });
        return Task.CompletedTask;
    }

    private static int Size(string file) => int.Parse(Path.GetFileNameWithoutExtension(file).Split('-')[1], CultureInfo.InvariantCulture);

    private static string Folder()
    {
        var roots = new List<string?> { Environment.GetEnvironmentVariable("GUIJU_DATA") };
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            roots.Add(Path.Combine(at.FullName, "shared", "data"));
        }

        return roots.OfType<string>().Select(r => Path.Combine(r, "dial-a-ride")).FirstOrDefault(Directory.Exists) ?? throw new DirectoryNotFoundException("Name the folder of the instances, or set GUIJU_DATA.");
    }

    private sealed record Row(string Instance, int Requests, double Cost, double Bound, double Gap, bool Optimal, bool Feasible, double Seconds);
}
