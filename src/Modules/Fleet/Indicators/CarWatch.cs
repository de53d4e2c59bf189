using Guiju.Fleet.Alarms;
using Guiju.Fleet.Sightings;
using Guiju.Fleet.Terminals;
using Guiju.Fleet.Trips;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Indicators;

/// <summary>What watching over the cars has brought, car by car: journeys without an order, alarms and what became of them, journeys that shared a car, terminals that are heard.</summary>
internal sealed class CarWatch(GuijuDb db)
{
    private static readonly TripState[] Ended = [TripState.Returned, TripState.Settled];

    /// <summary>The parts of tallies that come from it.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="heardSince">A terminal heard since then is online, UTC; null where terminals are not asked about: the days are over, or no figure says how long one may be silent.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyDictionary<Guid, CarTally>> AskAsync(DateOnly from, DateOnly to, DateTime? heardSince, CancellationToken ct)
    {
        // What the record itself explained was asked of nobody, and alarms of devices speak of no journey.
        var alarms = await db.Set<Alarm>().AsNoTracking().Where(a => a.Day >= from && a.Day <= to && !a.Device && a.State != AlarmState.ByRecord)
            .Select(a => new { a.VehicleId, a.Kind, a.Verdict, a.FoundAt, a.JudgedAt }).ToListAsync(ct);
        var ended = db.Set<Trip>().AsNoTracking().Where(t => Ended.Contains(t.State) && t.Day >= from && t.Day <= to && t.VehicleId != null);
        var leads = db.Set<Trip>().Where(o => o.LeadId != null && Ended.Contains(o.State)).Select(o => o.LeadId); // found once, not once a journey
        var shared = await ended.Where(t => t.LeadId != null || leads.Contains(t.Id)).GroupBy(t => t.VehicleId).Select(g => new { Car = g.Key, Count = g.Count() }).ToListAsync(ct);
        var terminals = heardSince is null ? [] : await db.Set<FittedTerminal>().AsNoTracking().Where(t => t.RemovedOn == null)
            .Select(t => new { t.VehicleId, Online = db.Set<LastPosition>().Any(l => l.Terminal == t.Number && l.HeardAt >= heardSince) }).ToListAsync(ct);
        return alarms.Select(a => (Car: a.VehicleId, Tally: new CarTally
        {
            NoOrder = a.Kind == AlarmKind.NoOrder && a.Verdict is not (AlarmVerdict.Mistaken or AlarmVerdict.Device) ? 1 : 0,
            AlarmsJudged = a.Verdict is null ? 0 : 1,
            AlarmsTrue = a.Verdict == AlarmVerdict.Confirmed ? 1 : 0,
            AlarmHours = a is { Verdict: not null, JudgedAt: { } judged } ? Math.Round((decimal)(judged - a.FoundAt).TotalHours, 2, MidpointRounding.AwayFromZero) : 0,
        }))
            .Concat(shared.Select(s => (Car: s.Car.GetValueOrDefault(), Tally: new CarTally { Shared = s.Count }))) // asked only for journeys with a car
            .Concat(terminals.Select(t => (Car: t.VehicleId, Tally: new CarTally { Bound = 1, Online = t.Online ? 1 : 0 })))
            .GroupBy(c => c.Car).ToDictionary(g => g.Key, g => g.Aggregate(CarTally.None, (sum, c) => sum + c.Tally));
    }
}
