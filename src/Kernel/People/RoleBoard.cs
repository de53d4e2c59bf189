using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.People;

/// <summary>Roles with what they permit and how many people hold them today.</summary>
[Needs(KernelPermissions.ReadRoles)]
public sealed class RoleBoard(GuijuDb db, IEnumerable<IModule> modules, TimeProvider clock)
{
    /// <summary>One role.</summary>
    public sealed record Row(string Code, Bilingual Title, IReadOnlyList<string> Permissions, int Holders, bool Administrator);

    /// <summary>A permission, its module, and whether a role may hold it.</summary>
    public sealed record Choice(string Module, Permission Permission, bool MayHold);

    /// <summary>All roles, the three administrators first.</summary>
    public async Task<IReadOnlyList<Row>> AllAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var holders = await db.Set<Assignment>().Where(a => a.From <= today && (a.To == null || a.To >= today))
            .GroupBy(a => a.Role).Select(g => new { g.Key, Count = g.Select(a => a.PersonId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var roles = await db.Set<Role>().AsNoTracking().ToListAsync(ct);
        return roles.OrderByDescending(r => Separation.IsAdministrator(r.Code)).ThenBy(r => r.Code, StringComparer.Ordinal)
            .Select(r => new Row(r.Code, new Bilingual(r.Title, r.EnglishTitle), r.Permissions, holders.GetValueOrDefault(r.Code), Separation.IsAdministrator(r.Code))).ToList();
    }

    /// <summary>Every permission there is, with whether the role may hold it.</summary>
    public IReadOnlyList<Choice> ChoicesFor(string role)
    {
        var proposals = modules.SelectMany(m => m.Roles).ToList();
        return modules.SelectMany(m => m.Permissions.Select(p => new Choice(m.Name, p, Separation.MayHold(role, p.Code, proposals)))).ToList();
    }
}
