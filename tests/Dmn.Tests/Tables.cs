using System.Security;
using System.Text;

namespace Guiju.Dmn.Tests;

/// <summary>Writes small models for tests.</summary>
internal static class Tables
{
    public const string Space = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    /// <summary>A model with one decision 结论 made by a table. Inputs as <c>name:type</c>; a row is its cells, the outputs after a bar.</summary>
    public static string Model(string policy, string[] inputs, string[] outputs, params string[] rows) => ModelWith("", policy, inputs, outputs, rows);

    public static string ModelWith(string more, string policy, string[] inputs, string[] outputs, params string[] rows)
    {
        var xml = new StringBuilder();
        xml.Append($"""<definitions xmlns="{Space}" xmlns:guiju="urn:guiju:law" name="试表" namespace="urn:test" id="m">""");
        foreach (var (name, type) in inputs.Select(Split))
        {
            xml.Append($"""<inputData id="i_{name}" name="{name}"><variable name="{name}" typeRef="{type}"/></inputData>""");
        }

        xml.Append(more).Append("""<decision id="d" name="结论"><variable name="结论"/>""");
        foreach (var (name, _) in inputs.Select(Split))
        {
            xml.Append($"""<informationRequirement><requiredInput href="#i_{name}"/></informationRequirement>""");
        }

        xml.Append($"""<decisionTable {policy}>""");
        foreach (var (name, type) in inputs.Select(Split))
        {
            xml.Append($"""<input><inputExpression typeRef="{type}"><text>{name}</text></inputExpression></input>""");
        }

        foreach (var (name, values) in outputs.Select(Split))
        {
            xml.Append($"""<output name="{name}">{(values.Length > 0 ? $"<outputValues><text>{SecurityElement.Escape(values)}</text></outputValues>" : "")}</output>""");
        }

        for (var r = 0; r < rows.Length; r++)
        {
            var parts = rows[r].Split('|');
            xml.Append($"""<rule id="r{r + 1}" guiju:provision="测试办法~art_{r + 1}">""");
            xml.AppendJoin("", Cells(parts[0]).Select(c => $"<inputEntry><text>{SecurityElement.Escape(c)}</text></inputEntry>"));
            xml.AppendJoin("", Cells(parts[1]).Select(c => $"<outputEntry><text>{SecurityElement.Escape(c)}</text></outputEntry>"));
            xml.Append("</rule>");
        }

        return xml.Append("</decisionTable></decision></definitions>").ToString();
    }

    public static DmnProgram Compile(string xml, bool strict = true, bool interpret = false)
    {
        var program = DmnProgram.Compile(DmnXml.Parse(xml, "test.dmn"), new DmnOptions { Strict = strict, Interpret = interpret });
        Assert.Empty(program.Faults);
        return program;
    }

    public static Dictionary<string, object?> Facts(params (string Name, object? Value)[] facts) => facts.ToDictionary(f => f.Name, f => f.Value);

    private static IEnumerable<string> Cells(string text) => text.Split(';').Select(c => c.Trim());

    private static (string, string) Split(string text) => text.IndexOf(':', StringComparison.Ordinal) is var i && i < 0 ? (text, "") : (text[..i], text[(i + 1)..]);
}
