using Guiju.Fleet.Trips;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Planning;

/// <summary>The next days on which trips wait for a car.</summary>
internal sealed class PlanDays(GuijuDb db, ActorHolder asker, TimeProvider clock)
{
    private const int Most = 10;

    /// <summary>Today, local.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>The days with the number of waiting trips, the nearest first.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, int Count)>> AskAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var rows = await db.Set<Trip>().AsNoTracking().Within(asker.Current, FleetPermissions.Dispatch, t => t.UnitId).Where(t => t.State == TripState.Approved && t.Day >= today)
            .GroupBy(t => t.Day).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).Take(Most).ToListAsync(ct);
        return rows.ConvertAll(r => (r.Key, r.Count));
    }
}
