namespace Guiju.Feel.Syntax;

/// <summary>An arithmetic operation: + - * / **.</summary>
public sealed class ArithmeticNode(char op, Node left, Node right) : Node
{
    /// <summary>The operator; <c>^</c> stands for <c>**</c>.</summary>
    public char Operator { get; } = op;

    /// <summary>The left side.</summary>
    public Node Left { get; } = left;

    /// <summary>The right side.</summary>
    public Node Right { get; } = right;

    /// <inheritdoc/>
    protected override FeelType Infer() => Left.Type == FeelType.Number && Right.Type == FeelType.Number ? FeelType.Number
        : Operator == '+' && Left.Type == FeelType.String ? FeelType.String : FeelType.Any;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [Left, Right];

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        var (a, b) = (Left.Evaluate(scope), Right.Evaluate(scope));
        return Operator switch
        {
            '+' => Arithmetic.Add(a, b, scope.Run, At),
            '-' => Arithmetic.Subtract(a, b, scope.Run, At),
            '*' => Arithmetic.Multiply(a, b, scope.Run, At),
            '/' => Arithmetic.Divide(a, b, scope.Run, At),
            _ => Arithmetic.Power(a, b, scope.Run, At),
        };
    }
}

/// <summary>A minus sign before a value.</summary>
public sealed class NegationNode(Node operand) : Node
{
    /// <summary>What is negated.</summary>
    public Node Operand { get; } = operand;

    /// <inheritdoc/>
    protected override FeelType Infer() => Operand.Type;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [Operand];

    /// <inheritdoc/>
    protected override object? Value(Scope scope) => Operand.Evaluate(scope) switch
    {
        decimal d => -d,
        DaysDuration d => new DaysDuration(-d.Nanos),
        MonthsDuration d => new MonthsDuration(-d.Months),
        var other => scope.Run.Warn(Trouble.NotNumber, At, other),
    };
}

/// <summary>How two values are compared.</summary>
public enum Comparison
{
    /// <summary>=</summary>
    Equal,

    /// <summary>!=</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,
}

/// <summary>A comparison of two values.</summary>
public sealed class ComparisonNode(Comparison op, Node left, Node right) : Node
{
    /// <summary>The operator.</summary>
    public Comparison Operator { get; } = op;

    /// <summary>The left side.</summary>
    public Node Left { get; } = left;

    /// <summary>The right side.</summary>
    public Node Right { get; } = right;

    /// <inheritdoc/>
    protected override FeelType Infer() => FeelType.Boolean;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [Left, Right];

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        var (a, b) = (Left.Evaluate(scope), Right.Evaluate(scope));

        // Asking whether a fact is missing is no use of the missing fact; comparing two facts of which one is missing is.
        var asksForNull = Left is LiteralNode { Literal: null } || Right is LiteralNode { Literal: null };
        if (scope.Run.Strict && !asksForNull && (a is null || b is null))
        {
            return null;
        }

        return Ops.Test(Operator, a, b) is { } truth ? truth : scope.Run.Warn(Trouble.Types, At, Ops.Sign(Operator), a, b);
    }
}

/// <summary>And, or: three-valued.</summary>
public sealed class LogicNode(bool and, Node left, Node right) : Node
{
    /// <summary>True for and, false for or.</summary>
    public bool IsAnd { get; } = and;

    /// <summary>The left side.</summary>
    public Node Left { get; } = left;

    /// <summary>The right side.</summary>
    public Node Right { get; } = right;

    /// <inheritdoc/>
    protected override FeelType Infer() => FeelType.Boolean;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [Left, Right];

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        // One side may decide alone: false for and, true for or.
        var a = Left.Evaluate(scope);
        if (a is bool x && x != IsAnd)
        {
            return x;
        }

        var b = Right.Evaluate(scope);
        return b is bool y && (a is bool || y != IsAnd) ? y : null;
    }
}

/// <summary>Between two values, both included.</summary>
public sealed class BetweenNode(Node value, Node low, Node high) : Node
{
    /// <inheritdoc/>
    protected override FeelType Infer() => FeelType.Boolean;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [value, low, high];

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        var (v, a, b) = (value.Evaluate(scope), low.Evaluate(scope), high.Evaluate(scope));
        return Ops.Compare(v, a) is { } fromLow && Ops.Compare(v, b) is { } fromHigh
            ? fromLow >= 0 && fromHigh <= 0
            : scope.Run.Warn(Trouble.Types, At, "between", v, v is null || a is null ? a : b);
    }
}

/// <summary>A value tested by unary tests.</summary>
public sealed class InNode(Node value, IReadOnlyList<TestNode> tests) : Node
{
    /// <inheritdoc/>
    protected override FeelType Infer() => FeelType.Boolean;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [value, .. tests];

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        var tested = value.Evaluate(scope);
        var unknown = false;
        foreach (var test in tests)
        {
            switch (test.Holds(tested, scope))
            {
                case true:
                    return true;
                case null:
                    unknown = true;
                    break;
                default:
                    break;
            }
        }

        return unknown ? null : false;
    }
}

/// <summary>Whether a value is of a type.</summary>
public sealed class InstanceOfNode(Node value, FeelType? type, string typeName) : Node
{
    /// <inheritdoc/>
    protected override FeelType Infer() => FeelType.Boolean;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [value];

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        var tested = value.Evaluate(scope);
        return type is null ? scope.Run.Warn(Trouble.UnknownName, At, typeName)
            : tested is null ? type == FeelType.Null || (type is ConstrainedType { Bare: var bare } && bare == FeelType.Null)
            : type != FeelType.Null && type.Loose.Accepts(tested);
    }
}
