using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Applications;

/// <summary>A body applies for a car in place of an old one.</summary>
[Needs(FleetPermissions.Apply), At(FleetControlPoints.RenewVehicle, Filing = true), Display(Name = "申请更新车辆")]
public sealed record RenewVehicle : ApplicationFields, IAct<Guid>, IAnswersFindings
{
    [Display(Name = "拟更新车辆"), Required] public Guid? ReplacedVehicleId { get; init; }

    [Display(Name = "更新理由"), Required] public RenewalReason? Reason { get; init; }

    [Display(Name = "技术状态"), Required] public TechnicalState? Technical { get; init; }

    internal sealed class Handler(GuijuDb db, Bodies bodies, ApplicationDesk desk) : IHandler<RenewVehicle, Guid>
    {
        public async Task<Guid> HandleAsync(RenewVehicle act, CancellationToken ct)
        {
            var body = await bodies.ActingAsync(act.UnitId, FleetPermissions.Apply, ct);
            Check.That(await db.Set<Vehicle>().AnyAsync(v => v.Id == act.ReplacedVehicleId && v.UnitId == body.Id, ct), ApplicationChecks.ReplacesOwnCar, nameof(act.ReplacedVehicleId));
            var open = await db.Set<FleetApplication>().AnyAsync(a => a.ReplacedVehicleId == act.ReplacedVehicleId
                && (a.State == ApplicationState.Submitted || a.State == ApplicationState.Approved), ct);
            Check.That(!open, ApplicationChecks.OneApplicationPerCar, nameof(act.ReplacedVehicleId));
            var (quota, held) = await desk.QuotaAsync(body.Id, act.Class.GetValueOrDefault(), ct);
            return await desk.FileAsync("更", new Filing
            {
                What = ApplicationKind.Renew,
                UnitId = body.Id,
                On = desk.Today,
                Fields = act,
                Form = Json.Write(act),
                Way = AcquireWay.Purchase,
                Quota = quota,
                Held = held,
                ReplacedVehicleId = act.ReplacedVehicleId,
                Reason = act.Reason,
                Technical = act.Technical,
            }, ct);
        }
    }

    internal sealed class Facts(GuijuDb db, Bodies bodies, ApplicationQuestions questions, TimeProvider clock) : IFacts<RenewVehicle>
    {
        public async Task<LawQuestion?> GatherAsync(RenewVehicle act, CancellationToken ct)
        {
            var body = await bodies.ActingAsync(act.UnitId, FleetPermissions.Apply, ct);
            var old = await db.Set<Vehicle>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == act.ReplacedVehicleId && v.UnitId == body.Id, ct);
            // The old car leaves room in the quota only where it stands in the same class.
            var facts = await questions.OfCarAsync(act, body.Id, (1, old is not null && old.Class == act.Class ? 1 : 0), ct);
            return new LawQuestion(clock.Today(), facts.With(ApplicationQuestions.OfOldCar(act, old, clock.Today())));
        }
    }
}
