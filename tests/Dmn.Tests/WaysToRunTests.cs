using System.Globalization;
using Guiju.Feel;
using static Guiju.Dmn.Tests.Tables;

namespace Guiju.Dmn.Tests;

/// <summary>One meaning, four ways to run it: the interpreter is right by definition, and the boxed, typed and columnar forms must agree with it
/// in value, rows that hit and facts found missing.</summary>
public sealed class WaysToRunTests
{
    private const int FactsATable = 24;

    private static readonly string[] Policies =
    [
        "hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\"", "hitPolicy=\"ANY\"", "hitPolicy=\"PRIORITY\"", "hitPolicy=\"COLLECT\"", "hitPolicy=\"COLLECT\" aggregation=\"SUM\"",
        "hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", "hitPolicy=\"COLLECT\" aggregation=\"MAX\"", "hitPolicy=\"RULE ORDER\"", "hitPolicy=\"OUTPUT ORDER\"",
    ];

    private static readonly string[] Levels = ["市", "县", "乡镇", "省级", "中央国家机关", "中央直属机关", "", "省"];
    private static readonly string[] TextCells = ["-", "-", "\"{0}\"", "\"{0}\", \"{1}\"", "not(\"{0}\")", "not(\"{0}\", \"{1}\")", "null", "not(null)", "\"{0}\", null", "!= \"{0}\""];
    private static readonly string[] NumberCells = ["-", "-", "{0}", "< {0}", "<= {0}", "> {0}", ">= {0}", "[{0}..{1}]", "({0}..{1})", "({0}..{1}]", "[{0}..{1})", "not({0}, {1})", "not([{0}..{1}])", "{0}, > {1}", "null"];
    private static readonly string[] DayCells = ["-", "-", "> {0}", "<= {0}", "{0}", "[{0}..{1}]", "({0}..{1})", "not({0})", "null", "{0}, {1}"];
    private static readonly string[] FlagCells = ["-", "-", "true", "false", "not(true)", "null", "not(null)"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Boxed_typed_and_columnar_say_what_the_interpreter_says(int seed)
    {
        var random = new Random(seed);
        for (var table = 0; table < 90; table++)
        {
            var policy = Policies[table % Policies.Length];
            var model = MakeModel(random, policy, narrow: table % 4 == 3);
            var facts = Enumerable.Range(0, FactsATable).Select(_ => MakeFacts(random)).ToArray();
            Compare(model, policy, facts, coded: table % 2 == 0);
        }
    }

    private static void Compare(string model, string policy, Post[] facts, bool coded)
    {
        var interpreter = Compile(model, interpret: true);
        var program = Compile(model);
        var (typed, boxed, columnar) = (program.Typed<Post>("结论"), program.Boxed("结论"), program.Columnar("结论"));
        var width = typed.TraceLength;
        var columns = Columns(facts, coded);
        var (rows, bits, held) = (new int[facts.Length], new RowBits[facts.Length], new ulong[facts.Length * width]);
        columnar.Evaluate(columns, rows);
        columnar.Evaluate(columns, bits, held);
        var (typedHeld, boxedHeld) = (new ulong[width], new ulong[width]);
        for (var i = 0; i < facts.Length; i++)
        {
            var post = facts[i];
            var expected = interpreter.Evaluate("结论", Facts(("层级", post.层级), ("人数", post.人数), ("日期", post.日期), ("涉密", post.涉密)));
            var byType = typed.Evaluate(in post, typedHeld);
            var bySlots = boxed.Evaluate([post.层级, post.人数, post.日期, post.涉密], boxedHeld);
            var told = Tell(model, policy, expected);
            Assert.Equal(told, Tell(model, policy, typed, byType, typedHeld));
            Assert.Equal(told, Tell(model, policy, boxed, bySlots, boxedHeld));
            Assert.Equal(told, Tell(model, policy, columnar, bits[i], held.AsSpan(i * width, width)));
            Assert.Equal(typed.Row(byType), rows[i]);
            Assert.Equal(typed.Evaluate(in post), byType);
            for (var cell = 0; cell < expected.Trace.Tables[0].Table.Rules.Count * width; cell++)
            {
                Assert.Equal(expected.Trace.Tables[0].Cell(cell / width, cell % width) == CellState.Held, (typedHeld[cell % width] >> cell / width & 1) == 1);
            }
        }
    }

    /// <summary>What the interpreter says, with the row that a single-hit policy comes to.</summary>
    private static string Tell(string model, string policy, DmnResult result)
    {
        var hits = result.Hits.Select(h => h.RuleIndex).ToList();
        var row = result.Missing.Count > 0 ? RowAnswer.CannotDecide
            : hits.Count == 0 ? RowAnswer.NoRow
            : hits.Count > 1 && result.Value is null && (Is(policy, "UNIQUE") || Is(policy, "ANY")) ? RowAnswer.SeveralRows
            : hits.Min();
        return Line(model, result.Value, row, hits, result.Missing);
    }

    private static string Tell(string model, string policy, CompiledTable table, RowBits bits, ReadOnlySpan<ulong> held)
    {
        var row = table.Row(bits);
        var all = Enumerable.Range(0, 64).Where(r => (bits.Hits >> r & 1) == 1).ToList();
        var kept = Is(policy, "FIRST") ? all.Take(1) : Is(policy, "PRIORITY") && row >= 0 ? [row] : Is(policy, "PRIORITY") && all.Count > 0 ? [table.Row(bits with { Open = 0 })] : all;
        return Line(model, table.Value(bits), row, kept, table.Missing(bits, held));
    }

    private static string Line(string model, object? value, int row, IEnumerable<int> hits, IReadOnlyList<string> missing) =>
        $"{FeelText.Write(ClrValues.From(value))} / row {row} / hits {string.Join(",", hits)} / missing {string.Join(",", missing.Order(StringComparer.Ordinal))}\n{model}";

    private static bool Is(string policy, string name) => policy.Contains($"\"{name}\"", StringComparison.Ordinal);

    private static Dictionary<string, FactColumn> Columns(Post[] facts, bool coded)
    {
        string?[] levels = [.. facts.Select(f => f.层级)];
        return new()
        {
            ["层级"] = coded ? FactColumn.Coded(levels) : FactColumn.Texts(levels),
            ["人数"] = FactColumn.Numbers(facts.Select(f => f.人数).ToArray()),
            ["日期"] = FactColumn.Days(facts.Select(f => f.日期).ToArray()),
            ["涉密"] = FactColumn.Flags(facts.Select(f => f.涉密).ToArray()),
        };
    }

    private static string MakeModel(Random random, string policy, bool narrow)
    {
        var rows = Enumerable.Range(0, random.Next(1, 14)).Select(_ => string.Join("; ", MakeCells(random)) + "|" + random.Next(Is(policy, "ANY") ? 2 : 6)).ToArray();
        var types = narrow
            ? "<itemDefinition name=\"tLevel\"><typeRef>string</typeRef><allowedValues><text>\"市\", \"县\", \"中央国家机关\"</text></allowedValues></itemDefinition>"
                + "<itemDefinition name=\"tHeads\"><typeRef>number</typeRef><allowedValues><text>[0..40]</text></allowedValues></itemDefinition>"
            : "";
        string[] inputs = narrow ? ["层级:tLevel", "人数:tHeads", "日期:date", "涉密:boolean"] : ["层级:string", "人数:number", "日期:date", "涉密:boolean"];
        var model = ModelWith(types, policy, inputs, ["结论:5, 3, 1, 0, 2, 4"], rows);
        return random.Next(4) > 0 ? model : model.Replace("</output>", "<defaultOutputEntry><text>7</text></defaultOutputEntry></output>", StringComparison.Ordinal);
    }

    private static string[] MakeCells(Random random) =>
    [
        Fill(TextCells, random, () => Levels[random.Next(Levels.Length)], false),
        Fill(NumberCells, random, () => (random.Next(-20, 200) / (random.Next(3) == 0 ? 4m : 1m)).ToString(CultureInfo.InvariantCulture), true),
        Fill(DayCells, random, () => $"@\"2025-{random.Next(1, 4):00}-{random.Next(1, 29):00}\"", true),
        FlagCells[random.Next(FlagCells.Length)],
    ];

    private static string Fill(string[] forms, Random random, Func<string> make, bool ordered)
    {
        string[] bounds = [make(), make()];
        if (ordered)
        {
            // Days of one form order as text; numbers do not.
            Array.Sort(bounds, (a, b) => decimal.TryParse(a, CultureInfo.InvariantCulture, out var x) ? x.CompareTo(decimal.Parse(b, CultureInfo.InvariantCulture)) : string.CompareOrdinal(a, b));
        }

        return string.Format(CultureInfo.InvariantCulture, forms[random.Next(forms.Length)], bounds[0], bounds[1]);
    }

    private static Post MakeFacts(Random random) => new(
        random.Next(8) == 0 ? null : random.Next(8) == 0 ? "别的" : new string(Levels[random.Next(Levels.Length)]),
        random.Next(8) == 0 ? null : random.Next(8) switch
        {
            0 => random.Next(-80, 800) / 4m,
            1 => random.Next(-20, 200) + 0.0000000001m,
            2 => random.Next(-2, 3) * 1e20m,
            3 => random.Next(-20, 200) * 1.000m,
            4 => -0.0m,
            _ => random.Next(-22, 202),
        },
        random.Next(8) == 0 ? null : new DateOnly(2024, 12, 25).AddDays(random.Next(110)),
        random.Next(3) switch { 0 => null, 1 => true, _ => false });

    private sealed record Post(string? 层级, decimal? 人数, DateOnly? 日期, bool? 涉密);
}
