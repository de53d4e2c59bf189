using System.Diagnostics;
using System.Globalization;
using Guiju.Clocks;
using Guiju.Decisions.Lawbooks;
using Guiju.Fleet.Irregularities;
using Guiju.Fleet.Sightings;
using Guiju.Kernel;
using Guiju.Law;
using Microsoft.Extensions.Configuration;

namespace Guiju.Bench;

/// <summary>A simulated year of many cars with tricks at known rates: what the detectors find, what they miss, whom they accuse wrongly. <c>irregularities [CARS] [SEED] [DAYS]</c></summary>
internal static class IrregularityBench
{
    private const int UsualCars = 200;
    private const int Year = 365;

    public static async Task RunAsync(string[] args)
    {
        int Number(int place, int usual) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : usual;
        var (cars, seed, days) = (Number(0, UsualCars), Number(1, 1), Number(2, Year));
        var calendar = WorkCalendar.Load(Path.Combine(LawFiles.Find(new ConfigurationBuilder().Build()), "calendar"));
        using var shelf = new LawShelf(new ConfigurationBuilder().Build());
        var tolerances = Tolerances.On(new ShelfFigures(shelf), new DateOnly(2023, 1, 1));
        var clock = Stopwatch.StartNew();
        var proof = Proof.Of(seed, cars, (new DateOnly(2023, 1, 1), days), (calendar.IsWorkday, day => calendar.HolidayAround(day)?.Name), TrickRates.Usual, tolerances);
        foreach (var (trick, (played, found)) in proof.Tricks)
        {
            Console.WriteLine($"{trick,-14} played {played,5}  found {found,5}  recall {100.0 * found / played,6:0.0} %");
        }

        foreach (var (kind, (raised, right)) in proof.Kinds)
        {
            Console.WriteLine($"{kind,-16} raised {raised,5}  right {right,5}  precision {100.0 * right / raised,6:0.0} %");
        }

        if (proof.WithoutRest is var (really, tired) && really > 0)
        {
            Console.WriteLine($"driven longer than the law allows without a rest, planned by nobody: {really}, found {tired} ({100.0 * tired / really:0.0} %)");
        }

        if (Environment.GetEnvironmentVariable("GUIJU_BENCH_WRONGLY") is { Length: > 0 } shown)
        {
            foreach (var (car, day, seen) in proof.Wrongly.Where(w => shown == "all" || w.Seen.Kind.ToString() == shown))
            {
                Console.WriteLine($"wrongly: {car} {day:yyyy-MM-dd} {seen.Kind} {string.Join("; ", seen.Figures.Select(f => $"{f.Name.En} {f.Value} {f.Unit}"))} | {string.Join("; ", seen.Excuses.Select(e => $"{e.Name.En} {e.Standing}: {e.Because.En}"))}");
            }
        }

        Console.WriteLine($"{cars} cars, {days} days, seed {seed}: {proof.CleanTrips} clean journeys, {proof.FalseAlarms} false alarms ({proof.FalseShare:0.00} %), {proof.Explained} explained by the record, {proof.Devices} on devices; {clock.Elapsed.TotalSeconds:0.0} s");
        await File.WriteAllTextAsync(Path.Combine("artifacts", "bench", "irregularities.json"), Json.Write(new
        {
            cars, days, seed, proof.CleanTrips, proof.FalseAlarms, falseShare = Math.Round(proof.FalseShare, 3), proof.Explained, proof.Devices,
            tricks = proof.Tricks.Select(t => new { trick = t.Key.ToString(), t.Value.Played, t.Value.Found, recall = Math.Round((double)t.Value.Found / t.Value.Played, 4) }),
            kinds = proof.Kinds.Select(k => new { kind = k.Key.ToString(), k.Value.Raised, k.Value.Right, precision = Math.Round((double)k.Value.Right / k.Value.Raised, 4) }),
        }));
    }
}
