namespace Guiju.Bpmn.Running;

/// <summary>Moves tokens along the flows until everything waits. Joins are looked at anew each time; nothing is counted.</summary>
internal sealed class Walker(Board board)
{
    private const int MostMoves = 20_000;
    private readonly Queue<Arrival> arrivals = [];
    private string? endResult;
    private int moves;

    private sealed record Arrival(int Scope, string Node, string? Via);

    /// <summary>Goes on until nothing moves by itself.</summary>
    public void Settle()
    {
        while (board.Mode == CaseMode.Running && (Pump() || Joins.FireOne(board, this) || Wake() || EndScope() || Joins.Unstick(board, this)))
        {
            Refuse.Unless(++moves < MostMoves, "endless", "流程在不等待任何人的环节之间循环，已停止。", "The procedure runs in a circle without waiting for anybody.");
        }
    }

    public void Arrive(int scope, string node, string? via) => arrivals.Enqueue(new Arrival(scope, node, via));

    /// <summary>Puts a token on a node, with what a move gave it.</summary>
    public void Enter(Token made)
    {
        var token = board.Add(made);
        var node = board.Node(token);
        if (node.Multi is { } multi && node.Kind != NodeKind.User)
        {
            Repeat(token, node, multi);
        }
        else
        {
            Body(token, node);
        }
    }

    public Token New(int scope, string node) => new() { Id = board.Number(), Scope = scope, Node = node, Origin = board.Step };

    /// <summary>The activity is done: on along its flows, or back into its repetition.</summary>
    public void Finish(Token token)
    {
        var scope = board.Scope(token.Scope);
        var node = board.Node(token);
        board.Remove(token);
        if (scope.Total > 0)
        {
            Repeated(scope, node);
        }
        else
        {
            Follow(token.Scope, node);
        }
    }

    /// <summary>Leaves a node by the flows whose conditions hold.</summary>
    public void Follow(int scope, FlowNode node)
    {
        foreach (var flow in Chosen(node))
        {
            Arrive(scope, flow.Target, flow.Id);
        }
    }

    /// <summary>Cuts a token off with everything that it holds; its history stays.</summary>
    public void Cut(Token token)
    {
        if (board.Token(token.Id) is not { } alive)
        {
            return;
        }

        foreach (var scope in board.Scopes.Where(s => s.Owner == token.Id).ToList())
        {
            CutAll(scope);
            board.Remove(scope);
        }

        foreach (var item in board.ItemsOf(token.Id))
        {
            CutItem(item, alive.Origin);
        }

        if (alive.Mode == TokenMode.Active)
        {
            board.Effects.Add(new CutOff(token.Id, token.Node));
        }

        board.Remove(token);
    }

    public void CutItem(WorkItem item, int cause)
    {
        if (item.Mode != ItemMode.Done)
        {
            board.Record(new PastStep { Step = board.Step, Item = item.Id, Node = item.Node, Outcome = Outcomes.Cancelled, Cause = cause });
        }

        board.Remove(item);
    }

    /// <summary>Ends the whole case.</summary>
    public void EndAll(string result)
    {
        arrivals.Clear();
        foreach (var scope in board.Scopes.Where(s => s.Owner == 0).ToList())
        {
            CutAll(scope);
            board.Remove(scope);
        }

        (board.Mode, board.Result) = (CaseMode.Ended, result);
        board.Effects.Add(new Ended(result));
    }

    private void CutAll(ScopeInstance scope)
    {
        foreach (var token in board.In(scope.Id).ToList())
        {
            Cut(token);
        }
    }

    private bool Pump()
    {
        if (!arrivals.TryDequeue(out var next))
        {
            return false;
        }

        var token = New(next.Scope, next.Node);
        var node = board.Definition(board.Scope(next.Scope)).Find(next.Node)!; // flows lead to nodes of their scope
        if (node.IsJoin)
        {
            board.Add(token with { Mode = TokenMode.Joining, Via = next.Via });
        }
        else
        {
            Enter(token);
        }

        return true;
    }

    private void Body(Token token, FlowNode node)
    {
        switch (node.Kind)
        {
            case NodeKind.User:
                board.Add(new WorkItem { Id = board.Number(), Token = token.Id, Node = node.Id });
                board.Effects.Add(new NeedsPeople(token.Id, node.Id));
                break;
            case NodeKind.Service:
                board.Effects.Add(new Perform(token.Id, node.Id));
                break;
            case NodeKind.Rule:
                board.Effects.Add(new Decide(token.Id, node.Id));
                break;
            case NodeKind.Catch or NodeKind.Receive or NodeKind.EventBased:
                break; // waits
            case NodeKind.SubProcess:
                Inside(token, node.Inside!); // a sub-process has been read with its inside
                break;
            case NodeKind.Call when board.Model.Process(node.Called ?? "") is { } called:
                Inside(token, called.Scope);
                break;
            case NodeKind.Call:
                board.Effects.Add(new CallOther(token.Id, node.Id, node.Called ?? ""));
                break;
            default:
                Pass(token, node);
                break;
        }
    }

    private void Pass(Token token, FlowNode node)
    {
        if (node.Trigger == Trigger.Message && node.Kind is NodeKind.End or NodeKind.Throw || node.Kind == NodeKind.Send)
        {
            board.Effects.Add(new Sent(node.Id, node.TriggerValue));
            board.ReachOutside();
        }

        if (node.Kind is NodeKind.End or NodeKind.Terminate)
        {
            endResult = node.Settings.Result ?? endResult;
            board.Remove(token);
            if (node.Kind == NodeKind.Terminate)
            {
                Stop(board.Scope(token.Scope));
            }

            return;
        }

        Finish(token);
    }

    private void Stop(ScopeInstance scope)
    {
        var rest = arrivals.Where(a => a.Scope != scope.Id).ToList();
        arrivals.Clear();
        CutAll(scope);
        foreach (var other in rest.Where(a => board.Scopes.Any(s => s.Id == a.Scope)))
        {
            arrivals.Enqueue(other);
        }
    }

    private void Inside(Token token, FlowScope definition)
    {
        var scope = board.Add(new ScopeInstance { Id = board.Number(), Owner = token.Id, Element = definition.Id });
        Arrive(scope.Id, Engine.StartOf(definition, null).Id, null);
    }

    private void Repeat(Token token, FlowNode node, MultiInstance multi)
    {
        var total = board.Count(multi.Cardinality ?? "1", node.Id);
        if (total == 0)
        {
            Finish(token);
            return;
        }

        var begun = multi.Sequential ? 1 : total;
        var scope = board.Add(new ScopeInstance { Id = board.Number(), Owner = token.Id, Element = node.Id, Total = total, Begun = begun });
        var each = Enumerable.Range(0, begun).Select(_ => board.Add(New(scope.Id, node.Id))).ToList();
        foreach (var one in each.Where(one => board.Token(one.Id) is not null))
        {
            Body(one, node);
        }
    }

    // One repetition is done: is that enough, is another one to begin, or is it the last?
    private void Repeated(ScopeInstance scope, FlowNode node)
    {
        var active = board.In(scope.Id).Count();
        var facts = new Dictionary<string, object?> { ["nrOfInstances"] = (decimal)scope.Total, ["nrOfActiveInstances"] = (decimal)active, ["nrOfCompletedInstances"] = (decimal)(scope.Begun - active) };
        var enough = node.Multi!.Completion is { } completion && board.Holds(completion, node.Id, facts); // only repetitions come here
        if (!enough && scope.Begun < scope.Total)
        {
            board.Replace(scope with { Begun = scope.Begun + 1 });
            Body(board.Add(New(scope.Id, node.Id)), node);
        }
        else if (enough || active == 0)
        {
            CutAll(scope);
            board.Remove(scope);
            Finish(board.Token(scope.Owner)!); // a repetition lives as long as its token
        }
    }

    // What was cut off by a move into a neighbouring way begins anew when nothing of the block is being done any more.
    private bool Wake()
    {
        foreach (var owed in board.Tokens.Where(t => t.Mode == TokenMode.Parked).ToList())
        {
            var block = board.Definition(board.Scope(owed.Scope)).Regions.Of(owed.Block!); // a parked token names its block
            if (!board.In(owed.Scope).Any(t => t.Mode == TokenMode.Active && block.Holding(t.Node, t.Via) is not null))
            {
                foreach (var same in board.In(owed.Scope).Where(t => t.Mode == TokenMode.Parked && t.Block == owed.Block).ToList())
                {
                    board.Remove(same);
                    Enter(New(same.Scope, same.Node) with { Hint = same.Hint });
                }

                return true;
            }
        }

        return false;
    }

    private bool EndScope()
    {
        var empty = board.Scopes.FirstOrDefault(s => s.Total == 0 && !board.In(s.Id).Any());
        if (empty is null)
        {
            return false;
        }

        if (empty.Owner == 0)
        {
            EndAll(endResult ?? board.Value("result") as string ?? Outcomes.Done);
            return true;
        }

        board.Remove(empty);
        Finish(board.Token(empty.Owner)!); // a scope lives as long as its token
        return true;
    }

    private List<SequenceFlow> Chosen(FlowNode node)
    {
        var open = node.Outgoing.Where(f => f.Id != node.Default);
        var chosen = node.Kind switch
        {
            NodeKind.Parallel => [.. node.Outgoing],
            NodeKind.Exclusive => open.FirstOrDefault(f => f.Condition is null || board.Holds(f.Condition, f.Id)) is { } first ? [first] : [],
            _ => open.Where(f => f.Condition is null || board.Holds(f.Condition, f.Id)).ToList(),
        };
        if (chosen.Count == 0 && node.Outgoing.FirstOrDefault(f => f.Id == node.Default) is { } other)
        {
            chosen = [other];
        }

        Refuse.Unless(chosen.Count > 0 || node.Outgoing.Count == 0, "no-way", $"“{node.Id}”没有一条连线的条件成立，也没有默认连线。", $"No flow out of '{node.Id}' holds, and there is no default flow.");
        return chosen;
    }
}
