using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.People;

/// <summary>What the acts on people read and share: people within reach, living units, the end of roles.</summary>
internal sealed class PersonBook(GuijuDb db, ActorHolder holder, TimeProvider clock)
{
    /// <summary>Today in the bureau.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>A person whom the permission reaches; otherwise missing.</summary>
    public async Task<Person> FindAsync(Guid id, string permission, CancellationToken ct) =>
        await db.Set<Person>().Within(holder.Current, permission, p => p.UnitId, p => p.Id).FirstOrDefaultAsync(p => p.Id == id, ct)
        ?? throw new NotWithinReachException("person");

    /// <summary>Holds a unit to existing from a day on, within the reach of those who keep people.</summary>
    public async Task RequireUnitAsync(Guid unitId, DateOnly from, string field, CancellationToken ct)
    {
        if (!holder.Current.For(KernelPermissions.KeepPeople).Covers(unitId))
        {
            throw new NotWithinReachException("unit");
        }

        Check.That(await db.Set<Unit>().AnyAsync(u => u.Id == unitId && u.From <= from && u.To == null, ct), PersonChecks.WorksInALivingUnit, field);
    }

    /// <summary>Roles that a person holds on a day or later.</summary>
    public Task<List<Assignment>> HeldFromAsync(Guid personId, DateOnly day, CancellationToken ct) =>
        db.Set<Assignment>().Where(a => a.PersonId == personId && (a.To == null || a.To >= day)).ToListAsync(ct);

    /// <summary>Ends roles after a day, as long as somebody can still grant roles.</summary>
    public async Task EndAsync(IReadOnlyCollection<Assignment> ending, DateOnly lastDay, CancellationToken ct)
    {
        if (ending.Any(a => a.Role == Separation.Security))
        {
            var ids = ending.Select(a => a.Id).ToList();
            var next = lastDay.AddDays(1);
            Check.That(await db.Set<Assignment>().AnyAsync(a => a.Role == Separation.Security && !ids.Contains(a.Id) && a.From <= next && (a.To == null || a.To >= next), ct),
                PersonChecks.OneSecurityAdministratorRemains);
        }

        foreach (var assignment in ending)
        {
            assignment.To = lastDay;
        }
    }

    /// <summary>The first day of the present post.</summary>
    public async Task<DateOnly> InPostSinceAsync(Person person, CancellationToken ct) =>
        await db.Set<Posting>().Where(p => p.PersonId == person.Id).OrderByDescending(p => p.To).Select(p => (DateOnly?)p.To).FirstOrDefaultAsync(ct) is { } last
            ? last.AddDays(1)
            : person.From;
}
