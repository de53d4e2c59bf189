using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Guiju.Clocks.Tests;

/// <summary>Where the checkout and the real inputs stand. The inputs are no part of the project; tests that need them are skipped without them.</summary>
internal static class Yardstick
{
    public static string Root { get; } = FindRoot();

    public static WorkCalendar Calendar { get; } = WorkCalendar.Load(Path.Combine(Root, "law", "calendar"));

    public static string? Inputs { get; } =
        new[] { Environment.GetEnvironmentVariable("GUIJU_DATA"), Path.Combine(Root, "..", "shared", "data") }
            .FirstOrDefault(Directory.Exists);

    public static DateOnly D(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd");

    /// <summary>The same notices as another maker typed them: day, off or worked.</summary>
    public static IReadOnlyDictionary<DateOnly, bool> OtherMakersDays()
    {
        Assert.SkipWhen(Inputs is null, "GUIJU_DATA is not set and ../shared/data is absent: the notices of another maker are not here to compare with");
        var days = new Dictionary<DateOnly, bool>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Inputs!, "holidays"), "*.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var day in json.RootElement.GetProperty("days").EnumerateArray())
            {
                days[D(day.GetProperty("date").GetString()!)] = day.GetProperty("isOffDay").GetBoolean();
            }
        }

        return days;
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var starts = new[] { AppContext.BaseDirectory, Environment.CurrentDirectory, Path.GetDirectoryName(here)! };
        foreach (var start in starts)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Guiju.slnx")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new InvalidOperationException("Guiju.slnx was not found above the tests");
    }
}
