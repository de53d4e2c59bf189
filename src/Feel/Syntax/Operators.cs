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

    internal override Ready Compile(Plan plan)
    {
        var (left, right, at) = (plan.Make(Left), plan.Make(Right), At);
        return Operator switch
        {
            '+' => Over(static (x, y) => x + y, Arithmetic.Add),
            '-' => Over(static (x, y) => x - y, Arithmetic.Subtract),
            '*' => Over(static (x, y) => x * y, Arithmetic.Multiply),
            '/' => Over(static (x, y) => y == 0 ? null : x / y, Arithmetic.Divide),
            _ => Over(static (_, _) => null, Arithmetic.Power),
        };

        // Two numbers go the short way; what it cannot do, such as a sum too large, goes the long way and is told of there.
        Ready Over(Func<decimal, decimal, decimal?> numbers, Func<object?, object?, Run, Span, object?> any) => frame =>
        {
            frame.Run.Step();
            var (a, b) = (left(frame), right(frame));
            if (a is decimal x && b is decimal y)
            {
                try
                {
                    if (numbers(x, y) is { } number)
                    {
                        return number;
                    }
                }
                catch (OverflowException)
                {
                    return any(a, b, frame.Run, at);
                }
            }

            return any(a, b, frame.Run, at);
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
    protected override object? Value(Scope scope) => Negated(Operand.Evaluate(scope), scope.Run);

    internal override Ready Compile(Plan plan)
    {
        var operand = plan.Make(Operand);
        return frame =>
        {
            frame.Run.Step();
            return Negated(operand(frame), frame.Run);
        };
    }

    private object? Negated(object? value, Run run) => value switch
    {
        decimal d => -d,
        DaysDuration d => new DaysDuration(-d.Nanos),
        MonthsDuration d => new MonthsDuration(-d.Months),
        var other => run.Warn(Trouble.NotNumber, At, other),
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
        return Compared(a, b, scope.Run);
    }

    internal override Ready Compile(Plan plan)
    {
        var (left, right) = (plan.Make(Left), plan.Make(Right));
        return frame =>
        {
            frame.Run.Step();
            var (a, b) = (left(frame), right(frame));
            return a is decimal x && b is decimal y ? Plan.Box(Ops.Holds(Operator, x.CompareTo(y))) : Compared(a, b, frame.Run);
        };
    }

    private object? Compared(object? a, object? b, Run run)
    {
        // Asking whether a fact is missing is no use of the missing fact; comparing two facts of which one is missing is.
        var asksForNull = Left is LiteralNode { Literal: null } || Right is LiteralNode { Literal: null };
        if (run.Strict && !asksForNull && (a is null || b is null))
        {
            return null;
        }

        return Ops.Test(Operator, a, b) is { } truth ? Plan.Box(truth) : run.Warn(Trouble.Types, At, Ops.Sign(Operator), a, b);
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

    internal override Ready Compile(Plan plan)
    {
        var (left, right, and) = (plan.Make(Left), plan.Make(Right), IsAnd);
        return frame =>
        {
            frame.Run.Step();
            var a = left(frame);
            if (a is bool x && x != and)
            {
                return a;
            }

            var b = right(frame);
            return b is bool y && (a is bool || y != and) ? b : null;
        };
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
        return Within(v, a, b, scope.Run);
    }

    internal override Ready Compile(Plan plan)
    {
        var (tested, from, to) = (plan.Make(value), plan.Make(low), plan.Make(high));
        return frame =>
        {
            frame.Run.Step();
            var (v, a) = (tested(frame), from(frame));
            return Within(v, a, to(frame), frame.Run);
        };
    }

    private object? Within(object? v, object? a, object? b, Run run) => Ops.Compare(v, a) is { } fromLow && Ops.Compare(v, b) is { } fromHigh
        ? Plan.Box(fromLow >= 0 && fromHigh <= 0)
        : run.Warn(Trouble.Types, At, "between", v, v is null || a is null ? a : b);
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
        return AnyOfTest.Any(tests, test => test.Holds(tested, scope));
    }

    internal override Ready Compile(Plan plan)
    {
        var (tested, passes) = (plan.Make(value), AnyOfTest.Compile(tests, plan));
        return frame =>
        {
            frame.Run.Step();
            return passes(frame, tested(frame)) is { } truth ? Plan.Box(truth) : null;
        };
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
        return IsOf(tested, scope.Run);
    }

    internal override Ready Compile(Plan plan)
    {
        var tested = plan.Make(value);
        return frame =>
        {
            frame.Run.Step();
            return IsOf(tested(frame), frame.Run);
        };
    }

    private object? IsOf(object? tested, Run run)
    {
        return type is null ? run.Warn(Trouble.UnknownName, At, typeName)
            : tested is null ? type == FeelType.Null || (type is ConstrainedType { Bare: var bare } && bare == FeelType.Null)
            : type != FeelType.Null && type.Loose.Accepts(tested);
    }
}
