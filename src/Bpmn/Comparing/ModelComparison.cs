namespace Guiju.Bpmn.Comparing;

/// <summary>Compares two versions of a procedure, element by element: what runs differently, not how it is drawn.</summary>
public static class ModelComparison
{
    private sealed record Side(string Id, string Name, IReadOnlyList<(string Zh, string En, string Text)> Aspects);

    /// <summary>Every difference, in the order of the files: what was removed stands after the rest.</summary>
    public static IReadOnlyList<Difference> Find(BpmnModel before, BpmnModel after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (Elements(before).ToDictionary(s => s.Id), Elements(after).ToList());
        var found = new List<Difference>();
        foreach (var side in now)
        {
            if (!old.Remove(side.Id, out var was))
            {
                found.Add(new Difference(side.Id, side.Name, Change.Added, []));
            }
            else if (Changed(was, side) is { Count: > 0 } aspects)
            {
                found.Add(new Difference(side.Id, side.Name, Change.Changed, aspects));
            }
        }

        return [.. found, .. Elements(before).Where(s => old.ContainsKey(s.Id)).Select(s => new Difference(s.Id, s.Name, Change.Removed, []))];
    }

    private static List<Aspect> Changed(Side was, Side now) =>
        [.. was.Aspects.Zip(now.Aspects).Where(p => p.First.Text != p.Second.Text).Select(p => new Aspect(p.First.Zh, p.First.En, p.First.Text, p.Second.Text))];

    private static IEnumerable<Side> Elements(BpmnModel model) => model.Processes.SelectMany(p => p.Scope.All())
        .SelectMany(s => s.Nodes.Select(n => NodeOf(n, s)).Concat(s.Flows.Select(f => FlowOf(f, s)))).DistinctBy(s => s.Id);

    private static Side NodeOf(FlowNode node, FlowScope scope) => new(node.Id, node.Name.Length > 0 ? node.Name : node.Id,
    [
        ("名称", "Name", node.Name), ("英文名称", "English name", node.Settings.English ?? ""), ("类型", "Kind", node.Kind.ToString()), ("所在流程", "Scope", scope.Id),
        ("触发", "Trigger", Joined(node.Trigger == Trigger.None ? "" : node.Trigger.ToString(), node.TimerForm, node.TriggerValue)), ("附着于", "Attached to", Joined(node.AttachedTo, node.AttachedTo is null || node.Interrupting ? "" : "non-interrupting")),
        ("默认连线", "Default flow", node.Default ?? ""), ("调用流程", "Called procedure", node.Called ?? ""),
        ("签办方式", "Signing", node.Multi is not { } multi ? "" : Joined(multi.Sequential ? "sequential" : "parallel", multi.Cardinality, multi.Completion)),
        .. SettingsOf(node.Settings),
    ]);

    private static IEnumerable<(string Zh, string En, string Text)> SettingsOf(StepSettings step) =>
    [
        ("办理人", "Assignment", string.Join("; ", step.Assign.Select(a => Joined(a.By, a.Value, a.Unit == "case" ? "" : "@" + a.Unit)))), ("表单", "Form", step.Form ?? ""), ("控制点", "Control point", step.ControlPoint ?? ""),
        ("期限", "Clock", Joined(step.Clock, step.ClockPause is { } pause ? "pause " + pause : "")), ("文书", "Documents", string.Join(' ', step.Documents)), ("允许动作", "Verbs allowed", step.Verbs is null ? "*" : string.Join(' ', step.Verbs)),
        ("回避发起人", "Kept from the starter", Yes(step.NotByStarter)), ("允许批量", "Batch", Yes(step.Batch)), ("驳回即止", "Refusal ends", Yes(step.RefusalEnds)), ("结果变量", "Result variable", step.ResultName ?? ""),
        ("一人驳回即止", "One refusal ends the signing", Yes(step.OneRefusalEnds)), ("通过条件", "Condition to pass", step.Pass ?? ""), ("办结结果", "Result", step.Result ?? ""),
    ];

    private static Side FlowOf(SequenceFlow flow, FlowScope scope) => new(flow.Id, flow.Name.Length > 0 ? flow.Name : $"{NameOf(scope, flow.Source)} → {NameOf(scope, flow.Target)}",
        [("名称", "Name", flow.Name), ("起点", "From", flow.Source), ("终点", "To", flow.Target), ("条件", "Condition", flow.Condition ?? "")]);

    private static string NameOf(FlowScope scope, string id) => scope.Find(id) is { Name.Length: > 0 } node ? node.Name : id;

    private static string Joined(params string?[] parts) => string.Join(' ', parts.Where(p => !string.IsNullOrEmpty(p)));

    private static string Yes(bool holds) => holds ? "✓" : "";
}
