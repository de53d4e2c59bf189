using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Decisions.Lawbooks;

/// <summary>
/// A change of the executable law that was published, or is only drafted: whole models that hold from a day on, and values of figures with days of their own.
/// It stands in a lawbook as files under <c>amendments/0001/</c>, so that the version of the lawbook covers it.
/// </summary>
/// <param name="Number">Running number; of two that hold from the same day the later goes before.</param>
/// <param name="From">First day of its models.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Withdraws">Number of the amendment that it ends from that day on; null for most.</param>
/// <param name="Files">Its files by path as under <c>law/</c>.</param>
public sealed record LawAmendment(int Number, DateOnly From, Bilingual Title, int? Withdraws, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Folder of all amendments in a lawbook.</summary>
    public const string Folder = "amendments/";

    private const string Sheet = "amendment.yaml";

    /// <summary>Last day before it is withdrawn; null while it is not.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether it says anything on a day.</summary>
    public bool Holds(DateOnly on) => From <= on && (Until is null || Until >= on);

    /// <summary>The amendments of a lawbook, by number, each with its end.</summary>
    public static IReadOnlyList<LawAmendment> In(LawFiles files)
    {
        var all = files.Under(Folder, "/" + Sheet).Select(sheet => Read(sheet.Key, sheet.Value, files)).OrderBy(a => a.Number).ToList();
        return all.ConvertAll(a => a with { Until = all.Where(w => w.Withdraws == a.Number).Select(w => (DateOnly?)w.From.AddDays(-1)).Min() });
    }

    /// <summary>The lawbook's files with this amendment among them.</summary>
    public LawFiles AddTo(LawFiles files)
    {
        var home = $"{Folder}{Number:0000}/";
        var all = new Dictionary<string, string>(files.Files) { [home + Sheet] = Describe() };
        foreach (var (path, text) in Files)
        {
            all[home + path] = text.ReplaceLineEndings("\n");
        }

        return new LawFiles(all);
    }

    private string Describe() => $"from: {From:yyyy-MM-dd}\ntitle: {{zh: {LawYaml.Quoted(Title.Zh)}, en: {LawYaml.Quoted(Title.En)}}}\n" + (Withdraws is { } number ? $"withdraws: {number}\n" : "");

    private static LawAmendment Read(string path, string text, LawFiles files)
    {
        var yaml = LawYaml.Parse(path, text);
        var home = path[..^Sheet.Length];
        return int.TryParse(home[Folder.Length..^1], out var number)
            ? new LawAmendment(number, yaml["from"].Date, yaml["title"].Both, yaml.Find("withdraws") is { } ended ? (int)(decimal)ended.Value : null,
                files.Under(home, "").Where(f => f.Key != path).ToDictionary(f => f.Key[home.Length..], f => f.Value))
            : throw new LawFormatException($"{path}: the folder of an amendment is a number.");
    }
}
