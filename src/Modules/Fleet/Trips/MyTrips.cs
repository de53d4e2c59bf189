using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Trips;

/// <summary>The trips a person asked for, newest first.</summary>
internal sealed class MyTrips(GuijuDb db, ActorHolder asker, Confirmations confirmations, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>Own trips; the open ones only, or all.</summary>
    public async Task<IReadOnlyList<Row>> AskAsync(bool openOnly, CancellationToken ct)
    {
        if (asker.Current.PersonId is not { } me)
        {
            return [];
        }

        var trips = db.Set<Trip>().AsNoTracking().Where(t => t.ApplicantId == me);
        if (openOnly)
        {
            trips = trips.Where(t => t.State != TripState.Settled && t.State != TripState.Cancelled);
        }

        var rows = await trips.OrderByDescending(t => t.Day).ThenByDescending(t => t.Code).Take(Most)
            .Select(t => new { t.Id, t.Code, t.PlanStart, t.PlanTo, t.Purpose, t.State, t.RealEnd, t.RealJourney }).ToListAsync(ct);
        return rows.ConvertAll(t => new Row(t.Id, t.Code, clock.ToLocal(t.PlanStart), t.PlanTo, t.Purpose, t.State, confirmations.Of(t.State, t.RealEnd, t.RealJourney)));
    }

    /// <summary>One trip.</summary>
    internal sealed record Row(Guid Id, string Code, DateTime Start, string To, string Purpose, TripState State, ConfirmationState Word);
}
