using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Decisions.Lawbooks;

/// <summary>A named place in the work where decisions are bound.</summary>
/// <param name="Id">E.g. <c>fleet.trip.dispatch</c>.</param>
/// <param name="Title">Title.</param>
/// <param name="Filing">Whether the act only hands a matter in.</param>
/// <param name="Decisions">Decisions bound, as <c>file#decision</c> with the file's path under <c>law/</c>.</param>
/// <param name="Facts">Facts that a question may carry, by English name.</param>
public sealed record ControlPoint(string Id, Bilingual Title, bool Filing, IReadOnlyList<string> Decisions, IReadOnlyList<FactType> Facts);

/// <summary>A fact that tables read: its Chinese name in the tables, its English name in code and API.</summary>
/// <param name="English">camelCase name.</param>
/// <param name="Name">Name in the tables.</param>
/// <param name="Type">number, string, boolean, date, or the name of an enumeration.</param>
/// <param name="IsList">Whether the value is a list of the type.</param>
/// <param name="Unit">Unit, where it has one.</param>
/// <param name="Help">What to fill in.</param>
/// <param name="Codes">For an enumeration: English code to Chinese value.</param>
public sealed record FactType(string English, string Name, string Type, bool IsList, string? Unit, Bilingual Help, IReadOnlyDictionary<string, string>? Codes);

/// <summary>Reads <c>control-points.yaml</c>.</summary>
internal static class ControlPointReader
{
    public static IEnumerable<ControlPoint> Read(string path, string text)
    {
        var yaml = LawYaml.Parse(path, text);
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var types = yaml["types"].Entries.ToDictionary(t => t.Key, t => (IReadOnlyDictionary<string, string>)t.Value.Entries.ToDictionary(c => c.Key, c => c.Value.Text));
        var facts = yaml["facts"].Entries.ToDictionary(f => f.Key, f => ReadFact(f.Key, f.Value, types));
        return yaml["points"].Items.Select(point => new ControlPoint(
            point["id"].Text,
            point["title"].Both,
            point["stage"].Text == "filing",
            point["decisions"].Items.Select(d => folder + d.Text).ToList(),
            point["facts"].Items.Select(f => facts.TryGetValue(f.Text, out var fact) ? fact : throw f.Wrong($"fact '{f.Text}' is not described")).ToList())).ToList();
    }

    private static FactType ReadFact(string english, LawYaml yaml, Dictionary<string, IReadOnlyDictionary<string, string>> types)
    {
        var type = yaml["type"].Text;
        var codes = types.GetValueOrDefault(type);
        return codes is not null || type is "number" or "string" or "boolean" or "date"
            ? new FactType(english, yaml["name"].Text, type, yaml.Find("list")?.Truth ?? false, yaml.Find("unit")?.Text,
                new Bilingual(yaml.Find("help")?.Text ?? "", yaml.Find("english")?.Text ?? ""), codes)
            : throw yaml.Wrong($"type '{type}' of fact '{english}' is not described");
    }
}
