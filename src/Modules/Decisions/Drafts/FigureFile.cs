using System.Globalization;
using System.Text;
using Guiju.Decisions.Lawbooks;
using Guiju.Law;

namespace Guiju.Decisions.Drafts;

/// <summary>Writes figures and their values as <c>parameters.yaml</c>: what a draft adds, or the whole for other systems.</summary>
internal static class FigureFile
{
    /// <summary>The file of a draft: id and the values it adds.</summary>
    public static string Added(IEnumerable<(string Id, ParameterValue Value)> values)
    {
        var text = new StringBuilder();
        foreach (var figure in values.GroupBy(v => v.Id).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"- id: {figure.Key}\n");
            Values(text, figure.Select(v => v.Value));
        }

        return text.ToString();
    }

    /// <summary>Whole figures.</summary>
    public static string Whole(IEnumerable<Parameter> figures)
    {
        var text = new StringBuilder();
        foreach (var figure in figures.OrderBy(f => f.Id, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"- id: {figure.Id}\n  name: {LawYaml.Quoted(figure.Name.Zh)}\n  english: {LawYaml.Quoted(figure.Name.En)}\n  unit: {(figure.Unit is { } unit ? LawYaml.Quoted(unit) : "null")}\n  type: {figure.Type}\n");
            text.Append(figure.Pack == "cn" ? "" : $"  pack: {figure.Pack}\n");
            Values(text, figure.Values);
        }

        return text.ToString();
    }

    private static void Values(StringBuilder text, IEnumerable<ParameterValue> values)
    {
        text.Append("  values:\n");
        foreach (var value in values)
        {
            text.Append(CultureInfo.InvariantCulture, $"    - {{from: {Day(value.From)}, to: {(value.To is { } to ? Day(to) : "null")}, value: {Plain(value.Value)}");
            text.Append(value.Provision is { } provision ? $", provision: {LawYaml.Quoted(provision)}" : "");
            text.Append(CultureInfo.InvariantCulture, $", evidence: {value.Evidence.ToString().ToLowerInvariant()}, recorded: {Day(value.Recorded)}");
            text.Append(value.RecordedBy is { } by ? $", by: {LawYaml.Quoted(by)}" : "");
            text.Append(value.Note is { } note ? $", note: {LawYaml.Quoted(note)}" : "").Append("}\n");
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Plain(object? value) => value switch
    {
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        IEnumerable<object?> list => $"[{string.Join(", ", list.Select(Plain))}]",
        _ => LawYaml.Quoted(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };
}
