using static Guiju.Dmn.Tests.Tables;

namespace Guiju.Dmn.Tests;

public sealed class TraceTests
{
    private static readonly string[] Inputs = ["用途:string", "价格:number"];

    [Fact]
    public void A_row_that_misses_by_one_cell_is_told_with_value_and_test()
    {
        var program = Compile(Model("hitPolicy=\"COLLECT\"", Inputs, ["结论"], "\"机要\"; > 25|\"禁止\"", "\"应急\"; > 99|\"提示\""));

        var near = Assert.Single(program.Evaluate("结论", Facts(("用途", "机要"), ("价格", 20))).Trace.Tables[0].NearlyHit());

        Assert.Equal(("r1", "> 25", 20m), (near.Rule.Id, near.Test, near.Value));
    }

    [Fact]
    public void The_teller_says_why_a_row_hit_and_why_another_nearly_did()
    {
        var program = Compile(Model("hitPolicy=\"COLLECT\"", Inputs, ["结论"], "\"机要\"; > 25|\"禁止\"", "\"应急\"; -|\"提示\""));

        var hit = program.Evaluate("结论", Facts(("用途", "机要"), ("价格", 30)));
        Assert.Contains("用途 = \"机要\"", TraceTeller.Tell(hit.Trace, chinese: true), StringComparison.Ordinal);
        Assert.Contains("命中第 1 行", TraceTeller.Tell(hit.Trace, chinese: true), StringComparison.Ordinal);

        var miss = program.Evaluate("结论", Facts(("用途", "机要"), ("价格", 20)));
        Assert.Contains("价格（20）不满足 > 25", TraceTeller.Tell(miss.Trace, chinese: true), StringComparison.Ordinal);
        Assert.Contains("价格 (20) fails > 25", TraceTeller.Tell(miss.Trace, chinese: false), StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_row_says_what_is_needed()
    {
        var program = Compile(Model("hitPolicy=\"UNIQUE\"", Inputs, ["结论"], "\"机要\"; > 25|\"禁止\""));

        Assert.Contains("缺少价格", TraceTeller.Tell(program.Evaluate("结论", Facts(("用途", "机要"))).Trace, chinese: true), StringComparison.Ordinal);
    }
}
