namespace Guiju.Bpmn.Running;

/// <summary>How scopes lie in each other: a sub-process in the scope that holds it, a called procedure in every scope that calls it.</summary>
internal static class Doors
{
    /// <summary>
    /// The activities to be entered, outermost first, to come from a scope to one within it; none where they are the same, null where there is no way. Where a procedure is
    /// called more than once, the call that lies nearest behind <paramref name="near"/> is meant.
    /// </summary>
    public static IReadOnlyList<string>? Way(BpmnModel model, FlowScope from, FlowScope to, string near)
    {
        if (from == to)
        {
            return [];
        }

        var doors = Into(model, to).Select(d => (d.Node, Way: Way(model, from, d.Around, near))).Where(d => d.Way is not null).Select(d => (IReadOnlyList<string>)[.. d.Way!, d.Node]).ToList(); // filtered before
        return doors.Count < 2 ? doors.FirstOrDefault() : Nearest(from, doors, near);
    }

    /// <summary>Every node that lies in an activity, in what it calls too; none where it holds nothing.</summary>
    public static IReadOnlySet<string> Inside(BpmnModel model, FlowNode activity)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<FlowNode>([activity]);
        while (open.TryPop(out var node))
        {
            foreach (var inner in (node.Inside ?? (node.Kind == NodeKind.Call ? model.Process(node.Called ?? "")?.Scope : null))?.Nodes ?? [])
            {
                if (found.Add(inner.Id))
                {
                    open.Push(inner);
                }
            }
        }

        return found;
    }

    private static IEnumerable<(FlowScope Around, string Node)> Into(BpmnModel model, FlowScope scope) => scope.Parent is { } parent
        ? [(parent, scope.Id)]
        : model.Processes.SelectMany(p => p.Scope.All()).SelectMany(s => s.Nodes.Where(n => n.Kind == NodeKind.Call && n.Called == scope.Id).Select(n => (s, n.Id)));

    // Back along the flows, step by step.
    private static IReadOnlyList<string> Nearest(FlowScope from, List<IReadOnlyList<string>> doors, string near)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([near]);
        while (open.TryDequeue(out var id))
        {
            if (doors.Find(d => d[0] == id) is { } found)
            {
                return found;
            }

            if (seen.Add(id) && from.Find(id) is { } node)
            {
                node.Incoming.Select(f => f.Source).Concat(node.AttachedTo is { } host ? [host] : []).ToList().ForEach(open.Enqueue);
            }
        }

        return doors[0];
    }
}
