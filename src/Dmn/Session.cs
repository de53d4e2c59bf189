using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>One evaluation of a program: the facts, what each decision came to, and what the tables saw.</summary>
internal sealed class Session(Run run, IReadOnlyDictionary<string, object?> facts)
{
    private readonly Dictionary<DmnElement, object?> values = new(ReferenceEqualityComparer.Instance);

    public Run Run { get; } = run;

    public IReadOnlyDictionary<string, object?> Facts { get; } = facts;

    /// <summary>The parameters of this evaluation, if they were handed in apart from the facts.</summary>
    public ParameterVector? Parameters { get; init; }

    /// <summary>Tables in the order they were evaluated; services called on the way add theirs too.</summary>
    public List<TableTrace> Tables { get; init; } = [];

    /// <summary>What is missing for a decision, by the name others read it under.</summary>
    public Dictionary<string, IReadOnlyList<string>> MissingOf { get; } = new(StringComparer.Ordinal);

    public List<DmnWarning> Warnings { get; init; } = [];

    public static Session Of(Scope scope) => (Session)(scope.Run.Witness ?? throw new InvalidOperationException("a table outside a program"));

    /// <summary>A value handed in from outside stands before any computing.</summary>
    public void Preset(DmnElement element, object? value) => values[element] = value;

    public bool Has(DmnElement element) => values.ContainsKey(element);

    public object? Get(DmnElement element, Func<object?> compute)
    {
        if (!values.TryGetValue(element, out var value))
        {
            values[element] = value = compute();
        }

        return value;
    }

    /// <summary>Evaluates a node and tells which facts it missed.</summary>
    public static (object? Value, IReadOnlyList<string> Missing) Watch(Run run, Node node, Scope scope) => run.Strict ? Watch(run, () => node.Evaluate(scope)) : (node.Evaluate(scope), []);

    /// <summary>Evaluates a part and tells which facts it missed; what it missed is not counted against the whole.</summary>
    public static (object? Value, IReadOnlyList<string> Missing) Watch(Run run, Func<object?> evaluate)
    {
        if (!run.Strict)
        {
            return (evaluate(), []);
        }

        var before = run.Missing.ToArray();
        run.Missing.Clear();
        var value = evaluate();
        IReadOnlyList<string> missing = value is null ? [.. run.Missing] : [];
        run.Missing.Clear();
        run.Missing.UnionWith(before);
        return (value, missing);
    }

    /// <summary>The facts behind names: a decision that came to nothing stands for what it missed itself.</summary>
    public IReadOnlyList<string> Expand(IEnumerable<string> names) =>
        [.. names.SelectMany(n => MissingOf.TryGetValue(n, out var behind) && behind.Count > 0 ? behind : [n]).Distinct(StringComparer.Ordinal)];

    public void Warn(DmnElement element, FeelWarning warning) =>
        Warnings.Add(new DmnWarning(warning.Code, element.Name.Length > 0 ? element.Name : element.Id, warning.Message, warning.MessageZh, warning.Start, warning.End));
}
