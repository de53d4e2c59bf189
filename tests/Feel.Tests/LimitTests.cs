namespace Guiju.Feel.Tests;

public sealed class LimitTests
{
    private static readonly FeelLimits Small = new() { Steps = 100_000, Depth = 100, Length = 10_000 };

    [Theory]
    [InlineData("{深: function(数) 深(数 + 1), 得: 深(1)}.得")]
    [InlineData("for 甲 in 1..1000000 return 甲")]
    [InlineData("for 甲 in 1..9000, 乙 in 1..9000 return 甲")]
    [InlineData("count(for 甲 in 1..9000 return some 乙 in 1..9000 satisfies 乙 < 0)")]
    public void An_expression_that_would_not_end_is_stopped(string expression) =>
        Assert.Throws<FeelLimitException>(() => FeelExpression.Evaluate(expression, limits: Small));

    [Fact]
    public void Nesting_beyond_reason_is_refused_when_read()
    {
        Assert.Throws<FeelSyntaxException>(() => FeelExpression.Parse(new string('(', 5000) + "1" + new string(')', 5000)));
        Assert.Throws<FeelSyntaxException>(() => FeelExpression.Parse(new string('-', 5000) + "1"));
        Assert.Throws<FeelSyntaxException>(() => FeelExpression.Parse(string.Concat(Enumerable.Repeat("1+", 5000)) + "1"));
        Assert.Throws<FeelSyntaxException>(() => FeelExpression.Parse(new string('[', 100_000)));
    }

    [Fact]
    public void Values_nested_beyond_reason_stop_the_evaluation_and_not_the_process()
    {
        const string Deep = "(for 甲 in 1..60000 return if 甲 = 1 then [] else [partial[-1]])[-1]";
        var limits = new FeelLimits { Length = 100_000, Time = TimeSpan.FromMinutes(1) };
        Assert.Throws<FeelLimitException>(() => FeelExpression.Evaluate($"{{深: {Deep}, 浅: {Deep}, 等: 深 = 浅}}.等", limits: limits));
    }

    [Fact]
    public void Deeply_nested_lists_are_typed_in_good_time() =>
        Assert.NotNull(FeelExpression.Evaluate(new string('[', 150) + "1" + new string(']', 150)).Value);
}
