using System.Diagnostics;
using System.Globalization;
using Guiju.Kernel;

namespace Guiju.Bench;

/// <summary>One contender's figures over all rounds.</summary>
internal sealed record Figure(string Name, string Unit, double Median, double Min, double Max, double RatioToFirst, double BytesEach);

/// <summary>Runs contenders in interleaved rounds in one process, since the machine is noisy and only ratios within a run mean anything.</summary>
internal static class Measure
{
    private const int Rounds = 7;

    /// <summary>Times each contender, an action that does its work <c>n</c> times; nanoseconds for one.</summary>
    public static IReadOnlyList<Figure> Interleaved(int n, params (string Name, Action<int> Work)[] contenders)
    {
        foreach (var (_, work) in contenders)
        {
            work(Math.Max(1, n / 4));
            work(Math.Max(1, n / 4));
        }

        var times = contenders.Select(_ => new List<double>()).ToList();
        var bytes = new double[contenders.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                contenders[i].Work(n);
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / n);
                bytes[i] = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)n;
            }
        }

        var first = Median(times[0]);
        return contenders.Select((c, i) => new Figure(c.Name, "ns", Median(times[i]), times[i].Min(), times[i].Max(), Median(times[i]) / first, bytes[i])).ToList();
    }

    /// <summary>Prints a table and writes <c>artifacts/bench/NAME.json</c>.</summary>
    public static void Report(string name, IReadOnlyList<Figure> figures, object? note = null)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",-52}{"median",12}{"min",12}{"max",12}{"ratio",8}{"B each",10}"));
        foreach (var f in figures)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{f.Name,-52}{f.Median,9:N1} {f.Unit}{f.Min,9:N1} {f.Unit}{f.Max,9:N1} {f.Unit}{f.RatioToFirst,8:N2}{f.BytesEach,10:N0}"));
        }

        Save(name, new { name, figures, note });
    }

    /// <summary>Writes <c>artifacts/bench/NAME.json</c>.</summary>
    public static void Save(string name, object what)
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("GUIJU_HOME") ?? ".", "artifacts", "bench");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name + ".json"), System.Text.Json.JsonSerializer.Serialize(what, Json.Indented));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    public static double Percentile(IEnumerable<double> values, double p)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * p))];
    }
}
