namespace Guiju.Bpmn;

/// <summary>
/// Puts procedures of other files beside those that call them, so that a called procedure runs inside its caller: one state, one history, one rule for every move.
/// Ids of a called file get its name and a stroke before them, which no id of a file can hold; two files may use the same ids.
/// </summary>
internal sealed class Linking(string code, BpmnModel file)
{
    public IEnumerable<BpmnProcess> Processes() => file.Processes.Select(p => new BpmnProcess(NameOf(p.Id), p.Name, false, Copy(p.Scope, NameOf(p.Id))));

    /// <summary>Calls that lead back to where they come from and would never end.</summary>
    public static IEnumerable<FlowNode> Circles(IReadOnlyList<BpmnProcess> processes)
    {
        var calls = processes.DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Nodes.Where(n => n.Kind == NodeKind.Call).ToList(), StringComparer.Ordinal);
        foreach (var process in calls.Keys)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<FlowNode>(calls[process]);
            while (open.TryPop(out var call))
            {
                if (call.Called == process)
                {
                    yield return call;
                    break;
                }

                if (calls.TryGetValue(call.Called ?? "", out var further) && seen.Add(call.Called ?? ""))
                {
                    further.ForEach(open.Push);
                }
            }
        }
    }

    private FlowScope Copy(FlowScope scope, string id)
    {
        var flows = scope.Flows.Select(f => f with { Id = Own(f.Id), Source = Own(f.Source), Target = Own(f.Target) }).ToList();
        var nodes = scope.Nodes.Select(n => n with
        {
            Id = Own(n.Id),
            AttachedTo = n.AttachedTo is { } host ? Own(host) : null,
            Default = n.Default is { } other ? Own(other) : null,
            Called = n.Called is { } called && file.Process(called) is not null ? NameOf(called) : n.Called,
            Inside = n.Inside is { } inside ? Copy(inside, Own(n.Id)) : null,
        }).ToList();
        var copy = new FlowScope(id, null, nodes, flows);
        copy.Connect();
        return copy;
    }

    private string NameOf(string process) => process == code ? code : Own(process);

    private string Own(string id) => $"{code}/{id}";
}
