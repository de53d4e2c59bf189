using Guiju.Dmn;

namespace Guiju.Bench;

/// <summary>A million records through the bench's table: the loop a programmer would write over his if-chain, the typed delegate, and the table over columns.</summary>
internal static class Population
{
    public const string Loop = "a million records, loop by hand over the if-chain";
    public const string Typed = "a million records, typed delegate";
    public const string Columnar = "a million records, columnar";

    private const int Count = 1_000_000;

    public static IReadOnlyList<Figure> Run(Post[] facts, DmnProgram program, ref decimal checksum)
    {
        // In no order that a branch predictor could learn by heart.
        var chooser = new Random(11);
        var records = Enumerable.Range(0, Count).Select(_ => facts[chooser.Next(facts.Length)]).ToArray();
        var (typed, columnar) = (program.Typed<Post>("面积"), program.Columnar("面积"));
        var areas = typed.Outputs.Select(o => (decimal)(o[0] ?? 0m)).ToArray();
        var (coded, plain) = (Columns(records, FactColumnOf(coded: true)), Columns(records, FactColumnOf(coded: false)));
        var (rows, hits) = (new int[Count], new RowBits[Count]);
        Check(records, areas, rows, () => columnar.Evaluate(coded, rows));
        Check(records, areas, rows, () => columnar.Evaluate(plain, rows));
        Check(records, areas, rows, () =>
        {
            typed.Evaluate(records, hits);
            for (var i = 0; i < Count; i++) { rows[i] = hits[i].First; }
        });
        decimal sum = 0;
        var figures = Measure.Interleaved(
            Count,
            (Loop, n => { for (var i = 0; i < n; i++) { sum += DecisionBench.ByHand(in records[i]) ?? 0; } }),
            (Typed, n =>
            {
                typed.Evaluate(records, hits);
                for (var i = 0; i < n; i++) { sum += hits[i].First < 0 ? 0 : areas[hits[i].First]; }
            }),
            (Columnar, _ => { columnar.Evaluate(coded, rows); Add(); }),
            (Columnar + ", each text looked up", _ => { columnar.Evaluate(plain, rows); Add(); }));
        checksum += sum;
        return figures;

        void Add()
        {
            foreach (var row in rows) { sum += row < 0 ? 0 : areas[row]; }
        }
    }

    private static Func<string?[], FactColumn> FactColumnOf(bool coded) => texts => coded ? FactColumn.Coded(texts) : FactColumn.Texts(texts);

    private static Dictionary<string, FactColumn> Columns(Post[] records, Func<string?[], FactColumn> texts) => new()
    {
        ["层级"] = texts([.. records.Select(r => r.Level)]),
        ["职级"] = texts([.. records.Select(r => r.PostName)]),
        ["人数"] = FactColumn.Numbers(records.Select(r => r.Heads).ToArray()),
    };

    private static void Check(Post[] records, decimal[] areas, int[] rows, Action evaluate)
    {
        evaluate();
        for (var i = 0; i < records.Length; i++)
        {
            if ((rows[i] < 0 ? (decimal?)null : areas[rows[i]]) is var found && found != DecisionBench.ByHand(in records[i]))
            {
                throw new InvalidOperationException($"The loop says {DecisionBench.ByHand(in records[i])} to {records[i]}, the table {found}.");
            }
        }
    }
}
