using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Cases;

/// <summary>Who could take a task today: the roles that carry its permission, held by employed people, reaching its unit.</summary>
internal sealed class Holders(GuijuDb db, UnitTrees trees, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>Whether anybody could take the task.</summary>
    public async Task<bool> AnyAsync(WorkTask task, CancellationToken ct) => task.PersonId is { } person
        ? person != task.BarredId && await EmployedAsync(person, ct)
        : (await OfAsync(task.Permission ?? "", task.UnitId, ct)).Any(h => h.Id != task.BarredId);

    /// <summary>Whether a person is employed today.</summary>
    public Task<bool> EmployedAsync(Guid personId, CancellationToken ct)
    {
        var today = Today;
        return db.Set<Person>().AnyAsync(p => p.Id == personId && p.From <= today && (p.To == null || p.To >= today), ct);
    }

    /// <summary>The employed person with a staff number; null where there is none.</summary>
    public Task<Guid?> FindEmployedAsync(string code, CancellationToken ct)
    {
        var today = Today;
        return db.Set<Person>().Where(p => p.Code == code && p.From <= today && (p.To == null || p.To >= today)).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>Everybody whose permission reaches the unit, by name. Reach <see cref="Scope.Own"/> makes nobody part of a pool.</summary>
    public async Task<IReadOnlyList<Participant>> OfAsync(string permission, Guid unitId, CancellationToken ct)
    {
        var today = Today;
        var roles = (await db.Set<Role>().AsNoTracking().ToListAsync(ct)).Where(r => r.Permissions.Contains(permission)).Select(r => r.Code).ToArray();
        return roles.Length == 0 ? [] : await InAsync(roles, unitId, today, ct);
    }

    /// <summary>Everybody who holds a role that reaches the unit, by name.</summary>
    public Task<IReadOnlyList<Participant>> OfRoleAsync(string role, Guid unitId, CancellationToken ct) => InAsync([role], unitId, Today, ct);

    private async Task<IReadOnlyList<Participant>> InAsync(string[] roles, Guid unitId, DateOnly today, CancellationToken ct)
    {
        var line = LineOf(await trees.AsOfAsync(today, ct), unitId);
        var found = await (
            from a in db.Set<Assignment>().AsNoTracking()
            join p in db.Set<Person>() on a.PersonId equals p.Id
            where roles.Contains(a.Role) && a.From <= today && (a.To == null || a.To >= today)
                && p.From <= today && (p.To == null || p.To >= today)
                && (a.Scope == Scope.All || a.Scope == Scope.Chosen
                    || (a.Scope == Scope.Unit && (a.UnitId ?? p.UnitId) == unitId)
                    || (a.Scope == Scope.UnitAndBelow && line.Contains(a.UnitId ?? p.UnitId)))
            orderby p.Name, p.Id
            select new { p.Id, p.Name, a.Scope, a.Chosen }).ToListAsync(ct);
        return found.Where(f => f.Scope != Scope.Chosen || f.Chosen.Contains(unitId)).Select(f => new Participant(f.Id, f.Name)).Distinct().ToList();
    }

    private static Guid[] LineOf(UnitTree tree, Guid unitId)
    {
        var line = new List<Guid>();
        for (Guid? at = unitId; at is { } here && !line.Contains(here); at = tree.ParentOf(here))
        {
            line.Add(here);
        }

        return [.. line];
    }
}
