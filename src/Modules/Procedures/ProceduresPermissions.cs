using Guiju.Kernel;

namespace Guiju.Procedures;

/// <summary>What can be permitted in casework.</summary>
public static class ProceduresPermissions
{
    /// <summary>Have a home page with tasks, matters and copies of one's own.</summary>
    public const string Home = "procedures.home";

    /// <summary>Take care of tasks that nobody else could take, and hand them on.</summary>
    public const string Duty = "procedures.duty";

    /// <summary>Start, suspend, resume and stop statutory clocks of one's own or within reach.</summary>
    public const string KeepClocks = "procedures.clocks.keep";

    /// <summary>Extend statutory clocks, once each.</summary>
    public const string ExtendClocks = "procedures.clocks.extend";

    /// <summary>Give reminders of clocks and compute them anew; the system does it by itself.</summary>
    public const string WatchClocks = "procedures.clocks.watch";

    /// <summary>Read official documents and their numbers.</summary>
    public const string ReadLetters = "procedures.letters.read";

    /// <summary>Draft official documents.</summary>
    public const string DraftLetters = "procedures.letters.draft";

    /// <summary>Sign, issue and void official documents.</summary>
    public const string IssueLetters = "procedures.letters.issue";

    /// <summary>Open series of document numbers, reserve and void numbers.</summary>
    public const string KeepNumbers = "procedures.numbers.keep";

    internal static readonly IReadOnlyList<Permission> All =
    [
        new(Home, new("使用工作台：查看本人待办、已办、发起和抄送事项", "Use the home page: one's own tasks, matters and copies")),
        new(Duty, new("值班：接管无人可办的事项并转交他人", "Duty: take care of tasks nobody could take, and hand them on")),
        new(KeepClocks, new("启动、中止、恢复、停止法定期限", "Start, suspend, resume and stop statutory clocks")),
        new(ExtendClocks, new("延长法定期限（一次）", "Extend statutory clocks, once each")),
        new(WatchClocks, new("发出期限提醒、按新放假通知重算期限（平时由系统自动办理）", "Give reminders of clocks and compute them anew (the system does it by itself)")),
        new(ReadLetters, new("查看公文和文号登记簿", "Read official documents and their numbers")),
        new(DraftLetters, new("起草公文", "Draft official documents")),
        new(IssueLetters, new("签发、作废公文", "Sign, issue and void official documents")),
        new(KeepNumbers, new("设立机关代字，预留、作废文号", "Open series of document numbers, reserve and void numbers")),
    ];

    internal static readonly IReadOnlyList<RoleProposal> Roles =
    [
        new("applicant", new("申请人", "Applicant"), Home),
        new("office-head", new("办公室主任", "Office head"), Home, KeepClocks, ReadLetters, DraftLetters, KeepNumbers),
        new("principal-leader", new("主要负责人", "Principal leader"), Home, KeepClocks, ExtendClocks, ReadLetters, IssueLetters),
        new("dispatcher", new("车辆调度员", "Dispatcher"), Home),
        new("driver", new("驾驶员", "Driver"), Home),
        new("fleet-desk", new("公务用车管理岗", "Vehicle desk"), Home, KeepClocks, ReadLetters, DraftLetters),
        new("legal-officer", new("法规岗", "Legal officer"), Home, KeepClocks, ExtendClocks, ReadLetters, DraftLetters, IssueLetters, KeepNumbers),
        new("auditor", new("审计人员", "Auditor"), Home, ReadLetters),
        new("duty-officer", new("值班员", "Duty officer"), Home, Duty, WatchClocks),
    ];
}
