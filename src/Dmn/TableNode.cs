using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>A compiled decision table. Columns of plain constants are looked up in an index made by the interpreter; other cells are interpreted.</summary>
internal sealed class TableNode : Node
{
    private const int Block = 64;

    private readonly bool[] knowsAbsence;
    private readonly ColumnIndex?[][]?[] indexes = new ColumnIndex?[][]?[2];
    private readonly CompiledTest?[][] ready;
    private readonly Node[] compiled;

    public TableNode(DmnElement owner, DmnTable table, Node[] inputs, TableRow[] rows)
    {
        Owner = owner;
        Table = table;
        Inputs = inputs;
        Rows = rows;
        compiled = [.. inputs.Select(CompiledNode.Of)];
        ready = [.. rows.Select(r => r.Tests.Select(t => t is null or AnyTest ? null : new CompiledTest(t)).ToArray())];

        // A column with a row for null has said what absence means; then absence fails its other rows instead of leaving them open.
        knowsAbsence = [.. inputs.Select((_, c) => rows.Any(r => r.Tests[c] is { } test && test.All().Any(n => n is LiteralNode { Literal: null })))];
    }

    public DmnElement Owner { get; }

    public DmnTable Table { get; }

    public Node[] Inputs { get; }

    public TableRow[] Rows { get; }

    public required IReadOnlyList<FeelType> InputTypes { get; init; }

    public required IReadOnlyList<FeelType> OutputTypes { get; init; }

    public required IReadOnlyList<IReadOnlyList<TestNode>> Priorities { get; init; }

    public required IReadOnlyList<Node?> Defaults { get; init; }

    /// <summary>Whether indexes and compiled cells are used.</summary>
    public required bool UseIndex { get; init; }

    public override IEnumerable<Node> Parts => [.. Inputs, .. Rows.SelectMany(r => r.Tests.OfType<Node>().Concat(r.Outputs))];

    /// <summary>The indexes by block of 64 rows and column, for strict or lenient evaluation.</summary>
    public ColumnIndex?[][] Index(bool strict) => indexes[strict ? 1 : 0] ??=
        [.. Rows.Chunk(Block).Select(rows => Inputs.Select((_, c) => ColumnIndex.Build([.. rows.Select(r => r.Tests[c])], knowsAbsence[c], strict)).ToArray())];

    /// <summary>The index of a column of at most 64 rows for strict evaluation of values of a declared type, with the figures its cells may compare with.</summary>
    public ColumnIndex? Index(int column, FeelType type, IReadOnlyDictionary<string, object?> figures) =>
        ColumnIndex.Build([.. Rows.Select(r => r.Tests[column])], knowsAbsence[column], true, type, figures);

    protected override object? Value(Scope scope)
    {
        var session = Session.Of(scope);
        var values = new object?[Inputs.Length];
        var missing = new IReadOnlyList<string>[Inputs.Length];
        for (var c = 0; c < Inputs.Length; c++)
        {
            (values[c], missing[c]) = Session.Watch(scope.Run, UseIndex ? compiled[c] : Inputs[c], scope);
        }

        var bits = new CellBits(Rows.Length, Inputs.Length);
        var missedInCells = new Dictionary<(int Row, int Column), IReadOnlyList<string>>();
        for (var block = 0; block * Block < Rows.Length; block++)
        {
            for (var c = 0; c < Inputs.Length; c++)
            {
                bits[block, c] = UseIndex && Index(scope.Run.Strict)[block][c] is { } index && index.Find(values[c], out var found)
                    ? found
                    : Interpret(block, c, values[c], scope, missedInCells);
            }
        }

        var states = bits.States();
        var policy = new HitPolicies(this, scope);
        var hits = policy.Choose(states, out var undecided, out var value);
        var isDecided = undecided.Count == 0 && policy.Missing.Count == 0;
        session.Tables.Add(new TableTrace(Owner, Table, values, bits, hits, !isDecided));
        if (isDecided)
        {
            return value;
        }

        scope.Run.Missing.UnionWith(policy.Missing);
        foreach (var row in undecided)
        {
            Needs(row, bits, values, missing, missedInCells, scope.Run.Missing);
        }

        return null;
    }

    private ColumnBits Interpret(int block, int c, object? value, Scope scope, Dictionary<(int, int), IReadOnlyList<string>> missedInCells)
    {
        var (held, possible) = (0UL, 0UL);
        for (var r = block * Block; r < Math.Min(Rows.Length, (block + 1) * Block); r++)
        {
            var truth = Test(Rows[r].Tests[c], UseIndex ? ready[r][c] : null, value, scope, out var missed);
            held |= truth == true ? 1UL << r : 0;
            possible |= truth == true ? 1UL << r : 0;
            if (truth is null && scope.Run.Strict && !(value is null && knowsAbsence[c]))
            {
                possible |= 1UL << r;
                missedInCells[(r, c)] = missed;
            }
        }

        return new ColumnBits(held, possible);
    }

    private static bool? Test(TestNode? cell, CompiledTest? compiled, object? value, Scope scope, out IReadOnlyList<string> missed)
    {
        missed = [];
        if (!scope.Run.Strict)
        {
            var warnings = scope.Run.Warnings.Count;
            var truth = Holds() ?? false;

            // A cell that cannot hold for this kind of value is a miss, not trouble.
            scope.Run.Forget(warnings);
            return truth;
        }

        (var answer, missed) = Session.Watch(scope.Run, () => Holds());
        return answer as bool?;

        bool? Holds() => compiled is null ? cell?.Holds(value, scope) : compiled.Holds(value, scope);
    }

    /// <summary>What an open row would need to be decided.</summary>
    private void Needs(int row, CellBits bits, object?[] values, IReadOnlyList<string>[] missing, Dictionary<(int, int), IReadOnlyList<string>> missedInCells, HashSet<string> needs)
    {
        for (var c = 0; c < Inputs.Length; c++)
        {
            if (bits.Cell(row, c) != CellState.Unknown)
            {
                continue;
            }

            var missed = (values[c] is null ? missing[c] : []).Concat(missedInCells.GetValueOrDefault((row, c)) ?? []).ToList();
            needs.UnionWith(missed.Count > 0 ? missed : [Table.Inputs[c].Expression]);
        }
    }
}
