namespace Guiju.Dmn.Tests.Examples;

/// <summary>The examples of docs/engine/dmn.md: what stands between the marks stands there word for word.</summary>
public sealed class DmnExamples
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void Deciding()
    {
        // example: deciding
        using var file = File.OpenRead(Path("meeting.dmn"));
        DmnProgram program = DmnProgram.Compile(DmnXml.Read(file, "meeting.dmn"));
        if (program.Faults.Count > 0)
        {
            throw new InvalidDataException(string.Join('\n', program.Faults.Select(f => $"line {f.Line}, {f.Element}: {f.Message}")));
        }

        var figures = new ParameterVector([new("meeting.limit", 60m)]);
        var facts = new Dictionary<string, object?> { ["用途"] = "培训", ["people"] = 80, ["应急指挥"] = false }; // by Chinese or English name
        DmnResult result = program.Evaluate("结论", facts, figures); // result.Value: 禁止
        // end
        Assert.Equal("禁止", result.Value);
    }

    [Fact]
    public void Telling()
    {
        var program = Meeting();
        var figures = new ParameterVector([new("meeting.limit", 60m)]);

        // example: telling
        var result = program.Evaluate("会议室使用", new Dictionary<string, object?> { ["用途"] = "培训", ["人数"] = 80 }, figures);

        string zh = TraceTeller.Tell(result.Trace, chinese: true);
        // 决策“会议室使用”：命中第 3 行：用途（"培训"）满足 not("涉密会议")，人数（80）满足 > 容纳上限。第 1 行只差一项：用途（"培训"）不满足 "涉密会议"。第 2 行只差一项：人数（80）不满足 <= 容纳上限。
        string en = TraceTeller.Tell(result.Trace, chinese: false);
        // Decision Use of a meeting room: Row 3 hit: 用途 ("培训") meets not("涉密会议"), 人数 (80) meets > 容纳上限. Row 1 missed by one condition: 用途 ("培训") fails "涉密会议". Row 2 missed by one condition: 人数 (80) fails <= 容纳上限.
        string? provision = result.Hits[0].Rule.Extension("provision"); // 示例办法~art_4
        // end
        Assert.Equal("决策“会议室使用”：命中第 3 行：用途（\"培训\"）满足 not(\"涉密会议\")，人数（80）满足 > 容纳上限。第 1 行只差一项：用途（\"培训\"）不满足 \"涉密会议\"。第 2 行只差一项：人数（80）不满足 <= 容纳上限。", zh);
        Assert.Equal("Decision Use of a meeting room: Row 3 hit: 用途 (\"培训\") meets not(\"涉密会议\"), 人数 (80) meets > 容纳上限. Row 1 missed by one condition: 用途 (\"培训\") fails \"涉密会议\". Row 2 missed by one condition: 人数 (80) fails <= 容纳上限.", en);
        Assert.Equal("示例办法~art_4", provision);
    }

    [Fact]
    public void Not_deciding()
    {
        var program = Meeting();
        var figures = new ParameterVector([new("meeting.limit", 60m)]);

        // example: not-deciding
        DmnResult open = program.Evaluate("会议室使用", new Dictionary<string, object?> { ["用途"] = "培训" }, figures);
        string needed = string.Join(", ", open.Missing); // 人数; open.Value is null, which is never to be read as "no"

        DmnResult settled = program.Evaluate("会议室使用", new Dictionary<string, object?> { ["用途"] = "涉密会议" }, figures); // 须批准: the head count does not matter
        // end
        Assert.Equal((null, "人数", "须批准"), (open.Value, needed, (string?)settled.Value));
    }

    [Fact]
    public void Exceptions()
    {
        var program = Meeting();
        var figures = new ParameterVector([new("meeting.limit", 60m)]);

        // example: exceptions
        var result = program.Evaluate("结论", new Dictionary<string, object?> { ["用途"] = "培训", ["人数"] = 80, ["应急指挥"] = true }, figures); // 允许

        Displacement displaced = result.Trace.Displacements[0];
        string told = TraceTeller.Tell(displaced, chinese: true);
        // 但书“应急指挥除外”第 1 行（示例办法~art_4__para_2）排除本则“会议室使用”第 3 行（示例办法~art_4）：本则为"禁止"，依但书为"允许"。
        // end
        Assert.Equal("允许", result.Value);
        Assert.Equal("但书“应急指挥除外”第 1 行（示例办法~art_4__para_2）排除本则“会议室使用”第 3 行（示例办法~art_4）：本则为\"禁止\"，依但书为\"允许\"。", told);
    }

    [Fact]
    public void Figures_by_date()
    {
        var program = Meeting();

        // example: figures-by-date
        var limit = new DatedParameter("meeting.limit", [
            new(From: new(2020, 1, 1), To: new(2025, 12, 31), Value: 100m, Recorded: new(2020, 1, 10)),
            new(From: new(2026, 1, 1), To: null, Value: 60m, Recorded: new(2026, 1, 20)),
        ]);
        var facts = new Dictionary<string, object?> { ["用途"] = "培训", ["人数"] = 80 };

        var then = program.Evaluate("会议室使用", facts, ParameterVector.At([limit], validOn: new(2025, 6, 1))).Value; // 允许: as of that day
        var now = program.Evaluate("会议室使用", facts, ParameterVector.At([limit], Today)).Value; // 禁止
        var whatIf = program.Evaluate("会议室使用", facts, ParameterVector.At([limit], Today).With("meeting.limit", 90m)).Value; // 允许
        var unknown = ParameterVector.At([limit], validOn: new(2026, 1, 5), knownOn: new(2026, 1, 5)); // the new figure was in force, and nobody had written it down yet
        var believed = program.Evaluate("会议室使用", facts, unknown).Missing; // 容纳上限: it could not be decided then
        // end
        Assert.Equal(("允许", "禁止", "允许"), ((string?)then, (string?)now, (string?)whatIf));
        Assert.Equal(["容纳上限"], believed);
    }

    // example: typed-facts
    public readonly record struct MeetingFacts(string? Use, decimal? People);
    // end

    [Fact]
    public void Many_records()
    {
        var program = Meeting();

        // example: typed
        TypedTable<MeetingFacts> table = program.Typed<MeetingFacts>("会议室使用", new ParameterVector([new("meeting.limit", 60m)]));
        var held = new ulong[table.TraceLength]; // for each column the rows whose cell held, a bit each: the trace, without allocating

        RowBits bits = table.Evaluate(new MeetingFacts("培训", 80), held);
        int row = table.Row(bits); // 2, the third row; negative: RowAnswer.NoRow, CannotDecide or SeveralRows
        object? outcome = table.Outputs[row][0]; // 禁止

        TypedTable<MeetingFacts> wider = table.With(new ParameterVector([new("meeting.limit", 90m)])); // "what if", nothing is compiled again
        object? then = wider.Outputs[wider.Row(wider.Evaluate(new MeetingFacts("培训", 80)))][0]; // 允许
        // end
        Assert.Equal((2, "禁止", "允许"), (row, (string?)outcome, (string?)then));
    }

    [Fact]
    public void Columns()
    {
        var program = Meeting();

        // example: columns
        ColumnarTable table = program.Columnar("会议室使用", new ParameterVector([new("meeting.limit", 60m)]));
        var facts = new Dictionary<string, FactColumn>
        {
            ["用途"] = FactColumn.Coded(["培训", "涉密会议", null, "培训"]), // null: the fact is missing
            ["人数"] = FactColumn.Numbers(new decimal?[] { 80, 10, 80, null }),
        };
        var rows = new int[4];
        table.Evaluate(facts, rows); // 2, 0, CannotDecide, CannotDecide
        // end
        Assert.Equal([2, 0, RowAnswer.CannotDecide, RowAnswer.CannotDecide], rows);
    }

    [Fact]
    public void Checking()
    {
        var text = File.ReadAllText(Path("meeting.dmn"));

        // example: checking
        var careless = DmnProgram.Compile(DmnXml.Parse(text.Replace("&gt; 容纳上限", "&gt;= 容纳上限", StringComparison.Ordinal), "meeting.dmn"));

        DmnFault fault = careless.Check()[0];
        string told = $"{fault.Code}: {fault.Message}, as with {string.Join(", ", fault.Example!.Select(e => $"{e.Key} = {e.Value}"))}"; // an overlap always has one
        // overlap: rows 2 and 3 hit together, as with 用途 = "…", 人数 = 容纳上限
        // end
        Assert.Equal("overlap: rows 2 and 3 hit together, as with 用途 = \"…\", 人数 = 容纳上限", told);
        Assert.Empty(Meeting().Check());
    }

    [Fact]
    public void Writing()
    {
        // example: writing
        DmnModel model = DmnXml.Parse(File.ReadAllText(Path("meeting.dmn")), "meeting.dmn");
        string forInterchange = DmnWriter.Write(model, "1.5"); // the editor knows only 1.3; what we do not know is kept: elements, diagrams, comments, attributes
        DmnModel again = DmnXml.Parse(forInterchange, "meeting.dmn");
        // end
        Assert.Equal(("1.3", "1.5"), (model.Version, again.Version));
    }

    private static DmnProgram Meeting() => Tables.Compile(File.ReadAllText(Path("meeting.dmn")));

    private static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Examples", name);
}
