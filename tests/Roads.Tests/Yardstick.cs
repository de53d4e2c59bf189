namespace Guiju.Roads.Tests;

/// <summary>The real inputs stand outside the project; tests that need them are skipped without them.</summary>
internal static class Yardstick
{
    public static string Folder()
    {
        var roots = new List<string?> { Environment.GetEnvironmentVariable("GUIJU_DATA") };
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            roots.Add(Path.Combine(at.FullName, "shared", "data"));
        }

        var folder = roots.OfType<string>().Select(r => Path.Combine(r, "tracks")).FirstOrDefault(Directory.Exists);
        Assert.SkipWhen(folder is null, "GUIJU_DATA is not set and ../shared/data is absent: the real inputs are not here");
        return folder!;
    }
}
