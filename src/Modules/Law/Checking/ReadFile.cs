using System.Text.RegularExpressions;
using Guiju.Kernel;
using Guiju.Texts;

namespace Guiju.Law.Checking;

/// <summary>A file of a text of law, read; or why it could not be.</summary>
public sealed partial record ReadFile(string File, LegalText? Text, Bilingual? Failure)
{
    /// <summary>The date of the version where the file's name carries one, as the national collection names its files.</summary>
    public DateOnly? NamedDate => DateInName().Match(Path.GetFileName(File)) is { Success: true } match
        && DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date) ? date : null;

    private const long MostBytes = 20_000_000;
    private static readonly string[] Kinds = [".md", ".txt"];

    /// <summary>Reads every Markdown and plain-text file of the paths; folders are walked.</summary>
    public static async Task<IReadOnlyList<ReadFile>> AllAsync(IEnumerable<string> paths, CancellationToken ct)
    {
        var read = new List<ReadFile>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path) && !System.IO.File.Exists(path))
            {
                read.Add(new ReadFile(path, null, new("没有这个文件或文件夹", "there is no such file or folder")));
                continue;
            }

            var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(f => Kinds.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal) : (IEnumerable<string>)[path];
            foreach (var file in files)
            {
                read.Add(await OneAsync(file, ct));
            }
        }

        return read;
    }

    private static async Task<ReadFile> OneAsync(string file, CancellationToken ct)
    {
        if (new FileInfo(file).Length > MostBytes)
        {
            return new ReadFile(file, null, new("文件过大", "the file is too large"));
        }

        try
        {
            return new ReadFile(file, TextParser.Parse(await System.IO.File.ReadAllTextAsync(file, ct)), null);
        }
        catch (UnreadableTextException unreadable)
        {
            return new ReadFile(file, null, new(unreadable.Zh, unreadable.En));
        }
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex DateInName();
}
