namespace Guiju.Dmn;

/// <summary>A mistake in a model, found before anything is evaluated.</summary>
/// <param name="Code">A stable word for the kind of mistake.</param>
/// <param name="Element">The id or name of the element.</param>
/// <param name="Line">The line in the file.</param>
/// <param name="Message">What is wrong, in English.</param>
/// <param name="MessageZh">What is wrong, in Chinese.</param>
/// <param name="Start">Where in the element's expression it begins.</param>
/// <param name="End">Where it ends.</param>
public sealed record DmnFault(string Code, string Element, int Line, string Message, string MessageZh, int Start = 0, int End = 0)
{
    /// <summary>Whether it may be meant: a gap may be, an overlap under UNIQUE may not.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The smallest example that shows the mistake, when there is one: input name to value as FEEL text.</summary>
    public IReadOnlyDictionary<string, string>? Example { get; init; }
}

/// <summary>Something that went wrong while evaluating; the value is null or partial because of it.</summary>
/// <param name="Code">A stable word for the kind of trouble.</param>
/// <param name="Element">The id or name of the element.</param>
/// <param name="Message">What happened, in English.</param>
/// <param name="MessageZh">What happened, in Chinese.</param>
/// <param name="Start">Where in the element's expression it begins.</param>
/// <param name="End">Where it ends.</param>
public sealed record DmnWarning(string Code, string Element, string Message, string MessageZh, int Start = 0, int End = 0);

/// <summary>A row that hit.</summary>
/// <param name="DecisionId">The id of the decision or knowledge model whose table it is.</param>
/// <param name="DecisionName">The name of the decision or knowledge model whose table it is.</param>
/// <param name="Rule">The row, with its law attributes and texts.</param>
/// <param name="Outputs">What it gives, by output name; a single unnamed output stands under the decision's name.</param>
public sealed record RuleHit(string DecisionId, string DecisionName, DmnRule Rule, IReadOnlyDictionary<string, object?> Outputs)
{
    /// <summary>The row's place in its table, from 0.</summary>
    public int RuleIndex => Rule.Index;

    /// <summary>The row's id, or an empty string.</summary>
    public string RuleId => Rule.Id;
}

/// <summary>What a decision came to.</summary>
public sealed record DmnResult
{
    /// <summary>The value as CLR value: decimal, string, bool, DateOnly, list, dictionary, other FEEL values as they are; null when undecided.</summary>
    public object? Value { get; init; }

    /// <summary>The rows that hit in the decision's own table; rows of required decisions stand in <see cref="Trace"/>.</summary>
    public IReadOnlyList<RuleHit> Hits { get; init; } = [];

    /// <summary>Strict mode: names of the facts that were needed and absent. Not empty means: cannot decide.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What went wrong on the way.</summary>
    public IReadOnlyList<DmnWarning> Warnings { get; init; } = [];

    /// <summary>What each table looked at and why each row hit or not.</summary>
    public Trace Trace { get; init; } = new([]);
}

/// <summary>How a cell stood towards its input.</summary>
public enum CellState
{
    /// <summary>The test failed.</summary>
    Failed,

    /// <summary>The test held.</summary>
    Held,

    /// <summary>The test could not be made because a value is missing.</summary>
    Unknown,
}

/// <summary>What was looked at in evaluating a decision: one entry for each table, in the order they were evaluated.</summary>
/// <param name="Tables">The tables.</param>
public sealed record Trace(IReadOnlyList<TableTrace> Tables)
{
    /// <summary>Exceptions that were looked at, each with the base rule it displaced or left standing.</summary>
    public IReadOnlyList<Displacement> Displacements { get; init; } = [];
}

/// <summary>A row that would have hit but for one cell.</summary>
/// <param name="Rule">The row.</param>
/// <param name="Column">The place of the failed cell, from 0.</param>
/// <param name="Input">The input column.</param>
/// <param name="Value">The FEEL value the input had.</param>
/// <param name="Test">The text of the failed cell.</param>
/// <param name="State">Whether the cell failed or could not be tested.</param>
public sealed record NearlyHit(DmnRule Rule, int Column, DmnTableInput Input, object? Value, string Test, CellState State);

/// <summary>What one table looked at.</summary>
public sealed class TableTrace
{
    private readonly CellBits bits;

    internal TableTrace(DmnElement owner, DmnTable table, IReadOnlyList<object?> inputs, CellBits bits, IReadOnlyList<RuleHit> hits, bool isUndecided)
    {
        IsUndecided = isUndecided;
        Owner = owner;
        Table = table;
        Inputs = inputs;
        Hits = hits;
        this.bits = bits;
    }

    /// <summary>The decision or knowledge model whose table it is.</summary>
    public DmnElement Owner { get; }

    /// <summary>The table.</summary>
    public DmnTable Table { get; }

    /// <summary>The values of the input columns, as FEEL values.</summary>
    public IReadOnlyList<object?> Inputs { get; }

    /// <summary>The rows that hit and that the hit policy kept.</summary>
    public IReadOnlyList<RuleHit> Hits { get; }

    /// <summary>Whether something is missing that could change the outcome.</summary>
    public bool IsUndecided { get; }

    /// <summary>How the cell of that row and column stood.</summary>
    public CellState Cell(int rule, int column) => bits.Cell(rule, column);

    /// <summary>The rows that missed by exactly one cell.</summary>
    public IReadOnlyList<NearlyHit> NearlyHit()
    {
        var near = new List<NearlyHit>();
        foreach (var rule in Table.Rules)
        {
            var missed = Enumerable.Range(0, Table.Inputs.Count).Where(c => Cell(rule.Index, c) != CellState.Held).Take(2).ToList();
            if (missed.Count == 1)
            {
                near.Add(new NearlyHit(rule, missed[0], Table.Inputs[missed[0]], Inputs[missed[0]], rule.Tests[missed[0]].Text, Cell(rule.Index, missed[0])));
            }
        }

        return near;
    }
}

/// <summary>How every cell of a table stood: for each block of 64 rows and each column two words, a bit a row.</summary>
internal sealed class CellBits(int rows, int columns)
{
    private readonly ColumnBits[] words = new ColumnBits[(rows + 63) / 64 * columns];

    public ColumnBits this[int block, int column]
    {
        get => words[block * columns + column];
        set => words[block * columns + column] = value;
    }

    public CellState Cell(int row, int column)
    {
        var word = this[row >> 6, column];
        return (word.Held >> row & 1) == 1 ? CellState.Held : (word.Possible >> row & 1) == 1 ? CellState.Unknown : CellState.Failed;
    }

    /// <summary>A row hits when all its cells hold and is open when none fails.</summary>
    public CellState[] States()
    {
        var states = new CellState[rows];
        for (var block = 0; block * 64 < rows; block++)
        {
            var (held, possible) = (ulong.MaxValue, ulong.MaxValue);
            for (var c = 0; c < columns; c++)
            {
                held &= this[block, c].Held;
                possible &= this[block, c].Possible;
            }

            for (var r = block * 64; r < Math.Min(rows, block * 64 + 64); r++)
            {
                states[r] = (held >> r & 1) == 1 ? CellState.Held : (possible >> r & 1) == 1 ? CellState.Unknown : CellState.Failed;
            }
        }

        return states;
    }
}
