using Guiju.Kernel;

namespace Guiju.Fleet;

/// <summary>What can be permitted in the work of official vehicles.</summary>
public static class FleetPermissions
{
    /// <summary>Ask for a car, follow and change one's own requests.</summary>
    public const string Request = "fleet.request";

    /// <summary>Approve requests of the unit, or send them back.</summary>
    public const string Approve = "fleet.approve";

    /// <summary>Approve as the principal leader of the unit.</summary>
    public const string ApproveAsLeader = "fleet.approve-as-leader";

    /// <summary>Choose car and driver.</summary>
    public const string Dispatch = "fleet.dispatch";

    /// <summary>Allow a dispatch for which a rule asks the vehicle authority's approval.</summary>
    public const string Except = "fleet.except";

    /// <summary>Depart and return with a car.</summary>
    public const string Drive = "fleet.drive";

    /// <summary>Enter the costs of a trip.</summary>
    public const string EnterCosts = "fleet.enter-costs";

    /// <summary>Settle trips and close a car's month.</summary>
    public const string Settle = "fleet.settle";

    /// <summary>Read vehicles, drivers and trips.</summary>
    public const string Read = "fleet.read";

    /// <summary>Keep the registers of vehicles and drivers.</summary>
    public const string Keep = "fleet.keep";

    /// <summary>Fix quotas.</summary>
    public const string FixQuota = "fleet.fix-quota";

    /// <summary>Keep the contract list.</summary>
    public const string KeepPayees = "fleet.keep-payees";

    /// <summary>Name the cars on duty over a holiday.</summary>
    public const string SealForHolidays = "fleet.seal-for-holidays";

    /// <summary>Apply to acquire or renew a car.</summary>
    public const string Apply = "fleet.apply";

    /// <summary>Decide applications to acquire or renew.</summary>
    public const string Decide = "fleet.decide";

    /// <summary>See cars that are exempt for secrecy in lists, maps and exports.</summary>
    public const string SeeExempt = "fleet.see-exempt";

    /// <summary>Draw, change and end geofences.</summary>
    public const string KeepFences = "fleet.keep-fences";

    /// <summary>Open, remind and close rounds of the census.</summary>
    public const string RunCensus = "fleet.run-census";

    /// <summary>Confirm or correct the figures of one's unit in the census.</summary>
    public const string AnswerCensus = "fleet.answer-census";

    /// <summary>Publish the spending on vehicles to everybody.</summary>
    public const string Publish = "fleet.publish";

    /// <summary>Say what an alarm was.</summary>
    public const string ExplainAlarms = "fleet.explain-alarms";

    /// <summary>Look at a day, ask about alarms and decide on them.</summary>
    public const string JudgeAlarms = "fleet.judge-alarms";

    /// <summary>Decide on repairs up to the amount that goes with one's post.</summary>
    public const string DecideRepairs = "fleet.decide-repairs";

    /// <summary>Ask to rent a car, choose the supplier, enter the use.</summary>
    public const string Rent = "fleet.rent";

    /// <summary>Decide on rentals up to the days that go with one's post.</summary>
    public const string DecideRentals = "fleet.decide-rentals";

    /// <summary>Take complaints of the 12345 hotline in, answer and close them.</summary>
    public const string HandleComplaints = "fleet.handle-complaints";

    /// <summary>All of them, each with a sentence.</summary>
    internal static readonly IReadOnlyList<Permission> All =
    [
        new(Request, new("申请用车，查看、修改本人的申请", "Ask for a car; follow and change one's own requests")),
        new(Approve, new("审批或退回本单位的用车申请", "Approve requests of the unit or send them back")),
        new(ApproveAsLeader, new("以单位主要负责人身份审批节假日等用车", "Approve as the principal leader of the unit, for holidays and the like")),
        new(Dispatch, new("派车、改派、取消派车", "Choose car and driver, change or cancel a dispatch")),
        new(Except, new("批准派车中须由主管部门批准的例外", "Allow a dispatch for which a rule asks the vehicle authority's approval")),
        new(Drive, new("出车、收车", "Depart and return with a car")),
        new(EnterCosts, new("登记行程费用", "Enter the costs of a trip")),
        new(Settle, new("结算行程，单车月度结账", "Settle trips and close a car's month")),
        new(Read, new("查看车辆、驾驶员和行程", "Read vehicles, drivers and trips")),
        new(Keep, new("登记、变更、导入车辆和驾驶员", "Register, change and import vehicles and drivers")),
        new(FixQuota, new("核定车辆编制", "Fix vehicle quotas")),
        new(KeepPayees, new("维护定点单位名录", "Keep the list of contract payees")),
        new(SealForHolidays, new("确定节假日值班车辆，其余封存", "Name the cars on duty over a holiday; the others are sealed")),
        new(Apply, new("申请配备或更新车辆", "Apply to acquire or renew a car")),
        new(Decide, new("审核车辆配备更新申请", "Decide applications to acquire or renew")),
        new(SeeExempt, new("在台账、地图和导出中查看依规免喷标识的涉密车辆", "See cars that are exempt for secrecy in registers, maps and exports")),
        new(KeepFences, new("绘制、变更、停用电子围栏", "Draw, change and end geofences")),
        new(RunCensus, new("发起、催报、办结车辆普查", "Open, remind and close rounds of the vehicle census")),
        new(AnswerCensus, new("确认、更正本单位的普查数字", "Confirm or correct the unit's census figures")),
        new(Publish, new("向社会公开公务用车经费", "Publish the spending on vehicles to everybody")),
        new(ExplainAlarms, new("说明用车报警的情况", "Say what an alarm was")),
        new(DecideRepairs, new("按金额审批维修", "Decide on repairs up to the amount that goes with one's post")),
        new(Rent, new("申请租车，选择供应商，登记租车使用", "Ask to rent a car, choose the supplier, enter its use")),
        new(DecideRentals, new("按天数审批租车", "Decide on rentals up to the days that go with one's post")),
        new(HandleComplaints, new("受理、答复、办结 12345 热线用车诉求", "Take in, answer and close complaints of the 12345 hotline about cars")),
        new(JudgeAlarms, new("核查一天的用车，认定报警", "Look at a day's use of cars and decide on alarms")),
    ];

    /// <summary>The roles the module proposes.</summary>
    internal static readonly IReadOnlyList<RoleProposal> Roles =
    [
        new("applicant", new("用车人", "Applicant"), Request),
        new("office-head", new("办公室负责人", "Office head"), Approve, Apply, SealForHolidays, AnswerCensus, ExplainAlarms, DecideRepairs, Rent, Read),
        new("principal-leader", new("单位主要负责人", "Principal leader"), Approve, ApproveAsLeader, Apply, AnswerCensus, DecideRepairs, DecideRentals, Read, SeeExempt),
        new("dispatcher", new("车辆调度员", "Dispatcher"), Dispatch, EnterCosts, Settle, DecideRepairs, Rent, Read),
        new("secrecy-dispatcher", new("涉密车辆调度员", "Dispatcher of cars exempt for secrecy"), Dispatch, EnterCosts, Settle, DecideRepairs, Rent, Read, SeeExempt),
        new("fleet-desk", new("公务用车管理岗", "Vehicle desk"), Keep, FixQuota, KeepPayees, SealForHolidays, Apply, Decide, Except, JudgeAlarms, RunCensus, Publish, DecideRentals, HandleComplaints, Read, SeeExempt, KeepFences),
        new("driver", new("驾驶员", "Driver"), Drive, EnterCosts, ExplainAlarms),
        new("auditor", new("审计人员", "Auditor"), Read),
        new("discipline-inspector", new("纪检监察人员", "Discipline inspector"), Read),
        new("finance-supervisor", new("财政监督人员", "Finance supervisor"), Read),
    ];
}
