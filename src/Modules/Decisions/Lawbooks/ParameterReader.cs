using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Decisions.Lawbooks;

/// <summary>Reads <c>parameters.yaml</c>: whole figures, and the values that amendments add to them.</summary>
internal static class ParameterReader
{
    /// <summary>The figures of one file.</summary>
    public static IReadOnlyList<Parameter> Read(string path, string text) => LawYaml.Parse(path, text).Items.Select(Read).ToList();

    /// <summary>All figures of a lawbook: an amendment adds values and never writes over one; a withdrawn amendment ends its own.</summary>
    public static IReadOnlyDictionary<string, Parameter> Read(LawFiles own, IReadOnlyList<LawAmendment> amendments)
    {
        var figures = own.Under("", "parameters.yaml").SelectMany(f => Read(f.Key, f.Value)).ToDictionary(p => p.Id);
        foreach (var amendment in amendments)
        {
            foreach (var (path, text) in amendment.Files.Where(f => f.Key.EndsWith("parameters.yaml", StringComparison.Ordinal)))
            {
                foreach (var line in LawYaml.Parse(path, text).Items)
                {
                    var id = line["id"].Text;
                    var figure = figures.GetValueOrDefault(id) ?? Read(line) with { Values = [] };
                    figures[id] = figure with { Values = [.. figure.Values, .. ValuesOf(line, figure.Type).Select(v => Within(v, amendment)).OfType<ParameterValue>()] };
                }
            }
        }

        return figures;
    }

    /// <summary>The values a file adds, by figure; the type of each comes from the figure that is known.</summary>
    public static IEnumerable<(string Id, ParameterValue Value)> Added(string path, string text, IReadOnlyDictionary<string, Parameter> known) =>
        LawYaml.Parse(path, text).Items.SelectMany(line => ValuesOf(line, known.GetValueOrDefault(line["id"].Text)?.Type ?? line["type"].Text).Select(v => (line["id"].Text, v)));

    private static Parameter Read(LawYaml yaml) => new(
        yaml["id"].Text,
        new Bilingual(yaml["name"].Text, yaml["english"].Text),
        yaml.Find("unit")?.Text,
        yaml["type"].Text,
        yaml.Find("pack")?.Text ?? "cn",
        ValuesOf(yaml, yaml["type"].Text));

    private static List<ParameterValue> ValuesOf(LawYaml figure, string type) => figure["values"].Items.Select(v =>
        new ParameterValue(v["from"].Date, v.Find("to")?.Date, ValueOf(type, v["value"]), v.Find("provision")?.Text, v["evidence"].Evidence, v["recorded"].Date)
        {
            RecordedBy = v.Find("by")?.Text,
            Note = v.Find("note")?.Text,
        }).ToList();

    private static ParameterValue? Within(ParameterValue value, LawAmendment amendment)
    {
        var to = amendment.Until is { } end && (value.To is null || value.To > end) ? end : value.To;
        return to < value.From ? null : value with { To = to, Amendment = amendment.Number };
    }

    private static object ValueOf(string type, LawYaml yaml)
    {
        var value = type == "string" ? yaml.Text : yaml.Value;
        return type switch
        {
            "number" when value is not (decimal or IReadOnlyList<object>) => throw yaml.Wrong($"'{yaml.Text}' is no number"),
            "boolean" when value is not bool => throw yaml.Wrong($"'{yaml.Text}' is neither true nor false"),
            _ => value,
        };
    }
}
