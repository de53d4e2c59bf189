using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>Compiles boxed expressions into the same kind of tree that FEEL text is read into.</summary>
internal sealed class BoxCompiler(TypeBook types, Faults faults, DmnOptions options, DmnElement owner)
{
    public Node Compile(DmnExpression? expression, NameScope names) => expression switch
    {
        null => new NothingNode(Trouble.Missing, owner.Name),
        DmnTable table => new TableCompiler(this, types, faults, owner, options.Interpret).Compile(table, names),
        _ => Fitted(Logic(expression, names), expression.TypeRef, expression),
    };

    public Node Text(string text, NameScope names, DmnElement element, int line = 0)
    {
        try
        {
            var root = FeelExpression.Parse(text, names, options.Strict).Root;
            faults.Doubt(element, options.Strict ? TypeDoubts.In(root, FeelType.Any) : [], line);
            return root;
        }
        catch (FeelSyntaxException fault)
        {
            faults.Add(element, fault, line);
            return new NothingNode(Trouble.Invalid, text);
        }
    }

    public TestNode? Tests(string text, NameScope names, DmnElement element, int line)
    {
        try
        {
            var tests = FeelExpression.ParseTests(text, names, options.Strict);
            faults.Doubt(element, options.Strict ? TypeDoubts.In(tests, names.TypeOf("?") ?? FeelType.Any) : [], line);
            return tests;
        }
        catch (FeelSyntaxException fault)
        {
            faults.Add(element, fault, line);
            return null;
        }
    }

    public Node Fitted(Node node, string? typeRef, DmnElement element)
    {
        var type = types.Find(typeRef, element);
        return type == FeelType.Any ? node : new FitNode(node, type) { At = node.At };
    }

    public BoxedFunctionNode Function(DmnFunction function, NameScope names)
    {
        var inner = new NameScope(names);
        var parameters = function.Parameters.Select(p => new FeelParameter(p.Name, types.Find(p.TypeRef, function))).ToList();
        foreach (var parameter in parameters.Where(p => p.Name.Length > 0))
        {
            inner.With(parameter.Name, parameter.Type);
        }

        Node body = function.Kind == "FEEL" ? Compile(function.Body, inner) : new NothingNode(Trouble.External, function.Kind);
        return new BoxedFunctionNode(parameters, body);
    }

    private Node Logic(DmnExpression expression, NameScope names)
    {
        switch (expression)
        {
            case DmnLiteral literal:
                return Text(literal.Text, names, literal.Name.Length > 0 ? literal : owner, literal.Line);
            case DmnInvocation call:
                return new BoxedCallNode(Compile(call.Called, names), [.. call.Bindings.Select(b => (b.Parameter.Name, Compile(b.Value, names)))]);
            case DmnContext context:
                return Context(context, names);
            case DmnList list:
                return new ListNode([.. list.Items.Select(i => Compile(i, names))]);
            case DmnRelation relation:
                return new RelationNode([.. relation.Columns.Select(c => c.Name)], [.. relation.Rows.Select(r => (IReadOnlyList<Node>)[.. r.Select(c => Compile(c, names))])]);
            case DmnFunction function:
                return Function(function, names);
            case DmnConditional conditional:
                return new IfNode(Compile(conditional.If, names), Compile(conditional.Then, names), Compile(conditional.Else, names), boxed: true);
            case DmnFilter filter:
                return Filter(filter, names);
            case DmnIteration iteration:
                return Iteration(iteration, names);
            default:
                throw new InvalidOperationException($"unknown expression {expression.GetType().Name}");
        }
    }

    private BoxedContextNode Context(DmnContext context, NameScope names)
    {
        var inner = new NameScope(names);
        var entries = new List<(string?, Node)>();
        foreach (var (variable, value) in context.Entries)
        {
            if (variable is { Name.Length: > 0 } named && value is DmnFunction)
            {
                // A function may call itself by its entry's name.
                inner.With(named.Name, FeelType.Named["function"]);
            }

            var node = Fitted(Compile(value, inner), variable?.TypeRef, owner);
            entries.Add((variable is { Name.Length: > 0 } ? variable.Name : null, node));
            if (variable is { Name.Length: > 0 })
            {
                inner.With(variable.Name, node.Type);
                names.WithMember(variable.Name);
            }
        }

        return new BoxedContextNode(entries);
    }

    private FilterNode Filter(DmnFilter filter, NameScope names)
    {
        var list = Compile(filter.In, names);
        var item = list.Type is ListType of ? of.Item : FeelType.Any;
        var inner = new NameScope(names) { IsOpen = item == FeelType.Any || names.IsOpen };
        inner.With("item", item);
        if ((item is ConstrainedType constrained ? constrained.Bare : item) is ContextType context)
        {
            foreach (var member in context.Members)
            {
                inner.With(member.Name, member.Type);
            }
        }

        return new FilterNode(list, Compile(filter.Match, inner), boxed: true);
    }

    private Node Iteration(DmnIteration iteration, NameScope names)
    {
        var list = Compile(iteration.In, names);
        var inner = new NameScope(names).With("partial", new ListType(FeelType.Any));
        if (iteration.Variable.Length > 0)
        {
            inner.With(iteration.Variable, list.Type is ListType of ? of.Item : FeelType.Any);
        }

        Iterator[] iterators = [new Iterator(iteration.Variable, list, null)];
        var body = Compile(iteration.Body, inner);
        return iteration.Kind == DmnIterationKind.For
            ? new ForNode(iterators, body)
            : new QuantifiedNode(iteration.Kind == DmnIterationKind.Every, iterators, body, boxed: true);
    }
}
