using Guiju.Bpmn;
using Guiju.Procedures.Running;

namespace Guiju.Procedures.Definitions;

/// <summary>Every fault of a drawing: what cannot be read, what would go wrong, what is lacking, what is named and does not exist, what is called and not there.</summary>
internal sealed class ProcedureFaults(StepCatalogue catalogue, ProcedureShelf shelf, TimeProvider time)
{
    private const int LongestStep = 60;
    private const int LongestId = 200;

    public async Task<IReadOnlyList<BpmnFault>> FindAsync(string xml, CancellationToken ct)
    {
        var faults = Terminal.BpmnCommand.Faults(xml, forPublication: true);
        try
        {
            var model = BpmnXml.Parse(xml);
            var names = await catalogue.ListAsync(ct);
            return [.. faults, .. names.Unknown(model), .. await CallsAsync(model, ct), .. Starts(model, names), .. Ids(model)];
        }
        catch (BpmnFormatException)
        {
            return faults; // they say why it cannot be read
        }
    }

    // What is called must be in force today, and must not call back, as far as the versions of today go.
    private async Task<IEnumerable<BpmnFault>> CallsAsync(BpmnModel model, CancellationToken ct)
    {
        var (found, missing) = await shelf.CalledAsync(model, DateOnly.FromDateTime(time.GetLocalNow().DateTime), ct);
        var calls = model.Processes.SelectMany(p => p.Nodes).Where(n => n.Kind == NodeKind.Call && model.Process(n.Called ?? "") is null).ToList();
        var elsewhere = calls.Where(c => missing.Contains(c.Called ?? ""))
            .Select(c => new BpmnFault(c.Id, "call-elsewhere", $"没有名为“{c.Called}”且已施行的流程。", $"No procedure '{c.Called}' is in force.", c.Line));
        var further = missing.Except(calls.Select(c => c.Called)).Select(m => new BpmnFault(model.Main.Id, "call-elsewhere", $"被调用的流程又调用了“{m}”，而它没有施行。", $"What is called calls '{m}', which is not in force."));
        var circles = model.With(found.ToDictionary(f => f.Key, f => f.Value.Model)).Circles
            .Select(c => new BpmnFault(calls.Exists(own => own.Id == c.Id) ? c.Id : model.Main.Id, "endless-call", "流程经调用又回到自身，永远不会结束。", "The procedure calls itself and would never end."));
        return elsewhere.Concat(further).Concat(circles.Distinct());
    }

    private IEnumerable<BpmnFault> Starts(BpmnModel model, Nameables names)
    {
        var starts = model.Main.Scope.Nodes.Where(n => n.Kind == NodeKind.Start).ToList();
        if (!starts.Exists(s => s.Trigger == Trigger.None) && starts is [var only, ..] && shelf.OfLaw().Any(l => l.Code == model.Main.Id))
        {
            yield return new BpmnFault(only.Id, "no-plain-start", "这一流程由人发起，须有一个不带触发条件的开始事件。", "People start this procedure: it needs a start event without a trigger.", only.Line);
        }

        foreach (var start in starts.Where(s => s.Trigger != Trigger.None))
        {
            if (start.Trigger == Trigger.Timer && (start.Settings.Unit is null || !StartTime.IsClear(start)))
            {
                yield return start.Settings.Unit is null
                    ? new BpmnFault(start.Id, "no-unit", "到时发起须写明事项所属单位。", "A start by time must name the unit whose matter it is.", start.Line)
                    : new BpmnFault(start.Id, "no-time", $"时间“{start.TriggerValue}”无法识别。", $"The time '{start.TriggerValue}' cannot be read.", start.Line);
            }

            if (start.Settings.Unit is { } unit && !names.Units.Any(u => u.Code == unit))
            {
                yield return new BpmnFault(start.Id, "unknown-name", $"没有机构“{unit}”。", $"There is no unit '{unit}'.", start.Line);
            }
        }
    }

    // Called from elsewhere, an element bears the procedure's name before its own.
    private static IEnumerable<BpmnFault> Ids(BpmnModel model) => model.Processes.SelectMany(p => p.Nodes)
        .Where(n => model.Main.Id.Length + 1 + n.Id.Length > (n.Kind == NodeKind.User ? LongestStep : LongestId))
        .Select(n => new BpmnFault(n.Id, "long-id", $"流程编号加环节编号不能超过 {LongestStep} 个字符。", $"The ids of procedure and step together have more than {LongestStep} characters.", n.Line));
}
