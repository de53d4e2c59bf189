using static Guiju.Dmn.Tests.Tables;

namespace Guiju.Dmn.Tests;

public sealed class StrictTableTests
{
    private static readonly string[] Inputs = ["用途:string", "价格:number"];
    private static readonly string[] Rows = ["\"机要\"; > 25|\"禁止\"", "\"机要\"; <= 25|\"允许\"", "\"其他\"; -|\"提示\""];

    [Fact]
    public void A_missing_fact_leaves_the_decision_open_and_is_named()
    {
        var result = Compile(Model("hitPolicy=\"UNIQUE\"", Inputs, ["结论"], Rows)).Evaluate("结论", Facts(("用途", "机要")));

        Assert.Null(result.Value);
        Assert.Equal(["价格"], result.Missing);
    }

    [Fact]
    public void A_missing_fact_no_longer_matters_when_the_row_is_decided_without_it()
    {
        var result = Compile(Model("hitPolicy=\"UNIQUE\"", Inputs, ["结论"], Rows)).Evaluate("结论", Facts(("用途", "其他")));

        Assert.Equal("提示", result.Value);
        Assert.Empty(result.Missing);
        Assert.Equal("r3", Assert.Single(result.Hits).RuleId);
    }

    [Fact]
    public void A_row_with_a_false_cell_is_false_whatever_else_is_missing()
    {
        var program = Compile(Model("hitPolicy=\"COLLECT\"", Inputs, ["结论"], "\"机要\"; > 25|\"禁止\"", "-; < 0|\"禁止\""));

        Assert.Equal(["用途"], program.Evaluate("结论", Facts(("价格", 30))).Missing);
        Assert.Empty(program.Evaluate("结论", Facts(("价格", 20))).Missing);
    }

    [Fact]
    public void Of_first_hits_only_open_rows_above_the_hit_matter()
    {
        var program = Compile(Model("hitPolicy=\"FIRST\"", Inputs, ["结论"], "\"机要\"; > 25|\"禁止\"", "\"机要\"; -|\"允许\"", "-; > 100|\"提示\""));

        Assert.Equal(["价格"], program.Evaluate("结论", Facts(("用途", "机要"))).Missing);
        var hit = Compile(Model("hitPolicy=\"FIRST\"", Inputs, ["结论"], "\"机要\"; -|\"允许\"", "-; > 100|\"提示\"")).Evaluate("结论", Facts(("用途", "机要")));
        Assert.Equal("允许", hit.Value);
        Assert.Empty(hit.Missing);
    }

    [Fact]
    public void A_collecting_table_keeps_its_hits_beside_what_is_missing()
    {
        var result = Compile(Model("hitPolicy=\"COLLECT\"", Inputs, ["结论"], "\"机要\"; -|\"提示\"", "-; > 25|\"禁止\"")).Evaluate("结论", Facts(("用途", "机要")));

        Assert.Equal("r1", Assert.Single(result.Hits).RuleId);
        Assert.Equal(["价格"], result.Missing);
        Assert.Null(result.Value);
    }

    [Fact]
    public void A_collecting_table_without_hits_gives_an_empty_list()
    {
        var result = Compile(Model("hitPolicy=\"COLLECT\"", Inputs, ["结论"], Rows)).Evaluate("结论", Facts(("用途", "别的"), ("价格", 1)));

        Assert.Empty(Assert.IsAssignableFrom<IReadOnlyList<object?>>(result.Value));
        Assert.Empty(result.Missing);
    }

    [Fact]
    public void A_row_for_null_says_what_absence_means()
    {
        var program = Compile(Model("hitPolicy=\"FIRST\"", Inputs, ["结论"], "-; > 25|\"禁止\"", "-; null|\"提示\"", "-; -|\"允许\""));

        Assert.Equal("提示", program.Evaluate("结论", Facts(("用途", "机要"))).Value);
    }

    [Fact]
    public void Missing_parameters_inside_cells_are_named_too()
    {
        var more = "<inputData id=\"i_上限\" name=\"上限\"><variable name=\"上限\" typeRef=\"number\"/></inputData>";
        var xml = ModelWith(more, "hitPolicy=\"COLLECT\"", Inputs, ["结论"], "-; > 上限|\"禁止\"")
            .Replace("<decisionTable", "<informationRequirement><requiredInput href=\"#i_上限\"/></informationRequirement><decisionTable", StringComparison.Ordinal);
        var program = Compile(xml);

        Assert.Equal(["上限"], program.Evaluate("结论", Facts(("用途", "机要"), ("价格", 30))).Missing);
        Assert.Single(program.Evaluate("结论", Facts(("用途", "机要"), ("价格", 30), ("上限", 25m))).Hits);
        var decision = program.Model.Decisions[0];
        Assert.Equal(["上限", "价格"], program.NamesIn(decision, decision.Table!.Rules[0])); // the model has a table
    }

    [Fact]
    public void What_a_required_decision_misses_is_named_by_its_facts()
    {
        var inner = """
            <inputData id="i_人数" name="人数"><variable name="人数" typeRef="number"/></inputData>
            <decision id="n" name="净面积"><variable name="净面积" typeRef="number"/><informationRequirement><requiredInput href="#i_人数"/></informationRequirement>
            <literalExpression><text>人数 * 9</text></literalExpression></decision>
            """;
        var xml = ModelWith(inner, "hitPolicy=\"UNIQUE\"", ["用途:string"], ["结论"], "\"办公\"|净面积")
            .Replace("<decisionTable", "<informationRequirement><requiredDecision href=\"#n\"/></informationRequirement><decisionTable", StringComparison.Ordinal);

        Assert.Equal(["人数"], Compile(xml).Evaluate("结论", Facts(("用途", "办公"))).Missing);
        Assert.Equal(27m, Compile(xml).Evaluate("结论", Facts(("用途", "办公"), ("人数", 3))).Value);
    }

    [Fact]
    public void An_unknown_name_is_a_mistake_with_the_nearest_name_suggested()
    {
        var program = DmnProgram.Compile(DmnXml.Parse(Model("hitPolicy=\"UNIQUE\"", ["使用面积:number"], ["结论"], "> 使用面集|\"禁止\""), "t"));

        var fault = Assert.Single(program.Faults);
        Assert.Equal("unknown-name", fault.Code);
        Assert.Contains("使用面积", fault.MessageZh, StringComparison.Ordinal);
    }

    [Fact]
    public void Full_width_operators_are_refused_with_a_hint()
    {
        var program = DmnProgram.Compile(DmnXml.Parse(Model("hitPolicy=\"UNIQUE\"", ["使用面积:number"], ["结论"], "＞30|\"禁止\""), "t"));

        Assert.Equal("full-width", Assert.Single(program.Faults).Code);
    }

    [Theory]
    [InlineData("if 价格 / 0 > 3 then \"禁止\" else \"允许\"")]
    [InlineData("number(用途)")]
    public void An_output_that_comes_to_nothing_is_no_outcome(string output)
    {
        var result = Compile(Model("hitPolicy=\"UNIQUE\"", Inputs, ["结论"], $"-; > 25|{output}")).Evaluate("结论", Facts(("用途", "机要"), ("价格", 30)));

        Assert.Null(result.Value);
        Assert.Equal([output], result.Missing);
        Assert.NotEmpty(result.Warnings);
    }

    [Fact]
    public void A_decision_that_goes_wrong_is_what_is_missing()
    {
        var inner = """
            <inputData id="i_人数" name="人数"><variable name="人数" typeRef="number"/></inputData>
            <decision id="n" name="人均"><variable name="人均" typeRef="number"/><informationRequirement><requiredInput href="#i_人数"/></informationRequirement>
            <literalExpression><text>90 / 人数</text></literalExpression></decision>
            """;
        var program = Compile(ModelWith(inner, "hitPolicy=\"UNIQUE\"", ["用途:string"], ["结论"], "\"办公\"|人均")
            .Replace("<decisionTable", "<informationRequirement><requiredDecision href=\"#n\"/></informationRequirement><decisionTable", StringComparison.Ordinal));

        Assert.Equal(["人均"], program.Evaluate("人均", Facts(("人数", 0))).Missing);
        Assert.Equal(["人均"], program.Evaluate("结论", Facts(("用途", "办公"), ("人数", 0))).Missing);
        Assert.Equal(30m, program.Evaluate("结论", Facts(("用途", "办公"), ("人数", 3))).Value);
    }
}
