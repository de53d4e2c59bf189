using Guiju.Law;

namespace Guiju.Decisions.Tests.Scenarios;

/// <summary>One line of a lawyer's table: on this day, with these facts, the law says this.</summary>
internal sealed record Scenario(
    string File, string Name, string? Decision, string? Point, DateOnly On,
    IReadOnlyDictionary<string, object?> Facts, IReadOnlyDictionary<string, string> Parameters,
    string Outcome, IReadOnlyList<string> Rows, IReadOnlyList<string> Missing)
{
    private static readonly Lazy<IReadOnlyList<Scenario>> Read = new(() => Book.Files.Under("", ".scenarios.yaml").SelectMany(f => Parse(f.Key, f.Value)).ToList());

    public static IReadOnlyList<Scenario> All => Read.Value;

    /// <summary>The decision as <c>file#id</c>: scenarios stand beside the table they try.</summary>
    public string Reference => Decision is null ? "" : File.Replace(".scenarios.yaml", ".dmn", StringComparison.Ordinal) + "#" + Decision;

    public override string ToString() => $"{Decision ?? Point} {Name}";

    private static IEnumerable<Scenario> Parse(string file, string text) => LawYaml.Parse(file, text).Items.Select(s => new Scenario(
        file,
        s["name"].Text,
        s.Find("decision")?.Text,
        s.Find("point")?.Text,
        s["on"].Date,
        s["facts"].Entries.ToDictionary(f => f.Key, f => s["facts"].Find(f.Key)?.Value),
        s.Find("parameters")?.Entries.ToDictionary(p => p.Key, p => p.Value.Text) ?? [],
        s["expect"]["outcome"].Text,
        Names(s["expect"].Find("rule")),
        Names(s["expect"].Find("missing"))));

    private static List<string> Names(LawYaml? yaml) => yaml is null ? [] : yaml.IsList ? yaml.Items.Select(i => i.Text).ToList() : [yaml.Text];
}
