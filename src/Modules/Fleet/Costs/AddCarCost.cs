using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Months;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Costs;

/// <summary>What a car costs beside its journeys is entered: repair, insurance, inspection, the driver's allowance. Insurance and inspection renew the car's deadlines.</summary>
[Needs(FleetPermissions.Settle), At(FleetControlPoints.RecordCost, ApprovedBy = FleetPermissions.Except), Display(Name = "登记车辆费用")]
public sealed record AddCarCost : CarCostLine, IAct<Guid>, IAnswersFindings
{
    [Display(Name = "车辆"), Required] public Guid? VehicleId { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(GuijuDb db, OwnCosts own, OpenMonths months, Journal journal) : IHandler<AddCarCost, Guid>
    {
        public async Task<Guid> HandleAsync(AddCarCost act, CancellationToken ct)
        {
            var car = await own.CarAsync(act.VehicleId, ct);
            var cost = CarCost.Enter(act, (car.Id, car.UnitId), await own.PayeeAsync(act.PayeeId, ct), await months.FirstOpenAsync(car.Id, act.On.GetValueOrDefault(), ct));
            if (cost.ValidTo is { } to)
            {
                car.Renew(cost.Kind, to);
            }

            db.Add(cost);
            journal.Concerns(FleetKinds.Vehicle, car.Id, car.UnitId);
            return cost.Id;
        }
    }

    internal sealed class Facts(OwnCosts own) : IFacts<AddCarCost>
    {
        public async Task<LawQuestion?> GatherAsync(AddCarCost act, CancellationToken ct)
        {
            if (act.Kind is not { } kind || act.On is not { } on)
            {
                return null;
            }

            await own.CarAsync(act.VehicleId, ct);
            return new LawQuestion(on, new Dictionary<string, object?> { ["offContractLines"] = await own.IsOffContractAsync(kind, act.PayeeId, on, ct) ? 1 : 0, ["foreignLines"] = 0 });
        }
    }
}

/// <summary>The car and the payee of a cost, within the reach of whoever enters it.</summary>
internal sealed class OwnCosts(GuijuDb db, ActorHolder asker)
{
    /// <summary>The car, tracked.</summary>
    public async Task<Vehicle> CarAsync(Guid? id, CancellationToken ct) =>
        await db.Set<Vehicle>().Within(asker.Current, FleetPermissions.Settle, v => v.UnitId).Seen(asker.Current).FirstOrDefaultAsync(v => v.Id == id, ct) ?? throw new NotWithinReachException("vehicle");

    /// <summary>The payee; null where none is named.</summary>
    public async Task<Payee?> PayeeAsync(Guid? id, CancellationToken ct) =>
        id is null ? null : await db.Set<Payee>().FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotWithinReachException("payee");

    /// <summary>Whether repair or insurance is paid to somebody without a contract for it on that day; other costs are free.</summary>
    public async Task<bool> IsOffContractAsync(CarCostKind kind, Guid? payeeId, DateOnly on, CancellationToken ct)
    {
        ServiceKind? needed = kind switch
        {
            CarCostKind.Repair => ServiceKind.Repair,
            CarCostKind.CompulsoryInsurance or CarCostKind.CommercialInsurance => ServiceKind.Insurance,
            _ => null,
        };
        return needed is { } service && !await db.Set<Payee>().AnyAsync(p => p.Id == payeeId && p.Service == service && p.From <= on && p.To >= on, ct);
    }
}
