using Guiju.Bpmn;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Guiju.Procedures.Clocks;
using Guiju.Procedures.Letters;
using Guiju.Procedures.Running;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Definitions;

/// <summary>Something that a step may name, with what people call it.</summary>
internal sealed record Nameable(string Code, Bilingual Title)
{
    /// <summary>The title in the reader's language.</summary>
    public string Text => Title.Here;
}

/// <summary>Everything that the steps of a procedure may name: for the editor's panel, and so that nothing unknown is published.</summary>
internal sealed record Nameables
{
    public required IReadOnlyList<Nameable> ControlPoints { get; init; }

    public required IReadOnlyList<Nameable> Clocks { get; init; }

    public required IReadOnlyList<Nameable> ClockPauses { get; init; }

    public required IReadOnlyList<Nameable> Documents { get; init; }

    public required IReadOnlyList<Nameable> Permissions { get; init; }

    public required IReadOnlyList<Nameable> Roles { get; init; }

    public required IReadOnlyList<Nameable> Units { get; init; }

    /// <summary>Procedures that may be called.</summary>
    public IReadOnlyList<Nameable> Procedures { get; init; } = [];

    /// <summary>Steps that name what does not exist, or name nothing where the case would wait for ever.</summary>
    public IEnumerable<BpmnFault> Unknown(BpmnModel model) => model.Processes.SelectMany(p => p.Nodes).SelectMany(n => UnknownOf(n).Concat(Waiting(n)));

    private static IEnumerable<BpmnFault> Waiting(FlowNode node)
    {
        if (node.Kind == NodeKind.Rule && node.Settings.ControlPoint is null)
        {
            yield return new BpmnFault(node.Id, "no-point", "规则任务没有写明控制点。", "The rule task names no control point.", node.Line);
        }
    }

    private IEnumerable<BpmnFault> UnknownOf(FlowNode node)
    {
        var step = node.Settings;
        IEnumerable<(string? Code, IReadOnlyList<Nameable> Known, string Zh, string En)> named =
        [
            (step.ControlPoint, ControlPoints, "控制点", "control point"), (step.Clock, Clocks, "期限", "clock"), (step.ClockPause, ClockPauses, "中止情形", "kind of suspension"),
            .. step.Documents.Select(d => ((string?)d, Documents, "文书模板", "document template")),
            .. step.Assign.Where(a => a.By == "permission").Select(a => (a.Value, Permissions, "权限", "permission")),
            .. step.Assign.Where(a => a.By == "role").Select(a => (a.Value, Roles, "角色", "role")),
            .. step.Assign.Where(a => a.Unit is not ("case" or "starter" or "above")).Select(a => ((string?)a.Unit, Units, "机构", "unit")),
        ];
        return named.Where(n => n.Code is not null && !n.Known.Any(k => k.Code == n.Code))
            .Select(n => new BpmnFault(node.Id, "unknown-name", $"没有{n.Zh}“{n.Code}”。", $"There is no {n.En} '{n.Code}'.", node.Line));
    }
}

/// <summary>Gathers what steps may name, from the law's files, the modules and the record.</summary>
internal sealed class StepCatalogue(GuijuDb db, ClockBook clocks, LetterTemplates letters, IEnumerable<IModule> modules, LawPoints points, TimeProvider time)
{

    public async Task<Nameables> ListAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        return new Nameables
        {
            ControlPoints = [.. points.All.Select(p => new Nameable(p.Id, p.Title))],
            Clocks = [.. clocks.Kinds.Select(k => new Nameable(k.Code, k.Title))],
            ClockPauses = [.. clocks.Kinds.SelectMany(k => k.Pauses).DistinctBy(p => p.Code).Select(p => new Nameable(p.Code, p.Title))],
            Documents = [.. letters.All.Select(l => new Nameable(l.Code, l.Title))],
            Permissions = [.. modules.SelectMany(m => m.Permissions).Select(p => new Nameable(p.Code, p.Meaning))],
            Roles = await db.Set<Role>().AsNoTracking().OrderBy(r => r.Code).Select(r => new Nameable(r.Code, new Bilingual(r.Title, r.EnglishTitle))).ToListAsync(ct),
            Units = await db.Set<Unit>().AsNoTracking().Where(u => u.From <= today && (u.To == null || u.To >= today)).OrderBy(u => u.Code).Select(u => new Nameable(u.Code, new Bilingual(u.Name, u.EnglishName))).ToListAsync(ct),
        };
    }
}
