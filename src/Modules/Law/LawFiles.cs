using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Guiju.Law;

/// <summary>
/// Everything under <c>law/</c> as it was read at one moment. Its version is a hash of names and contents, so that a verdict can pin it
/// and anyone can check that the files kept are the files applied.
/// </summary>
public sealed class LawFiles
{
    /// <summary>The setting that names the folder.</summary>
    public const string Setting = "Guiju:Law";

    private static readonly string[] Kinds = [".yaml", ".dmn", ".bpmn"];

    /// <summary>Files by their path under the folder, with forward slashes.</summary>
    public LawFiles(IReadOnlyDictionary<string, string> files)
    {
        Files = files;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{text.Length}\n{text}\n"));
        }

        Version = Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    /// <summary>Text of each file.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>32 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>Files of that folder (or its subfolders) and ending, by path.</summary>
    public IEnumerable<KeyValuePair<string, string>> Under(string folder, string ending) => Files
        .Where(f => f.Key.StartsWith(folder, StringComparison.Ordinal) && f.Key.EndsWith(ending, StringComparison.Ordinal))
        .OrderBy(f => f.Key, StringComparer.Ordinal);

    /// <summary>Reads a folder.</summary>
    public static LawFiles Read(string folder) => new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(f => Kinds.Contains(Path.GetExtension(f)))
        .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => File.ReadAllText(f).ReplaceLineEndings("\n")));

    /// <summary>The folder that the setting names; else <c>law</c> in <c>GUIJU_HOME</c>, the working folder or above, or above the program.</summary>
    public static string Find(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } set)
        {
            return Directory.Exists(set) ? set : throw new DirectoryNotFoundException($"{Setting} names {set}, which does not exist.");
        }

        string?[] starts = [Environment.GetEnvironmentVariable("GUIJU_HOME"), Directory.GetCurrentDirectory(), AppContext.BaseDirectory];
        return starts.Where(s => !string.IsNullOrEmpty(s)).SelectMany(s => Upwards(s!)).Select(d => Path.Combine(d, "law"))
            .FirstOrDefault(d => Directory.Exists(Path.Combine(d, "sources")))
            ?? throw new DirectoryNotFoundException($"No folder 'law' with 'sources' was found; set {Setting}.");
    }

    private static IEnumerable<string> Upwards(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
