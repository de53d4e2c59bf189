namespace Guiju.Feel.Syntax;

/// <summary>A part of an expression: where it stands, and what it means.</summary>
public abstract class Node
{
    private FeelType? type;

    /// <summary>Where it stands in the text.</summary>
    public Span At { get; init; }

    /// <summary>The type of its values, as far as known before evaluating.</summary>
    public FeelType Type => type ??= Infer();

    /// <summary>The parts it is made of.</summary>
    public virtual IEnumerable<Node> Parts => [];

    /// <summary>Its value.</summary>
    public object? Evaluate(Scope scope)
    {
        FeelLimitException.ThrowIfDeep();
        scope.Run.Step();
        return Value(scope);
    }

    /// <summary>This part and all parts within it.</summary>
    public IEnumerable<Node> All()
    {
        var left = new Stack<Node>([this]);
        while (left.TryPop(out var node))
        {
            yield return node;
            foreach (var part in node.Parts.Reverse())
            {
                left.Push(part);
            }
        }
    }

    /// <summary>This part as a delegate over slots; interpreted unless its kind says otherwise.</summary>
    internal virtual Ready Compile(Plan plan) => plan.Interpret(this);

    /// <summary>Works out the type once it is asked for.</summary>
    protected virtual FeelType Infer() => FeelType.Any;

    /// <summary>What this kind of part means.</summary>
    protected abstract object? Value(Scope scope);
}

/// <summary>The values of names while evaluating.</summary>
public sealed class Scope
{
    private readonly Scope? parent;
    private Dictionary<string, object?>? values;
    private FeelContext? context;

    /// <summary>The outermost scope of an evaluation.</summary>
    public Scope(Run run) => Run = run;

    private Scope(Scope parent)
    {
        this.parent = parent;
        Run = parent.Run;
    }

    /// <summary>The evaluation.</summary>
    public Run Run { get; }

    /// <summary>A scope within this one.</summary>
    public Scope Inner() => new(this);

    /// <summary>A scope within this one in which the entries of a context are names.</summary>
    public Scope Inner(FeelContext entries) => new(this) { context = entries };

    /// <summary>Gives a name its value.</summary>
    public Scope Set(string name, object? value)
    {
        values ??= new Dictionary<string, object?>(StringComparer.Ordinal);
        values[name] = value;
        return this;
    }

    /// <summary>The value of a name.</summary>
    public bool TryGet(string name, out object? value)
    {
        for (var scope = this; scope is not null; scope = scope.parent)
        {
            if ((scope.context is not null && scope.context.TryGet(name, out value))
                || (scope.values is not null && scope.values.TryGetValue(name, out value)))
            {
                if (value is Lazy<object?> late)
                {
                    value = late.Value;
                }

                return true;
            }
        }

        value = null;
        return false;
    }
}
