namespace Guiju.Jt808.Tests;

/// <summary>Frames of real terminals stand outside the project; tests that need them are skipped without them.</summary>
internal static class Yardstick
{
    public static IReadOnlyList<(string Expectation, byte[] Frame, string Expected)> Frames()
    {
        var file = Find();
        Assert.SkipWhen(file is null, "GUIJU_DATA is not set and ../shared/data is absent: the frames of real terminals are not here");
        return [.. File.ReadAllLines(file!).Skip(1).Where(l => l.Length > 0).Select(l => l.Split('\t')).Select(c => (c[0], Convert.FromHexString(c[1]), c[2]))];
    }

    private static string? Find()
    {
        var roots = new List<string?> { Environment.GetEnvironmentVariable("GUIJU_DATA") };
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            roots.Add(Path.Combine(at.FullName, "shared", "data"));
        }

        return roots.OfType<string>().Select(r => Path.Combine(r, "jt808", "frames.tsv")).FirstOrDefault(File.Exists);
    }
}
