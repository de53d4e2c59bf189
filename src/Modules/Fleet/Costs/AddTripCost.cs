using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Months;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Costs;

/// <summary>The driver, or the dispatcher, enters what a trip cost.</summary>
[Needs(FleetPermissions.EnterCosts), Display(Name = "登记行程费用")]
public sealed record AddTripCost : CostLine, IAct<Guid>
{
    [Required] public Guid? TripId { get; init; }

    internal sealed class Handler(GuijuDb db, TripFolder folder, OpenMonths months) : IHandler<AddTripCost, Guid>
    {
        public async Task<Guid> HandleAsync(AddTripCost act, CancellationToken ct)
        {
            var trip = await folder.OpenAsync(act.TripId, FleetPermissions.EnterCosts, ct);
            Check.That(trip.State is TripState.Departed or TripState.Returned, CostChecks.AfterDeparture);
            await months.HoldAsync(trip.VehicleId, trip.Day, ct);
            var payee = act.PayeeId is null ? null : await db.Set<Payee>().FirstOrDefaultAsync(p => p.Id == act.PayeeId, ct) ?? throw new NotWithinReachException("payee");
            var cost = TripCost.Enter(Guid.CreateVersion7(), (trip.Id, trip.VehicleId.GetValueOrDefault()), act, payee);
            db.Add(cost);
            return cost.Id;
        }
    }
}
