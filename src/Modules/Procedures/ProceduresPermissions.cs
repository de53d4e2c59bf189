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

    /// <summary>Start matters of one's own and work in cases.</summary>
    public const string Work = "procedures.work";

    /// <summary>Give the leader's instruction in a matter of the unit.</summary>
    public const string Instruct = "procedures.instruct";

    /// <summary>Suspend, take up again and move cases, with a reason.</summary>
    public const string Administer = "procedures.administer";

    /// <summary>Read procedures and their versions.</summary>
    public const string ReadProcedures = "procedures.read";

    /// <summary>Draw versions of procedures.</summary>
    public const string Draw = "procedures.draw";

    /// <summary>Publish what another has drawn.</summary>
    public const string Publish = "procedures.publish";

    internal static readonly IReadOnlyList<Permission> All =
    [
        new(Work, new("发起事项并办理流程", "Start matters and work in cases")),
        new(Instruct, new("批示本单位事项", "Give instructions in matters of the unit")),
        new(Administer, new("挂起、恢复、跳转办件（须写明理由）", "Suspend, take up again and move cases, with a reason")),
        new(ReadProcedures, new("查看流程及其版本", "Read procedures and their versions")),
        new(Draw, new("起草流程版本", "Draw versions of procedures")),
        new(Publish, new("审核发布他人起草的流程", "Publish procedures that another has drawn")),
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
        new("applicant", new("申请人", "Applicant"), Home, Work),
        new("office-head", new("办公室主任", "Office head"), Home, Work, KeepClocks, ReadLetters, DraftLetters, KeepNumbers),
        new("principal-leader", new("主要负责人", "Principal leader"), Home, Work, Instruct, ReadProcedures, Publish, KeepClocks, ExtendClocks, ReadLetters, IssueLetters),
        new("dispatcher", new("车辆调度员", "Dispatcher"), Home, Work),
        new("driver", new("驾驶员", "Driver"), Home, Work),
        new("fleet-desk", new("公务用车管理岗", "Vehicle desk"), Home, Work, ReadProcedures, Draw, KeepClocks, ReadLetters, DraftLetters),
        new("legal-officer", new("法规岗", "Legal officer"), Home, Work, ReadProcedures, Draw, Publish, Administer, KeepClocks, ExtendClocks, ReadLetters, DraftLetters, IssueLetters, KeepNumbers),
        new("auditor", new("审计人员", "Auditor"), Home, Work, ReadProcedures, ReadLetters),
        new("discipline-inspector", new("纪检监察人员", "Discipline inspector"), Home, ReadProcedures, ReadLetters),
        new("finance-supervisor", new("财政监督人员", "Finance supervisor"), Home, ReadProcedures, ReadLetters),
        new("duty-officer", new("值班员", "Duty officer"), Home, Work, Duty, WatchClocks),
    ];
}
