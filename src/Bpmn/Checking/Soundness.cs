namespace Guiju.Bpmn.Checking;

/// <summary>
/// Follows tokens along every way that they could take, and names the joins at which they would wait for ever and the nodes at which two would come
/// where one is meant. Of tokens that do not wait for each other always the hindmost is moved, so that few markings need be looked at.
/// </summary>
internal sealed class Soundness(FlowScope scope)
{
    private const int MostMarkings = 50_000;
    private const int MostSubsets = 6;
    private readonly List<BpmnFault> faults = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> run = new(StringComparer.Ordinal);
    private readonly Stack<string[]> open = [];
    private readonly Dictionary<string, int> depth = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SequenceFlow> flows = scope.Flows.DistinctBy(f => f.Id).ToDictionary(f => f.Id, StringComparer.Ordinal);

    // Nodes that are come to only from an event that leaves its activity running.
    private HashSet<string> Aside => field ??= [.. Onward(scope.Nodes.Where(n => n is { Kind: NodeKind.Boundary, Interrupting: false })).Except(Onward(scope.Nodes.Where(n => n.Kind == NodeKind.Start)))];

    public IReadOnlyList<BpmnFault> Find()
    {
        Depths();
        foreach (var start in scope.Nodes.Where(n => n.Kind == NodeKind.Start))
        {
            run.Add(start.Id);
            Put([], start.Outgoing.Select(f => f.Id));
        }

        while (open.TryPop(out var marking))
        {
            if (seen.Count > MostMarkings)
            {
                return [.. faults, new BpmnFault(scope.Id, "too-intricate", "分支过于复杂，无法逐一核对，请拆分为子流程。", "The ways are too intricate to be followed one by one; use sub-processes.")];
            }

            Expand(marking);
        }

        // What waits for ever has been named; what only stands behind it is not a fault of its own.
        if (faults.Count == 0)
        {
            faults.AddRange(scope.Nodes.Where(n => n.Incoming.Count > 0 && !run.Contains(n.Id) && IsLedTo(n)).Select(n => Fault(n, "never-runs", "任何走法都到不了这里。", "No way of the tokens ever comes here.")));
        }

        return [.. faults.Distinct()];
    }

    private bool IsLedTo(FlowNode node) => node.Incoming.Any(f => run.Contains(f.Source));

    private void Expand(string[] marking)
    {
        var movable = marking.Where(f => Target(f) is { IsJoin: false, Kind: not NodeKind.Terminate }).OrderBy(f => depth.GetValueOrDefault(f)).ToList();
        if (movable.Count > 0)
        {
            var node = Target(movable[0]);
            run.Add(node.Id);
            foreach (var way in Ways(node))
            {
                Put(Without(marking, [movable[0]]), way);
            }

            return;
        }

        if (scope.Nodes.FirstOrDefault(n => n.IsJoin && IsReady(n, marking)) is { } join)
        {
            run.Add(join.Id);
            var taken = join.Incoming.Select(f => f.Id).Where(marking.Contains).ToArray();
            foreach (var way in Ways(join))
            {
                Put(Without(marking, taken), way);
            }

            return;
        }

        if (marking.Any(f => Target(f).Kind == NodeKind.Terminate))
        {
            marking.Select(Target).Where(n => n.Kind == NodeKind.Terminate).ToList().ForEach(n => run.Add(n.Id));
        }
        else
        {
            faults.AddRange(marking.Select(Target).Distinct().Select(n => Fault(n, "deadlock", "并行汇聚会一直等待永远不会到来的分支（死锁）。", "The join would wait for ever for a branch that never comes (deadlock).")));
        }
    }

    private bool IsReady(FlowNode join, string[] marking)
    {
        var here = join.Incoming.Count(f => marking.Contains(f.Id));
        return here == join.Incoming.Count || here > 0 && join.Kind == NodeKind.Inclusive
            && !marking.Any(m => flows[m].Target != join.Id && scope.Reach.MustWaitFor(flows[m].Target, join, f => marking.Contains(f.Id)));
    }

    // Every set of flows that a token may leave by, boundary events included.
    private IEnumerable<string[]> Ways(FlowNode node)
    {
        var all = node.Outgoing.Select(f => f.Id).ToArray();
        var normal = node.Kind switch
        {
            NodeKind.End => [[]],
            NodeKind.Exclusive or NodeKind.EventBased => all.Select(f => new[] { f }),
            NodeKind.Inclusive when all.Length > 1 => Subsets(all),
            NodeKind.Parallel => [all],
            _ when all.Length > 1 && node.Outgoing.Any(f => f.Condition is not null) => Subsets(all),
            _ => [all],
        };
        foreach (var way in normal)
        {
            yield return way;
            foreach (var aside in node.Boundaries.Where(b => !b.Interrupting))
            {
                run.Add(aside.Id);
                yield return [.. way, .. aside.Outgoing.Select(f => f.Id)];
            }
        }

        foreach (var cut in node.Boundaries.Where(b => b.Interrupting))
        {
            run.Add(cut.Id);
            yield return cut.Outgoing.Select(f => f.Id).ToArray();
        }
    }

    private static IEnumerable<string[]> Subsets(string[] flows) => flows.Length <= MostSubsets
        ? Enumerable.Range(1, (1 << flows.Length) - 1).Select(bits => flows.Where((_, i) => (bits & (1 << i)) != 0).ToArray())
        : flows.Select(f => new[] { f }).Append(flows);

    private void Put(IEnumerable<string> rest, IEnumerable<string> added)
    {
        var next = rest.ToList();
        foreach (var flow in added)
        {
            if (next.Contains(flow))
            {
                var at = scope.Find(flows[flow].Source)!; // flows of a sound shape have both ends
                if (Aside.Contains(at.Id))
                {
                    continue; // a reminder that runs beside its step may well run twice
                }

                faults.Add(Fault(at, "missing-join", "并行的分支没有汇聚就合到一处，后面的步骤会重复执行。", "Parallel ways meet here without a join; what follows would run more than once."));
                return;
            }

            next.Add(flow);
        }

        next.Sort(StringComparer.Ordinal);
        if (next.Count > 0 && seen.Add(string.Join('\n', next)))
        {
            open.Push([.. next]);
        }
    }

    private HashSet<string> Onward(IEnumerable<FlowNode> from)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<FlowNode>(from);
        while (next.TryPop(out var node))
        {
            if (found.Add(node.Id))
            {
                foreach (var further in node.Outgoing.Select(f => scope.Find(f.Target)).Concat(node.Boundaries.Where(b => b.Interrupting)).OfType<FlowNode>())
                {
                    next.Push(further);
                }
            }
        }

        return found;
    }

    private static string[] Without(string[] marking, string[] taken) => [.. marking.Where(f => !taken.Contains(f))];

    private FlowNode Target(string flow) => scope.Find(flows[flow].Target)!; // flows of a sound shape have both ends

    // The longest way from the start to each flow, loops left out: the hindmost token is the one with the shortest.
    private void Depths()
    {
        var order = new List<FlowNode>();
        var entered = new HashSet<string>(StringComparer.Ordinal);
        var path = new Stack<(FlowNode Node, bool Leave)>(scope.Nodes.Where(n => n.Kind == NodeKind.Start).Select(n => (n, false)));
        while (path.TryPop(out var at))
        {
            if (at.Leave)
            {
                order.Add(at.Node);
            }
            else if (entered.Add(at.Node.Id))
            {
                path.Push((at.Node, true));
                foreach (var next in at.Node.Outgoing.Select(f => scope.Find(f.Target)).Concat(at.Node.Boundaries).OfType<FlowNode>())
                {
                    path.Push((next, false));
                }
            }
        }

        order.Reverse();
        var place = order.Select((n, i) => (n.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        foreach (var flow in scope.Flows)
        {
            depth[flow.Id] = place.GetValueOrDefault(flow.Source);
        }
    }

    private static BpmnFault Fault(FlowNode node, string code, string zh, string en) => new(node.Id, code, zh, en, node.Line);
}
