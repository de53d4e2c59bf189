using System.Text.RegularExpressions;
using Guiju.Kernel;
using Guiju.Texts;
using Guiju.Texts.Files;

namespace Guiju.Law.Checking;

/// <summary>A file of a text of law, read; or why it could not be.</summary>
/// <param name="File">Its name; inside an archive the archive's name, a stroke and the name inside.</param>
/// <param name="Text">The text.</param>
/// <param name="Failure">Why there is none.</param>
public sealed partial record ReadFile(string File, LegalText? Text, Bilingual? Failure)
{
    /// <summary>The bytes of the file.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>The date of the version where the file's name carries one, as the national collection names its files.</summary>
    public DateOnly? NamedDate => DateInName().Match(Path.GetFileName(File)) is { Success: true } match
        && DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Reads every file of the paths that can hold a text; folders are walked, archives unpacked.</summary>
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

            var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(f => TextFile.IsNamed(f) || IsArchive(f)).Order(StringComparer.Ordinal) : (IEnumerable<string>)[path];
            foreach (var file in files)
            {
                read.AddRange(new FileInfo(file).Length > Archive.MostBytes
                    ? [new ReadFile(file, null, new("文件过大", "the file is too large"))]
                    : Of(file, await System.IO.File.ReadAllBytesAsync(file, ct)));
            }
        }

        return read;
    }

    /// <summary>Reads one file; an archive gives one for each file in it.</summary>
    public static IReadOnlyList<ReadFile> Of(string name, byte[] content)
    {
        try
        {
            return Archive.Is(content) && !Archive.IsDocument(content)
                ? [.. Archive.Unpack(content).Select(f => f.Content is { } inner ? One($"{name}/{f.Name}", inner) : new ReadFile($"{name}/{f.Name}", null, new(f.Zh ?? "", f.En ?? "")))]
                : [One(name, content)];
        }
        catch (UnreadableTextException unreadable)
        {
            return [new ReadFile(name, null, new(unreadable.Zh, unreadable.En))];
        }
    }

    private static ReadFile One(string name, byte[] content)
    {
        try
        {
            var text = TextFile.Read(content);
            return Path.GetExtension(name).Equals(".docx", StringComparison.OrdinalIgnoreCase) && !Archive.Is(content) ? new ReadFile(name, null, new("Word 文件已损坏", "the Word file is damaged"))
                : !text.Body.Children.Any() ? new ReadFile(name, null, new("标题之下没有正文", "nothing stands under the title"))
                : new ReadFile(name, text, null) { Content = content };
        }
        catch (UnreadableTextException unreadable)
        {
            return new ReadFile(name, null, new(unreadable.Zh, unreadable.En));
        }
    }

    private static bool IsArchive(string file) => Path.GetExtension(file).Equals(".zip", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex DateInName();
}
