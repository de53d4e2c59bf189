using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Statements;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Months;

/// <summary>Closes the account of one car for a month that has ended and is wholly settled.</summary>
[Needs(FleetPermissions.Settle), Display(Name = "单车月度结账")]
public sealed record CloseMonth : IAct<Guid>
{
    [Required] public Guid? VehicleId { get; init; }

    [Display(Name = "月份"), Required] public DateOnly? Month { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder asker, TimeProvider clock, CarMonths months, Journal journal) : IHandler<CloseMonth, Guid>
    {
        public async Task<Guid> HandleAsync(CloseMonth act, CancellationToken ct)
        {
            var car = await db.Set<Vehicle>().Within(asker.Current, FleetPermissions.Settle, v => v.UnitId).Seen(asker.Current).FirstOrDefaultAsync(v => v.Id == act.VehicleId, ct)
                ?? throw new NotWithinReachException("vehicle");
            var month = CarMonths.FirstOf(act.Month.GetValueOrDefault());
            var next = month.AddMonths(1);
            Check.That(!await db.Set<MonthClosing>().AnyAsync(m => m.VehicleId == car.Id && m.Month == month, ct), MonthChecks.NotClosedYet);
            var unsettled = await db.Set<Trip>().AnyAsync(t => t.VehicleId == car.Id && t.Day >= month && t.Day < next
                && (t.State == TripState.Dispatched || t.State == TripState.Departed || t.State == TripState.Returned), ct);
            Check.That(!unsettled, MonthChecks.AllSettled);
            Check.That(!await db.Set<StatementLine>().AnyAsync(l => l.VehicleId == car.Id && l.BookedIn == month && l.Open, ct), MonthChecks.StatementsSettled);
            var closing = MonthClosing.Close(Guid.CreateVersion7(), (car.Id, car.UnitId), await months.OfAsync(car.Id, month, ct), asker.Current.PersonId, (clock.UtcNow(), clock.Today()));
            db.Add(closing);
            journal.Concerns(FleetKinds.Vehicle, car.Id, car.UnitId);
            return closing.Id;
        }
    }
}
