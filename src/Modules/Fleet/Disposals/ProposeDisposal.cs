using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Applications;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Disposals;

/// <summary>提出处置: a body proposes that one of its vehicles be disposed of. The steps are taken on the page of the case, where the deciding one is judged again.</summary>
[Needs(FleetPermissions.Apply), At(FleetControlPoints.DisposeVehicle, Filing = true), Display(Name = "提出车辆处置")]
public sealed record ProposeDisposal : IAct<Guid>, IAnswersFindings
{
    /// <summary>The vehicle.</summary>
    [Required, Display(Name = "车辆")] public Guid? VehicleId { get; init; }

    /// <summary>How it leaves.</summary>
    [Required, Display(Name = "处置方式")] public DisposalRoute? Route { get; init; }

    /// <summary>Why it is scrapped.</summary>
    [Required, Display(Name = "报废依据")] public ScrapGround? Ground { get; init; }

    /// <summary>Its technical state.</summary>
    [Required, Display(Name = "技术状态")] public TechnicalState? Technical { get; init; }

    /// <summary>Valuation report.</summary>
    [StringLength(80), Display(Name = "评估报告编号")] public string? ValuationReport { get; init; }

    /// <summary>Rule that exempts from valuation.</summary>
    [StringLength(200), Display(Name = "评估豁免依据")] public string? ValuationExempt { get; init; }

    /// <summary>Where the proceeds go.</summary>
    [Required, Display(Name = "收入去向")] public IncomeAccount? Income { get; init; }

    /// <summary>State rule on an institution's proceeds.</summary>
    [StringLength(200), Display(Name = "收入例外依据")] public string? StateException { get; init; }

    /// <summary>Why, in words.</summary>
    [StringLength(400), Display(Name = "情况说明")] public string? Justification { get; init; }

    internal sealed class Handler(Cars cars, Casework casework, TimeProvider clock) : IHandler<ProposeDisposal, Guid>
    {
        public async Task<Guid> HandleAsync(ProposeDisposal act, CancellationToken ct)
        {
            var car = await cars.OwnAsync(act.VehicleId, ct);
            Check.That(car.State is not (VehicleState.Disposed or VehicleState.Cancelled), DisposalChecks.StillHeld, nameof(VehicleId));
            var title = new Bilingual($"车辆处置 {car.PlateNo}", $"Disposal of {car.PlateNo}");
            await cars.BeginAsync(act, car, clock.Today(), ct);
            await casework.OpenAsync(new CaseOpening(DisposalFolder.Procedure, title, FleetKinds.Vehicle, car.Id, car.UnitId, $"/cases/{car.Id}", clock.Today()) { Variables = await cars.KnownAsync(act, car, ct) }, ct);
            return car.Id;
        }
    }

    internal sealed class Facts(Cars cars, TimeProvider clock) : IFacts<ProposeDisposal>
    {
        public async Task<LawQuestion?> GatherAsync(ProposeDisposal act, CancellationToken ct) =>
            act.VehicleId is null ? null : new LawQuestion(clock.Today(), await cars.KnownAsync(act, await cars.OwnAsync(act.VehicleId, ct), ct));
    }

    /// <summary>The vehicle within reach, and what is known of its disposal in the words of the law.</summary>
    internal sealed class Cars(GuijuDb db, ActorHolder asker, Bodies bodies, Journal journal)
    {
        public async Task<Vehicle> OwnAsync(Guid? id, CancellationToken ct)
        {
            var car = await db.Set<Vehicle>().Within(asker.Current, FleetPermissions.Apply, v => v.UnitId).Seen(asker.Current).FirstOrDefaultAsync(v => v.Id == id, ct) ?? throw new NotWithinReachException("vehicle");
            journal.Concerns(FleetKinds.Vehicle, car.Id, car.UnitId);
            return car;
        }

        /// <summary>Enters the proposal in the register; one before it that was not approved gives way.</summary>
        public async Task BeginAsync(ProposeDisposal act, Vehicle car, DateOnly today, CancellationToken ct)
        {
            foreach (var before in await db.Set<Disposal>().Where(d => d.VehicleId == car.Id && d.State == DisposalState.Proposed).ToListAsync(ct))
            {
                before.GiveWay();
            }

            var disposal = Disposal.Propose(Guid.CreateVersion7(), (car.Id, car.PlateNo, car.UnitId), act, today);
            db.Add(disposal);
            journal.Concerns(FleetKinds.Disposal, disposal.Id, car.UnitId);
        }

        public async Task<IReadOnlyDictionary<string, object?>> KnownAsync(ProposeDisposal act, Vehicle car, CancellationToken ct) => new Dictionary<string, object?>
        {
            ["unitKind"] = await bodies.KindAsync(car.UnitId, ct),
            ["disposalRoute"] = LawCode.Of(act.Route),
            ["scrapGround"] = LawCode.Of(act.Ground),
            ["technicalState"] = LawCode.Of(act.Technical),
            ["valuationReport"] = act.ValuationReport?.Trim() ?? "",
            ["valuationExempt"] = act.ValuationExempt?.Trim() ?? "",
            ["incomeAccount"] = LawCode.Of(act.Income),
            ["stateException"] = act.StateException?.Trim() ?? "",
        };
    }
}
