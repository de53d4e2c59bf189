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
