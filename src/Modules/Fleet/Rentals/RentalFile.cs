using Guiju.Fleet.Costs;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Verdicts;
using Guiju.Ui;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Rentals;

/// <summary>A rental as its page shows it, with what the asker may do now; and a new request prefilled from a trip that found no car.</summary>
internal sealed class RentalFile(GuijuDb db, ActorHolder asker, Bodies bodies, RentalDesk desk, TimeProvider clock)
{
    /// <summary>The rental that the asker may read, or has asked for; null where there is none.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct)
    {
        var me = asker.Current.PersonId;
        var rental = await db.Set<Rental>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, r => r.UnitId).FirstOrDefaultAsync(r => r.Id == id, ct)
            ?? (me is null ? null : await db.Set<Rental>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.RequestedById == me, ct));
        if (rental is null)
        {
            return null;
        }

        var verdicts = await db.Set<StoredVerdict>().AsNoTracking().Where(v => v.SubjectId == id).OrderByDescending(v => v.At).Take(1).ToListAsync(ct);
        var trips = await db.Set<RentalTrip>().AsNoTracking().Where(t => t.RentalId == id).OrderBy(t => t.Start).ToListAsync(ct);
        var rents = asker.Current.For(FleetPermissions.Rent).Covers(rental.UnitId);
        return new View(rental)
        {
            Unit = (await bodies.TreeAsync(ct)).NameOf(rental.UnitId),
            Trip = await db.Set<Trip>().Where(t => t.Id == rental.TripId).Select(t => t.Code).FirstOrDefaultAsync(ct),
            Trips = trips.ConvertAll(t => new Line(clock.ToLocal(t.Start), clock.ToLocal(t.End), t.From, t.To, t.Purpose, t.Driver, t.OdoIn - t.OdoOut)),
            SeenAt = clock.ToLocal(rental.Snapshot.TakenAt),
            Verdicts = verdicts.ConvertAll(v => (v.Id, v.Read())),
            MayDecide = rental.State == RentalState.Requested && asker.Current.Can(FleetPermissions.DecideRentals) && desk.MayDecide(rental) && (me is null || me != rental.RequestedById),
            MayWithdraw = rental.State is RentalState.Requested or RentalState.Approved && me is not null && me == rental.RequestedById && asker.Current.Can(FleetPermissions.Rent),
            MayOrder = rents && rental.State == RentalState.Approved,
            MayTake = rents && rental.State == RentalState.Ordered,
            MayUse = rents && rental.State == RentalState.InUse,
            MaySettle = rental.State == RentalState.Returned && asker.Current.For(FleetPermissions.Settle).Covers(rental.UnitId),
        };
    }

    /// <summary>Contract suppliers of rented cars whose contract holds today.</summary>
    public async Task<IReadOnlyList<Choice>> SuppliersAsync(CancellationToken ct)
    {
        var today = desk.Today;
        return (await db.Set<Payee>().AsNoTracking().Where(p => p.Service == ServiceKind.Rental && p.From <= today && p.To >= today).OrderBy(p => p.Name).ToListAsync(ct)).ConvertAll(p => new Choice(p.Id.ToString(), $"{p.Name}（{p.ContractNo}）"));
    }

    /// <summary>A request with what a trip without a car already says; null where there is none within reach.</summary>
    public async Task<RequestRental?> FromTripAsync(Guid? tripId, CancellationToken ct)
    {
        if (tripId is null || await db.Set<Trip>().AsNoTracking().Within(asker.Current, FleetPermissions.Rent, t => t.UnitId).FirstOrDefaultAsync(t => t.Id == tripId, ct) is not { } trip)
        {
            return null;
        }

        return new RequestRental
        {
            UnitId = trip.UnitId,
            TripId = trip.Id,
            Reason = trip.Reason,
            Purpose = trip.Purpose,
            From = DateOnly.FromDateTime(clock.ToLocal(trip.PlanStart)),
            To = DateOnly.FromDateTime(clock.ToLocal(trip.PlanEnd)),
            Heads = trip.Passengers.Count,
            Class = trip.ClassWanted,
        };
    }

    /// <summary>The file.</summary>
    internal sealed record View(Rental Rental)
    {
        public string Unit { get; init; } = "";

        public string? Trip { get; init; }

        public IReadOnlyList<Line> Trips { get; init; } = [];

        public DateTime SeenAt { get; init; }

        public IReadOnlyList<(Guid Id, Verdict Verdict)> Verdicts { get; init; } = [];

        public bool MayDecide { get; init; }

        public bool MayWithdraw { get; init; }

        public bool MayOrder { get; init; }

        public bool MayTake { get; init; }

        public bool MayUse { get; init; }

        public bool MaySettle { get; init; }
    }

    /// <summary>A journey; times are local.</summary>
    internal sealed record Line(DateTime Start, DateTime End, string From, string To, string Purpose, string Driver, decimal Km);
}
