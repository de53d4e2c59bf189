namespace Guiju.Dmn;

/// <summary>What a table does when several rows hit.</summary>
public enum HitPolicy
{
    /// <summary>At most one row may hit.</summary>
    Unique,

    /// <summary>Several rows may hit if they say the same.</summary>
    Any,

    /// <summary>Of the rows that hit, the one whose output stands first in the list of output values.</summary>
    Priority,

    /// <summary>The first row that hits, in the order of the table.</summary>
    First,

    /// <summary>All rows that hit, ordered as the output values are listed.</summary>
    OutputOrder,

    /// <summary>All rows that hit, in the order of the table.</summary>
    RuleOrder,

    /// <summary>All rows that hit, in no promised order, or one figure made of them.</summary>
    Collect,
}

/// <summary>The figure a collecting table makes of its hits.</summary>
public enum Aggregation
{
    /// <summary>No figure: the list itself.</summary>
    None,

    /// <summary>The sum.</summary>
    Sum,

    /// <summary>How many.</summary>
    Count,

    /// <summary>The smallest.</summary>
    Min,

    /// <summary>The largest.</summary>
    Max,
}

/// <summary>A decision table.</summary>
public sealed record DmnTable : DmnExpression
{
    /// <summary>What happens when several rows hit.</summary>
    public HitPolicy HitPolicy { get; init; }

    /// <summary>The figure made of the hits of a collecting table.</summary>
    public Aggregation Aggregation { get; init; }

    /// <summary>The input columns.</summary>
    public IReadOnlyList<DmnTableInput> Inputs { get; init; } = [];

    /// <summary>The output columns.</summary>
    public IReadOnlyList<DmnTableOutput> Outputs { get; init; } = [];

    /// <summary>The rows.</summary>
    public IReadOnlyList<DmnRule> Rules { get; init; } = [];

    /// <summary>The annotation columns.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];
}

/// <summary>An input column: what is looked at.</summary>
public sealed record DmnTableInput : DmnElement
{
    /// <summary>The expression whose value the cells test.</summary>
    public string Expression { get; init; } = "";

    /// <summary>Its type, or null for any.</summary>
    public string? TypeRef { get; init; }

    /// <summary>Unary tests every value should pass.</summary>
    public string? InputValues { get; init; }
}

/// <summary>An output column.</summary>
public sealed record DmnTableOutput : DmnElement
{
    /// <summary>Its type, or null for any.</summary>
    public string? TypeRef { get; init; }

    /// <summary>The values it may give; their order is their priority.</summary>
    public string? OutputValues { get; init; }

    /// <summary>What it gives when no row hits.</summary>
    public string? Default { get; init; }
}

/// <summary>A row of a table.</summary>
public sealed record DmnRule : DmnElement
{
    /// <summary>Its place in the table, from 0.</summary>
    public int Index { get; init; }

    /// <summary>One cell for each input column.</summary>
    public IReadOnlyList<DmnCell> Tests { get; init; } = [];

    /// <summary>One cell for each output column.</summary>
    public IReadOnlyList<DmnCell> Outputs { get; init; } = [];

    /// <summary>One text for each annotation column.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];
}

/// <summary>A cell of a table.</summary>
/// <param name="Id">Its id, or an empty string.</param>
/// <param name="Text">The FEEL text.</param>
/// <param name="Line">Its line in the file.</param>
public sealed record DmnCell(string Id, string Text, int Line);
