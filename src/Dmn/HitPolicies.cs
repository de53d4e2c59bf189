using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>What a table comes to when its rows have been tested.</summary>
internal sealed class HitPolicies(TableNode table, Scope scope)
{
    private static readonly Trouble SeveralRows = new("several-rows", "several rows of {0} hit", "决策表“{0}”有多行同时命中");
    private static readonly Trouble NoRow = new("no-row", "no row of {0} hit", "决策表“{0}”没有命中的行");

    private readonly bool strict = scope.Run.Strict;
    private readonly List<(int Row, object?[] Values)> hit = [];

    /// <summary>Facts that outputs of rows that hit would have needed.</summary>
    public HashSet<string> Missing { get; } = new(StringComparer.Ordinal);

    /// <summary>The rows that count, the rows that could still matter and are undecided, and the value.</summary>
    public IReadOnlyList<RuleHit> Choose(CellState[] states, out IReadOnlyList<int> undecided, out object? value)
    {
        var policy = table.Table.HitPolicy;
        var first = Array.IndexOf(states, CellState.Held);
        for (var r = 0; r < states.Length; r++)
        {
            if (states[r] == CellState.Held && (policy != HitPolicy.First || r == first))
            {
                hit.Add((r, Outputs(r)));
            }
        }

        undecided = Undecided(states, first);
        value = hit.Count == 0 ? NoHit() : policy switch
        {
            HitPolicy.Unique => Unique(),
            HitPolicy.Any => Any(),
            HitPolicy.First => Value(hit[0].Values),
            HitPolicy.Priority => Value(ByPriority()[0].Values),
            HitPolicy.OutputOrder => new FeelList(ByPriority().Select(h => Value(h.Values)).ToArray()),
            HitPolicy.RuleOrder => new FeelList(hit.Select(h => Value(h.Values)).ToArray()),
            _ => Collected(),
        };
        var kept = policy == HitPolicy.Priority && hit.Count > 0 ? [ByPriority()[0]] : hit;
        return [.. kept.Select(Hit)];
    }

    /// <summary>The choice among rows of constant outputs, worked out beforehand.</summary>
    public RowChoice Choice()
    {
        var outputs = table.Rows.Select((_, r) => Outputs(r)).ToArray();
        var ranks = outputs.Select(Ranks).ToArray();
        return new RowChoice(
            table.Table.HitPolicy,
            [.. outputs.Select(o => Mask(r => Ops.Equal(Value(outputs[r]), Value(o)) == true))],
            [.. ranks.Select(k => Mask(r => Compare(ranks[r], k) < 0))]);

        ulong Mask(Func<int, bool> holds) => Enumerable.Range(0, outputs.Length).Aggregate(0UL, (mask, r) => holds(r) ? mask | 1UL << r : mask);
    }

    /// <summary>Rows left open matter unless what is decided already stands before them.</summary>
    private IReadOnlyList<int> Undecided(CellState[] states, int first)
    {
        if (!strict)
        {
            return [];
        }

        var open = Enumerable.Range(0, states.Length).Where(r => states[r] == CellState.Unknown).ToList();
        switch (table.Table.HitPolicy)
        {
            case HitPolicy.Unique or HitPolicy.Any:
                return first >= 0 ? [] : open;
            case HitPolicy.First:
                return first < 0 ? open : [.. open.Where(r => r < first)];
            case HitPolicy.Priority:
                var best = hit.Count == 0 ? null : Ranks(ByPriority()[0].Values);
                return [.. open.Where(r => best is null || Compare(Ranks(Outputs(r)), best) < 0)];
            default:
                return open;
        }
    }

    private object?[] Outputs(int row)
    {
        var cells = table.Rows[row].Outputs;
        var values = new object?[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var (value, missed) = Session.Watch(scope.Run, cells[i], scope);
            Missing.UnionWith(missed);
            values[i] = table.OutputTypes[i].Fit(value, out var fits);
            if (!fits)
            {
                scope.Run.Warn(Trouble.TypeMismatch, cells[i].At, value, table.OutputTypes[i].ToString());
            }

            if (strict && values[i] is null && missed.Count == 0 && cells[i] is not LiteralNode)
            {
                // What was to be worked out came to nothing: the cell itself is what is missing.
                Missing.Add(table.Rows[row].Rule.Outputs[i].Text);
            }
        }

        return values;
    }

    private object? NoHit()
    {
        var defaults = table.Defaults;
        if (defaults.Any(d => d is not null))
        {
            var value = Value([.. defaults.Select((d, i) => table.OutputTypes[i].Fit(d?.Evaluate(scope), out _))]);
            return table.Table.HitPolicy is HitPolicy.OutputOrder or HitPolicy.RuleOrder
                || table.Table is { HitPolicy: HitPolicy.Collect, Aggregation: Aggregation.None }
                ? value as FeelList ?? FeelList.Of(value)
                : value;
        }

        if (strict && table.Table is { HitPolicy: HitPolicy.Collect or HitPolicy.RuleOrder or HitPolicy.OutputOrder, Aggregation: Aggregation.None })
        {
            return FeelList.Empty;
        }

        return table.Table is { HitPolicy: HitPolicy.Collect, Aggregation: Aggregation.Count } && strict
            ? 0m
            : scope.Run.Warn(NoRow, table.At, table.Owner.Name);
    }

    private object? Unique() => hit.Count == 1 ? Value(hit[0].Values) : scope.Run.Warn(SeveralRows, table.At, table.Owner.Name);

    private object? Any()
    {
        var first = Value(hit[0].Values);
        return hit.TrueForAll(h => Ops.Equal(Value(h.Values), first) == true) ? first : scope.Run.Warn(SeveralRows, table.At, table.Owner.Name);
    }

    private object? Collected()
    {
        if (table.Table.Aggregation == Aggregation.None)
        {
            return new FeelList(hit.Select(h => Value(h.Values)).ToArray());
        }

        if (table.Table.Outputs.Count == 1)
        {
            return Aggregate(hit.Select(h => h.Values[0]));
        }

        var context = new FeelContext();
        for (var i = 0; i < table.Table.Outputs.Count; i++)
        {
            var column = i;
            context[table.Table.Outputs[i].Name] = Aggregate(hit.Select(h => h.Values[column]));
        }

        return context;
    }

    private object? Aggregate(IEnumerable<object?> values)
    {
        var list = new FeelList(values.ToArray());
        var function = table.Table.Aggregation switch
        {
            Aggregation.Sum => "sum",
            Aggregation.Min => "min",
            Aggregation.Max => "max",
            _ => "count",
        };
        return Feel.Builtins.BuiltIn.Find(function)?.Call([list], scope.Run, table.At);
    }

    private List<(int Row, object?[] Values)> ByPriority() =>
        [.. hit.Select(h => (Hit: h, Ranks: Ranks(h.Values))).Order(Comparer<((int Row, object?[] Values) Hit, int[] Ranks)>.Create((a, b) => Compare(a.Ranks, b.Ranks))).Select(h => h.Hit)];

    private int[] Ranks(object?[] values) => [.. values.Select((v, i) =>
    {
        var order = table.Priorities[i];
        var place = order.TakeWhile(t => t.Holds(v, scope) != true).Count();
        return order.Count == 0 ? 0 : place;
    })];

    private static int Compare(int[] a, int[] b) => a.Zip(b).Select(p => p.First.CompareTo(p.Second)).FirstOrDefault(c => c != 0);

    private object? Value(object?[] values)
    {
        if (values.Length == 1)
        {
            return values[0];
        }

        var context = new FeelContext();
        for (var i = 0; i < values.Length; i++)
        {
            context[table.Table.Outputs[i].Name] = values[i];
        }

        return context;
    }

    private RuleHit Hit((int Row, object?[] Values) row)
    {
        var outputs = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < row.Values.Length; i++)
        {
            var name = table.Table.Outputs[i].Name;
            outputs[name.Length > 0 ? name : table.Owner.Name] = ClrValues.To(row.Values[i]);
        }

        return new RuleHit(table.Owner.Id, table.Owner.Name, table.Rows[row.Row].Rule, outputs);
    }
}
