using Guiju.Feel;
using Guiju.Feel.Builtins;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>An operation between values whose types can never meet.</summary>
/// <param name="Node">The operation.</param>
/// <param name="Sign">Its sign.</param>
/// <param name="Left">The type on the left.</param>
/// <param name="Right">The type on the right.</param>
internal sealed record TypeDoubt(Node Node, string Sign, FeelType Left, FeelType Right)
{
    /// <summary>The types of the arguments, where the operation is a call.</summary>
    public IReadOnlyList<FeelType>? Arguments { get; init; }

    /// <summary>The operation as its types have it.</summary>
    public string Told => Arguments is { } given ? $"{Sign}({string.Join(", ", given)})" : $"{Left} {Sign} {Right}";

    /// <summary>A value for each name in it, with which the operation comes to nothing.</summary>
    public IReadOnlyDictionary<string, string> Example => Node.All().OfType<NameNode>().Where(n => TypeDoubts.Kind(n.Type) is not null)
        .DistinctBy(n => n.Name).ToDictionary(n => n.Name, n => TypeDoubts.Sample(n.Type), StringComparer.Ordinal);
}

/// <summary>Finds operations that come to nothing whatever the facts are, because the declared types do not meet. Where a type is not known, nothing is doubted.</summary>
internal static class TypeDoubts
{
    private static readonly FeelType[] Basic =
        [FeelType.Number, FeelType.String, FeelType.Boolean, FeelType.Date, FeelType.Time, FeelType.DateTime, FeelType.DaysDuration, FeelType.MonthsDuration];

    /// <summary>The doubts in an expression or in the tests of a cell.</summary>
    /// <param name="root">The expression, or the tests.</param>
    /// <param name="tested">The type of the value a cell tests.</param>
    public static IEnumerable<TypeDoubt> In(Node root, FeelType tested)
    {
        foreach (var node in root.All())
        {
            if (node is CallNode call && Refused(call) is { } refused)
            {
                yield return refused;
                continue;
            }

            var (sign, left, right) = node switch
            {
                ArithmeticNode a => (a.Operator == '^' ? "**" : a.Operator.ToString(), a.Left.Type, a.Right.Type),
                ComparisonNode c => (Ops.Sign(c.Operator), c.Left.Type, c.Right.Type),
                CompareTest { Operand: not LiteralNode } t when ReferenceEquals(root, t) || InTests(root, t) => (Ops.Sign(t.Operator), tested, t.Operand.Type),
                LogicNode l => (l.IsAnd ? "and" : "or", l.Left.Type, l.Right.Type),
                _ => ("", FeelType.Any, FeelType.Any),
            };
            if (sign.Length > 0 && !Meet(sign, Kind(left), Kind(right)))
            {
                yield return new TypeDoubt(node, sign, left, right);
            }
        }
    }

    /// <summary>The plain type behind a type, where it is one of those whose operations are known.</summary>
    public static FeelType? Kind(FeelType type) => (type is ConstrainedType constrained ? constrained.Bare : type) is var bare && Basic.Contains(bare) ? bare : null;

    /// <summary>A value of a type, as FEEL text.</summary>
    public static string Sample(FeelType type) => Kind(type) switch
    {
        var t when t == FeelType.Number => "1",
        var t when t == FeelType.Boolean => "true",
        var t when t == FeelType.String => "\"甲\"",
        var t when t == FeelType.Date => "@\"2025-01-15\"",
        var t when t == FeelType.Time => "@\"08:30:00\"",
        var t when t == FeelType.DateTime => "@\"2025-01-15T08:30:00\"",
        var t when t == FeelType.DaysDuration => "@\"P1D\"",
        _ => "@\"P1M\"",
    };

    /// <summary>A call of one of the language's functions with arguments that none of its signatures takes.</summary>
    private static TypeDoubt? Refused(CallNode call)
    {
        if (call.Called is not NameNode name || BuiltIn.Find(name.Name) is not { } function || !ReferenceEquals(name.Type, function.SignatureType))
        {
            return null;
        }

        var samples = call.Arguments.Select(a => a is LiteralNode { Literal: { } literal } ? literal : Kind(a.Type) is null ? null : FeelExpression.Evaluate(Sample(a.Type)).Value).ToList();
        return function.MayTake(samples, call.Names) ? null : new TypeDoubt(call, name.Name, FeelType.Any, FeelType.Any) { Arguments = [.. call.Arguments.Select(a => a.Type)] };
    }

    /// <summary>Tests of the cell itself, not of an <c>in</c> within it, whose value is another one.</summary>
    private static bool InTests(Node root, TestNode test) => root switch
    {
        AnyOfTest any => any.Tests.Any(t => ReferenceEquals(t, test) || InTests(t, test)),
        NotTest not => ReferenceEquals(not.Test, test) || InTests(not.Test, test),
        _ => false,
    };

    private static bool Meet(string sign, FeelType? left, FeelType? right) => sign switch
    {
        "and" or "or" => (left ?? FeelType.Boolean) == FeelType.Boolean && (right ?? FeelType.Boolean) == FeelType.Boolean,
        _ when left is null || right is null => true,
        "=" or "!=" => left == right,
        "<" or "<=" or ">" or ">=" => left != FeelType.Boolean && (left == right || (IsDay(left) && IsDay(right))),
        "+" => (left == right && (left == FeelType.Number || left == FeelType.String || IsLength(left))) || Later(left, right) || Later(right, left),
        "-" => (left == right && left != FeelType.String && left != FeelType.Boolean) || (IsDay(left) && IsDay(right)) || Later(left, right),
        "*" => left == FeelType.Number ? right == FeelType.Number || IsLength(right) : IsLength(left) && right == FeelType.Number,
        "/" => left == FeelType.Number ? right == FeelType.Number : IsLength(left) && (right == FeelType.Number || left == right),
        _ => left == FeelType.Number && right == FeelType.Number,
    };

    private static bool Later(FeelType moment, FeelType length) =>
        (IsDay(moment) && IsLength(length)) || (moment == FeelType.Time && length == FeelType.DaysDuration);

    private static bool IsDay(FeelType type) => type == FeelType.Date || type == FeelType.DateTime;

    private static bool IsLength(FeelType type) => type == FeelType.DaysDuration || type == FeelType.MonthsDuration;
}
