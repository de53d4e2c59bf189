using System.Globalization;
using System.Text;

namespace Guiju.Bpmn.Tests;

/// <summary>Draws random procedures: steps, signings, branches of each kind, loops, sub-processes and called procedures once or repeated, times and messages at their edges.</summary>
internal sealed class RandomModel(Random dice)
{
    private readonly List<(StringBuilder Nodes, StringBuilder Flows)> scopes = [];
    private readonly List<string> called = [];
    private readonly StringBuilder processes = new();
    private int last;

    private sealed record Piece(string In, string Out);

    public string Draw()
    {
        scopes.Add(new(new(), new()));
        var start = Add("startEvent");
        var body = Sequence(3);
        var end = Add("endEvent");
        Flow(start, body.In);
        Flow(body.Out, end);
        return Tests.Draw.Text(Text(), """<message id="msg" name="reply"/>""" + processes);
    }

    private string Text()
    {
        var (nodes, flows) = scopes[^1];
        scopes.RemoveAt(scopes.Count - 1);
        return nodes.Append(flows).ToString();
    }

    private Piece Sequence(int depth)
    {
        var pieces = Enumerable.Range(0, dice.Next(1, 4)).Select(_ => Element(depth)).ToList();
        for (var i = 1; i < pieces.Count; i++)
        {
            Flow(pieces[i - 1].Out, pieces[i].In);
        }

        return new Piece(pieces[0].In, pieces[^1].Out);
    }

    private Piece Element(int depth) => dice.Next(depth > 0 ? 14 : 5) switch
    {
        0 or 1 => User(),
        2 => Signed(),
        3 => Single("serviceTask"),
        4 => dice.Next(2) == 0 ? Edge() : Waiting(),
        5 => Branch("exclusiveGateway", depth, i => i == 0 ? null : "result = refused"),
        6 or 7 => Branch("parallelGateway", depth, _ => null, conditions: false),
        8 => Branch("inclusiveGateway", depth, i => i == 0 ? null : dice.Next(2) == 0 ? "true" : "false"),
        9 => Loop(depth),
        10 => Sub(depth, ""),
        11 => Call(depth, ""),
        12 => Call(depth, Times()),
        _ => Sub(depth, Times()),
    };

    private string Times() => $"<multiInstanceLoopCharacteristics isSequential=\"{(dice.Next(2) == 0 ? "true" : "false")}\"><loopCardinality>{dice.Next(1, 4)}</loopCardinality></multiInstanceLoopCharacteristics>";

    private Piece User()
    {
        var id = Name();
        scopes[^1].Nodes.Append(Tests.Draw.User(id));
        return new(id, id);
    }

    private Piece Signed()
    {
        var id = Name();
        scopes[^1].Nodes.Append(Tests.Draw.Signed(id, dice.Next(2) == 0, dice.Next(3) == 0 ? "nrOfCompletedInstances >= 1" : null, dice.Next(2) == 0 ? "pass=\"nrOfApproved >= 1\"" : ""));
        return new(id, id);
    }

    private Piece Single(string kind)
    {
        var id = Add(kind);
        return new(id, id);
    }

    private Piece Waiting()
    {
        var id = Name();
        scopes[^1].Nodes.Append(CultureInfo.InvariantCulture, $"<receiveTask id=\"{id}\" messageRef=\"msg\"/>");
        return new(id, id);
    }

    // A time at the edge of a step: cuts it off and joins the way again, or runs to an end of its own beside it.
    private Piece Edge()
    {
        var (step, edge) = (User(), Name());
        var cuts = dice.Next(2) == 0;
        scopes[^1].Nodes.Append(CultureInfo.InvariantCulture, $"<boundaryEvent id=\"{edge}\" attachedToRef=\"{step.In}\" cancelActivity=\"{(cuts ? "true" : "false")}\"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>");
        var aside = User();
        Flow(edge, aside.In);
        if (!cuts)
        {
            Flow(aside.Out, Add("endEvent"));
            return step;
        }

        var merge = Add("exclusiveGateway");
        Flow(step.Out, merge);
        Flow(aside.Out, merge);
        return new(step.In, merge);
    }

    private Piece Branch(string kind, int depth, Func<int, string?> condition, bool conditions = true)
    {
        var (split, join) = (Name(), Name());
        var ways = Enumerable.Range(0, dice.Next(2, 4)).Select(_ => Sequence(depth - 1)).ToList();
        var other = conditions ? $"default=\"f_{split}_{ways[0].In}\"" : "";
        scopes[^1].Nodes.Append(Tests.Draw.Node(kind, split, "", other)).Append(Tests.Draw.Node(kind, join));
        for (var i = 0; i < ways.Count; i++)
        {
            Flow(split, ways[i].In, condition(i));
            Flow(ways[i].Out, join);
        }

        return new(split, join);
    }

    private Piece Loop(int depth)
    {
        var (into, outOf) = (Add("exclusiveGateway"), Name());
        var (body, after) = (Sequence(depth - 1), Add("serviceTask"));
        scopes[^1].Nodes.Append(Tests.Draw.Node("exclusiveGateway", outOf, "", $"default=\"f_{outOf}_{after}\""));
        Flow(into, body.In);
        Flow(body.Out, outOf);
        Flow(outOf, into, "result = again");
        Flow(outOf, after);
        return new(into, after);
    }

    private Piece Sub(int depth, string multi)
    {
        var id = Name();
        scopes.Add(new(new(), new()));
        var start = Add("startEvent");
        var body = Sequence(depth - 1);
        var end = Add("endEvent");
        Flow(start, body.In);
        Flow(body.Out, end);
        var inside = Text();
        scopes[^1].Nodes.Append(Tests.Draw.Node("subProcess", id, multi + inside));
        return new(id, id);
    }

    // A procedure of its own, or one that is called elsewhere already.
    private Piece Call(int depth, string multi)
    {
        var id = Name();
        var process = called.Count > 0 && dice.Next(2) == 0 ? called[dice.Next(called.Count)] : Callee(depth);
        scopes[^1].Nodes.Append(Tests.Draw.Node("callActivity", id, multi, $"calledElement=\"{process}\""));
        return new(id, id);
    }

    private string Callee(int depth)
    {
        var process = "c" + Name();
        scopes.Add(new(new(), new()));
        var start = Add("startEvent");
        var body = Sequence(depth - 1);
        var end = Add("endEvent");
        Flow(start, body.In);
        Flow(body.Out, end);
        processes.Append(CultureInfo.InvariantCulture, $"<process id=\"{process}\" isExecutable=\"false\">{Text()}</process>");
        called.Add(process); // only now: nothing in it calls it
        return process;
    }

    private string Add(string kind)
    {
        var id = Name();
        scopes[^1].Nodes.Append(Tests.Draw.Node(kind, id));
        return id;
    }

    private void Flow(string from, string to, string? condition = null) => scopes[^1].Flows.Append(Tests.Draw.Flows(condition is null ? $"{from} {to}" : $"{from} {to} when {condition}"));

    private string Name() => $"n{++last}";
}
