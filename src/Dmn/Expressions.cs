namespace Guiju.Dmn;

/// <summary>Boxed logic: how a value is found.</summary>
public abstract record DmnExpression : DmnElement
{
    /// <summary>The declared type of the value, or null for any.</summary>
    public string? TypeRef { get; init; }
}

/// <summary>A parameter of a function.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="TypeRef">Its type, or null for any.</param>
public sealed record DmnParameter(string Name, string? TypeRef);

/// <summary>A FEEL expression as text.</summary>
public sealed record DmnLiteral : DmnExpression
{
    /// <summary>The FEEL text.</summary>
    public string Text { get; init; } = "";
}

/// <summary>A call of a function with named arguments.</summary>
public sealed record DmnInvocation : DmnExpression
{
    /// <summary>What is called.</summary>
    public DmnExpression? Called { get; init; }

    /// <summary>The arguments by parameter.</summary>
    public IReadOnlyList<(DmnParameter Parameter, DmnExpression? Value)> Bindings { get; init; } = [];
}

/// <summary>Named entries, later ones reading earlier ones; an entry without a name is the result.</summary>
public sealed record DmnContext : DmnExpression
{
    /// <summary>The entries in order.</summary>
    public IReadOnlyList<(DmnParameter? Variable, DmnExpression? Value)> Entries { get; init; } = [];
}

/// <summary>A list, item by item.</summary>
public sealed record DmnList : DmnExpression
{
    /// <summary>The items.</summary>
    public IReadOnlyList<DmnExpression?> Items { get; init; } = [];
}

/// <summary>A table of values: named columns, rows of expressions.</summary>
public sealed record DmnRelation : DmnExpression
{
    /// <summary>The columns.</summary>
    public IReadOnlyList<DmnParameter> Columns { get; init; } = [];

    /// <summary>The rows.</summary>
    public IReadOnlyList<IReadOnlyList<DmnExpression?>> Rows { get; init; } = [];
}

/// <summary>A function with parameters and a body.</summary>
public sealed record DmnFunction : DmnExpression
{
    /// <summary><c>FEEL</c>, <c>Java</c> or <c>PMML</c>.</summary>
    public string Kind { get; init; } = "FEEL";

    /// <summary>The parameters.</summary>
    public IReadOnlyList<DmnParameter> Parameters { get; init; } = [];

    /// <summary>The body.</summary>
    public DmnExpression? Body { get; init; }
}

/// <summary>If, then, else.</summary>
public sealed record DmnConditional : DmnExpression
{
    /// <summary>The condition.</summary>
    public DmnExpression? If { get; init; }

    /// <summary>The value when the condition is true.</summary>
    public DmnExpression? Then { get; init; }

    /// <summary>The value otherwise.</summary>
    public DmnExpression? Else { get; init; }
}

/// <summary>The items of a list that pass a test.</summary>
public sealed record DmnFilter : DmnExpression
{
    /// <summary>The list.</summary>
    public DmnExpression? In { get; init; }

    /// <summary>The test.</summary>
    public DmnExpression? Match { get; init; }
}

/// <summary>What an iteration gives.</summary>
public enum DmnIterationKind
{
    /// <summary>A list of what the body gives for each item.</summary>
    For,

    /// <summary>Whether the body is true for at least one item.</summary>
    Some,

    /// <summary>Whether the body is true for every item.</summary>
    Every,
}

/// <summary>A walk over a list.</summary>
public sealed record DmnIteration : DmnExpression
{
    /// <summary>What it gives.</summary>
    public DmnIterationKind Kind { get; init; }

    /// <summary>The name of the current item.</summary>
    public string Variable { get; init; } = "";

    /// <summary>The list.</summary>
    public DmnExpression? In { get; init; }

    /// <summary>The body or test.</summary>
    public DmnExpression? Body { get; init; }
}
