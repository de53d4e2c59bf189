using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>A kind of value the cells on one expression can tell apart.</summary>
/// <param name="Text">A value of the kind, as FEEL text.</param>
/// <param name="Holds">For each row, whether its cells hold.</param>
internal sealed record ValueKind(string Text, bool[] Holds);

/// <summary>One expression a table looks at, with every kind of value its cells can tell apart; columns on the same expression count as one.</summary>
/// <param name="Name">The expression.</param>
/// <param name="Kinds">The kinds; null when the cells cannot be worked out beforehand.</param>
internal sealed record TableVariable(string Name, IReadOnlyList<ValueKind>? Kinds)
{
    /// <summary>The expressions of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="behind">The logic of the decision a name stands for; null for other names.</param>
    public static IReadOnlyList<TableVariable> Of(TableNode table, Func<string, Node?> behind) =>
        [.. Enumerable.Range(0, table.Inputs.Length).GroupBy(c => table.Table.Inputs[c].Expression).Select(g => Build(table, g.Key, [.. g], behind))];

    private static TableVariable Build(TableNode table, string name, int[] columns, Func<string, Node?> behind)
    {
        var cells = columns.SelectMany(c => table.Rows.Select(r => r.Tests[c])).ToList();
        var type = table.InputTypes[columns[0]];
        var constants = new List<object>();
        var parameter = Parameter(cells);
        if (cells.Exists(c => c is null) || (parameter is null && !cells.TrueForAll(c => ColumnIndex.Plain(c ?? new AnyTest(), constants))))
        {
            return new TableVariable(name, null);
        }

        var bound = parameter is null ? null : Stand(parameter.Type == FeelType.Any ? type : parameter.Type);
        if (parameter is not null && bound is null)
        {
            return new TableVariable(name, null);
        }

        var landmarks = type is ConstrainedType constrained ? constrained.Landmarks : [];
        var given = Given(table.Inputs[columns[0]], behind);
        var points = Points(bound is null ? [.. constants, .. landmarks, .. given?.OfType<object>() ?? []] : [bound], cells, type);
        points.RemoveAll(p => bound is null && given is not null && !given.Contains(p));
        if (IsCount(table.Inputs[columns[0]]))
        {
            points.RemoveAll(p => p is < 0m);
        }

        var kinds = points.Select(p => new ValueKind(
            Tell(p, parameter?.Name, bound),
            [.. table.Rows.Select(r => columns.All(c => Holds(r.Tests[c], p, parameter?.Name, bound)))]));
        return new TableVariable(name, [.. kinds.DistinctBy(k => string.Concat(k.Holds.Select(h => h ? '1' : '0')))]);
    }

    /// <summary>The one parameter all cells compare with, when they compare with nothing else.</summary>
    private static NameNode? Parameter(List<TestNode?> cells)
    {
        var operands = cells.SelectMany(c => c?.All() ?? []).OfType<CompareTest>().Select(c => c.Operand).ToList();
        var plain = cells.TrueForAll(c => c is AnyTest or CompareTest);
        return plain && operands.Count > 0 && operands.TrueForAll(o => o is NameNode n && n.Name == ((operands[0] as NameNode)?.Name)) ? operands[0] as NameNode : null;
    }

    private static object? Stand(FeelType type) => (type is ConstrainedType constrained ? constrained.Bare : type) switch
    {
        var t when t == FeelType.Number => 100m,
        var t when t == FeelType.Date => new FeelDate(2025, 1, 15),
        _ => null,
    };

    private static string Tell(object? point, string? parameter, object? bound) => parameter is null
        ? point is Other ? "\"…\"" : FeelText.Write(point)
        : Ops.Compare(point, bound) switch { 0 => parameter, < 0 => "< " + parameter, _ => "> " + parameter };

    private static bool Holds(TestNode? cell, object? point, string? parameter, object? bound)
    {
        var scope = new Scope(new Run(TimeProvider.System));
        if (parameter is not null)
        {
            scope.Set(parameter, bound);
        }

        return cell?.Holds(point is Other other ? other.Text : point, scope) == true;
    }

    private static List<object?> Points(List<object> marks, List<TestNode?> cells, FeelType type)
    {
        var points = new List<object?>();
        var numbers = marks.OfType<decimal>().Distinct().Order().ToList();
        for (var i = 0; i < numbers.Count; i++)
        {
            points.AddRange([i == 0 ? numbers[0] - 1 : numbers[i - 1] + (numbers[i] - numbers[i - 1]) / 2, numbers[i]]);
        }

        points.AddRange(numbers.Count > 0 ? [numbers[^1] + 1] : []);
        points.AddRange(marks.OfType<FeelDate>().SelectMany(d => new[] { d.DayNumber - 1, d.DayNumber, d.DayNumber + 1 }).Distinct().Order().Select(n => (object?)FeelDate.FromDayNumber(n)));
        var texts = marks.OfType<string>().Distinct().ToList();
        points.AddRange(texts);
        if (texts.Count > 0)
        {
            points.Add(new Other(string.Concat(texts) + "\u0001"));
        }

        if (marks.OfType<bool>().Any() || type == FeelType.Boolean)
        {
            points.AddRange([true, false]);
        }

        var allowed = points.Where(p => type is not ConstrainedType constrained || constrained.Accepts(p is Other o ? o.Text : p)).ToList();
        if (allowed.Count == 0)
        {
            // Nothing but dashes: one value stands for all.
            allowed.Add(new Other("\u0001"));
        }

        return cells.SelectMany(c => c?.All() ?? []).Any(n => n is LiteralNode { Literal: null }) ? [.. allowed, null] : allowed;
    }

    private static bool IsCount(Node expression) => expression is CallNode { Called: NameNode { Name: "count" or "string length" } };

    /// <summary>What the decision that an expression names can give; null when that is not known.</summary>
    private static HashSet<object?>? Given(Node expression, Func<string, Node?> behind)
    {
        var given = new HashSet<object?>();
        return expression is NameNode name && behind(name.Name) is { } logic && Gives(logic, given) ? given : null;
    }

    /// <summary>Whether everything a decision can give stands written in it; then gathers that.</summary>
    private static bool Gives(Node logic, HashSet<object?> given)
    {
        switch (logic)
        {
            case LiteralNode literal:
                given.Add(literal.Literal);
                return true;
            case FitNode fit:
                return fit.Parts.All(p => Gives(p, given));
            case IfNode choice:
                return choice.Parts.Skip(1).All(p => Gives(p, given));
            case TableNode { Table: { Outputs.Count: 1, HitPolicy: HitPolicy.Unique or HitPolicy.First or HitPolicy.Any or HitPolicy.Priority } } table:
                return table.Rows.SelectMany(r => r.Outputs).Concat(table.Defaults.OfType<Node>()).All(o => Gives(o, given));
            default:
                return false;
        }
    }

    /// <summary>A text none of the cells names.</summary>
    private sealed record Other(string Text);
}
