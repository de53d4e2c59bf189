using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Cases;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Months;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Trips;

/// <summary>The account of a returned trip is closed; it enters the car's ledger and month.</summary>
[Needs(FleetPermissions.Settle), At(FleetControlPoints.SettleTrip, ApprovedBy = FleetPermissions.Except), Display(Name = "结算用车")]
public sealed record SettleTrip : IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "资金来源"), Required] public FundSource? FundSource { get; init; }

    [Display(Name = "本次未加油、未充电")] public bool NoFuel { get; init; }

    [Display(Name = "本次没有费用")] public bool NoCosts { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(TripFolder folder, OpenMonths months, TripCases cases) : IHandler<SettleTrip, Guid>
    {
        public async Task<Guid> HandleAsync(SettleTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenForUnitAsync(act.Id, FleetPermissions.Settle, ct);
            await months.HoldAsync(trip.VehicleId, trip.Day, ct);
            trip.Settle(folder.Hand, act.NoFuel, act.NoCosts);
            await cases.SettledAsync(trip, ct);
            return trip.Id;
        }
    }

    internal sealed class Facts(TripFolder folder, GuijuDb db, Bodies bodies) : IFacts<SettleTrip>
    {
        public async Task<LawQuestion?> GatherAsync(SettleTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenForUnitAsync(act.Id, FleetPermissions.Settle, ct);
            var costs = await db.Set<TripCost>().AsNoTracking().Where(c => c.TripId == trip.Id).ToListAsync(ct);
            var payees = await db.Set<Payee>().AsNoTracking().Where(p => p.Service == ServiceKind.Fuel).ToListAsync(ct);
            return new LawQuestion(folder.Today, new Dictionary<string, object?>
            {
                ["unitKind"] = await bodies.KindAsync(trip.UnitId, ct),
                ["recordGaps"] = Gaps(trip, act, costs),
                ["offContractLines"] = costs.Count(c => c.Kind == CostKind.Fuel && !payees.Any(p => p.Id == c.PayeeId && p.From <= c.On && p.To >= c.On)),
                ["foreignLines"] = costs.Count(c => c.VehicleId != trip.VehicleId),
                ["fundSource"] = LawCode.Of(act.FundSource),
            }) { Matter = trip.Id };
        }

        // The six things a trip's record must hold, by the codes of the control point.
        private static List<string> Gaps(Trip trip, SettleTrip act, List<TripCost> costs)
        {
            (string Code, bool There)[] record =
            [
                ("time", trip.RealStart is not null && trip.RealEnd is not null),
                ("reason", trip.Purpose.Length > 0),
                ("place", trip.PlanFrom.Length > 0 && trip.PlanTo.Length > 0),
                ("mileage", trip.Km is not null),
                ("fuel", trip.NoFuel || act.NoFuel || costs.Any(c => c.Kind is CostKind.Fuel or CostKind.Charge)),
                ("cost", trip.NoCosts || act.NoCosts || costs.Count > 0),
            ];
            return record.Where(r => !r.There).Select(r => r.Code).ToList();
        }
    }
}
