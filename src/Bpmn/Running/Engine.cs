using System.Collections.Immutable;

namespace Guiju.Bpmn.Running;

/// <summary>Moves tokens: (definition, state, event) → (state, effects). Pure: the same input always gives the same result, and nothing else is read.</summary>
public static class Engine
{
    /// <summary>The most repetitions of one activity.</summary>
    public const int MostInstances = 500;

    /// <summary>Carries an event out, or says why not; then the state is as it was.</summary>
    public static StepResult Step(BpmnModel model, CaseState state, CaseEvent happening, Evaluate evaluate)
    {
        ArgumentNullException.ThrowIfNull(state);
        var board = new Board(model, state, evaluate);
        var walker = new Walker(board);
        try
        {
            Guard(state, happening);
            Carry(board, walker, happening);
            walker.Settle();
            return new StepResult(board.State, board.Effects, null);
        }
        catch (RefusedException refused)
        {
            return new StepResult(state, [], refused.Refusal);
        }
    }

    /// <summary>Times and messages that a case waits for now.</summary>
    public static IReadOnlyList<Awaited> Waiting(BpmnModel model, CaseState state)
    {
        if (state.Mode is not (CaseMode.Running or CaseMode.Suspended))
        {
            return [];
        }

        var board = new Board(model, state, (_, _) => null);
        return [.. state.Tokens.Where(t => t.Mode == TokenMode.Active).SelectMany(t => Waits(board, t))];
    }

    /// <summary>Nodes of steps already taken, to which a step may be sent back, latest first.</summary>
    public static IReadOnlyList<string> Taken(CaseState state) =>
        [.. state.Past.Where(p => p.By is not null && Outcomes.WasTaken(p.Outcome)).Reverse().Select(p => p.Node).Distinct()];

    internal static FlowNode StartOf(FlowScope scope, string? id) =>
        (id is null ? scope.Nodes.FirstOrDefault(n => n is { Kind: NodeKind.Start, Trigger: Trigger.None }) ?? scope.Nodes.FirstOrDefault(n => n.Kind == NodeKind.Start) : scope.Find(id) is { Kind: NodeKind.Start } named ? named : null)
        ?? throw Refuse.Because("no-start", $"“{scope.Id}”没有开始事件。", $"'{scope.Id}' has no start event.");

    private static void Guard(CaseState state, CaseEvent happening)
    {
        if (happening is Begin)
        {
            Refuse.Unless(state.Mode == CaseMode.New, "already-begun", "这一事项已经发起。", "The matter has been started already.");
            return;
        }

        Refuse.Unless(state.Mode is CaseMode.Running or CaseMode.Suspended, "ended", "这一事项已经办结或尚未发起。", "The matter has ended or was never started.");
        Refuse.Unless(state.Mode == CaseMode.Running || happening is Resume or Terminate or CopyTo, "suspended", "这一事项已挂起，恢复后才能办理。", "The matter is suspended; it must be taken up again first.");
    }

    private static void Carry(Board board, Walker walker, CaseEvent happening)
    {
        var signing = new Signing(board, walker);
        switch (happening)
        {
            case Begin begin:
                Start(board, walker, begin);
                break;
            case Assign assign:
                signing.Assign(assign);
                break;
            case Complete complete:
                signing.Complete(complete);
                break;
            case Reject reject:
                Allowed(board, reject.Item, Verbs.Reject);
                signing.Complete(new Complete(reject.By, reject.Item, Outcomes.Refused, ImmutableDictionary<string, object?>.Empty) { As = reject.As });
                break;
            case SendBack back:
                Allowed(board, back.Item, Verbs.SendBack);
                signing.SendBack(back);
                break;
            case Retract retract:
                signing.Retract(retract);
                break;
            case Performed or Happened:
                Outside(board, walker, happening);
                break;
            case Terminate or Suspend or Resume or Jump:
                Administer(board, walker, happening);
                break;
            case CopyTo or Remind or Consult:
                Inform(board, happening);
                break;
            default:
                new Handing(board, walker, signing).Carry(happening);
                break;
        }
    }

    internal static void Allowed(Board board, int item, string verb)
    {
        var node = board.Items.FirstOrDefault(i => i.Id == item) is { } found ? board.Node(board.Token(found.Token)!) : null; // an item lives as long as its token
        Refuse.Unless(node is null || node.Settings.Allows(verb), "not-allowed", "这一步不允许这样办理。", "This step does not allow that.");
    }

    private static void Start(Board board, Walker walker, Begin begin)
    {
        var process = board.Model.Process(begin.Process) ?? throw Refuse.Because("no-process", $"没有流程“{begin.Process}”。", $"There is no procedure '{begin.Process}'.");
        (board.Mode, board.Process, board.Starter) = (CaseMode.Running, process.Id, begin.By);
        board.Barred = [.. begin.Barred.Append(begin.By).OfType<string>().Distinct()];
        board.Linked = [.. begin.Linked];
        board.Set(begin.Variables);
        var root = board.Add(new ScopeInstance { Id = board.Number(), Element = process.Id });
        walker.Arrive(root.Id, StartOf(process.Scope, begin.Start).Id, null);
    }

    private static void Administer(Board board, Walker walker, CaseEvent happening)
    {
        switch (happening)
        {
            case Terminate end:
                board.NewStep();
                walker.EndAll(end.Result);
                break;
            case Suspend:
                board.Mode = CaseMode.Suspended;
                break;
            case Resume:
                Refuse.Unless(board.Mode == CaseMode.Suspended, "not-suspended", "这一事项没有挂起。", "The matter is not suspended.");
                board.Mode = CaseMode.Running;
                break;
            case Jump jump:
                Refuse.Unless(!string.IsNullOrWhiteSpace(jump.Reason), "no-reason", "跳转须写明理由。", "A jump needs a reason.");
                var token = board.Token(jump.Token) ?? throw Refuse.Because("gone", "这一步已办理或已撤回，请刷新后再看。", "This step has been taken or withdrawn; please look again.");
                Refuse.Unless(board.Model.Processes.Select(p => p.Find(jump.Node)).FirstOrDefault(n => n is not null)?.Kind is not (NodeKind.Boundary or NodeKind.Start), "no-target", "不能跳转到这里。", "It cannot jump there.");
                board.Record(new PastStep { Step = board.NewStep(), Node = token.Node, By = jump.By ?? "", Outcome = Outcomes.Jumped, Cause = token.Origin });
                board.Set(jump.Variables);
                Mover.Move(board, walker, token, new Moving(jump.Node));
                break;
        }
    }

    private static void Inform(Board board, CaseEvent happening)
    {
        switch (happening)
        {
            case CopyTo copy:
                Refuse.Unless(copy.People.Count > 0, "nobody", "没有写明抄送给谁。", "Nobody is named.");
                board.Effects.AddRange(copy.People.Distinct().Select(p => new Copied(p)));
                break;
            case Remind:
                board.Effects.AddRange(board.Items.Where(i => i.Mode == ItemMode.Open).Select(i => new Reminded(i.Id)));
                break;
            case Consult consult:
                board.Effects.Add(new Consulted(consult.To));
                break;
        }
    }

    private static void Outside(Board board, Walker walker, CaseEvent happening)
    {
        var id = happening switch { Performed performed => performed.Token, Happened happened => happened.Token, _ => 0 };
        var token = board.Token(id) is { Mode: TokenMode.Active } active ? active : throw Refuse.Because("gone", "流程已不在这里等待。", "The case does not wait there any more.");
        var node = board.Node(token);
        var step = board.NewStep();
        board.Record(new PastStep { Step = step, Node = node.Id, Outcome = Outcomes.Done, Cause = token.Origin, Outside = true });
        if (happening is Performed done)
        {
            Refuse.Unless(node.Kind is NodeKind.Service or NodeKind.Rule or NodeKind.Call, "gone", "流程已不在这里等待。", "The case does not wait there any more.");
            board.Set(done.Variables);
            walker.Finish(token);
        }
        else if (happening is Happened came)
        {
            board.Set(came.Variables);
            Come(board, walker, token, node, came.Node);
        }
    }

    private static void Come(Board board, Walker walker, Token token, FlowNode node, string at)
    {
        Refuse.Unless(Waits(board, token).Any(w => w.Node == at), "gone", "流程已不在这里等待。", "The case does not wait there any more.");
        if (at == node.Id)
        {
            walker.Finish(token);
            return;
        }

        var definition = board.Definition(board.Scope(token.Scope));
        var happened = definition.Find(at)!; // it was among those awaited
        if (node.Kind == NodeKind.EventBased || happened.Interrupting)
        {
            walker.Cut(token);
        }
        else if (happened.TimerForm != "cycle")
        {
            board.Replace(token with { Fired = token.Fired.Add(at) });
        }

        walker.Follow(token.Scope, happened);
    }

    private static IEnumerable<Awaited> Waits(Board board, Token token)
    {
        var node = board.Node(token);
        var own = node.Kind is NodeKind.Catch or NodeKind.Receive ? [node] : Enumerable.Empty<FlowNode>();
        var behind = node.Kind == NodeKind.EventBased ? node.Outgoing.Select(f => board.Definition(board.Scope(token.Scope)).Find(f.Target)!) : []; // flows lead to nodes of their scope
        var edges = board.Scope(token.Scope).Total == 0 ? node.Boundaries.Where(b => !token.Fired.Contains(b.Id)) : [];
        return own.Concat(behind).Concat(edges).Select(n => new Awaited(token.Id, n.Id, n.Trigger, n.TriggerValue, n.TimerForm));
    }
}
