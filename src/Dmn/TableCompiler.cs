using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>Compiles a decision table: expressions of the columns, tests of the cells.</summary>
internal sealed class TableCompiler(BoxCompiler box, TypeBook types, Faults faults, DmnElement owner, bool interpret)
{
    public TableNode Compile(DmnTable table, NameScope names)
    {
        if (table.Inputs.Count > 64)
        {
            faults.Add("too-many-columns", owner, "a table may have at most 64 input columns", "决策表的条件列不能超过 64 列");
            table = table with { Inputs = [], Rules = [] };
        }

        var inputs = table.Inputs.Select((input, i) => box.Text(input.Expression, names, Named(input, $"input {i + 1}"))).ToArray();
        var inputTypes = table.Inputs.Select((input, i) => input.TypeRef is null ? inputs[i].Type : types.Find(input.TypeRef, input)).ToArray();
        var outputTypes = table.Outputs.Select(o => types.Find(o.TypeRef, o)).ToArray();
        if (table.Outputs.Count == 1 && outputTypes[0] == FeelType.Any)
        {
            outputTypes[0] = types.Find(table.TypeRef, table) is var whole && table.HitPolicy is HitPolicy.Unique or HitPolicy.First or HitPolicy.Any or HitPolicy.Priority ? whole : FeelType.Any;
        }

        var rows = table.Rules.Select(rule => new TableRow(
            rule,
            [.. rule.Tests.Select((cell, i) => Test(cell, rule, new NameScope(names).With("?", inputTypes[i])))],
            [.. rule.Outputs.Select(cell => cell.Text is "" or "-" ? new LiteralNode(null) : Output(box.Text(cell.Text, names, Row(rule), cell.Line)))])).ToArray();
        return new TableNode(owner, table, inputs, rows)
        {
            UseIndex = !interpret,
            InputTypes = inputTypes,
            OutputTypes = outputTypes,
            Priorities = [.. table.Outputs.Select((o, i) => Priority(o, outputTypes[i], names))],
            Defaults = [.. table.Outputs.Select(o => o.Default is { Length: > 0 } text ? box.Text(text, names, o) : null)],
        };
    }

    private Node Output(Node cell) => interpret ? cell : CompiledNode.Of(cell);

    private TestNode? Test(DmnCell cell, DmnRule rule, NameScope names) =>
        cell.Text.Length == 0 ? new AnyTest() : box.Tests(cell.Text, names, Row(rule), cell.Line);

    private DmnRule Row(DmnRule rule) => Named(rule, $"row {rule.Index + 1}");

    private T Named<T>(T element, string place) where T : DmnElement =>
        element with { Name = $"{owner.Name}, {place}" };

    /// <summary>The tests of the output values in the order of their priority.</summary>
    private IReadOnlyList<TestNode> Priority(DmnTableOutput output, FeelType type, NameScope names)
    {
        if (output.OutputValues is not { Length: > 0 } text)
        {
            return [];
        }

        var test = box.Tests(text, new NameScope(names).With("?", type), output, output.Line);
        return test switch { null => [], AnyOfTest any => any.Tests, _ => [test] };
    }
}

/// <summary>A compiled row; a test that could not be compiled is null and never holds.</summary>
internal sealed record TableRow(DmnRule Rule, TestNode?[] Tests, Node[] Outputs);
