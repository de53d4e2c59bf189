using CsCheck;
using Guiju.Feel;
using static Guiju.Dmn.Tests.Tables;

namespace Guiju.Dmn.Tests;

public sealed class CompiledTableTests
{
    private static readonly string[] Policies = ["UNIQUE", "FIRST", "COLLECT", "RULE ORDER", "ANY"];
    private static readonly string[] Inputs = ["层级:string", "人数:number", "日期:date", "涉密:boolean"];

    private static readonly Gen<string> Text = Pick("-", "\"市\"", "\"县\", \"乡\"", "not(\"市\")", "null", "not(null)", "\"市\", null", "!= \"县\"");
    private static readonly Gen<string> Number = Gen.Select(Gen.Int[-3, 6], Gen.Int[0, 4], Pick("-", "{0}", "< {0}", "<= {0}", "> {0}", ">= {0}", "[{0}..{1}]", "({0}..{1})", "({0}..{1}]", "not({0}, {1})", "{0}.5, > {1}", "null"),
        (a, b, form) => string.Format(form, a, a + b));
    private static readonly Gen<string> Day = Gen.Select(Gen.Int[1, 28], Pick("-", "> @\"2025-01-{0:00}\"", "<= @\"2025-01-{0:00}\"", "@\"2025-01-{0:00}\"", "[@\"2025-01-{0:00}\"..@\"2025-02-01\"]", "null"),
        (d, form) => string.Format(form, d));
    private static readonly Gen<string> Flag = Pick("-", "true", "false", "not(true)", "null");
    private static readonly Gen<string> Row = Gen.Select(Text, Number, Day, Flag, Gen.Int[0, 9], (t, n, d, f, o) => $"{t}; {n}; {d}; {f}|{o}");

    private static readonly Gen<object?> TextFact = Pick<object?>("市", "县", "乡", "省", null);
    private static readonly Gen<object?> NumberFact = Gen.Select(Gen.Int[-8, 24], Gen.Bool, Gen.Int[0, 9], (n, half, none) => none == 0 ? null : (object?)(half ? n / 2m : n));
    private static readonly Gen<object?> DayFact = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 9], (n, none) => none == 0 ? null : (object?)new DateOnly(2024, 12, 20).AddDays(n));
    private static readonly Gen<object?> FlagFact = Pick<object?>(true, false, null);

    [Fact]
    public void Indexed_tables_say_what_the_interpreter_says_cell_by_cell() =>
        Gen.Select(Pick(Policies), Row.Array[1, 12], Gen.Select(TextFact, NumberFact, DayFact, FlagFact).Array[12], Gen.Bool)
            .Sample((policy, rows, facts, strict) =>
            {
                var model = Model($"hitPolicy=\"{policy}\"", Inputs, ["结论"], rows);
                var (indexed, interpreted) = (Compile(model, strict), Compile(model, strict, interpret: true));
                foreach (var (level, people, day, secret) in facts)
                {
                    var given = Facts(("层级", level), ("人数", people), ("日期", day), ("涉密", secret));
                    Assert.Equal(Tell(interpreted.Evaluate("结论", given)), Tell(indexed.Evaluate("结论", given)));
                }
            }, iter: 400);

    [Fact]
    public void A_table_of_more_than_64_rows_is_indexed_in_blocks()
    {
        var rows = Enumerable.Range(0, 150).Select(i => $"-; {i}; -; -|{i}").ToArray();
        var program = Compile(Model("hitPolicy=\"UNIQUE\"", Inputs, ["结论"], rows));

        Assert.Equal(Enumerable.Range(0, 150).Select(i => (object?)(decimal)i),
            Enumerable.Range(0, 150).Select(i => program.Evaluate("结论", Facts(("人数", i))).Value));
    }

    [Fact]
    public void A_typed_table_says_what_the_program_says() =>
        Gen.Select(Row.Array[1, 10], Gen.Select(TextFact, NumberFact, DayFact, FlagFact).Array[20])
            .Sample((rows, facts) =>
            {
                var program = Compile(Model("hitPolicy=\"COLLECT\"", Inputs, ["结论"], rows));
                var typed = program.Typed<Unit>("结论");
                var held = new ulong[typed.TraceLength];
                foreach (var (level, people, day, secret) in facts)
                {
                    var result = program.Evaluate("结论", Facts(("层级", level), ("人数", people), ("日期", day), ("涉密", secret)));
                    var bits = typed.Evaluate(new Unit((string?)level, people is int n ? n : (decimal?)people, (DateOnly?)day, (bool?)secret), held);
                    Assert.Equal(result.Hits.Aggregate(0UL, (b, h) => b | 1UL << h.RuleIndex), bits.Hits);
                    Assert.Equal(result.Missing.Count > 0, bits.Open != 0);
                    Assert.All(Enumerable.Range(0, rows.Length * 4), i =>
                        Assert.Equal(result.Trace.Tables[0].Cell(i / 4, i % 4) == CellState.Held, (held[i % 4] >> (i / 4) & 1) == 1));
                }
            }, iter: 200);

    [Fact]
    public void A_typed_table_allocates_nothing()
    {
        var program = Compile(Model("hitPolicy=\"UNIQUE\"", Inputs, ["结论"], "\"市\"; [1..5]; -; -|1", "\"县\"; > 5; -; true|2"));
        var typed = program.Typed<Unit>("结论");
        var held = new ulong[typed.TraceLength];
        var unit = new Unit("市", 3, null, null);
        typed.Evaluate(unit, held);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            typed.Evaluate(unit, held);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0, typed.Evaluate(unit).First);
    }

    private static Gen<T> Pick<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static string Tell(DmnResult result) => string.Join(" / ",
        FeelText.Write(ClrValues.From(result.Value)), string.Join(",", result.Hits.Select(h => h.RuleIndex)), string.Join(",", result.Missing.Order()),
        string.Join("", result.Trace.Tables.SelectMany(t => Enumerable.Range(0, t.Table.Rules.Count * 4).Select(i => (int)t.Cell(i / 4, i % 4)))));

    private sealed record Unit(string? 层级, decimal? 人数, DateOnly? 日期, bool? 涉密);
}
