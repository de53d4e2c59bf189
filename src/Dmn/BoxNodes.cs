using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>Logic that could not be compiled or was never written: gives null and says so.</summary>
internal sealed class NothingNode(Trouble? trouble, string detail) : Node
{
    protected override object? Value(Scope scope) => trouble is null ? null : scope.Run.Warn(trouble, At, detail);
}

/// <summary>A value fitted to a declared type.</summary>
internal sealed class FitNode(Node inner, FeelType type) : Node
{
    public Node Inner => inner;

    protected override FeelType Infer() => type;

    public override IEnumerable<Node> Parts => [inner];

    protected override object? Value(Scope scope)
    {
        return Fitted(inner.Evaluate(scope), scope.Run);
    }

    internal override Ready Compile(Plan plan)
    {
        var made = plan.Make(inner);
        return frame => Fitted(made(frame), frame.Run);
    }

    private object? Fitted(object? value, Run run)
    {
        var fitted = type.Fit(value, out var fits);
        return fits ? fitted : run.Warn(Trouble.TypeMismatch, inner.At, value, type.ToString());
    }
}

/// <summary>A boxed context: entries read earlier ones; an entry without a name is the result.</summary>
internal sealed class BoxedContextNode(IReadOnlyList<(string? Name, Node Value)> entries) : Node
{
    protected override FeelType Infer() => entries.FirstOrDefault(e => e.Name is null).Value?.Type
        ?? new ContextType([.. entries.Select(e => new FeelParameter(e.Name ?? "", e.Value.Type))]);

    public override IEnumerable<Node> Parts => entries.Select(e => e.Value);

    protected override object? Value(Scope scope) => Of(scope, entries);

    internal override Ready Compile(Plan plan)
    {
        (string?, Node)[] compiled = [.. entries.Select(e => (e.Name, CompiledNode.Of(e.Value)))];
        return plan.Over(scope => Of(scope, compiled));
    }

    private static object? Of(Scope scope, IReadOnlyList<(string? Name, Node Value)> entries)
    {
        var context = new FeelContext();
        var inner = scope.Inner(context);
        foreach (var (name, value) in entries)
        {
            var result = value.Evaluate(inner);
            if (name is null)
            {
                return result;
            }

            context[name] = result;
        }

        return context;
    }
}

/// <summary>A boxed call: arguments by name.</summary>
internal sealed class BoxedCallNode(Node called, IReadOnlyList<(string Name, Node Value)> bindings) : Node
{
    protected override FeelType Infer() => called.Type is FunctionType function ? function.Result : FeelType.Any;

    public override IEnumerable<Node> Parts => [called, .. bindings.Select(b => b.Value)];

    protected override object? Value(Scope scope)
    {
        return called.Evaluate(scope) is FeelFunction function ? Called(function, [.. bindings.Select(b => (b.Name, b.Value.Evaluate(scope)))], scope.Run) : scope.Run.Warn(Trouble.NotCallable, called.At);
    }

    internal override Ready Compile(Plan plan)
    {
        var (made, arguments) = (plan.Make(called), plan.Make(bindings.Select(b => b.Value)));
        return frame => made(frame) is FeelFunction function ? Called(function, [.. bindings.Select((b, i) => (b.Name, arguments[i](frame)))], frame.Run) : frame.Run.Warn(Trouble.NotCallable, called.At);
    }

    private object? Called(FeelFunction function, IReadOnlyList<(string Name, object? Value)> arguments, Run run) =>
        arguments.Count == 0 ? function.Call([], run, At) : function.CallNamed(arguments, run, At);
}

/// <summary>A boxed function: a closure over the scope it stands in.</summary>
internal sealed class BoxedFunctionNode(IReadOnlyList<FeelParameter> parameters, Node body) : Node
{
    public IReadOnlyList<FeelParameter> Parameters => parameters;

    public Node Body => body;

    protected override FeelType Infer() => new FunctionType([.. parameters.Select(p => p.Type)], body.Type);

    public override IEnumerable<Node> Parts => [body];

    protected override object? Value(Scope scope) => new Closure(parameters, body.Type, body.Evaluate, scope);

    internal override Ready Compile(Plan plan)
    {
        var compiled = CompiledNode.Of(body);
        return plan.Over(scope => new Closure(parameters, compiled.Type, compiled.Evaluate, scope));
    }
}

/// <summary>A boxed relation: a list of contexts.</summary>
internal sealed class RelationNode(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<Node>> rows) : Node
{
    protected override FeelType Infer() => new ListType(new ContextType([.. columns.Select(c => new FeelParameter(c, FeelType.Any))]));

    public override IEnumerable<Node> Parts => rows.SelectMany(r => r);

    protected override object? Value(Scope scope) => new FeelList(rows.Select(row =>
    {
        var context = new FeelContext();
        foreach (var (column, cell) in columns.Zip(row))
        {
            context[column] = cell.Evaluate(scope);
        }

        return (object?)context;
    }).ToArray());
}
