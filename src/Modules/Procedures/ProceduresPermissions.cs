using Guiju.Kernel;

namespace Guiju.Procedures;

/// <summary>What can be permitted in casework.</summary>
public static class ProceduresPermissions
{
    /// <summary>Have a home page with tasks, matters and copies of one's own.</summary>
    public const string Home = "procedures.home";

    /// <summary>Take care of tasks that nobody else could take, and hand them on.</summary>
    public const string Duty = "procedures.duty";

    internal static readonly IReadOnlyList<Permission> All =
    [
        new(Home, new("使用工作台：查看本人待办、已办、发起和抄送事项", "Use the home page: one's own tasks, matters and copies")),
        new(Duty, new("值班：接管无人可办的事项并转交他人", "Duty: take care of tasks nobody could take, and hand them on")),
    ];

    internal static readonly IReadOnlyList<RoleProposal> Roles =
    [
        new("applicant", new("申请人", "Applicant"), Home),
        new("office-head", new("办公室主任", "Office head"), Home),
        new("principal-leader", new("主要负责人", "Principal leader"), Home),
        new("dispatcher", new("车辆调度员", "Dispatcher"), Home),
        new("driver", new("驾驶员", "Driver"), Home),
        new("fleet-desk", new("公务用车管理岗", "Vehicle desk"), Home),
        new("legal-officer", new("法规岗", "Legal officer"), Home),
        new("auditor", new("审计人员", "Auditor"), Home),
        new("duty-officer", new("值班员", "Duty officer"), Home, Duty),
    ];
}
