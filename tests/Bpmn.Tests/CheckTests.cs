using Guiju.Bpmn.Checking;

namespace Guiju.Bpmn.Tests;

/// <summary>What is wrong with a drawing is named with its element.</summary>
public sealed class CheckTests
{
    private static readonly string Ends = Draw.Node("startEvent", "s") + Draw.Node("endEvent", "e");

    private static List<string> Faults(string inside) => ModelCheck.Find(Draw.Model(inside)).Select(f => $"{f.Element} {f.Code}").ToList();

    [Fact]
    public void One_way_chosen_and_both_awaited_is_a_deadlock() => Assert.Equal(["join deadlock"], Faults(
        Ends + Draw.Node("exclusiveGateway", "x") + Draw.User("a") + Draw.User("b") + Draw.Node("parallelGateway", "join") + Draw.Flows("s x; x a when true; x b; a join; b join; join e")));

    [Fact]
    public void Two_ways_opened_and_not_awaited_lack_a_join() => Assert.Contains("m missing-join", Faults(
        Ends + Draw.Node("parallelGateway", "fork") + Draw.User("a") + Draw.User("b") + Draw.Node("exclusiveGateway", "m") + Draw.User("c") + Draw.Flows("s fork; fork a; fork b; a m; b m; m c; c e")));

    [Fact]
    public void Ways_of_unequal_length_lack_a_join_too() => Assert.Contains("m missing-join", Faults(
        Ends + Draw.Node("parallelGateway", "fork") + Draw.User("b") + Draw.User("c") + Draw.User("d") + Draw.Node("exclusiveGateway", "m") + Draw.Flows("s fork; fork m; fork b; b c; c d; d m; m e")));

    [Fact]
    public void A_task_with_two_ways_in_from_a_fork_lacks_a_join() => Assert.Contains("c missing-join", Faults(
        Ends + Draw.Node("parallelGateway", "fork") + Draw.User("a") + Draw.User("b") + Draw.User("c") + Draw.Flows("s fork; fork a; fork b; a c; b c; c e")));

    [Fact]
    public void A_node_that_nothing_leads_to_is_unreachable() => Assert.Contains("lost unreachable", Faults(Ends + Draw.User("a") + Draw.User("lost") + Draw.Flows("s a; a e; lost e")));

    [Fact]
    public void A_path_that_breaks_off_is_a_dead_end() => Assert.Contains("b dead-end", Faults(
        Ends + Draw.Node("parallelGateway", "fork") + Draw.User("a") + Draw.User("b") + Draw.Flows("s fork; fork a; fork b; a e")));

    [Fact]
    public void A_circle_without_an_exit_is_named() => Assert.Equal(["a no-way-out", "b no-way-out"], Faults(
        Ends + Draw.Node("exclusiveGateway", "x") + Draw.User("a") + Draw.User("b") + Draw.Flows("s x; x e; x a when true; a b; b a")).Where(f => f.EndsWith("no-way-out", StringComparison.Ordinal)));

    [Fact]
    public void An_inclusive_join_behind_a_fork_is_sound() => Assert.Empty(Faults(
        Ends + Draw.Node("parallelGateway", "fork") + Draw.User("a") + Draw.User("b") + Draw.Node("inclusiveGateway", "m") + Draw.Flows("s fork; fork a; fork b; a m; b m; m e")));

    [Fact]
    public void A_loop_back_for_correction_is_sound() => Assert.Empty(Faults(
        Ends + Draw.User("fill") + Draw.User("check") + Draw.Node("exclusiveGateway", "x") + Draw.Flows("s fill; fill check; check x; x fill when result = refused; x e")));

    [Fact]
    public void A_terminating_end_leaves_no_deadlock() => Assert.Empty(Faults(
        Draw.Node("startEvent", "s") + Draw.Node("endEvent", "t", "<terminateEventDefinition/>") + Draw.Node("endEvent", "e") + Draw.Node("parallelGateway", "fork") + Draw.User("a") + Draw.User("b")
        + Draw.Flows("s fork; fork a; fork b; a t; b e")));

    [Fact]
    public void Nothing_may_lead_into_a_start_or_out_of_an_end()
    {
        var faults = Faults(Ends + Draw.User("a") + Draw.Flows("s a; a e; e a; a s"));

        Assert.Contains("s start-incoming", faults);
        Assert.Contains("e end-outgoing", faults);
    }

    [Fact]
    public void Behind_an_event_gateway_stand_events() => Assert.Contains("g event-gateway", Faults(
        Ends + Draw.Node("eventBasedGateway", "g") + Draw.User("a") + Draw.User("b") + Draw.Flows("s g; g a; g b; a e; b e")));

    [Fact]
    public void Before_publication_conditions_defaults_and_people_must_be_there()
    {
        var model = Draw.Model(Ends + Draw.Node("exclusiveGateway", "x") + Draw.User("a") + Draw.User("b") + Draw.Flows("s x; x a; x b when true; a e; b e"));
        var codes = ModelCheck.FindForPublication(model).Select(f => $"{f.Element} {f.Code}");

        Assert.Equal(["a nobody", "b nobody", "f_x_a no-condition", "x no-default"], codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_expression_that_cannot_be_read_is_named_with_its_flow()
    {
        var model = Draw.Model(Ends + Draw.Node("exclusiveGateway", "x", "", "default=\"f_x_e\"") + Draw.User("a") + Draw.Flows("s x; x e; x a when 金额＞30; a e"));

        Assert.Equal("f_x_a", Assert.Single(ModelCheck.Find(model, e => e.Contains('＞', StringComparison.Ordinal) ? "全角运算符" : null)).Element);
    }

    [Fact]
    public void Very_many_parallel_ways_are_followed_in_time()
    {
        var ways = string.Concat(Enumerable.Range(0, 60).Select(i => Draw.User($"a{i}") + Draw.User($"b{i}")));
        var flows = string.Join("; ", Enumerable.Range(0, 60).Select(i => $"fork a{i}; a{i} b{i}; b{i} join"));

        Assert.Empty(Faults(Ends + Draw.Node("parallelGateway", "fork") + Draw.Node("parallelGateway", "join") + ways + Draw.Flows("s fork; join e; " + flows)));
    }
}
