using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Trips;

/// <summary>What a driver has before him: today's trips, those not yet begun or finished, and the next ones.</summary>
internal sealed class DriverDay(GuijuDb db, ActorHolder asker, TimeProvider clock)
{
    private const int DaysAhead = 7;

    /// <summary>The trips, in the order of their start.</summary>
    public async Task<IReadOnlyList<Row>> AskAsync(CancellationToken ct)
    {
        if (asker.Current.PersonId is not { } me)
        {
            return [];
        }

        var today = clock.Today();
        var last = today.AddDays(DaysAhead);
        var rows = await db.Set<Trip>().AsNoTracking()
            .Where(t => t.DriverPersonId == me && t.Day <= last
                && (t.State == TripState.Dispatched || t.State == TripState.Departed || t.Day == today && (t.State == TripState.Returned || t.State == TripState.Settled)))
            .OrderBy(t => t.PlanStart)
            .Join(db.Set<Vehicle>(), t => t.VehicleId, v => v.Id, (t, v) => new { t, v.PlateNo, v.ParkingPlace })
            .ToListAsync(ct);
        return rows.ConvertAll(r => new Row
        {
            Id = r.t.Id,
            Code = r.t.Code,
            PlateNo = r.PlateNo,
            ParkingPlace = r.ParkingPlace,
            Start = clock.ToLocal(r.t.PlanStart),
            End = clock.ToLocal(r.t.PlanEnd),
            From = r.t.PlanFrom,
            To = r.t.PlanTo,
            Passengers = string.Join('、', r.t.Passengers.Select(p => p.Name)),
            Applicant = r.t.ApplicantName,
            State = r.t.State,
        });
    }

    /// <summary>One trip.</summary>
    internal sealed record Row
    {
        public Guid Id { get; init; }

        public string Code { get; init; } = "";

        public string PlateNo { get; init; } = "";

        public string ParkingPlace { get; init; } = "";

        public DateTime Start { get; init; }

        public DateTime End { get; init; }

        public string From { get; init; } = "";

        public string To { get; init; } = "";

        public string Passengers { get; init; } = "";

        public string Applicant { get; init; } = "";

        public TripState State { get; init; }
    }
}
