using Guiju.Dmn;

namespace Guiju.Decisions.Reading;

/// <summary>What a decision is decided from, laid out in tiers: the decision above, decisions it looks at below it, facts and figures at the foot.</summary>
public sealed record Diagram(IReadOnlyList<Diagram.Node> Nodes, IReadOnlyList<Diagram.Edge> Edges, int Width, int Height)
{
    private const int Wide = 168;
    private const int High = 46;
    private const int Across = 18;
    private const int Down = 64;
    private const int Margin = 12;
    private const int MostInTier = 5;

    /// <summary>A decision, fact or figure.</summary>
    public sealed record Node(string Id, string Name, NodeKind Kind, int X, int Y)
    {
        /// <summary>Where its text stands.</summary>
        public (int X, int Y) Middle => (X + Wide / 2, Y + High / 2);
    }

    /// <summary>A line from what is needed up to what needs it.</summary>
    public sealed record Edge(int FromX, int FromY, int ToX, int ToY);

    /// <summary>What a node is.</summary>
    public enum NodeKind
    {
        /// <summary>A decision.</summary>
        Decision,

        /// <summary>A fact of the case.</summary>
        Fact,

        /// <summary>A figure of law.</summary>
        Figure,
    }

    /// <summary>Width of a box.</summary>
    public static int BoxWidth => Wide;

    /// <summary>Height of a box.</summary>
    public static int BoxHeight => High;

    /// <summary>The diagram of a decision.</summary>
    public static Diagram Of(DmnModel model, DmnDecision decision)
    {
        var (tier, needs) = (new Dictionary<string, int>(), new List<(string Needed, string By)>());
        Walk(model, decision, 0, tier, needs);
        var foot = tier.Where(t => model.Decisions.Any(d => d.Id == t.Key)).Max(t => t.Value) + 1;
        var nodes = new Dictionary<string, Node>();
        var (y, widest) = (Margin, 1);
        foreach (var line in tier.GroupBy(t => model.Decisions.Any(d => d.Id == t.Key) ? t.Value : foot).OrderBy(g => g.Key).SelectMany(g => g.Select(t => t.Key).Chunk(MostInTier)))
        {
            widest = Math.Max(widest, line.Length);
        }

        var width = widest * (Wide + Across) - Across + 2 * Margin;
        foreach (var line in tier.GroupBy(t => model.Decisions.Any(d => d.Id == t.Key) ? t.Value : foot).OrderBy(g => g.Key).SelectMany(g => g.Select(t => t.Key).Chunk(MostInTier)))
        {
            var x = (width - (line.Length * (Wide + Across) - Across)) / 2;
            foreach (var id in line)
            {
                nodes[id] = Make(model, id, x, y);
                x += Wide + Across;
            }

            y += High + Down;
        }

        return new Diagram([.. nodes.Values], needs.ConvertAll(n => new Edge(nodes[n.Needed].Middle.X, nodes[n.Needed].Y, nodes[n.By].Middle.X, nodes[n.By].Y + High)), width, y - Down + Margin);
    }

    private static void Walk(DmnModel model, DmnDecision decision, int depth, Dictionary<string, int> tier, List<(string Needed, string By)> needs)
    {
        if (tier.TryGetValue(decision.Id, out var known) && known >= depth || depth > 20)
        {
            return;
        }

        tier[decision.Id] = depth;
        foreach (var id in decision.RequiredInputs.Concat(decision.RequiredDecisions).Select(r => r[(r.LastIndexOf('#') + 1)..]))
        {
            if (model.Decisions.FirstOrDefault(d => d.Id == id) is { } required)
            {
                Walk(model, required, depth + 1, tier, needs);
            }
            else if (model.Inputs.Any(i => i.Id == id))
            {
                tier[id] = 0;
            }
            else
            {
                continue;
            }

            if (!needs.Contains((id, decision.Id)))
            {
                needs.Add((id, decision.Id));
            }
        }
    }

    private static Node Make(DmnModel model, string id, int x, int y)
    {
        var input = model.Inputs.FirstOrDefault(i => i.Id == id);
        return new Node(id, model.Decisions.FirstOrDefault(d => d.Id == id)?.Name ?? input?.Name ?? id, input is null ? NodeKind.Decision : input.Extension("parameter") is null ? NodeKind.Fact : NodeKind.Figure, x, y);
    }
}
