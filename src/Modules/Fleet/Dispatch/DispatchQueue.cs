using System.Linq.Expressions;
using Guiju.Fleet.Trips;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Fleet.Vehicles;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Dispatch;

/// <summary>What the dispatcher has before him: requests that wait for a car, trips under way, trips to be settled.</summary>
internal sealed class DispatchQueue(GuijuDb db, ActorHolder asker, Bodies bodies, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>The trips in one of the states, the earliest start first.</summary>
    public Task<IReadOnlyList<Row>> AskAsync(TripState state, CancellationToken ct) => RowsAsync(t => t.State == state, ct);

    /// <summary>Journeys that a passenger says were none, or complains of, and into which nobody has looked yet.</summary>
    public Task<IReadOnlyList<Row>> DoubtedAsync(CancellationToken ct) => RowsAsync(Doubted, ct);

    /// <summary>How many of them there are.</summary>
    public Task<int> CountDoubtedAsync(CancellationToken ct) => db.Set<Trip>().AsNoTracking().Within(asker.Current, FleetPermissions.Dispatch, t => t.UnitId).CountAsync(Doubted, ct);

    private static Expression<Func<Trip, bool>> Doubted => t => t.FollowedUpAt == null && (t.RealJourney == false || t.Complaint != "");

    private async Task<IReadOnlyList<Row>> RowsAsync(Expression<Func<Trip, bool>> some, CancellationToken ct)
    {
        var tree = await bodies.TreeAsync(ct);
        var seen = db.Set<Vehicle>().Seen(asker.Current);
        var rows = await db.Set<Trip>().AsNoTracking().Within(asker.Current, FleetPermissions.Dispatch, t => t.UnitId)
            .Where(some).OrderBy(t => t.PlanStart).Take(Most)
            .Select(t => new { t.Id, t.Code, t.UnitId, t.PlanStart, t.PlanEnd, t.PlanTo, t.Purpose, t.ClassWanted, t.ShareOk, t.Emergency, t.Passengers, Plate = seen.Where(v => v.Id == t.VehicleId).Select(v => v.PlateNo).FirstOrDefault() })
            .ToListAsync(ct);
        return rows.ConvertAll(t => new Row
        {
            Id = t.Id,
            Code = t.Code,
            Unit = tree.NameOf(t.UnitId),
            Start = clock.ToLocal(t.PlanStart),
            End = clock.ToLocal(t.PlanEnd),
            To = t.PlanTo,
            Purpose = t.Purpose,
            ClassWanted = t.ClassWanted,
            ShareOk = t.ShareOk,
            Emergency = t.Emergency,
            Passengers = t.Passengers.Count,
            PlateNo = t.Plate ?? "",
        });
    }

    /// <summary>How many trips stand in each state that concerns the dispatcher.</summary>
    public async Task<IReadOnlyDictionary<TripState, int>> CountAsync(CancellationToken ct)
    {
        TripState[] states = [TripState.Approved, TripState.Dispatched, TripState.Departed, TripState.Returned];
        return await db.Set<Trip>().AsNoTracking().Within(asker.Current, FleetPermissions.Dispatch, t => t.UnitId)
            .Where(t => states.Contains(t.State)).GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    /// <summary>One trip.</summary>
    internal sealed record Row
    {
        public Guid Id { get; init; }

        public string Code { get; init; } = "";

        public string Unit { get; init; } = "";

        public DateTime Start { get; init; }

        public DateTime End { get; init; }

        public string To { get; init; } = "";

        public string Purpose { get; init; } = "";

        public VehicleClass ClassWanted { get; init; }

        public bool ShareOk { get; init; }

        public bool Emergency { get; init; }

        public int Passengers { get; init; }

        public string PlateNo { get; init; } = "";
    }
}
