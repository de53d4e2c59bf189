using System.Text.RegularExpressions;

namespace Guiju.Ui.Tests;

/// <summary>The texts that the pages of a folder ask for, read from their sources.</summary>
internal static partial class SourceTexts
{
    public static IReadOnlySet<string> Used(string folder) => Files(folder).SelectMany(file => Keys().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)).ToHashSet();

    public static IReadOnlyList<(string File, string Text)> Markup(string folder) =>
        [.. Files(folder).Where(f => f.EndsWith(".razor", StringComparison.Ordinal)).Select(f => (Path.GetFileNameWithoutExtension(f), File.ReadAllText(f)))];

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*", SearchOption.AllDirectories)
        .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal));

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Guiju.slnx")))
            {
                return at.FullName;
            }
        }

        return Environment.GetEnvironmentVariable("GUIJU_HOME") ?? throw new InvalidOperationException("Set GUIJU_HOME to the checkout.");
    }

    [GeneratedRegex("\\bT\\[\"([^\"]+)\"")]
    private static partial Regex Keys();
}
