namespace Guiju.Feel.Syntax;

/// <summary>A test on a value: the content of a table cell.</summary>
public abstract class TestNode : Node
{
    /// <inheritdoc/>
    protected override FeelType Infer() => FeelType.Boolean;

    /// <summary>Whether the value passes; null when that cannot be told.</summary>
    public abstract bool? Holds(object? value, Scope scope);

    /// <summary>This test as a delegate over slots.</summary>
    internal abstract ReadyTest CompileTest(Plan plan);

    /// <inheritdoc/>
    protected override object? Value(Scope scope) => scope.TryGet("?", out var value) ? Holds(value, scope) : null;
}

/// <summary>The test every value passes: <c>-</c>.</summary>
public sealed class AnyTest : TestNode
{
    /// <inheritdoc/>
    public override bool? Holds(object? value, Scope scope) => true;

    internal override ReadyTest CompileTest(Plan plan) => static (_, _) => true;
}

/// <summary>A comparison with the value on the left: <c>&gt; 5</c>.</summary>
public sealed class CompareTest(Comparison op, Node operand) : TestNode
{
    /// <summary>The operator.</summary>
    public Comparison Operator { get; } = op;

    /// <summary>The right side.</summary>
    public Node Operand { get; } = operand;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [Operand];

    /// <inheritdoc/>
    public override bool? Holds(object? value, Scope scope) => Holds(value, Operand.Evaluate(scope), scope.Run);

    internal override ReadyTest CompileTest(Plan plan)
    {
        var operand = plan.Make(Operand);
        return (frame, value) => Holds(value, operand(frame), frame.Run);
    }

    private bool? Holds(object? value, object? operand, Run run)
    {
        if (run.Strict && (value is null || operand is null) && Operand is not LiteralNode { Literal: null })
        {
            return null;
        }

        var truth = Ops.Test(Operator, value, operand);
        if (truth is null)
        {
            run.Warn(Trouble.Types, At, Ops.Sign(Operator), value, operand);
        }

        return truth;
    }
}

/// <summary>A value, range, list or condition: <c>"甲"</c>, <c>[1..5]</c>, <c>contains(?, "甲")</c>.</summary>
public sealed class MatchTest(Node operand) : TestNode
{
    private readonly bool readsInput = operand.All().Any(n => n is NameNode { Name: "?" });

    /// <summary>What the value is matched with.</summary>
    public Node Operand { get; } = operand;

    /// <summary>Whether the operand is a condition on <c>?</c>.</summary>
    public bool IsCondition => readsInput;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [Operand];

    /// <inheritdoc/>
    public override bool? Holds(object? value, Scope scope) => Holds(value, Operand.Evaluate(readsInput ? scope.Inner().Set("?", value) : scope), scope.Run);

    internal override ReadyTest CompileTest(Plan plan)
    {
        var slot = readsInput ? plan.Bind("?") : -1;
        var operand = plan.Make(Operand);
        plan.Release(readsInput ? 1 : 0);
        return (frame, value) =>
        {
            if (readsInput)
            {
                frame.Set(slot, value);
            }

            return Holds(value, operand(frame), frame.Run);
        };
    }

    private bool? Holds(object? value, object? operand, Run run)
    {
        if (readsInput && (operand is bool || run.Strict))
        {
            return operand as bool?;
        }

        return run.Strict && (value is null || operand is null) && Operand is not LiteralNode { Literal: null }
            ? null
            : Ops.Matches(value, operand, run, At);
    }
}

/// <summary>Several tests of which one must hold.</summary>
public sealed class AnyOfTest(IReadOnlyList<TestNode> tests) : TestNode
{
    /// <summary>The tests.</summary>
    public IReadOnlyList<TestNode> Tests { get; } = tests;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => Tests;

    /// <inheritdoc/>
    public override bool? Holds(object? value, Scope scope) => Any(Tests, test => test.Holds(value, scope));

    internal override ReadyTest CompileTest(Plan plan) => Compile(Tests, plan);

    /// <summary>Whether one of the tests holds.</summary>
    internal static bool? Any<T>(IReadOnlyList<T> tests, Func<T, bool?> holds)
    {
        var unknown = false;
        for (var i = 0; i < tests.Count; i++)
        {
            var truth = holds(tests[i]);
            if (truth == true)
            {
                return true;
            }

            unknown |= truth is null;
        }

        return unknown ? null : false;
    }

    internal static ReadyTest Compile(IReadOnlyList<TestNode> tests, Plan plan)
    {
        var ready = tests.Select(plan.Make).ToArray();
        return ready is [var only] ? only : (frame, value) => Any(ready, test => test(frame, value));
    }
}

/// <summary>A test turned round: <c>not("甲", "乙")</c>.</summary>
public sealed class NotTest(TestNode test) : TestNode
{
    /// <summary>What must not hold.</summary>
    public TestNode Test { get; } = test;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [Test];

    /// <inheritdoc/>
    public override bool? Holds(object? value, Scope scope) => !Test.Holds(value, scope);

    internal override ReadyTest CompileTest(Plan plan)
    {
        var test = plan.Make(Test);
        return (frame, value) => !test(frame, value);
    }
}
