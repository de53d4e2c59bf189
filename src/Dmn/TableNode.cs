using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>A compiled decision table: the reference meaning, row by row and cell by cell.</summary>
internal sealed class TableNode : Node
{
    private readonly bool[] knowsAbsence;

    public TableNode(DmnElement owner, DmnTable table, Node[] inputs, TableRow[] rows)
    {
        Owner = owner;
        Table = table;
        Inputs = inputs;
        Rows = rows;

        // A column with a row for null has said what absence means; then absence fails its other rows instead of leaving them open.
        knowsAbsence = [.. inputs.Select((_, c) => rows.Any(r => r.Tests[c] is { } test && test.All().Any(n => n is LiteralNode { Literal: null })))];
    }

    public DmnElement Owner { get; }

    public DmnTable Table { get; }

    public Node[] Inputs { get; }

    public TableRow[] Rows { get; }

    public required IReadOnlyList<FeelType> OutputTypes { get; init; }

    public required IReadOnlyList<IReadOnlyList<TestNode>> Priorities { get; init; }

    public required IReadOnlyList<Node?> Defaults { get; init; }

    public override IEnumerable<Node> Parts => [.. Inputs, .. Rows.SelectMany(r => r.Tests.OfType<Node>().Concat(r.Outputs))];

    protected override object? Value(Scope scope)
    {
        var session = Session.Of(scope);
        var values = new object?[Inputs.Length];
        var missing = new IReadOnlyList<string>[Inputs.Length];
        for (var c = 0; c < Inputs.Length; c++)
        {
            (values[c], missing[c]) = Session.Watch(scope.Run, () => Inputs[c].Evaluate(scope));
        }

        var (held, unknown) = (new ulong[Rows.Length], new ulong[Rows.Length]);
        var states = new CellState[Rows.Length];
        var needs = new HashSet<string>?[Rows.Length];
        for (var r = 0; r < Rows.Length; r++)
        {
            states[r] = Test(r, values, missing, scope, ref held[r], ref unknown[r], out needs[r]);
        }

        var hits = new HitPolicies(this, scope).Choose(states, out var undecided, out var value);
        session.Tables.Add(new TableTrace(Owner, Table, values, held, unknown, hits));
        if (undecided.Count == 0)
        {
            return value;
        }

        foreach (var row in undecided)
        {
            scope.Run.Missing.UnionWith(needs[row] ?? []);
        }

        return null;
    }

    private CellState Test(int r, object?[] values, IReadOnlyList<string>[] missing, Scope scope, ref ulong held, ref ulong unknown, out HashSet<string>? needs)
    {
        needs = null;
        var state = CellState.Held;
        for (var c = 0; c < Inputs.Length; c++)
        {
            var bit = 1UL << (c & 63);
            var cell = Rows[r].Tests[c];
            var column = c;
            bool? truth;
            IReadOnlyList<string> missed = [];
            if (scope.Run.Strict)
            {
                (var answer, missed) = Session.Watch(scope.Run, () => cell?.Holds(values[column], scope));
                truth = answer as bool?;
            }
            else
            {
                var warnings = scope.Run.Warnings.Count;
                truth = cell?.Holds(values[c], scope) ?? false;

                // A cell that cannot hold for this kind of value is a miss, not trouble.
                scope.Run.Forget(warnings);
            }

            if (truth == true)
            {
                held |= bit;
            }
            else if (truth == false || (values[c] is null && knowsAbsence[c]))
            {
                state = CellState.Failed;
            }
            else
            {
                unknown |= bit;
                state = state == CellState.Failed ? state : CellState.Unknown;
                needs ??= new HashSet<string>(StringComparer.Ordinal);
                needs.UnionWith(values[c] is null ? missing[c] : []);
                needs.UnionWith(missed);
                if (needs.Count == 0)
                {
                    needs.Add(Table.Inputs[c].Expression);
                }
            }
        }

        return state;
    }
}
