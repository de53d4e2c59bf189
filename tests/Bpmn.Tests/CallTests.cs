using Guiju.Bpmn.Checking;
using Guiju.Bpmn.Running;

namespace Guiju.Bpmn.Tests;

/// <summary>A procedure that calls one of another file: it runs inside, moves obey the one rule across the border, equal ids do not meet.</summary>
public sealed class CallTests
{
    private static readonly string Seal = Draw.Node("startEvent", "s") + Draw.User("fill") + Draw.User("check") + Draw.Node("endEvent", "e") + Draw.Flows("s fill; fill check; check e");

    private static readonly string Caller = Draw.Node("startEvent", "s") + Draw.User("fill") + Draw.Node("callActivity", "call", "", "calledElement=\"seal\"") + Draw.User("approve") + Draw.Node("endEvent", "e")
        + Draw.Flows("s fill; fill call; call approve; approve e");

    private static BpmnModel File(string inside, string id) => BpmnXml.Parse(Draw.Text(inside).Replace("process id=\"p\"", $"process id=\"{id}\"", StringComparison.Ordinal));

    private static BpmnModel Linked(string caller = "") => Draw.Model(caller.Length > 0 ? caller : Caller).With(new Dictionary<string, BpmnModel> { ["seal"] = File(Seal, "seal") });

    [Fact]
    public void What_a_file_calls_elsewhere_is_named_and_nothing_is_left_when_it_is_linked()
    {
        Assert.Equal(["seal"], Draw.Model(Caller).CallsElsewhere);
        Assert.Empty(Linked().CallsElsewhere);
        Assert.Equal("p", Linked().Main.Id);
        Assert.Empty(ModelCheck.Find(Linked()));
    }

    [Fact]
    public void The_called_procedure_runs_inside_its_caller_and_is_part_of_its_history()
    {
        var matter = Matter.Begin(Linked()).Complete("fill");

        Assert.Equal(["call", "seal/fill"], matter.At);
        matter.Complete("seal/fill").Complete("seal/check");
        Assert.Equal(["approve"], matter.At);
        matter.Complete("approve");
        Assert.Equal(CaseMode.Ended, matter.State.Mode);
        Assert.Equal(["fill", "seal/fill", "seal/check", "approve"], matter.State.Past.Where(p => p.By is not null).Select(p => p.Node));
        Assert.Empty(matter.Effects.OfType<CallOther>());
    }

    [Fact]
    public void Sent_back_over_the_border_either_way_the_step_is_asked_again_and_the_case_goes_on()
    {
        var into = Matter.Begin(Linked()).Complete("fill").Complete("seal/fill").Complete("seal/check").SendBack("approve", BackTo.Previous);
        Assert.Equal(["call", "seal/check"], into.At);
        into.Complete("seal/check").Complete("approve");
        Assert.Equal(CaseMode.Ended, into.State.Mode);

        var outOf = Matter.Begin(Linked()).Complete("fill").Complete("seal/fill").SendBack("seal/check", BackTo.Chosen, "fill", straight: true);
        Assert.Equal(["fill"], outOf.At);
        outOf.Complete("fill");
        Assert.Equal(["call", "seal/check"], outOf.At);
        outOf.Finish();
    }

    [Fact]
    public void Called_twice_the_case_goes_back_into_the_call_that_lies_behind_it()
    {
        var twice = Draw.Node("startEvent", "s") + Draw.Node("callActivity", "one", "", "calledElement=\"seal\"") + Draw.User("between") + Draw.Node("callActivity", "two", "", "calledElement=\"seal\"") + Draw.User("approve") + Draw.Node("endEvent", "e")
            + Draw.Flows("s one; one between; between two; two approve; approve e");
        var matter = Matter.Begin(Linked(twice)).Complete("seal/fill").Complete("seal/check").Complete("between").Complete("seal/fill").Complete("seal/check");

        Assert.Equal(["seal/check", "two"], matter.SendBack("approve", BackTo.Previous).At);
        matter.Complete("seal/check");
        Assert.Equal(["approve"], matter.At);
        var early = Matter.Begin(Linked(twice)).Complete("seal/fill").Complete("seal/check").SendBack("between", BackTo.Previous);
        Assert.Equal(["one", "seal/check"], early.At);
        early.Finish();
    }

    [Fact]
    public void Taken_back_while_nobody_has_acted_inside_and_refused_afterwards()
    {
        var matter = Matter.Begin(Linked()).Complete("fill");

        Assert.Equal(["fill"], matter.Do(new Retract("fill-1")).At);
        matter.Complete("fill").Complete("seal/fill");
        Assert.Equal("others-acted", matter.Try(new Retract("fill-1"))?.Code);
    }

    [Fact]
    public void A_circle_of_calls_over_files_is_found()
    {
        var back = Draw.Node("startEvent", "s") + Draw.Node("callActivity", "again", "", "calledElement=\"p\"") + Draw.Node("endEvent", "e") + Draw.Flows("s again; again e");
        var circle = Draw.Model(Caller).With(new Dictionary<string, BpmnModel> { ["seal"] = File(back, "seal") });

        Assert.Contains("call", circle.Circles.Select(c => c.Id));
        Assert.Empty(Linked().Circles);
    }

    [Fact]
    public void Several_processes_of_a_called_file_come_along_and_their_own_names_stay_their_own()
    {
        var file = BpmnXml.Parse(Draw.Text(Draw.Node("startEvent", "s") + Draw.Node("callActivity", "deeper", "", "calledElement=\"p\"") + Draw.Node("endEvent", "e") + Draw.Flows("s deeper; deeper e"))
            .Replace("<process id=\"p\"", "<process id=\"seal\"", StringComparison.Ordinal)
            .Replace("</definitions>", "<process id=\"p\">" + Draw.Node("startEvent", "s2") + Draw.User("stamp") + Draw.Node("endEvent", "e2") + Draw.Flows("s2 stamp; stamp e2") + "</process></definitions>", StringComparison.Ordinal));
        var matter = Matter.Begin(Draw.Model(Caller).With(new Dictionary<string, BpmnModel> { ["seal"] = file })).Complete("fill");

        Assert.Equal(["call", "seal/deeper", "seal/stamp"], matter.At);
        matter.Finish();
    }

    [Fact]
    public void A_start_that_is_named_is_the_one_that_begins_and_nothing_else_can_be()
    {
        var model = Draw.Model(Draw.Node("startEvent", "s") + Draw.Node("startEvent", "weekly", "<timerEventDefinition><timeCycle>R/P7D</timeCycle></timerEventDefinition>") + Draw.User("fill") + Draw.User("report") + Draw.Node("endEvent", "e")
            + Draw.Flows("s fill; weekly report; fill e; report e"));

        Assert.Empty(ModelCheck.Find(model));
        var begun = Engine.Step(model, CaseState.Empty, new Begin(null, "p", "weekly", [], new Dictionary<string, object?>()), Draw.Evaluate);
        Assert.Equal(["report"], begun.State.Tokens.Select(t => t.Node));
        Assert.Equal("no-start", Engine.Step(model, CaseState.Empty, new Begin(null, "p", "fill", [], new Dictionary<string, object?>()), Draw.Evaluate).Refused?.Code);
    }

    [Fact]
    public void What_a_case_is_pinned_to_survives_being_stored()
    {
        var begun = Engine.Step(Linked(), CaseState.Empty, new Begin("starter", "p", null, [], new Dictionary<string, object?>()) { Linked = [new("seal", "v1")] }, Draw.Evaluate).State;

        Assert.Equal(begun.Linked, StateJson.Read(StateJson.Write(begun)).Linked);
    }
}
