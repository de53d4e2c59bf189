namespace Guiju.Bpmn;

/// <summary>The ways between a split and the place where they meet again: what runs side by side.</summary>
/// <param name="Split">The gateway or activity whose ways part.</param>
/// <param name="Join">Where they meet; null where each ends by itself.</param>
/// <param name="Branches">Nodes of each way.</param>
internal sealed record Block(string Split, string? Join, IReadOnlyList<Branch> Branches)
{
    public int Size => Branches.Sum(b => b.Nodes.Count);

    public Branch? Holding(string node, string? via) => Branches.FirstOrDefault(b => node == Join ? via is not null && b.Flows.Contains(via) : b.Nodes.Contains(node));
}

/// <summary>One way of a block: its nodes, and the flows by which it reaches the join.</summary>
internal sealed record Branch(IReadOnlySet<string> Nodes, IReadOnlySet<string> Flows);

/// <summary>The smallest scope that holds two places: one way of a block, a whole block, or everything.</summary>
internal sealed record Region(Block? Block, Branch? Branch);

/// <summary>What of a scope runs side by side, so that a token can be moved within its own way without touching the others.</summary>
internal sealed class Regions
{
    private static readonly Region Everything = new(null, null);
    private readonly List<Block> blocks = [];
    private readonly FlowScope scope;

    public Regions(FlowScope scope)
    {
        this.scope = scope;
        foreach (var split in scope.Nodes.Where(n => n.Outgoing.Count > 1 && n.Kind is not (NodeKind.Exclusive or NodeKind.EventBased)))
        {
            if (BlockOf(split) is { } block)
            {
                blocks.Add(block);
            }
        }
    }

    /// <summary>The smallest region that holds a token's place and a target.</summary>
    public Region Smallest(string node, string? via, string target)
    {
        var best = Everything;
        var size = int.MaxValue;
        foreach (var block in blocks)
        {
            if (block.Holding(node, via) is not { } from || block.Holding(target, null) is not { } to)
            {
                continue;
            }

            var candidate = from == to ? from.Nodes.Count : block.Size;
            if (candidate < size)
            {
                (best, size) = (from == to ? new Region(block, from) : new Region(block, null), candidate);
            }
        }

        return best;
    }

    public Block Of(string split) => blocks.First(b => b.Split == split);

    private Block? BlockOf(FlowNode split)
    {
        var reached = split.Outgoing.Select(f => Forward(f.Target, null)).ToList();
        var join = reached[0].Where(n => scope.Find(n)!.IsJoin && reached.TrueForAll(r => r.Contains(n))) // reached nodes are of this scope
            .FirstOrDefault(n => split.Outgoing.All(f => Misses(f.Target, n)));
        var branches = new List<Branch>();
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var flow in split.Outgoing)
        {
            var nodes = Forward(flow.Target, join).Where(n => n != join).ToHashSet(StringComparer.Ordinal);
            if (nodes.Contains(split.Id) || !nodes.All(all.Add))
            {
                return null; // the ways cross or lead back: no structure to speak of
            }

            var into = join is null ? [] : scope.Find(join)!.Incoming.Where(f => nodes.Contains(f.Source) || f.Id == flow.Id).Select(f => f.Id);
            branches.Add(new Branch(nodes, into.ToHashSet(StringComparer.Ordinal)));
        }

        return new Block(split.Id, join, branches);
    }

    // Whether no end is reached from here without passing the node: all ways meet there.
    private bool Misses(string from, string node) => Forward(from, node).Where(n => n != node).All(n => scope.Find(n)!.Outgoing.Count > 0);

    private List<string> Forward(string from, string? stop)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var id))
        {
            if (scope.Find(id) is not { } node || !seen.Add(id))
            {
                continue;
            }

            found.Add(id);
            if (id == stop)
            {
                continue;
            }

            foreach (var next in node.Outgoing.Select(f => f.Target).Concat(node.Boundaries.Select(b => b.Id)))
            {
                open.Enqueue(next);
            }
        }

        return found;
    }
}
