using System.Globalization;
using System.Text;
using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Decisions.Scenarios;

/// <summary>One line of a lawyer's grid: on this day, with these facts, the law says this (情景).</summary>
public sealed record Scenario
{
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The decision as <c>file#id</c>; null where a whole control point is asked.</summary>
    public string? Decision { get; init; }

    /// <summary>The control point; null where one decision is asked.</summary>
    public string? Point { get; init; }

    /// <summary>Business date.</summary>
    public DateOnly On { get; init; }

    /// <summary>Facts by English name.</summary>
    public required IReadOnlyDictionary<string, object?> Facts { get; init; }

    /// <summary>Figures that differ from those of the day.</summary>
    public IReadOnlyDictionary<string, object> Figures { get; init; } = new Dictionary<string, object>();

    /// <summary>Outcome expected, e.g. <c>forbidden</c> or <c>not-applicable</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Rows expected to hit.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Facts expected to be missing, by English name.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Where it stands: the file, or the person who wrote it.</summary>
    public string Source { get; init; } = "";

    /// <summary>Its id, where it was written in the browser.</summary>
    public Guid? Id { get; init; }

    /// <summary>The scenarios of a file.</summary>
    public static IReadOnlyList<Scenario> Read(string path, string text)
    {
        var model = path.Replace(".scenarios.yaml", ".dmn", StringComparison.Ordinal);
        return LawYaml.Parse(path, text).Items.Select(s => new Scenario
        {
            Name = s["name"].Text,
            Decision = s.Find("decision") is { } decision ? $"{model}#{decision.Text}" : null,
            Point = s.Find("point")?.Text,
            On = s["on"].Date,
            Facts = s["facts"].Entries.ToDictionary(f => f.Key, f => s["facts"].Find(f.Key)?.Value),
            Figures = s.Find("parameters")?.Entries.ToDictionary(p => p.Key, p => p.Value.Value) ?? [],
            Outcome = s["expect"]["outcome"].Text,
            Rows = Names(s["expect"].Find("rule")),
            Missing = Names(s["expect"].Find("missing")),
            Source = path,
        }).ToList();
    }

    /// <summary>Scenarios as the file writes them.</summary>
    public static string Write(IEnumerable<Scenario> scenarios)
    {
        var text = new StringBuilder();
        foreach (var s in scenarios)
        {
            text.Append(CultureInfo.InvariantCulture, $"- name: {LawYaml.Quoted(s.Name)}\n");
            text.Append(s.Decision is { } decision ? $"  decision: {decision[(decision.IndexOf('#', StringComparison.Ordinal) + 1)..]}\n" : $"  point: {s.Point}\n");
            text.Append(CultureInfo.InvariantCulture, $"  on: {s.On:yyyy-MM-dd}\n  facts: {Map(s.Facts)}\n");
            text.Append(s.Figures.Count > 0 ? $"  parameters: {Map(s.Figures.ToDictionary(f => f.Key, f => (object?)f.Value))}\n" : "");
            text.Append(CultureInfo.InvariantCulture, $"  expect: {{outcome: {s.Outcome}");
            text.Append(s.Rows.Count switch { 0 => "", 1 => $", rule: {s.Rows[0]}", _ => $", rule: [{string.Join(", ", s.Rows)}]" });
            text.Append(s.Missing.Count > 0 ? $", missing: [{string.Join(", ", s.Missing)}]" : "").Append("}\n");
        }

        return text.ToString();
    }

    private static List<string> Names(LawYaml? yaml) => yaml is null ? [] : yaml.IsList ? yaml.Items.Select(i => i.Text).ToList() : [yaml.Text];

    private static string Map(IReadOnlyDictionary<string, object?> values) => "{" + string.Join(", ", values.Select(v => $"{v.Key}: {Plain(v.Value)}")) + "}";

    private static string Plain(object? value) => value switch
    {
        null => "null",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.Array } list => $"[{string.Join(", ", list.EnumerateArray().Select(i => Plain(i)))}]",
        System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.String } text => Plain(text.GetString()),
        System.Text.Json.JsonElement json => json.GetRawText(),
        string text => LawYaml.Quoted(text),
        System.Collections.IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Plain))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
