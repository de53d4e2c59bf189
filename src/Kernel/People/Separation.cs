namespace Guiju.Kernel;

/// <summary>The three administrators (三员): one keeps the system's records, one its rights, one watches both. Nobody holds two of these roles, and who holds one does no business.</summary>
public static class Separation
{
    /// <summary>系统管理员: organisations and people.</summary>
    public const string System = "system-administrator";

    /// <summary>安全管理员: roles, rights, accounts.</summary>
    public const string Security = "security-administrator";

    /// <summary>审计管理员: the ledger and the sign-in log.</summary>
    public const string Audit = "audit-administrator";

    /// <summary>The three role codes.</summary>
    public static readonly IReadOnlyList<string> Administrators = [System, Security, Audit];

    /// <summary>Whether a role is one of the three.</summary>
    public static bool IsAdministrator(string role) => Administrators.Contains(role);

    /// <summary>Whether one person may hold both roles on the same day.</summary>
    public static bool MayStandTogether(string role, string other) => role == other || !IsAdministrator(role) && !IsAdministrator(other);

    /// <summary>Whether a role may be given a permission: reserved ones only where a module proposes them, and the three administrators nothing beyond what is proposed for them.</summary>
    public static bool MayHold(string role, string permission, IEnumerable<RoleProposal> proposals) =>
        !IsAdministrator(role) && !KernelPermissions.Reserved.Contains(permission)
        || proposals.Any(p => p.Code == role && p.Permissions.Contains(permission));
}
