using System.Numerics;
using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>Checks one table for publication, by trying every combination of the kinds of values its cells can tell apart.</summary>
internal sealed class TableChecks(TableNode table, Func<string, Node?> behind)
{
    private const int MostFaults = 20;
    private const int MostSteps = 300_000;

    private readonly IReadOnlyList<TableVariable> variables = TableVariable.Of(table, behind);

    public IEnumerable<DmnFault> Run()
    {
        var faults = Types().Concat(Overlaps()).Concat(Unreachable()).Take(MostFaults).ToList();
        return variables.Any(v => v.Kinds is null) ? faults : [.. faults, .. Gaps()];
    }

    private IEnumerable<DmnFault> Types()
    {
        foreach (var row in table.Rows)
        {
            for (var c = 0; c < row.Tests.Length; c++)
            {
                var constants = new List<object>();
                var type = table.InputTypes[c] is ConstrainedType constrained ? constrained.Bare : table.InputTypes[c];
                if (row.Tests[c] is { } test && type is not ListType && ColumnIndex.Plain(test, constants) && constants.Find(k => !type.Accepts(k)) is { } odd)
                {
                    yield return Fault("type", row, $"{FeelText.Write(odd)} is no {type}, which {table.Table.Inputs[c].Expression} is", $"{FeelText.Write(odd)} 不是“{table.Table.Inputs[c].Expression}”的类型 {type}", At(c, odd));
                }
                else if (constants.Find(k => !table.InputTypes[c].Accepts(k)) is { } strange && type is not ListType && strange is string)
                {
                    yield return Fault("type", row, $"{FeelText.Write(strange)} is not one of the values {table.Table.Inputs[c].Expression} may have", $"{FeelText.Write(strange)} 不在“{table.Table.Inputs[c].Expression}”的取值之内", At(c, strange));
                }
            }

            for (var o = 0; o < row.Outputs.Length; o++)
            {
                if (row.Outputs[o] is LiteralNode { Literal: { } value } && !table.OutputTypes[o].Accepts(value))
                {
                    var column = table.Table.Outputs[o].Name is { Length: > 0 } name ? name : table.Owner.Name;
                    yield return Fault("type", row, $"the output {FeelText.Write(value)} is no {table.OutputTypes[o]}", $"输出 {FeelText.Write(value)} 不是 {table.OutputTypes[o]} 类型", new Dictionary<string, string> { [column] = FeelText.Write(value) });
                }
            }
        }
    }

    /// <summary>Two rows that can hit together, where at most one may, or where both must say the same.</summary>
    private IEnumerable<DmnFault> Overlaps()
    {
        if (table.Table.HitPolicy is not (HitPolicy.Unique or HitPolicy.Any))
        {
            yield break;
        }

        for (var a = 0; a < table.Rows.Length; a++)
        {
            for (var b = a + 1; b < table.Rows.Length; b++)
            {
                if (Together(a, b) is { } example && (table.Table.HitPolicy == HitPolicy.Unique || !SameOutputs(a, b)))
                {
                    yield return Fault("overlap", table.Rows[b], $"rows {a + 1} and {b + 1} hit together", $"第 {a + 1} 行与第 {b + 1} 行会同时命中", example);
                }
            }
        }
    }

    private Dictionary<string, string>? Together(int a, int b)
    {
        var example = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in variables)
        {
            if (variable.Kinds is null)
            {
                // Cells that cannot be worked out overlap for certain only when they are written alike or do not look at all.
                if (!Alike(variable.Name, a, b))
                {
                    return null;
                }
            }
            else if (variable.Kinds.FirstOrDefault(k => k.Holds[a] && k.Holds[b]) is { } kind)
            {
                example[variable.Name] = kind.Text;
            }
            else
            {
                return null;
            }
        }

        return example;
    }

    private bool Alike(string expression, int a, int b) => Enumerable.Range(0, table.Inputs.Length)
        .Where(c => table.Table.Inputs[c].Expression == expression)
        .All(c => table.Rows[a].Tests[c] is AnyTest || table.Rows[b].Tests[c] is AnyTest || table.Rows[a].Rule.Tests[c].Text == table.Rows[b].Rule.Tests[c].Text);

    private bool SameOutputs(int a, int b) => table.Rows[a].Rule.Outputs.Select(o => o.Text).SequenceEqual(table.Rows[b].Rule.Outputs.Select(o => o.Text));

    /// <summary>Rows that no value reaches, and under FIRST rows that stand wholly behind earlier ones.</summary>
    private IEnumerable<DmnFault> Unreachable()
    {
        for (var r = 0; r < table.Rows.Length; r++)
        {
            var row = r;
            if (variables.FirstOrDefault(v => v.Kinds is not null && !v.Kinds.Any(k => k.Holds[row])) is { } never)
            {
                yield return Fault("unreachable", table.Rows[r], $"no value of {never.Name} meets row {r + 1}", $"“{never.Name}”没有任何取值满足第 {r + 1} 行", Cells(never.Name, row));
            }
            else if (table.Table.HitPolicy == HitPolicy.First && variables.All(v => v.Kinds is not null) && r > 0
                && Find(k => k.Holds[row], Below(r), out var exhausted) is null && !exhausted)
            {
                yield return Fault("unreachable", table.Rows[r], $"earlier rows take every case of row {r + 1}", $"第 {r + 1} 行的情形均被前面的行截走", Case(row));
            }
        }
    }

    /// <summary>A case no row covers; collecting tables need not cover any.</summary>
    private IEnumerable<DmnFault> Gaps()
    {
        var covers = table.Table.HitPolicy is HitPolicy.Unique or HitPolicy.Any or HitPolicy.First or HitPolicy.Priority;
        if (!covers || table.Defaults.Any(d => d is not null) || table.Rows.Length == 0 || Find(_ => true, Below(table.Rows.Length), out _) is not { } example)
        {
            return [];
        }

        return
        [
            new DmnFault("gap", table.Owner.Name, table.Table.Line, "no row covers a case", "有未被任何一行覆盖的情形") { Example = example, IsWarning = true },
        ];
    }

    /// <summary>A row that nothing tried has hit, with the smallest case that would hit it where one can be worked out.</summary>
    public DmnFault Untried(TableRow row) =>
        Fault("untried", row, $"no scenario hits row {row.Rule.Index + 1}", $"没有情景命中第 {row.Rule.Index + 1} 行", Reaching(row.Rule.Index));

    /// <summary>A case a row decides: under FIRST one that no earlier row takes.</summary>
    private Dictionary<string, string>? Reaching(int row) => variables.All(v => v.Kinds is not null)
        ? Find(k => k.Holds[row], table.Table.HitPolicy == HitPolicy.First ? Below(row) : BigInteger.Zero, out _)
        : Case(row);

    /// <summary>For each expression that can be worked out, a value that meets the row.</summary>
    private Dictionary<string, string> Case(int row) => variables
        .Select(v => (v.Name, v.Kinds?.FirstOrDefault(k => k.Holds[row])?.Text))
        .Where(p => p.Text is not null)
        .ToDictionary(p => p.Name, p => p.Text ?? "", StringComparer.Ordinal);

    private Dictionary<string, string> At(int column, object value) => new() { [table.Table.Inputs[column].Expression] = FeelText.Write(value) };

    private Dictionary<string, string> Cells(string expression, int row) => new()
    {
        [expression] = string.Join(" ∧ ", Enumerable.Range(0, table.Inputs.Length).Where(c => table.Table.Inputs[c].Expression == expression).Select(c => table.Rows[row].Rule.Tests[c].Text)),
    };

    private static BigInteger Below(int rows) => (BigInteger.One << rows) - 1;

    /// <summary>A combination of kinds, each allowed, for which none of the given rows holds.</summary>
    private Dictionary<string, string>? Find(Func<ValueKind, bool> allowed, BigInteger rows, out bool exhausted)
    {
        var masks = variables.Select(v => v.Kinds!.Where(allowed) // callers see to it that every variable has kinds
            .Select(k => (Kind: k, Rows: Bits(k.Holds) & rows)).OrderBy(k => k.Rows).ToList()).ToList();
        var seen = new HashSet<(int, BigInteger)>();
        var steps = 0;
        var chosen = new ValueKind[masks.Count];
        var found = Search(0, rows);
        exhausted = steps > MostSteps;
        return found ? variables.Zip(chosen).ToDictionary(p => p.First.Name, p => p.Second.Text) : null;

        bool Search(int depth, BigInteger left)
        {
            if (depth == masks.Count)
            {
                return left.IsZero;
            }

            if (++steps > MostSteps || !seen.Add((depth, left)))
            {
                return false;
            }

            foreach (var (kind, holds) in masks[depth])
            {
                chosen[depth] = kind;
                if (Search(depth + 1, left & holds))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static BigInteger Bits(bool[] holds)
    {
        var bits = BigInteger.Zero;
        for (var r = 0; r < holds.Length; r++)
        {
            bits |= holds[r] ? BigInteger.One << r : 0;
        }

        return bits;
    }

    private DmnFault Fault(string code, TableRow row, string message, string messageZh, IReadOnlyDictionary<string, string>? example = null) =>
        new(code, $"{table.Owner.Name}, row {row.Rule.Index + 1}", row.Rule.Line, message, messageZh) { Example = example };
}
