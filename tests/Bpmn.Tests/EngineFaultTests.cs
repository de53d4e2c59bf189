using Guiju.Bpmn.Running;

namespace Guiju.Bpmn.Tests;

/// <summary>Where other engines break: sending back out of, into and within signings and parallel ways.</summary>
public sealed class EngineFaultTests
{
    // 填写 → 审核 → 会签(甲乙丙) → 批准
    private static readonly string Line =
        Draw.Node("startEvent", "s") + Draw.User("fill") + Draw.User("check") + Draw.Signed("sign", false) + Draw.User("approve") + Draw.Node("endEvent", "e")
        + Draw.Flows("s fill; fill check; check sign; sign approve; approve e");

    // 填写 → 并行(甲1→甲2 | 乙1→乙2) → 批准
    private static readonly string Ways =
        Draw.Node("startEvent", "s") + Draw.User("fill") + Draw.Node("parallelGateway", "fork") + Draw.User("a1") + Draw.User("a2") + Draw.User("b1") + Draw.User("b2")
        + Draw.Node("parallelGateway", "join") + Draw.User("approve") + Draw.Node("endEvent", "e")
        + Draw.Flows("s fill; fill fork; fork a1; fork b1; a1 a2; b1 b2; a2 join; b2 join; join approve; approve e");

    private static Matter AtSigning() => Matter.Begin(Draw.Model(Line), m => m.People["sign"] = ["甲", "乙", "丙"]).Complete("fill").Complete("check");

    private static Matter Side() => Matter.Begin(Draw.Model(Ways)).Complete("fill");

    [Fact] // ruoyi-vue-pro 668
    public void Sent_back_from_a_joint_signing_the_earlier_step_is_asked_again()
    {
        var matter = AtSigning().Complete("sign", "甲").SendBack("sign", BackTo.Previous, holder: "乙");

        Assert.Equal(["check"], matter.At);
        Assert.Equal(["check-1"], matter.Holders);
        matter.Complete("check");
        Assert.Equal(["丙", "乙", "甲"], matter.Holders.Order(StringComparer.Ordinal));
        matter.Finish();
    }

    [Fact] // ruoyi-vue-pro 727
    public void Sent_back_to_a_joint_signing_every_signer_is_asked_again()
    {
        var matter = AtSigning().Complete("sign", "甲").Complete("sign", "乙").Complete("sign", "丙").SendBack("approve", BackTo.Previous);

        Assert.Equal(3, matter.State.Items.Count(i => i.Node == "sign" && i.Mode == ItemMode.Open));
        matter.Complete("sign", "甲").Complete("sign", "乙").Complete("sign", "丙");
        Assert.Equal(["approve"], matter.At);
    }

    [Fact] // AntFlow PR 7
    public void Sent_back_in_a_joint_signing_the_matter_goes_back_and_never_forward()
    {
        var matter = AtSigning().SendBack("sign", BackTo.Starter, holder: "丙");

        Assert.Equal(["fill"], matter.At);
        Assert.DoesNotContain(matter.State.Past, p => p.Node == "approve");
        Assert.Equal(["starter", "fill-1"], [matter.State.Starter!, .. matter.Holders]);
    }

    [Fact] // ruoyi-vue-pro 566
    public void Sent_back_within_one_parallel_way_the_other_way_works_on()
    {
        var matter = Side().Complete("a1").SendBack("a2", BackTo.Previous);

        Assert.Equal(["a1", "b1"], matter.At);
        matter.Complete("b1").Complete("b2").Complete("a1").Complete("a2");
        Assert.Equal(["approve"], matter.At);
    }

    [Fact] // ruoyi-vue-pro 1128
    public void Sent_back_before_the_fork_both_ways_are_cut_off_and_begin_anew()
    {
        var matter = Side().Complete("a1").SendBack("a2", BackTo.Chosen, "fill");

        Assert.Equal(["fill"], matter.At);
        Assert.Contains(matter.State.Past, p => p.Node == "b1" && p.Outcome == "cancelled");
        matter.Complete("fill");
        Assert.Equal(["a1", "b1"], matter.At);
        matter.Finish();
    }

    [Fact] // flowable 3999
    public void Sent_back_into_a_neighbouring_way_the_sender_is_asked_again_before_the_ways_meet()
    {
        var matter = Side().Complete("a1").Complete("a2").Complete("b1").SendBack("b2", BackTo.Chosen, "a1");

        Assert.Equal(["a1"], matter.At);
        matter.Complete("a1").Complete("a2");
        Assert.Equal(["b2"], matter.At);
        Assert.Equal(["b2-1"], matter.Holders);
        matter.Complete("b2");
        Assert.Equal(["approve"], matter.At);
    }

    [Fact]
    public void Sent_straight_back_the_neighbour_answers_and_the_sender_goes_on()
    {
        var matter = Side().Complete("a1").Complete("a2").Complete("b1").SendBack("b2", BackTo.Chosen, "a1", straight: true).Complete("a1");

        Assert.Equal(["b2"], matter.At);
        matter.Complete("b2");
        Assert.Equal(["approve"], matter.At);
    }

    [Fact]
    public void Sent_back_from_behind_the_join_into_one_way_the_join_does_not_wait_for_the_other()
    {
        var matter = Side().Complete("a1").Complete("a2").Complete("b1").Complete("b2").SendBack("approve", BackTo.Chosen, "a2");

        Assert.Equal(["a2"], matter.At);
        matter.Complete("a2");
        Assert.Equal(["approve"], matter.At);
    }

    [Fact] // Flowable 8.0.0: move of a parallel multi-instance
    public void Moved_within_one_of_several_repeated_sub_processes_the_others_are_left_alone()
    {
        var inside = Draw.Node("startEvent", "is") + Draw.User("draft") + Draw.User("review") + Draw.Node("endEvent", "ie") + Draw.Flows("is draft; draft review; review ie");
        var text = Draw.Node("startEvent", "s") + Draw.User("fill") + Draw.Node("subProcess", "each", "<multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>" + inside)
            + Draw.User("approve") + Draw.Node("endEvent", "e") + Draw.Flows("s fill; fill each; each approve; approve e");
        var matter = Matter.Begin(Draw.Model(text)).Complete("fill").Complete("draft").Complete("draft").SendBack("review", BackTo.Previous);

        Assert.Equal(["draft", "draft", "each", "each", "each", "each", "review"], matter.At);
        matter.Do(new Jump("admin", matter.State.Tokens.First(t => t.Node == "review").Id, "fill", "改由原单位重报"));
        Assert.Equal(["fill"], matter.At);
        matter.Complete("fill");
        Assert.Equal(3, matter.State.Items.Count(i => i.Node == "draft"));
        matter.Finish();
    }

    [Fact] // cnblogs 22954044: one call for moving, ending a multi-instance and collapsing parallel ways
    public void One_rule_moves_a_step_ends_a_signing_and_collapses_parallel_ways()
    {
        var moved = Matter.Begin(Draw.Model(Line)).Complete("fill");
        moved.Do(new Jump("admin", moved.State.Tokens[0].Id, "approve", "特批"));
        var ended = AtSigning();
        ended.Do(new Jump("admin", ended.State.Tokens[0].Id, "approve", "会签不再需要"));
        var collapsed = Side();
        collapsed.Do(new Jump("admin", collapsed.State.Tokens[0].Id, "approve", "不再分办"));

        Assert.All([moved, ended, collapsed], m => Assert.Equal(["approve"], m.At));
        Assert.All([moved, ended, collapsed], m => m.Finish());
        Assert.Equal(3, ended.State.Past.Count(p => p.Node == "sign" && p.Outcome == "cancelled"));
    }

    [Fact] // an activity that holds steps of its own: what was done inside would be lost without a word
    public void Taking_back_is_refused_once_anybody_has_acted_inside_the_sub_process_that_followed()
    {
        var inside = Draw.Node("startEvent", "is") + Draw.User("draft") + Draw.Node("endEvent", "ie") + Draw.Flows("is draft; draft ie");
        var text = Draw.Node("startEvent", "s") + Draw.User("fill") + Draw.Node("subProcess", "each", "<multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>" + inside)
            + Draw.User("approve") + Draw.Node("endEvent", "e") + Draw.Flows("s fill; fill each; each approve; approve e");
        var matter = Matter.Begin(Draw.Model(text)).Complete("fill");

        Assert.Equal(["fill"], matter.Do(new Retract("fill-1")).At);
        matter.Complete("fill").Complete("draft");
        Assert.Equal("others-acted", matter.Try(new Retract("fill-1"))?.Code);
        matter.Finish();
    }

    [Fact] // steedos 6985, 6463
    public void Copies_outlive_whatever_is_moved_and_may_be_sent_twice_or_to_oneself()
    {
        var matter = Side();
        matter.Do(new CopyTo("a1-1", ["张三", "a1-1"])).Do(new CopyTo("a1-1", ["张三"])).SendBack("a1", BackTo.Starter);

        Assert.Equal(3, matter.Effects.OfType<Copied>().Count());
        matter.Finish();
    }
}
