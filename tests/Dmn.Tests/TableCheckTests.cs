using static Guiju.Dmn.Tests.Tables;

namespace Guiju.Dmn.Tests;

public sealed class TableCheckTests
{
    private static readonly string[] Inputs = ["用途:string", "价格:number"];

    [Fact]
    public void Rows_that_overlap_under_unique_are_found_with_an_example()
    {
        var fault = Assert.Single(Check("UNIQUE", "\"机要\"; <= 25|1", "\"机要\"; >= 25|2", "not(\"机要\"); -|3"));

        Assert.Equal("overlap", fault.Code);
        Assert.Equal(("\"机要\"", "25"), (fault.Example!["用途"], fault.Example["价格"])); // an overlap always has one
    }

    [Fact]
    public void A_case_no_row_covers_is_found_with_an_example()
    {
        var fault = Assert.Single(Check("UNIQUE", "\"机要\"; < 25|1", "\"机要\"; > 25|2", "not(\"机要\"); -|3"));

        Assert.Equal(("gap", true), (fault.Code, fault.IsWarning));
        Assert.Equal(("\"机要\"", "25"), (fault.Example!["用途"], fault.Example["价格"])); // a gap always has one
    }

    [Fact]
    public void Rows_behind_earlier_rows_can_never_hit()
    {
        var fault = Assert.Single(Check("FIRST", "-; <= 25|1", "-; > 20|2", "\"机要\"; [10..30]|3"));

        Assert.Equal("unreachable", fault.Code);
        Assert.Contains("row 3", fault.Element, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_no_value_meets_is_found() =>
        Assert.Contains(Check("COLLECT", "not(-1, 1); > 5|1", "\"机要\"; (5..5)|1"), f => f.Code == "unreachable");

    [Fact]
    public void A_constant_of_the_wrong_type_is_found() =>
        Assert.Contains(Check("COLLECT", "\"机要\"; \"二十五\"|1"), f => f.Code == "type");

    [Theory]
    [InlineData("价格 + \" 元\"", 0, 9, "价格", "1")]
    [InlineData("if 用途 > 3 then 1 else 2", 3, 9, "用途", "\"甲\"")]
    [InlineData("if 涉密 and 价格 then 1 else 2", 3, 12, "价格", "1")]
    [InlineData("购置日 - 价格", 0, 8, "购置日", "@\"2025-01-15\"")]
    [InlineData("涉密 = \"是\"", 0, 8, "涉密", "true")]
    [InlineData("string length(价格)", 0, 17, "价格", "1")]
    [InlineData("substring(用途, \"甲\")", 0, 18, "用途", "\"甲\"")]
    [InlineData("floor(n: 涉密)", 0, 12, "涉密", "true")]
    [InlineData("abs(价格, 价格, 价格)", 0, 15, "价格", "1")]
    [InlineData("years and months duration(购置日, 价格)", 0, 34, "购置日", "@\"2025-01-15\"")]
    public void Types_that_never_meet_are_found_with_place_and_example(string output, int start, int end, string name, string value)
    {
        var fault = Assert.Single(Compile(Model("hitPolicy=\"UNIQUE\"", ["用途:string", "价格:number", "涉密:boolean", "购置日:date"], ["结论"], $"-; -; -; -|{output}")).Check());

        Assert.Equal(("type", start, end), (fault.Code, fault.Start, fault.End));
        Assert.Equal(value, fault.Example![name]); // a doubt about names always has one
    }

    [Theory]
    [InlineData("价格 * 2 + 1")]
    [InlineData("用途 + \"甲\"")]
    [InlineData("购置日 + duration(\"P1M\") > 购置日")]
    [InlineData("购置日 - 购置日 > duration(\"P1D\")")]
    [InlineData("if 涉密 and 价格 > 3 then 用途 else null")]
    [InlineData("价格 = null or 用途 in (\"甲\", \"乙\")")]
    [InlineData("string length(用途) + floor(价格)")]
    [InlineData("sum(价格, 价格) + count([价格]) + max([价格, 2])")]
    [InlineData("string(价格)")]
    [InlineData("date(购置日)")]
    [InlineData("substring(string: 用途, start position: 1)")]
    [InlineData("list contains([1, 2], 价格)")]
    [InlineData("string join([用途, \"乙\"], \"、\")")]
    public void Types_that_meet_are_not_doubted(string output) =>
        Assert.Empty(Compile(Model("hitPolicy=\"UNIQUE\"", ["用途:string", "价格:number", "涉密:boolean", "购置日:date"], ["结论"], $"-; -; -; -|{output}")).Check());

    [Fact]
    public void A_cell_that_compares_with_a_figure_of_another_type_is_found()
    {
        const string More = "<inputData id=\"i_档\" name=\"档次\"><variable name=\"档次\" typeRef=\"string\"/></inputData>";
        var model = ModelWith(More, "hitPolicy=\"COLLECT\"", ["价格:number"], ["结论"], "> 档次|1")
            .Replace("<decisionTable", "<informationRequirement><requiredInput href=\"#i_档\"/></informationRequirement><decisionTable", StringComparison.Ordinal);

        Assert.Equal("number > string never gives a value", Assert.Single(Compile(model).Check()).Message);
    }

    [Fact]
    public void A_complete_table_has_no_faults() =>
        Assert.Empty(Check("UNIQUE", "\"机要\"; <= 25|1", "\"机要\"; > 25|2", "not(\"机要\"); -|3"));

    [Fact]
    public void Rows_around_a_parameter_are_checked_without_knowing_it()
    {
        const string More = "<inputData id=\"i_上限\" name=\"上限\"><variable name=\"上限\" typeRef=\"number\"/></inputData>";
        IReadOnlyList<DmnFault> Faults(params string[] rows) => Compile(ModelWith(More, "hitPolicy=\"UNIQUE\"", ["价格:number"], ["结论"], rows)
            .Replace("<decisionTable", "<informationRequirement><requiredInput href=\"#i_上限\"/></informationRequirement><decisionTable", StringComparison.Ordinal)).Check();

        Assert.Empty(Faults("<= 上限|1", "> 上限|2"));
        Assert.Equal("上限", Assert.Single(Faults("<= 上限|1", ">= 上限|2")).Example!["价格"]); // an overlap always has one
        Assert.Equal("gap", Assert.Single(Faults("< 上限|1", "> 上限|2")).Code);
    }

    private static IReadOnlyList<DmnFault> Check(string policy, params string[] rows) => Compile(Model($"hitPolicy=\"{policy}\"", Inputs, ["结论"], rows)).Check();
}
