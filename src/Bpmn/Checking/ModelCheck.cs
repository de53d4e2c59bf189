namespace Guiju.Bpmn.Checking;

/// <summary>Looks for what would go wrong when a model runs. What the reader refuses never comes here.</summary>
public static class ModelCheck
{
    /// <summary>Faults of the drawing: dead ends, unreachable nodes, deadlocks, missing joins, expressions that cannot be read.</summary>
    /// <param name="model">Model.</param>
    /// <param name="expressionFault">Says what is wrong with a FEEL expression; null where nothing is.</param>
    public static IReadOnlyList<BpmnFault> Find(BpmnModel model, Func<string, string?>? expressionFault = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var faults = new List<BpmnFault>();
        foreach (var scope in model.Processes.SelectMany(p => p.Scope.All()))
        {
            var shape = new ShapeCheck(scope, faults);
            shape.Look();
            if (shape.IsSound)
            {
                faults.AddRange(new Soundness(scope).Find());
            }

            if (expressionFault is not null)
            {
                faults.AddRange(Expressions(scope, expressionFault));
            }
        }

        return [.. faults.Distinct().OrderBy(f => f.Line)];
    }

    /// <summary>The same, and what a model still lacks before it may be published: conditions, default flows, people.</summary>
    public static IReadOnlyList<BpmnFault> FindForPublication(BpmnModel model, Func<string, string?>? expressionFault = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. Find(model, expressionFault), .. model.Processes.SelectMany(p => p.Nodes).SelectMany(Lacks)];
    }

    private static IEnumerable<BpmnFault> Lacks(FlowNode node)
    {
        if (node.Kind is NodeKind.Exclusive or NodeKind.Inclusive && node.Outgoing.Count > 1)
        {
            foreach (var flow in node.Outgoing.Where(f => f.Condition is null && f.Id != node.Default))
            {
                yield return new BpmnFault(flow.Id, "no-condition", "分支连线没有写明条件，也不是默认连线。", "The flow has no condition and is not the default.", node.Line);
            }

            if (node.Default is null)
            {
                yield return new BpmnFault(node.Id, "no-default", "网关没有默认连线，条件都不成立时流程会停住。", "The gateway has no default flow; a case would stop where no condition holds.", node.Line);
            }
        }

        if (node.Kind == NodeKind.User && node.Settings.Assign.Count == 0)
        {
            yield return new BpmnFault(node.Id, "nobody", "任务没有写明由谁办理。", "The task names nobody to take it.", node.Line);
        }

        if (node.Multi is { Cardinality: null } && node.Kind != NodeKind.User)
        {
            yield return new BpmnFault(node.Id, "no-number", "多实例活动没有写明次数（loopCardinality）。", "The repeated activity names no number (loopCardinality).", node.Line);
        }
    }

    private static IEnumerable<BpmnFault> Expressions(FlowScope scope, Func<string, string?> fault)
    {
        var found = scope.Flows.Where(f => f.Condition is not null).Select(f => (f.Id, f.Condition, Line: 0))
            .Concat(scope.Nodes.SelectMany(n => new[] { (n.Id, n.Multi?.Cardinality, n.Line), (n.Id, n.Multi?.Completion, n.Line), (n.Id, n.Settings.Pass, n.Line) }));
        foreach (var (id, expression, line) in found)
        {
            if (expression is not null && fault(expression) is { } wrong)
            {
                yield return new BpmnFault(id, "bad-expression", $"表达式“{expression}”无法识别：{wrong}", $"The expression '{expression}' cannot be read: {wrong}", line);
            }
        }
    }
}
