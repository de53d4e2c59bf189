using Guiju.Kernel;

namespace Guiju.Procedures.Cases;

/// <summary>What must hold of cases and tasks.</summary>
internal static class CaseChecks
{
    public static readonly SystemCheck OneOpenCase = new("CaseChecks.OneOpenCase",
        new("这一事项已有在办流程，不能重复发起。", "This matter is already being handled; it cannot be started twice."));

    public static readonly SystemCheck CaseIsOpen = new("CaseChecks.CaseIsOpen",
        new("这一事项已经办结或尚未发起。", "This matter has been closed or was never started."));

    public static readonly SystemCheck StepIsOpen = new("CaseChecks.StepIsOpen",
        new("这一步已由他人办理或已撤回，请刷新后再看。", "This step has been taken by somebody else or was withdrawn; please look again."));

    public static readonly SystemCheck StepNamesSomebody = new("CaseChecks.StepNamesSomebody",
        new("每一步须指明办理人或办理权限。", "Each step names a person or a permission."));

    public static readonly SystemCheck NotOwnRequest = new("CaseChecks.NotOwnRequest",
        new("本人发起的事项不能由本人办理这一步。", "Whoever started a matter may not take this step in it."));

    public static readonly SystemCheck PersonIsEmployed = new("CaseChecks.PersonIsEmployed",
        new("接办人须为在职人员。", "Whoever takes over must be employed today."));

    public static readonly SystemCheck AnotherPerson = new("CaseChecks.AnotherPerson",
        new("代理人须为他人。", "A deputy is another person."));

    public static readonly SystemCheck EndsAfterStart = new("CaseChecks.EndsAfterStart",
        new("止日不能早于起日。", "The last day is not before the first."));
}
