namespace Guiju.Kernel;

/// <summary>What can be permitted in the kernel: organisations, people, roles, accounts and the record of what was done.</summary>
public static class KernelPermissions
{
    /// <summary>Read organisations.</summary>
    public const string ReadUnits = "kernel.units.read";

    /// <summary>Set up, change, move and close organisations.</summary>
    public const string KeepUnits = "kernel.units.keep";

    /// <summary>Read people.</summary>
    public const string ReadPeople = "kernel.people.read";

    /// <summary>Add, change, transfer and close people.</summary>
    public const string KeepPeople = "kernel.people.keep";

    /// <summary>Read roles and who holds them.</summary>
    public const string ReadRoles = "kernel.roles.read";

    /// <summary>Change roles; grant and end them.</summary>
    public const string KeepRoles = "kernel.roles.keep";

    /// <summary>Open, lock and unlock accounts, reset passwords and second factors.</summary>
    public const string KeepAccounts = "kernel.accounts.keep";

    /// <summary>Read who signed in, and who tried.</summary>
    public const string ReadSignIns = "kernel.sign-ins.read";

    /// <summary>Read the ledger of every act.</summary>
    public const string ReadLedger = "kernel.ledger.read";

    /// <summary>Verify that the ledger and the record were not altered.</summary>
    public const string VerifyLedger = "kernel.ledger.verify";

    /// <summary>Look after one's own account. Every signed-in person holds it.</summary>
    public const string OwnAccount = "kernel.account.own";

    internal static readonly IReadOnlyList<Permission> All =
    [
        new(ReadUnits, new("查看机构", "Read organisations")),
        new(KeepUnits, new("设立、变更、调整、撤销机构", "Set up, change, move and close organisations")),
        new(ReadPeople, new("查看人员", "Read people")),
        new(KeepPeople, new("登记、变更、调动人员，办理人员离任", "Add, change, transfer and close people")),
        new(ReadRoles, new("查看角色和授权", "Read roles and who holds them")),
        new(KeepRoles, new("维护角色，授予和收回角色", "Change roles; grant and end them")),
        new(KeepAccounts, new("开立、锁定、解锁账户，重置密码和二次验证", "Open, lock and unlock accounts, reset passwords and second factors")),
        new(ReadSignIns, new("查看登录日志", "Read the sign-in log")),
        new(ReadLedger, new("查看办理留痕", "Read the ledger of every act")),
        new(VerifyLedger, new("校验留痕未被篡改", "Verify that nothing was altered")),
        new(OwnAccount, new("管理本人账户", "Look after one's own account")),
    ];

    // The three administrators keep each other in check; a permission listed under one of them is held by no other role unless it is proposed there too.
    internal static readonly IReadOnlyList<RoleProposal> Roles =
    [
        new(Separation.System, new("系统管理员", "System administrator"), ReadUnits, KeepUnits, ReadPeople, KeepPeople, OwnAccount),
        new(Separation.Security, new("安全管理员", "Security administrator"), ReadUnits, ReadPeople, ReadRoles, KeepRoles, KeepAccounts, OwnAccount),
        new(Separation.Audit, new("审计管理员", "Audit administrator"), ReadUnits, ReadPeople, ReadRoles, ReadSignIns, ReadLedger, VerifyLedger, OwnAccount),
        new("auditor", new("审计人员", "Auditor"), ReadUnits, ReadPeople, ReadRoles, ReadLedger, VerifyLedger),
        new("discipline-inspector", new("纪检监察人员", "Discipline inspector"), ReadUnits, ReadLedger, VerifyLedger),
        new("finance-supervisor", new("财政监督人员", "Finance supervisor"), ReadUnits, ReadLedger, VerifyLedger),
        new("office-head", new("办公室主任", "Office head"), ReadUnits, ReadPeople),
        new("principal-leader", new("主要负责人", "Principal leader"), ReadUnits, ReadPeople),
    ];

    /// <summary>Permissions by which somebody could undo the separation of duties: only the roles that propose them may hold them.</summary>
    internal static readonly IReadOnlySet<string> Reserved = new HashSet<string> { KeepUnits, KeepPeople, KeepRoles, KeepAccounts, ReadSignIns, ReadLedger, VerifyLedger };
}
