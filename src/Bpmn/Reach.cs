namespace Guiju.Bpmn;

/// <summary>Which nodes a token may still come from, flow by flow, without passing the join itself.</summary>
internal sealed class Reach
{
    private readonly Dictionary<string, HashSet<string>> before = new(StringComparer.Ordinal);

    public Reach(FlowScope scope)
    {
        foreach (var join in scope.Nodes.Where(n => n.IsJoin))
        {
            foreach (var flow in join.Incoming)
            {
                before[flow.Id] = Before(scope, flow, join.Id);
            }
        }
    }

    /// <summary>Nodes from which a token can arrive through a flow into a join.</summary>
    public bool CanCome(string node, SequenceFlow flow) => before[flow.Id].Contains(node);

    /// <summary>
    /// Whether a join has to wait for a token elsewhere: it can come through a flow that is still missing. An inclusive join does not wait for one that
    /// could as well come through a flow that has arrived, such as one that has yet to go round a loop before the split.
    /// </summary>
    public bool MustWaitFor(string node, FlowNode join, Predicate<SequenceFlow> arrived) =>
        join.Incoming.Any(f => !arrived(f) && CanCome(node, f))
        && (join.Kind == NodeKind.Parallel || !join.Incoming.Any(f => arrived(f) && CanCome(node, f)));

    private static HashSet<string> Before(FlowScope scope, SequenceFlow into, string join)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([into.Source]);
        while (open.TryPop(out var id))
        {
            if (id == join || !found.Add(id) || scope.Find(id) is not { } node)
            {
                continue;
            }

            foreach (var flow in node.Incoming)
            {
                open.Push(flow.Source);
            }

            if (node.AttachedTo is { } activity)
            {
                open.Push(activity);
            }
        }

        return found;
    }
}
