using System.Globalization;
using System.Text;
using Guiju.Decisions.Lawbooks;
using Guiju.Law;

namespace Guiju.Decisions.Drafts;

/// <summary>The provisions that a draft adds to those that rules may cite: one file a text, written as under <c>law/sources</c>.</summary>
internal static class SourceFile
{
    private const string Folder = "sources/";

    /// <summary>Whether a file of a draft holds provisions.</summary>
    public static bool Is(string path) => path.StartsWith(Folder, StringComparison.Ordinal);

    /// <summary>Where the provisions of a work stand.</summary>
    public static string PathOf(string work) => $"{Folder}{work.Replace('/', '-')}.yaml";

    /// <summary>Whether a file that was handed in holds provisions, whatever it is called.</summary>
    public static bool Looks(string path, string text) => path.EndsWith(".yaml", StringComparison.Ordinal) && LawYaml.Parse(path, text) is { IsList: false } yaml && yaml.Find("work") is not null;

    /// <summary>What rules may cite once the draft holds.</summary>
    public static LawSources Known(Lawbook inForce, IReadOnlyDictionary<string, string> files) => files.Keys.Any(Is) ? inForce.Sources.With(files.Where(f => Is(f.Key))) : inForce.Sources;

    /// <summary>The file's text.</summary>
    public static string Write(LawText text)
    {
        var file = new StringBuilder();
        file.Append(CultureInfo.InvariantCulture, $"work: {text.Work}\ntitle: {LawYaml.Quoted(text.Title.Zh)}\nenglish: {LawYaml.Quoted(text.Title.En)}\n");
        file.Append(text.Number is { } number ? $"number: {LawYaml.Quoted(number)}\n" : "");
        file.Append(CultureInfo.InvariantCulture, $"issuer: {LawYaml.Quoted(text.Issuer)}\nrank: {text.Rank}\npack: {text.Pack}\nbinds: {{zh: {LawYaml.Quoted(text.Binds.Zh)}, en: {LawYaml.Quoted(text.Binds.En)}}}\nversions:\n");
        foreach (var version in text.Versions)
        {
            file.Append(CultureInfo.InvariantCulture, $"  - date: {Day(version.Date)}\n    from: {Day(version.From)}\n    to: {(version.To is { } to ? Day(to) : "null")}\n    evidence: {Spelled(version.Evidence)}\n    provisions:\n");
            foreach (var provision in version.Provisions)
            {
                file.Append(CultureInfo.InvariantCulture, $"      - address: {provision.Address}\n        article: {(provision.Article is { } article ? LawYaml.Quoted(article) : "null")}\n        evidence: {Spelled(provision.Evidence)}\n");
                file.Append(CultureInfo.InvariantCulture, $"        holds: [{string.Join(", ", provision.Holds.Select(LawYaml.Quoted))}]\n        gist: {{zh: {LawYaml.Quoted(provision.Gist.Zh)}, en: {LawYaml.Quoted(provision.Gist.En)}}}\n");
            }
        }

        return file.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Spelled(Kernel.Evidence evidence) => evidence.ToString().ToLowerInvariant();
}
