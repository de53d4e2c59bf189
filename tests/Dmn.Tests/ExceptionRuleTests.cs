using static Guiju.Dmn.Tests.Tables;

namespace Guiju.Dmn.Tests;

/// <summary>A base rule and its exception (但书) as two decisions.</summary>
public sealed class ExceptionRuleTests
{
    private static readonly DmnProgram Program = Compile($"""
        <definitions xmlns="{Space}" xmlns:guiju="urn:guiju:law" name="租车" namespace="urn:test" id="m">
          <inputData id="i1" name="价格"><variable name="价格" typeRef="number"/></inputData>
          <inputData id="i2" name="抢险救灾"><variable name="抢险救灾" typeRef="boolean"/></inputData>
          <decision id="base" name="不得超标准" guiju:english="within the standard"><variable name="不得超标准" typeRef="string"/>
            <informationRequirement><requiredInput href="#i1"/></informationRequirement>
            <decisionTable hitPolicy="UNIQUE"><input><inputExpression typeRef="number"><text>价格</text></inputExpression></input><output/>
              <rule id="b1" guiju:provision="办法~art_7__para_1"><inputEntry><text>&gt; 18</text></inputEntry><outputEntry><text>"禁止"</text></outputEntry></rule>
              <rule id="b2"><inputEntry><text>&lt;= 18</text></inputEntry><outputEntry><text>"允许"</text></outputEntry></rule></decisionTable></decision>
          <decision id="except" name="抢险救灾除外" guiju:english="disaster relief" guiju:displaces="#base"><variable name="抢险救灾除外" typeRef="string"/>
            <informationRequirement><requiredInput href="#i2"/></informationRequirement>
            <decisionTable hitPolicy="UNIQUE"><input><inputExpression typeRef="boolean"><text>抢险救灾</text></inputExpression></input><output/>
              <rule id="e1" guiju:provision="办法~art_7__para_2"><inputEntry><text>true</text></inputEntry><outputEntry><text>"允许"</text></outputEntry></rule>
              <rule id="e2"><inputEntry><text>false</text></inputEntry><outputEntry><text>"不适用"</text></outputEntry></rule></decisionTable></decision>
          <decision id="d" name="结论"><variable name="结论" typeRef="string"/>
            <informationRequirement><requiredDecision href="#base"/></informationRequirement><informationRequirement><requiredDecision href="#except"/></informationRequirement>
            <literalExpression><text>if 抢险救灾除外 = "不适用" then 不得超标准 else 抢险救灾除外</text></literalExpression></decision>
        </definitions>
        """);

    [Fact]
    public void The_exception_displaces_the_rule_and_the_trace_says_so_in_both_languages()
    {
        var result = Program.Evaluate("结论", Facts(("价格", 20), ("抢险救灾", true)));

        Assert.Equal("允许", result.Value);
        var displaced = Assert.Single(result.Trace.Displacements);
        Assert.Equal((true, "e1", "b1"), (displaced.Displaces, displaced.ExceptionHit?.RuleId, displaced.BaseHit?.RuleId));
        Assert.Contains("但书“抢险救灾除外”第 1 行（办法~art_7__para_2）排除本则“不得超标准”第 1 行（办法~art_7__para_1）：本则为\"禁止\"，依但书为\"允许\"。", TraceTeller.Tell(result.Trace, chinese: true), StringComparison.Ordinal);
        Assert.Contains("The exception disaster relief, row 1 (办法~art_7__para_2) displaces the rule within the standard, row 1 (办法~art_7__para_1): \"允许\" instead of \"禁止\".", TraceTeller.Tell(result.Trace, chinese: false), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_exception_the_rule_stands()
    {
        var result = Program.Evaluate("结论", Facts(("价格", 20), ("抢险救灾", false)));

        Assert.Equal("禁止", result.Value);
        Assert.False(Assert.Single(result.Trace.Displacements).Displaces);
        Assert.Contains("仍依本则“不得超标准”第 1 行", TraceTeller.Tell(result.Trace, chinese: true), StringComparison.Ordinal);
        Assert.Contains("the rule within the standard, row 1 (办法~art_7__para_1) stands", TraceTeller.Tell(result.Trace, chinese: false), StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_that_cannot_be_decided_leaves_the_whole_undecided()
    {
        var result = Program.Evaluate("结论", Facts(("价格", 20)));

        Assert.Null(result.Value);
        Assert.Equal(["抢险救灾"], result.Missing);
        Assert.False(Assert.Single(result.Trace.Displacements).Displaces);
        Assert.Contains("但书“抢险救灾除外”是否适用，未能判断；本则“不得超标准”第 1 行（办法~art_7__para_1）：\"禁止\"。", TraceTeller.Tell(result.Trace, chinese: true), StringComparison.Ordinal);
        Assert.Contains("Whether the exception disaster relief applies is undecided", TraceTeller.Tell(result.Trace, chinese: false), StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_that_holds_needs_nothing_of_the_rule()
    {
        var result = Program.Evaluate("结论", Facts(("抢险救灾", true)));

        Assert.Equal("允许", result.Value);
        Assert.Empty(result.Missing);
        Assert.Empty(result.Warnings);
    }
}
