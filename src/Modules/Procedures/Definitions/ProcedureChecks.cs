using Guiju.Kernel;

namespace Guiju.Procedures.Definitions;

/// <summary>What must hold of procedures.</summary>
internal static class ProcedureChecks
{
    public static readonly SystemCheck IsDraft = new("ProcedureChecks.IsDraft", new("这一版本已经发布，不能再改。", "This version has been published and is not changed any more."));

    public static readonly SystemCheck SecondPerson = new("ProcedureChecks.SecondPerson", new("流程须由起草人以外的人审核发布。", "A procedure is published by another person than its author."));

    public static readonly SystemCheck NotInThePast = new("ProcedureChecks.NotInThePast", new("施行日期不能早于今天。", "A procedure cannot come into force before today."));

    public static readonly SystemCheck Exists = new("ProcedureChecks.Exists", new("没有这一流程，或其定义已不可读。", "There is no such procedure, or its definition cannot be read."));

    public static readonly SystemCheck OwnDraft = new("ProcedureChecks.OwnDraft", new("只能修改本人起草的版本；他人的草稿可以另起一个版本。", "Only an own draft is drawn over; of another's a new version is made."));

    public static readonly SystemCheck SameProcedure = new("ProcedureChecks.SameProcedure", new("流程编号与所修改的版本不同。", "The procedure's id is not that of the version being drawn over."));

    public static readonly SystemCheck CodeFits = new("ProcedureChecks.CodeFits", new("流程编号须以小写字母开头，由小写字母、数字、点和连字符组成，不超过 60 个字符。", "A procedure's id begins with a small letter and holds small letters, digits, dots and hyphens, 60 at most."));

    public static readonly SystemCheck NotDue = new("ProcedureChecks.NotDue", new("办件没有在等这一时间，或时间还没有到。", "The case does not wait for this time, or it has not come yet."));

    public static readonly SystemCheck NotAwaited = new("ProcedureChecks.NotAwaited", new("办件没有在等这一消息。", "The case does not wait for this message."));

    public static readonly SystemCheck NoPoint = new("ProcedureChecks.NoPoint", new("这一步的控制点在现行规则集中不存在，须由人处理。", "The lawbook in use has no such control point as the step names; a person must see to it."));

    public static readonly SystemCheck NoStartDue = new("ProcedureChecks.NoStartDue", new("没有到时应发起的流程，或已经发起。", "No procedure is due to start, or it has been started already."));

    public static readonly SystemCheck NothingStarts = new("ProcedureChecks.NothingStarts", new("没有因这一消息发起的流程。", "No procedure in force starts upon this message."));

    public static readonly SystemCheck UnitExists = new("ProcedureChecks.UnitExists", new("没有写明事项所属单位，或没有这一单位。", "The unit whose matter it is was not named, or there is no such unit."));

    public static readonly SystemCheck NoCircle = new("ProcedureChecks.NoCircle", new("流程经调用又回到自身，不能发起。", "The procedure calls itself by way of others and cannot be started."));

    /// <summary>Procedures that are called and not in force.</summary>
    public static SystemCheck CalledExists(IReadOnlyList<string> missing) => new("ProcedureChecks.CalledExists", new($"被调用的流程没有施行：{string.Join("、", missing)}。", $"Procedures that are called are not in force: {string.Join(", ", missing)}."));

    /// <summary>A time that cannot be read.</summary>
    public static SystemCheck UnclearTime(Bpmn.Running.Awaited wait) => new("ProcedureChecks.UnclearTime", new($"“{wait.Node}”的时间“{wait.Value}”无法识别。", $"The time '{wait.Value}' of '{wait.Node}' cannot be read."));

    /// <summary>Whether an id may be a procedure's code.</summary>
    public static bool IsCode(string id) => id.Length is > 0 and <= 60 && char.IsAsciiLetterLower(id[0]) && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');

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
