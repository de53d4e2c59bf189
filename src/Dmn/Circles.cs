namespace Guiju.Dmn;

/// <summary>Finds decisions that require themselves.</summary>
internal sealed class Circles(DmnModel model, Faults faults)
{
    private readonly Dictionary<string, DmnDecision> byId = model.Decisions.Where(d => d.Id.Length > 0).DistinctBy(d => d.Id).ToDictionary(d => d.Id, StringComparer.Ordinal);

    /// <summary>The model, with the logic of decisions that require themselves left out and each reported with the way round.</summary>
    public DmnModel Broken()
    {
        var circular = new HashSet<string>(StringComparer.Ordinal);
        foreach (var decision in Suspects())
        {
            if (WayBack(decision) is { } way)
            {
                circular.Add(decision.Id);
                faults.Add("cycle", decision, $"{decision.Name} requires itself: {string.Join(" → ", way)}", $"决策“{decision.Name}”依赖自身：{string.Join(" → ", way)}");
            }
        }

        return circular.Count == 0 ? model : model with
        {
            Decisions = [.. model.Decisions.Select(d => circular.Contains(d.Id) ? d with { RequiredDecisions = [], Logic = null } : d)],
        };
    }

    private IEnumerable<string> Required(DmnDecision decision) =>
        decision.RequiredDecisions.Select(h => h[(h.IndexOf('#', StringComparison.Ordinal) + 1)..]).Where(byId.ContainsKey);

    /// <summary>The decisions left when all those are taken away that require only decisions already taken away.</summary>
    private List<DmnDecision> Suspects()
    {
        var readers = byId.Values.SelectMany(d => Required(d).Distinct().Select(id => (Id: id, Reader: d))).ToLookup(p => p.Id, p => p.Reader);
        var waiting = byId.Values.ToDictionary(d => d.Id, d => Required(d).Distinct().Count(), StringComparer.Ordinal);
        var free = new Queue<string>(waiting.Where(w => w.Value == 0).Select(w => w.Key));
        while (free.TryDequeue(out var id))
        {
            waiting.Remove(id);
            foreach (var reader in readers[id].Where(r => --waiting[r.Id] == 0))
            {
                free.Enqueue(reader.Id);
            }
        }

        return [.. waiting.Keys.Select(id => byId[id])];
    }

    /// <summary>The shortest way from a decision over those it requires back to itself, by name.</summary>
    private List<string>? WayBack(DmnDecision start)
    {
        var cameFrom = new Dictionary<string, DmnDecision>(StringComparer.Ordinal);
        var next = new Queue<DmnDecision>([start]);
        while (!cameFrom.ContainsKey(start.Id) && next.TryDequeue(out var from))
        {
            foreach (var id in Required(from))
            {
                if (cameFrom.TryAdd(id, from) && id != start.Id)
                {
                    next.Enqueue(byId[id]);
                }
            }
        }

        if (!cameFrom.TryGetValue(start.Id, out var step))
        {
            return null;
        }

        var way = new List<string> { start.Name };
        for (; !ReferenceEquals(step, start); step = cameFrom[step.Id])
        {
            way.Insert(0, step.Name);
        }

        return [start.Name, .. way];
    }
}
