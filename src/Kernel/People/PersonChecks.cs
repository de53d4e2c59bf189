namespace Guiju.Kernel.People;

/// <summary>What must hold for people and the roles they hold.</summary>
public static class PersonChecks
{
    /// <summary>A person works in a unit that exists.</summary>
    public static readonly SystemCheck WorksInALivingUnit = new("PersonChecks.WorksInALivingUnit",
        new("所在机构在起始日必须已设立且未撤销。", "The unit must exist on the first day and not be closed."));

    /// <summary>A closed person stays closed.</summary>
    public static readonly SystemCheck StillEmployed = new("PersonChecks.StillEmployed",
        new("此人已离任。", "The person has left."));

    /// <summary>The last day is not before the first.</summary>
    public static readonly SystemCheck EndsAfterStart = new("PersonChecks.EndsAfterStart",
        new("终止日不得早于起始日。", "The last day must not lie before the first."));

    /// <summary>Transfers are recorded when they take effect.</summary>
    public static readonly SystemCheck MovesForwardUntilToday = new("PersonChecks.MovesForwardUntilToday",
        new("调动日须晚于上一次调动日，且不得晚于今天。", "The day of transfer must be later than the last one, and not after today."));

    /// <summary>A transfer changes something.</summary>
    public static readonly SystemCheck MovesElsewhere = new("PersonChecks.MovesElsewhere",
        new("调动后的机构与现任相同。", "The person already works there."));

    /// <summary>The role exists.</summary>
    public static readonly SystemCheck RoleIsKnown = new("PersonChecks.RoleIsKnown",
        new("没有这个角色。", "There is no such role."));

    /// <summary>A reach by units names units that exist and lie within the granter's reach.</summary>
    public static readonly SystemCheck ReachIsNamed = new("PersonChecks.ReachIsNamed",
        new("所选范围须指明存在的机构，且不得超出授权人自己的范围。", "The reach must name existing units and not exceed that of the person who grants it."));

    /// <summary>The same role with the same reach is not held twice.</summary>
    public static readonly SystemCheck NotHeldYet = new("PersonChecks.NotHeldYet",
        new("此人在这段时间已经持有这个角色。", "The person already holds this role in that time."));

    /// <summary>Nobody gives roles to oneself.</summary>
    public static readonly SystemCheck NotToOneself = new("PersonChecks.NotToOneself",
        new("不得给自己授予或收回角色。", "Nobody grants roles to oneself or ends one's own."));

    /// <summary>The three administrators are three people who do no business.</summary>
    public static readonly SystemCheck DutiesAreSeparated = new("PersonChecks.DutiesAreSeparated",
        new("系统管理员、安全管理员、审计管理员须由不同的人担任，且不得兼任业务角色。", "System, security and audit administrator must be different people who hold no other role."));

    /// <summary>A reserved permission stays with the roles it belongs to.</summary>
    public static readonly SystemCheck PermissionsAreSeparated = new("PersonChecks.PermissionsAreSeparated",
        new("所选权限中有属于三员分立、不得由此角色持有的权限。", "Some permissions are separated between the three administrators and cannot be held by this role."));

    /// <summary>A role holds permissions that exist.</summary>
    public static readonly SystemCheck PermissionsAreKnown = new("PersonChecks.PermissionsAreKnown",
        new("所选权限中有不存在的权限。", "Some of the permissions do not exist."));

    /// <summary>What somebody could do in the past stays as it was.</summary>
    public static readonly SystemCheck EndsForward = new("PersonChecks.EndsForward",
        new("收回日不得早于昨天，也不得晚于原定的终止日。", "The last day must not be earlier than yesterday nor later than the one already set."));

    /// <summary>Somebody can still grant roles.</summary>
    public static readonly SystemCheck OneSecurityAdministratorRemains = new("PersonChecks.OneSecurityAdministratorRemains",
        new("至少须保留一名安全管理员。", "At least one security administrator must remain."));
}
