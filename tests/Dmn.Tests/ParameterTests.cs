using System.Globalization;
using Guiju.Feel;
using static Guiju.Dmn.Tests.Tables;

namespace Guiju.Dmn.Tests;

/// <summary>Figures of law by date, bound as a vector: the law of another day, what was believed on another day, and "what if" are other vectors, never another program.</summary>
public sealed class ParameterTests
{
    private static readonly DatedParameter Cap = new("cap", [
        new(new(2020, 1, 1), new(2024, 12, 31), 25m, Recorded: new(2020, 1, 5)),
        new(new(2025, 1, 1), null, 18m, Recorded: new(2025, 3, 1)),
        new(new(2025, 1, 1), null, 16m, Recorded: new(2025, 6, 1)),
    ]);

    private static readonly string[] Inputs = ["用途:string", "价格:number"];
    private static readonly DmnProgram Program = Compile(Price("\"机要\"; > 上限|\"禁止\"", "\"机要\"; <= 上限|\"允许\"", "not(\"机要\"); -|\"允许\""));

    [Theory]
    [InlineData("2024-12-31", null, 25)]
    [InlineData("2025-01-01", null, 16)]
    [InlineData("2025-01-01", "2025-05-31", 18)] // what was believed before the correction was written down
    [InlineData("2025-01-01", "2025-02-01", null)] // the old figure had ended and the new one was not yet known
    [InlineData("2019-12-31", null, null)]
    public void A_figure_has_the_value_of_the_business_date_as_it_was_known(string validOn, string? knownOn, int? expected)
    {
        var vector = ParameterVector.At([Cap], Day(validOn), knownOn is null ? null : Day(knownOn));

        Assert.Equal((decimal?)expected, vector.Values["cap"]);
    }

    [Fact]
    public void The_same_program_decides_as_of_any_day_and_what_if()
    {
        var facts = Facts(("用途", "机要"), ("价格", 20));
        string? On(ParameterVector vector) => Program.Evaluate("结论", facts, vector).Value as string;
        var today = ParameterVector.At([Cap], new(2025, 7, 1));

        Assert.Equal("允许", On(ParameterVector.At([Cap], new(2024, 7, 1))));
        Assert.Equal("禁止", On(today));
        Assert.Equal("允许", On(today.With("cap", 20m)));
        Assert.Equal("禁止", On(today)); // a what-if leaves the vector it was made from alone
    }

    [Fact]
    public void A_figure_that_was_not_in_force_leaves_the_outcome_open_and_is_named()
    {
        var result = Program.Evaluate("结论", Facts(("用途", "机要"), ("价格", 20)), ParameterVector.At([Cap], new(2019, 1, 1)));

        Assert.Null(result.Value);
        Assert.Equal(["上限"], result.Missing);
    }

    [Fact]
    public void A_compiled_table_takes_another_vector_without_being_compiled_again()
    {
        var typed = Program.Typed<Car>("结论", ParameterVector.At([Cap], new(2024, 7, 1)));
        var other = typed.With(ParameterVector.At([Cap], new(2025, 7, 1)));

        Assert.Same(typed.Code, other.Code);
        Assert.Equal((1, 0), (typed.Evaluate(new Car("机要", 20)).First, other.Evaluate(new Car("机要", 20)).First));
    }

    [Fact]
    public void A_compiled_table_without_the_figures_it_compares_with_is_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Program.Typed<Car>("结论"));

        Assert.Contains("column 2", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[下限..上限]")]
    [InlineData("> 上限")]
    [InlineData("上限")]
    [InlineData("not(上限)")]
    [InlineData("? in (上限, 3)")]
    [InlineData("? > 上限 + 1")]
    public void A_missing_figure_never_reads_as_no(string cell)
    {
        var program = Compile(Price($"-; {cell}|1"));

        var result = program.Evaluate("结论", Facts(("价格", 20)), new ParameterVector([new("下限", 1m)]));

        Assert.Null(result.Value);
        Assert.Equal(["上限"], result.Missing);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Under_any_vector_the_compiled_forms_say_what_the_interpreter_says(int seed)
    {
        var random = new Random(seed);
        string[] cells = ["-", "> 上限", "<= 上限", "[下限..上限]", "(下限..上限)", "not(上限)", "上限, 下限", "< 下限, >= 40", "12"];
        for (var round = 0; round < 40; round++)
        {
            var policy = random.Next(3) switch { 0 => "UNIQUE", 1 => "FIRST", _ => "COLLECT" };
            var rows = Enumerable.Range(0, random.Next(1, 7)).Select(r => $"{(random.Next(2) == 0 ? "-" : "\"机要\"")}; {cells[random.Next(cells.Length)]}|{(random.Next(4) == 0 ? "上限" : r.ToString(CultureInfo.InvariantCulture))}").ToArray();
            var model = Price(policy, rows);
            var (interpreter, program) = (Compile(model, interpret: true), Compile(model));
            var (typed, boxed, columnar) = (default(TypedTable<Car>), default(BoxedTable), default(ColumnarTable));
            for (var v = 0; v < 5; v++)
            {
                var low = random.Next(0, 30);
                var vector = new ParameterVector([new("下限", (decimal)low), new("cap", low + random.Next(0, 40) / 2m)]);
                typed = typed?.With(vector) ?? program.Typed<Car>("结论", vector);
                boxed = boxed?.With(vector) ?? program.Boxed("结论", vector);
                columnar = columnar?.With(vector) ?? program.Columnar("结论", vector);
                for (var f = 0; f < 12; f++)
                {
                    var car = new Car(random.Next(3) switch { 0 => null, 1 => "机要", _ => "接待" }, random.Next(6) == 0 ? null : random.Next(-2, 120) / 2m);
                    var expected = interpreter.Evaluate("结论", Facts(("用途", car.Use), ("价格", car.Price)), vector);
                    var held = new ulong[2];
                    var bits = typed.Evaluate(in car, held);
                    Assert.Equal(Told(expected.Value, expected.Missing), Told(typed.Value(bits), typed.Missing(bits, held)));
                    Assert.Equal(bits, boxed.Evaluate([car.Use, car.Price]));
                    var row = new int[1];
                    columnar.Evaluate(new Dictionary<string, FactColumn> { ["用途"] = FactColumn.Texts(new[] { car.Use }), ["价格"] = FactColumn.Numbers(new[] { car.Price }) }, row);
                    Assert.Equal(typed.Row(bits), row[0]);
                }
            }
        }
    }

    private static string Told(object? value, IReadOnlyList<string> missing) => $"{FeelText.Write(ClrValues.From(value))} {string.Join(",", missing.Order(StringComparer.Ordinal))}";

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Price(params string[] rows) => Price("UNIQUE", rows);

    private static string Price(string policy, string[] rows)
    {
        const string More = """
            <inputData id="i_上限" name="上限" guiju:parameter="cap"><variable name="上限" typeRef="number"/></inputData>
            <inputData id="i_下限" name="下限"><variable name="下限" typeRef="number"/></inputData>
            """;
        const string Needs = "<informationRequirement><requiredInput href=\"#i_上限\"/></informationRequirement><informationRequirement><requiredInput href=\"#i_下限\"/></informationRequirement>";
        return ModelWith(More, $"hitPolicy=\"{policy}\"", Inputs, ["结论"], rows)
            .Replace("name=\"用途\"><", "name=\"用途\" guiju:english=\"use\"><", StringComparison.Ordinal)
            .Replace("name=\"价格\"><", "name=\"价格\" guiju:english=\"price\"><", StringComparison.Ordinal)
            .Replace("<decisionTable", Needs + "<decisionTable", StringComparison.Ordinal);
    }

    private sealed record Car(string? Use, decimal? Price);
}
