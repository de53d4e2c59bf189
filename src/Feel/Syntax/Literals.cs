namespace Guiju.Feel.Syntax;

/// <summary>A value written out: number, text, true, false, null, or temporal.</summary>
public sealed class LiteralNode(object? value) : Node
{
    /// <summary>The value.</summary>
    public object? Literal { get; } = value;

    /// <inheritdoc/>
    protected override FeelType Infer() => Literal switch
    {
        null => FeelType.Null,
        decimal => FeelType.Number,
        string => FeelType.String,
        bool => FeelType.Boolean,
        FeelDate => FeelType.Date,
        FeelTime => FeelType.Time,
        FeelDateTime => FeelType.DateTime,
        DaysDuration => FeelType.DaysDuration,
        MonthsDuration => FeelType.MonthsDuration,
        _ => FeelType.Any,
    };

    /// <inheritdoc/>
    protected override object? Value(Scope scope) => Literal;

    internal override Ready Compile(Plan plan)
    {
        var literal = Literal;
        return _ => literal;
    }
}

/// <summary>A literal that reads well and means nothing, such as the 30th of February.</summary>
public sealed class InvalidNode(string text, string kind) : Node
{
    /// <inheritdoc/>
    protected override object? Value(Scope scope) => scope.Run.Warn(Trouble.Invalid, At, text, kind);
}

/// <summary>A name.</summary>
public sealed class NameNode(string name, FeelType? type) : Node
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the name was known when the expression was read.</summary>
    public bool IsKnown => type is not null;

    /// <inheritdoc/>
    protected override FeelType Infer() => type ?? FeelType.Any;

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        if (scope.TryGet(Name, out var value))
        {
            return Noted(value, scope.Run);
        }

        return Builtins.BuiltIn.Find(Name) ?? Unknown(scope.Run);
    }

    internal override Ready Compile(Plan plan)
    {
        var (name, (slot, within), function) = (Name, plan.SlotOf(Name), Builtins.BuiltIn.Find(Name));
        return within ? frame => Noted(frame.Get(slot), frame.Run) : frame => frame.TryGet(slot, name, out var value) ? Noted(value, frame.Run) : function ?? Unknown(frame.Run);
    }

    private object? Noted(object? value, Run run)
    {
        if (value is null && run.Strict)
        {
            run.Missing.Add(Name);
        }

        return value;
    }

    private object? Unknown(Run run)
    {
        if (!run.Strict)
        {
            return run.Warn(Trouble.UnknownName, At, Name);
        }

        run.Missing.Add(Name);
        return run.Warn(Trouble.Missing, At, Name);
    }
}

/// <summary>A list written out.</summary>
public sealed class ListNode(IReadOnlyList<Node> items) : Node
{
    /// <summary>The items.</summary>
    public IReadOnlyList<Node> Items { get; } = items;

    /// <inheritdoc/>
    protected override FeelType Infer() => new ListType(Items.Count > 0 && Items.All(i => i.Type.Equals(Items[0].Type)) ? Items[0].Type : FeelType.Any);

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => Items;

    /// <inheritdoc/>
    protected override object? Value(Scope scope) => new FeelList(Items.Select(i => i.Evaluate(scope)).ToArray());

    internal override Ready Compile(Plan plan)
    {
        var items = plan.Make(Items);
        return frame =>
        {
            frame.Run.Step();
            var values = new object?[items.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = items[i](frame);
            }

            return new FeelList(values);
        };
    }
}

/// <summary>A context written out; later entries read earlier ones.</summary>
public sealed class ContextNode(IReadOnlyList<(string Name, Node Value)> entries) : Node
{
    /// <summary>The entries.</summary>
    public IReadOnlyList<(string Name, Node Value)> Entries { get; } = entries;

    /// <inheritdoc/>
    protected override FeelType Infer() => new ContextType([.. Entries.Select(e => new FeelParameter(e.Name, e.Value.Type))]);

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => Entries.Select(e => e.Value);

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        var context = new FeelContext();
        var inner = scope.Inner(context);
        foreach (var (name, value) in Entries)
        {
            if (context.Has(name))
            {
                return scope.Run.Warn(Trouble.Duplicate, value.At, name);
            }

            context[name] = value.Evaluate(inner);
        }

        return context;
    }

    internal override Ready Compile(Plan plan)
    {
        if (Entries.Any(e => e.Value.All().Any(n => n is FunctionNode or ExternalNode)))
        {
            return plan.Interpret(this); // a function sees entries that are still to come
        }

        var made = new (string Name, Span At, int Slot, Ready Value)[Entries.Count];
        for (var i = 0; i < made.Length; i++)
        {
            var value = plan.Make(Entries[i].Value);
            made[i] = (Entries[i].Name, Entries[i].Value.At, plan.Bind(Entries[i].Name), value);
        }

        plan.Release(made.Length);
        return frame =>
        {
            frame.Run.Step();
            var context = new FeelContext();
            foreach (var (name, at, slot, value) in made)
            {
                if (context.Has(name))
                {
                    return frame.Run.Warn(Trouble.Duplicate, at, name);
                }

                var entry = value(frame);
                frame.Set(slot, entry);
                context[name] = entry;
            }

            return context;
        };
    }
}

/// <summary>A range with two ends, or one written as a comparison.</summary>
public sealed class RangeNode(Node? start, Node? end, bool startIncluded, bool endIncluded, bool comparison) : Node
{
    /// <summary>The lower end.</summary>
    public Node? Start { get; } = start;

    /// <summary>The upper end.</summary>
    public Node? End { get; } = end;

    /// <summary>Whether the lower end belongs to the range.</summary>
    public bool StartIncluded { get; } = startIncluded;

    /// <summary>Whether the upper end belongs to the range.</summary>
    public bool EndIncluded { get; } = endIncluded;

    /// <inheritdoc/>
    protected override FeelType Infer() => new RangeType((Start ?? End)?.Type ?? FeelType.Any);

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => new[] { Start, End }.OfType<Node>();

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        var (from, to) = (Start?.Evaluate(scope), End?.Evaluate(scope));
        return Between(from, to, scope.Run);
    }

    internal override Ready Compile(Plan plan)
    {
        var (start, end) = (Start is null ? null : plan.Make(Start), End is null ? null : plan.Make(End));
        return frame =>
        {
            frame.Run.Step();
            var from = start?.Invoke(frame);
            return Between(from, end?.Invoke(frame), frame.Run);
        };
    }

    private object? Between(object? from, object? to, Run run)
    {
        if (!comparison && from is null && to is null)
        {
            return run.Warn(Trouble.Types, At, "..", null, null);
        }

        if (from is not null && to is not null && Ops.Compare(from, to) is null)
        {
            return run.Warn(Trouble.Types, At, "..", from, to);
        }

        return (comparison && (from ?? to) is null) || !Ops.IsOrdered(from ?? to)
            ? run.Warn(Trouble.Types, At, "..", from, to)
            : new FeelRange(from, to, StartIncluded, EndIncluded) { IsComparison = comparison };
    }
}

/// <summary>A function written out.</summary>
public sealed class FunctionNode(IReadOnlyList<FeelParameter> parameters, Node body) : Node
{
    /// <summary>The parameters.</summary>
    public IReadOnlyList<FeelParameter> Parameters { get; } = parameters;

    /// <summary>The body.</summary>
    public Node Body { get; } = body;

    /// <inheritdoc/>
    protected override FeelType Infer() => new FunctionType([.. Parameters.Select(p => p.Type)], Body.Type);

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [Body];

    /// <inheritdoc/>
    protected override object? Value(Scope scope) => new Closure(Parameters, Body.Type, inner => Body.Evaluate(inner), scope);

    internal override Ready Compile(Plan plan)
    {
        var body = CompiledNode.Of(Body);
        return plan.Over(scope => new Closure(Parameters, body.Type, body.Evaluate, scope));
    }
}

/// <summary>An external function: read, never run.</summary>
public sealed class ExternalNode(IReadOnlyList<FeelParameter> parameters) : Node
{
    /// <inheritdoc/>
    protected override object? Value(Scope scope) =>
        new Closure(parameters, FeelType.Any, inner => inner.Run.Warn(Trouble.External, At), scope);
}

/// <summary>A function made by an expression or a model: its body sees the scope it was made in.</summary>
public sealed class Closure(IReadOnlyList<FeelParameter> parameters, FeelType result, Func<Scope, object?> body, Scope scope) : FeelFunction
{
    /// <inheritdoc/>
    public override IReadOnlyList<FeelParameter> Parameters => parameters;

    /// <inheritdoc/>
    public override FeelType Result => result;

    internal override object? Call(object?[] arguments, Run run, Span at)
    {
        if (arguments.Length != parameters.Count)
        {
            return run.Warn(Trouble.Arguments, at, $"{arguments.Length} / {parameters.Count}");
        }

        var inner = scope.Inner();
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = parameters[i].Type.Fit(arguments[i], out var fits);
            if (!fits)
            {
                return run.Warn(Trouble.TypeMismatch, at, arguments[i], parameters[i].Type.ToString());
            }

            inner.Set(parameters[i].Name, value);
        }

        run.Enter();
        try
        {
            return body(inner);
        }
        finally
        {
            run.Leave();
        }
    }
}
