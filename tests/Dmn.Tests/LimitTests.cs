using System.Text;
using Guiju.Feel;
using static Guiju.Dmn.Tests.Tables;

namespace Guiju.Dmn.Tests;

/// <summary>A hostile model is stopped; it neither hangs nor breaks the process.</summary>
public sealed class LimitTests
{
    [Fact]
    public void Too_many_steps_are_stopped() => Stopped("steps", new() { Steps = 50_000 }, "count(for 甲 in 1..5000 return some 乙 in 1..5000 satisfies 乙 &lt; 0)");

    [Fact]
    public void A_knowledge_model_that_calls_itself_for_ever_is_stopped() => Stopped("depth", new() { Depth = 100 }, "函(1)");

    [Fact]
    public void A_list_beyond_measure_is_stopped() => Stopped("length", new() { Length = 1000 }, "for 甲 in 1..1000000000 return 甲");

    [Fact]
    public void An_evaluation_that_takes_too_long_is_stopped() => Stopped("time", new() { Time = TimeSpan.FromSeconds(5) }, "count(for 甲 in 1..100000 return 甲 + 1)", new Rushing());

    [Fact]
    public void A_table_whose_cells_would_not_end_is_stopped()
    {
        var xml = Model("hitPolicy=\"COLLECT\"", ["人数:number"], ["结论"], "? > count(for 甲 in 1..5000 return some 乙 in 1..5000 satisfies 乙 < 0)|1");
        var program = DmnProgram.Compile(DmnXml.Parse(xml, "t"), new DmnOptions { Limits = new() { Steps = 50_000 } });

        Assert.Equal("steps", Assert.Throws<FeelLimitException>(() => program.Evaluate("结论", Facts(("人数", 1)))).Limit);
    }

    [Fact]
    public void A_chain_of_decisions_longer_than_the_stack_is_compiled_and_stopped_when_evaluated()
    {
        const int Length = 20_000;
        var program = DmnProgram.Compile(DmnXml.Parse(Chain(Length, Length), "t"));

        Assert.Empty(program.Faults);
        Assert.Equal("depth", Assert.Throws<FeelLimitException>(() => program.Evaluate("丁0", Facts())).Limit);
        Assert.Equal(1m, program.Evaluate($"丁{Length - 1}", Facts()).Value);
    }

    [Fact]
    public void A_long_circle_of_decisions_is_found()
    {
        var program = DmnProgram.Compile(DmnXml.Parse(Chain(300, 0), "t"));

        Assert.Equal(300, program.Faults.Count(f => f.Code == "cycle"));
    }

    [Fact]
    public void Types_defined_by_one_another_without_end_are_refused()
    {
        var xml = new StringBuilder($"<definitions xmlns=\"{Space}\" name=\"型\" namespace=\"urn:a\">");
        for (var i = 0; i < 20_000; i++)
        {
            xml.Append($"<itemDefinition name=\"型{i}\"><typeRef>型{i + 1}</typeRef></itemDefinition>");
        }

        Assert.Contains(DmnProgram.Compile(DmnXml.Parse(xml.Append("</definitions>").ToString(), "t")).Faults, f => f.Code == "too-deep");
    }

    [Fact]
    public void Parts_without_a_name_do_no_harm()
    {
        var xml = Model("hitPolicy=\"UNIQUE\"", ["人数:number"], ["结论"], "> 1|1").Replace("<variable name=\"人数\"", "<variable name=\"\"", StringComparison.Ordinal)
            .Replace("<inputData", "<itemDefinition name=\"\"><itemComponent name=\"\"><typeRef>number</typeRef></itemComponent></itemDefinition><inputData", StringComparison.Ordinal);

        Assert.Equal(1m, Compile(xml).Evaluate("结论", Facts(("人数", 2))).Value);
        Assert.Null(FeelExpression.Evaluate("[{\"\": 1}][甲 = 1].甲", strict: false).Value as string);
    }

    private static void Stopped(string limit, FeelLimits limits, string text, TimeProvider? clock = null)
    {
        var xml = $"""
            <definitions xmlns="{Space}" name="坏" namespace="urn:a">
              <businessKnowledgeModel id="f" name="函"><variable name="函"/><encapsulatedLogic><formalParameter name="数"/><literalExpression><text>函(数 + 1)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
              <decision id="d" name="结论"><variable name="结论"/><knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement><literalExpression><text>{text}</text></literalExpression></decision>
            </definitions>
            """;
        var program = DmnProgram.Compile(DmnXml.Parse(xml, "t"), new DmnOptions { Limits = limits, Clock = clock ?? TimeProvider.System });
        Assert.Empty(program.Faults);

        var stopped = Assert.Throws<FeelLimitException>(() => program.Evaluate("结论", Facts()));

        Assert.Equal(limit, stopped.Limit);
        Assert.NotEmpty(stopped.MessageZh);
    }

    /// <summary>Decisions each of which requires the next; the last requires the one at <paramref name="last"/>, if there is such.</summary>
    private static string Chain(int length, int last)
    {
        var xml = new StringBuilder($"<definitions xmlns=\"{Space}\" name=\"链\" namespace=\"urn:a\">");
        for (var i = 0; i < length; i++)
        {
            var next = i + 1 < length ? i + 1 : last;
            xml.Append(next < length
                ? $"<decision id=\"d{i}\" name=\"丁{i}\"><variable name=\"丁{i}\"/><informationRequirement><requiredDecision href=\"#d{next}\"/></informationRequirement><literalExpression><text>丁{next}</text></literalExpression></decision>"
                : $"<decision id=\"d{i}\" name=\"丁{i}\"><variable name=\"丁{i}\"/><literalExpression><text>1</text></literalExpression></decision>");
        }

        return xml.Append("</definitions>").ToString();
    }

    /// <summary>A clock on which a second passes whenever it is read.</summary>
    private sealed class Rushing : TimeProvider
    {
        private long seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => ++seconds;
    }
}
