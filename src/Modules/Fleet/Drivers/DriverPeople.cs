using Guiju.Kernel.Data;
using Guiju.Kernel.People;
using Guiju.Ui;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Drivers;

/// <summary>People who may drive by their role and are not yet on the register as another driver, as choices of a form.</summary>
internal sealed class DriverPeople(GuijuDb db, TimeProvider clock)
{
    private const int Most = 300;

    /// <summary>The choices; the person already named stays one.</summary>
    public async Task<IReadOnlyList<Choice>> AskAsync(Guid? named, CancellationToken ct)
    {
        var today = clock.Today();
        var roles = (await db.Set<Role>().AsNoTracking().ToListAsync(ct)).Where(r => r.Permissions.Contains(FleetPermissions.Drive)).Select(r => r.Code).ToList();
        var rows = await db.Set<Person>().AsNoTracking()
            .Where(p => p.Id == named || (p.To == null || p.To >= today)
                && db.Set<Assignment>().Any(a => a.PersonId == p.Id && roles.Contains(a.Role) && a.From <= today && (a.To == null || a.To >= today))
                && !db.Set<Driver>().Any(d => d.PersonId == p.Id))
            .OrderBy(p => p.Code).Take(Most).Select(p => new { p.Id, p.Code, p.Name }).ToListAsync(ct);
        return rows.ConvertAll(p => new Choice(p.Id.ToString(), $"{p.Name} {p.Code}"));
    }
}
