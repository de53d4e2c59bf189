using static Guiju.Dmn.Tests.Tables;

namespace Guiju.Dmn.Tests;

public sealed class ColumnarTableTests
{
    private static readonly string[] Inputs = ["层级:string", "人数:number"];

    [Fact]
    public void Records_in_columns_get_the_row_that_decides_them()
    {
        var table = Columnar("UNIQUE", "\"市\"; [1..200)|24", "\"市\"; >= 200|18", "\"县\"; -|12");
        var rows = new int[4];

        table.Evaluate(Columns(FactColumn.Texts(["县", "市"], new[] { 1, 1, 0, 1 }), FactColumn.Numbers(new[] { 199, 200, 5, 0 })), rows);

        Assert.Equal([0, 1, 2, RowAnswer.NoRow], rows);
        Assert.Equal(24m, table.Outputs[rows[0]][0]);
    }

    [Fact]
    public void A_missing_fact_cannot_be_decided_and_is_named_unless_it_no_longer_matters()
    {
        var table = Columnar("UNIQUE", "\"市\"; > 200|18", "\"县\"; -|12");
        var facts = Columns(FactColumn.Coded(["市", "县", null]), FactColumn.Missing(3));
        var (rows, bits, held) = (new int[3], new RowBits[3], new ulong[3 * table.TraceLength]);

        table.Evaluate(facts, rows);
        table.Evaluate(facts, bits, held);

        Assert.Equal([RowAnswer.CannotDecide, 1, RowAnswer.CannotDecide], rows);
        Assert.Equal(["人数"], table.Missing(bits[0], held.AsSpan(0, 2)));
        Assert.Empty(table.Missing(bits[1], held.AsSpan(2, 2)));
        Assert.Equal(["层级", "人数"], table.Missing(bits[2], held.AsSpan(4, 2)));
        Assert.Null(table.Value(bits[0]));
    }

    [Fact]
    public void Several_rows_are_told_apart_from_none()
    {
        var table = Columnar("UNIQUE", "\"市\"; -|18", "-; > 5|12");
        var rows = new int[2];

        table.Evaluate(Columns(FactColumn.Texts(new[] { "市", "县" }), FactColumn.Numbers(new[] { 6, 5 })), rows);

        Assert.Equal([RowAnswer.SeveralRows, RowAnswer.NoRow], rows);
    }

    [Fact]
    public void More_records_than_a_chunk_and_more_kinds_than_a_list_of_answers_change_nothing()
    {
        const int count = 3000;
        var program = Compile(Model("hitPolicy=\"FIRST\"", ["甲:number", "乙:number", "丙:number"], ["结论"],
            [.. Enumerable.Range(0, 60).Select(i => $"{(i % 2 == 0 ? $"> {i * 7}" : "-")}; < {i * 11}; [{i}..{i * 13}]|{i}")]));
        var (table, boxed) = (program.Columnar("结论"), program.Boxed("结论"));
        int[] Values(int step) => [.. Enumerable.Range(0, count).Select(i => i * step % 800)];
        var (a, b, c) = (Values(7), Values(31), Values(57));
        var rows = new int[count];

        table.Evaluate(new Dictionary<string, FactColumn> { ["甲"] = FactColumn.Numbers(a), ["乙"] = FactColumn.Numbers(b), ["丙"] = FactColumn.Numbers(c) }, rows);

        Assert.Equal(Enumerable.Range(0, count).Select(i => boxed.Row(boxed.Evaluate([a[i], b[i], c[i]]))), rows);
    }

    [Fact]
    public void Columns_that_do_not_fit_are_refused()
    {
        var table = Columnar("UNIQUE", "\"市\"; > 5|18");
        var rows = new int[1];
        var texts = FactColumn.Texts(new[] { "市" });

        Assert.Throws<ArgumentException>(() => table.Evaluate(new Dictionary<string, FactColumn> { ["层级"] = texts }, rows));
        Assert.Throws<ArgumentException>(() => table.Evaluate(Columns(texts, texts), rows));
        Assert.Throws<ArgumentException>(() => table.Evaluate(Columns(texts, FactColumn.Numbers(new[] { 1, 2 })), rows));
        Assert.Throws<ArgumentException>(() => table.Evaluate(Columns(texts, FactColumn.Numbers(new[] { 1 })), new RowBits[1], new ulong[1]));
        Assert.Throws<ArgumentException>(() => FactColumn.Texts(["市"], new[] { 1 }));
    }

    private static ColumnarTable Columnar(string policy, params string[] rows) => Compile(Model($"hitPolicy=\"{policy}\"", Inputs, ["结论"], rows)).Columnar("结论");

    private static Dictionary<string, FactColumn> Columns(FactColumn levels, FactColumn heads) => new() { ["层级"] = levels, ["人数"] = heads };
}
