namespace Guiju.Bpmn.Checking;

/// <summary>How the nodes of one scope hang together.</summary>
internal sealed class ShapeCheck(FlowScope scope, List<BpmnFault> faults)
{
    /// <summary>Whether the scope hangs together well enough for tokens to be followed through it.</summary>
    public bool IsSound { get; private set; } = true;

    public void Look()
    {
        Starts();
        foreach (var node in scope.Nodes)
        {
            Ends(node);
            Events(node);
        }

        var from = Reached(scope.Nodes.Where(n => n.Kind == NodeKind.Start), n => n.Outgoing.Select(f => f.Target).Concat(n.Boundaries.Select(b => b.Id)));
        var to = Reached(scope.Nodes.Where(n => n.Kind is NodeKind.End or NodeKind.Terminate), n => n.Incoming.Select(f => f.Source).Concat(n.AttachedTo is { } host ? [host] : []));
        foreach (var node in scope.Nodes)
        {
            if (!from.Contains(node.Id))
            {
                Add(node, "unreachable", "从开始事件走不到这里。", "It cannot be reached from the start.");
            }
            else if (!to.Contains(node.Id) && node.Outgoing.Count > 0)
            {
                Add(node, "no-way-out", "从这里走不到任何结束事件。", "No end event can be reached from here.");
            }
        }
    }

    private void Starts()
    {
        var starts = scope.Nodes.Where(n => n.Kind == NodeKind.Start).ToList();
        if (starts.Count == 0)
        {
            Add(null, "no-start", "没有开始事件。", "There is no start event.");
        }
        else if (starts.Count(s => s.Trigger == Trigger.None) > 1)
        {
            Add(starts[1], "many-starts", "不带触发条件的开始事件只能有一个。", "There may be only one start event without a trigger.");
        }

        if (scope.Parent is not null)
        {
            foreach (var start in starts.Where(s => s.Trigger != Trigger.None))
            {
                Add(start, "start-trigger", "子流程的开始事件不能带触发条件。", "The start of a sub-process cannot have a trigger.");
            }
        }
    }

    private void Ends(FlowNode node)
    {
        if (node.Kind is NodeKind.Start or NodeKind.Boundary && node.Incoming.Count > 0)
        {
            Add(node, "start-incoming", "开始事件和边界事件不能有进入的连线。", "Nothing may lead into a start or boundary event.");
        }

        if (node.Kind is NodeKind.End or NodeKind.Terminate)
        {
            if (node.Outgoing.Count > 0)
            {
                Add(node, "end-outgoing", "结束事件不能有发出的连线。", "Nothing may lead out of an end event.");
            }
        }
        else if (node.Outgoing.Count == 0)
        {
            Add(node, "dead-end", "路径到这里中断，没有走到结束事件。", "The path breaks off here without an end event.");
        }
    }

    private void Events(FlowNode node)
    {
        if (node.Kind == NodeKind.EventBased)
        {
            foreach (var flow in node.Outgoing)
            {
                if (scope.Find(flow.Target) is not { Kind: NodeKind.Catch or NodeKind.Receive, Incoming.Count: 1 })
                {
                    Add(node, "event-gateway", $"事件网关之后只能是仅由它进入的捕获事件或接收任务，“{flow.Target}”不是。", $"Behind an event-based gateway stand only catching events or receive tasks that it alone leads to; '{flow.Target}' is none.");
                }
            }

            if (node.Outgoing.Count < 2)
            {
                Add(node, "event-gateway", "事件网关之后至少要有两个事件。", "An event-based gateway needs two events at least.");
            }
        }

        if (node.Kind == NodeKind.Parallel && node.Outgoing.FirstOrDefault(f => f.Condition is not null) is { } conditional)
        {
            faults.Add(new BpmnFault(conditional.Id, "condition-ignored", "并行网关发出的连线不能带条件。", "A flow out of a parallel gateway cannot have a condition.", node.Line));
        }
    }

    private HashSet<string> Reached(IEnumerable<FlowNode> from, Func<FlowNode, IEnumerable<string>> next)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<FlowNode>(from);
        while (open.TryPop(out var node))
        {
            if (found.Add(node.Id))
            {
                foreach (var further in next(node).Select(scope.Find).OfType<FlowNode>())
                {
                    open.Push(further);
                }
            }
        }

        return found;
    }

    private void Add(FlowNode? node, string code, string zh, string en)
    {
        IsSound &= code is "unreachable" or "condition-ignored" or "start-trigger";
        faults.Add(new BpmnFault(node?.Id ?? scope.Id, code, zh, en, node?.Line ?? 0));
    }
}
