namespace Guiju.Feel.Syntax;

/// <summary>A member of a value: <c>a.b</c>.</summary>
public sealed class PathNode(Node owner, string member) : Node
{
    /// <summary>The value whose member is read.</summary>
    public Node Owner { get; } = owner;

    /// <summary>The member's name.</summary>
    public string Member { get; } = member;

    /// <inheritdoc/>
    protected override FeelType Infer() => Owner.Type.Member(Member) ?? FeelType.Any;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [Owner];

    /// <inheritdoc/>
    protected override object? Value(Scope scope) => Read(Owner.Evaluate(scope), scope.Run);

    internal override Ready Compile(Plan plan)
    {
        var owner = plan.Make(Owner);
        return frame =>
        {
            frame.Run.Step();
            return Read(owner(frame), frame.Run);
        };
    }

    private object? Read(object? value, Run run) => value is FeelList list ? new FeelList(list.Select(item => OfOne(item, run)).ToArray()) : OfOne(value, run);

    private object? OfOne(object? value, Run run) => Of(value, run, out var found) is var member && found ? member : run.Warn(Trouble.NoSuchMember, At, Member, value);

    private object? Of(object? value, Run run, out bool found)
    {
        if (value is FeelContext context)
        {
            found = context.TryGet(Member, out var entry);
            if (entry is Lazy<object?> late)
            {
                entry = late.Value;
            }

            if (entry is null && run.Strict)
            {
                run.Missing.Add(Owner is NameNode name ? name.Name + "." + Member : Member);
            }

            return entry;
        }

        return Properties.Of(value, Member, out found);
    }
}

/// <summary>The items of a list that pass a test, or the item at a place: <c>a[b]</c>.</summary>
public sealed class FilterNode(Node list, Node test, bool boxed = false) : Node
{
    /// <inheritdoc/>
    protected override FeelType Infer() => list.Type is ListType of && test.Type == FeelType.Number ? of.Item : list.Type;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [list, test];

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        var value = list.Evaluate(scope);
        if (value is null && scope.Run.Strict)
        {
            return null;
        }

        var items = value as FeelList ?? (value is null ? FeelList.Empty : FeelList.Of(value));
        return Constant(test) ? ByPlace(items, test.Evaluate(scope), scope) : ByTest(items, scope);
    }

    /// <summary>Tests that do not look at the items give a place or keep all or none.</summary>
    private static bool Constant(Node test) => test is LiteralNode or NegationNode { Operand: LiteralNode };

    private object? ByPlace(FeelList items, object? place, Scope scope) => place switch
    {
        decimal n => At1(items, n, scope),
        true => items,
        false => FeelList.Empty,
        _ => scope.Run.Warn(Trouble.NotBoolean, test.At, place),
    };

    private object? At1(FeelList items, decimal n, Scope scope)
    {
        var index = n > 0 ? n - 1 : items.Count + n;
        return n != 0 && decimal.Truncate(n) == n && index >= 0 && index < items.Count ? items[(int)index] : scope.Run.Warn(Trouble.OutOfRange, test.At, n);
    }

    private object? ByTest(FeelList items, Scope scope)
    {
        var kept = new List<object?>();
        if (items.Count == 0)
        {
            return test.Type == FeelType.Boolean || test.Evaluate(scope.Inner().Set("item", null)) is not decimal ? FeelList.Empty : null;
        }

        foreach (var item in items)
        {
            var inner = item is FeelContext context ? scope.Inner(context) : scope.Inner();
            if (item is not FeelContext known || !known.Has("item"))
            {
                inner = inner.Inner().Set("item", item);
            }

            var truth = test.Evaluate(inner);
            if (truth is decimal place)
            {
                return At1(items, place, scope);
            }

            if (truth is true)
            {
                kept.Add(item);
            }
            else if (truth is null && scope.Run.Strict)
            {
                return null;
            }
            else if (truth is not bool)
            {
                if (truth is not null)
                {
                    scope.Run.Warn(Trouble.NotBoolean, test.At, truth);
                    if (boxed)
                    {
                        return null;
                    }
                }
            }
        }

        return new FeelList(kept);
    }
}

/// <summary>A call with arguments in order or by name.</summary>
public sealed class CallNode(Node called, IReadOnlyList<Node> arguments, IReadOnlyList<string>? names) : Node
{
    /// <summary>What is called.</summary>
    public Node Called { get; } = called;

    /// <summary>The arguments.</summary>
    public IReadOnlyList<Node> Arguments { get; } = arguments;

    /// <summary>The parameter names, when the call names them.</summary>
    public IReadOnlyList<string>? Names { get; } = names;

    /// <inheritdoc/>
    protected override FeelType Infer() => Called.Type is FunctionType function ? function.Result : FeelType.Any;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [Called, .. Arguments];

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        if (Called.Evaluate(scope) is not FeelFunction function)
        {
            return scope.Run.Warn(Trouble.NotCallable, Called.At);
        }

        var values = new object?[Arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Arguments[i].Evaluate(scope);
        }

        return Names is null ? function.Call(values, scope.Run, At) : function.CallNamed([.. Names.Zip(values)], scope.Run, At);
    }

    internal override Ready Compile(Plan plan)
    {
        var (called, arguments) = (plan.Make(Called), plan.Make(Arguments));
        return frame =>
        {
            frame.Run.Step();
            if (called(frame) is not FeelFunction function)
            {
                return frame.Run.Warn(Trouble.NotCallable, Called.At);
            }

            var values = new object?[arguments.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = arguments[i](frame);
            }

            return Names is null ? function.Call(values, frame.Run, At) : function.CallNamed([.. Names.Zip(values)], frame.Run, At);
        };
    }
}
