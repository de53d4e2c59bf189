using System.Globalization;
using System.Text;
using Guiju.Bpmn.Running;

namespace Guiju.Bpmn.Tests;

/// <summary>Draws models in a line a node: <c>kind id > target, target</c>; attributes follow in brackets.</summary>
internal static class Draw
{
    public const string Head = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:guiju="urn:guiju:bpmn:1" id="d" targetNamespace="t">""";

    /// <summary>A model of one process named <c>p</c>.</summary>
    public static BpmnModel Model(string inside, string roots = "") => BpmnXml.Parse(Text(inside, roots));

    public static string Text(string inside, string roots = "") => $"{Head}{roots}<process id=\"p\" isExecutable=\"true\">{inside}</process></definitions>";

    public static string Node(string kind, string id, string inside = "", string attributes = "") => $"<{kind} id=\"{id}\" {attributes}>{inside}</{kind}>";

    public static string User(string id, string settings = "", string more = "") => Node("userTask", id, $"<extensionElements><guiju:step refusal=\"flow\" {settings}/></extensionElements>{more}");

    public static string Signed(string id, bool sequential, string? completion = null, string countersign = "") =>
        Node("userTask", id, $"<extensionElements><guiju:step refusal=\"flow\"/><guiju:countersign {countersign}/></extensionElements><multiInstanceLoopCharacteristics isSequential=\"{(sequential ? "true" : "false")}\">"
            + (completion is null ? "" : $"<completionCondition>{completion}</completionCondition>") + "</multiInstanceLoopCharacteristics>");

    /// <summary>Flows: <c>a b; b c when x = 1; c d</c>.</summary>
    public static string Flows(string lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(" when ", 2);
            var ends = parts[0].Split(' ');
            var condition = parts.Length > 1 ? $"<conditionExpression>{parts[1].Replace("<", "&lt;", StringComparison.Ordinal)}</conditionExpression>" : "";
            text.Append(CultureInfo.InvariantCulture, $"<sequenceFlow id=\"f_{ends[0]}_{ends[1]}\" sourceRef=\"{ends[0]}\" targetRef=\"{ends[1]}\">{condition}</sequenceFlow>");
        }

        return text.ToString();
    }

    /// <summary>A tiny language for conditions: <c>name = value</c>, <c>name >= number</c>, <c>true</c>, <c>false</c>, a number.</summary>
    public static object? Evaluate(string expression, IReadOnlyDictionary<string, object?> facts)
    {
        if (bool.TryParse(expression, out var truth))
        {
            return truth;
        }

        if (decimal.TryParse(expression, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var parts = expression.Split(' ');
        return facts.TryGetValue(parts[0], out var value) && parts.Length == 3
            ? parts[1] == "=" ? value?.ToString() == parts[2] : value is decimal held ? held >= decimal.Parse(parts[2], CultureInfo.InvariantCulture) : null
            : null;
    }
}
