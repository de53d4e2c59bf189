namespace Guiju.Texts.Tests;

/// <summary>The real texts, where they lie beside the checkout.</summary>
internal static class RealTexts
{
    public static string? Folder { get; } = Find();

    /// <summary>All files; skips the test where they are absent.</summary>
    public static IReadOnlyList<string> Files()
    {
        Assert.SkipWhen(Folder is null, "The real texts are not beside this checkout.");
        return [.. Directory.GetFiles(Folder!, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]; // skipped above where it is null
    }

    /// <summary>The file whose name begins so.</summary>
    public static LegalText Read(string name) => TextParser.Parse(File.ReadAllText(Files().Single(f => Path.GetFileNameWithoutExtension(f) == name)));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("GUIJU_DATA") is { } set)
        {
            return Path.Combine(set, "laws");
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Guiju.slnx")))
            {
                var beside = Path.Combine(at.FullName, "..", "shared", "data", "laws");
                return Directory.Exists(beside) ? beside : null;
            }
        }

        return null;
    }
}
