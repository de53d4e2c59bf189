using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.People;

/// <summary>Roles with what they permit and how many people hold them today.</summary>
[Needs(KernelPermissions.ReadRoles)]
public sealed class RoleBoard(GuijuDb db, IEnumerable<IModule> modules, ActorHolder holder, TimeProvider clock)
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

    /// <summary>Somebody who holds a role today.</summary>
    public sealed record Holder(Guid PersonId, string Name, string Code, Guid UnitId, string UnitName, string Post, Scope Scope, DateOnly From, DateOnly? To);

    /// <summary>A page of those who hold a role, and how many there are within reach.</summary>
    public sealed record Holders(IReadOnlyList<Holder> Rows, int Total);

    /// <summary>Who holds a role today, by staff number.</summary>
    public async Task<Holders> HoldersAsync(string role, int skip, int take, CancellationToken ct)
    {
        var today = clock.Today();
        var held = db.Set<Assignment>().AsNoTracking().Where(a => a.Role == role && a.From <= today && (a.To == null || a.To >= today))
            .Join(db.Set<Person>().Within(holder.Current, KernelPermissions.ReadRoles, p => p.UnitId), a => a.PersonId, p => p.Id, (a, p) => new { Assignment = a, Person = p });
        var rows = await held.OrderBy(x => x.Person.Code).ThenBy(x => x.Assignment.Id).Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, 200))
            .Join(db.Set<Unit>(), x => x.Person.UnitId, u => u.Id, (x, u) => new Holder(x.Person.Id, x.Person.Name, x.Person.Code, u.Id, u.Name, x.Person.Post, x.Assignment.Scope, x.Assignment.From, x.Assignment.To))
            .ToListAsync(ct);
        return new Holders([.. rows.OrderBy(r => r.Code, StringComparer.Ordinal)], await held.CountAsync(ct));
    }

    /// <summary>Every permission there is, with whether the role may hold it.</summary>
    public IReadOnlyList<Choice> ChoicesFor(string role)
    {
        var proposals = modules.SelectMany(m => m.Roles).ToList();
        return modules.SelectMany(m => m.Permissions.Select(p => new Choice(m.Name, p, Separation.MayHold(role, p.Code, proposals)))).ToList();
    }
}
