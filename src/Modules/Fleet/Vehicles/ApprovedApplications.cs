using Guiju.Fleet.Applications;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Ui;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Vehicles;

/// <summary>Approved applications under which a car can still be registered, latest first.</summary>
internal sealed class ApprovedApplications(GuijuDb db, ActorHolder asker)
{
    private const int Most = 300;

    /// <summary>The choices; the one already named stays one.</summary>
    public async Task<IReadOnlyList<Choice>> AskAsync(Guid? named, CancellationToken ct)
    {
        var rows = await db.Set<FleetApplication>().AsNoTracking().Within(asker.Current, FleetPermissions.Keep, a => a.UnitId)
            .Where(a => a.Id == named || (a.State == ApplicationState.Approved && db.Set<Vehicle>().Count(v => v.ApplicationId == a.Id) < a.Cars))
            .OrderByDescending(a => a.FiledAt).Take(Most).Select(a => new { a.Id, a.Code, a.Class, a.Purpose }).ToListAsync(ct);
        return rows.ConvertAll(a => new Choice(a.Id.ToString(), $"{a.Code} {Label.Of(a.Class)} {a.Purpose}"));
    }
}
