using Guiju.Kernel;

namespace Guiju.Procedures;

/// <summary>What can be permitted in casework.</summary>
public static class ProceduresPermissions
{
    /// <summary>Have a home page with tasks, matters and copies of one's own.</summary>
    public const string Home = "procedures.home";

    /// <summary>Take care of tasks that nobody else could take, and hand them on.</summary>
    public const string Duty = "procedures.duty";

    /// <summary>Start matters of one's own and work in cases.</summary>
    public const string Work = "procedures.work";

    /// <summary>Give the leader's instruction in a matter of the unit.</summary>
    public const string Instruct = "procedures.instruct";

    /// <summary>Suspend, take up again and move cases, with a reason.</summary>
    public const string Administer = "procedures.administer";

    /// <summary>Draw versions of procedures.</summary>
    public const string Draw = "procedures.draw";

    /// <summary>Publish what another has drawn.</summary>
    public const string Publish = "procedures.publish";

    internal static readonly IReadOnlyList<Permission> All =
    [
        new(Work, new("发起事项并办理流程", "Start matters and work in cases")),
        new(Instruct, new("批示本单位事项", "Give instructions in matters of the unit")),
        new(Administer, new("挂起、恢复、跳转办件（须写明理由）", "Suspend, take up again and move cases, with a reason")),
        new(Draw, new("起草流程版本", "Draw versions of procedures")),
        new(Publish, new("审核发布他人起草的流程", "Publish procedures that another has drawn")),
        new(Home, new("使用工作台：查看本人待办、已办、发起和抄送事项", "Use the home page: one's own tasks, matters and copies")),
        new(Duty, new("值班：接管无人可办的事项并转交他人", "Duty: take care of tasks nobody could take, and hand them on")),
    ];

    internal static readonly IReadOnlyList<RoleProposal> Roles =
    [
        new("applicant", new("申请人", "Applicant"), Home, Work),
        new("office-head", new("办公室主任", "Office head"), Home, Work),
        new("principal-leader", new("主要负责人", "Principal leader"), Home, Work, Instruct),
        new("dispatcher", new("车辆调度员", "Dispatcher"), Home, Work),
        new("driver", new("驾驶员", "Driver"), Home, Work),
        new("fleet-desk", new("公务用车管理岗", "Vehicle desk"), Home, Work, Draw),
        new("legal-officer", new("法规岗", "Legal officer"), Home, Work, Draw, Publish, Administer),
        new("auditor", new("审计人员", "Auditor"), Home, Work),
        new("duty-officer", new("值班员", "Duty officer"), Home, Work, Duty),
    ];
}
