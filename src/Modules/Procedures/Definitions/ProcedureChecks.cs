using Guiju.Kernel;

namespace Guiju.Procedures.Definitions;

/// <summary>What must hold of procedures.</summary>
internal static class ProcedureChecks
{
    public static readonly SystemCheck IsDraft = new("ProcedureChecks.IsDraft", new("这一版本已经发布，不能再改。", "This version has been published and is not changed any more."));

    public static readonly SystemCheck SecondPerson = new("ProcedureChecks.SecondPerson", new("流程须由起草人以外的人审核发布。", "A procedure is published by another person than its author."));

    public static readonly SystemCheck NotInThePast = new("ProcedureChecks.NotInThePast", new("施行日期不能早于今天。", "A procedure cannot come into force before today."));

    public static readonly SystemCheck Exists = new("ProcedureChecks.Exists", new("没有这一流程，或其定义已不可读。", "There is no such procedure, or its definition cannot be read."));

    /// <summary>A file that has faults, told with the first of them.</summary>
    public static SystemCheck Faulty(Bpmn.BpmnFault fault) => new("ProcedureChecks.Faulty", new($"流程有错误：{fault.Element}：{fault.Zh}", $"The procedure has faults: {fault.Element}: {fault.En}"));

    /// <summary>The engine's refusal, in words of the casework.</summary>
    public static SystemCheck Refused(Bpmn.Running.Refusal refusal) => refusal.Code switch
    {
        "gone" or "not-open" => Cases.CaseChecks.StepIsOpen,
        "ended" => Cases.CaseChecks.CaseIsOpen,
        "own-request" => Cases.CaseChecks.NotOwnRequest,
        _ => new("ProcedureChecks." + refusal.Code, new(refusal.Zh, refusal.En)),
    };
}
