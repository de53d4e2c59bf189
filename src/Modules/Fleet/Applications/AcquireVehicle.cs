using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;

namespace Guiju.Fleet.Applications;

/// <summary>A body applies for new cars.</summary>
[Needs(FleetPermissions.Apply), At(FleetControlPoints.AcquireVehicle, Filing = true), Display(Name = "申请配备车辆")]
public sealed record AcquireVehicle : ApplicationFields, IAct<Guid>, IAnswersFindings
{
    [Display(Name = "取得方式"), Required] public AcquireWay? Way { get; init; }

    [Display(Name = "申请数量（辆）"), Required, Range(1, 100)] public int? Cars { get; init; } = 1;

    [Display(Name = "同时退出的旧车（辆）"), Range(0, 100)] public int? Replaces { get; init; }

    internal sealed class Handler(Bodies bodies, ApplicationDesk desk) : IHandler<AcquireVehicle, Guid>
    {
        public async Task<Guid> HandleAsync(AcquireVehicle act, CancellationToken ct)
        {
            var body = await bodies.ActingAsync(act.UnitId, FleetPermissions.Apply, ct);
            var (quota, held) = await desk.QuotaAsync(body.Id, act.Class.GetValueOrDefault(), ct);
            return await desk.FileAsync("配", new Filing
            {
                What = ApplicationKind.Acquire,
                UnitId = body.Id,
                On = desk.Today,
                Fields = act,
                Form = Json.Write(act),
                Cars = act.Cars.GetValueOrDefault(),
                Way = act.Way.GetValueOrDefault(),
                Quota = quota,
                Held = held,
            }, ct);
        }
    }

    internal sealed class Facts(Bodies bodies, ApplicationQuestions questions, TimeProvider clock) : IFacts<AcquireVehicle>
    {
        public async Task<LawQuestion?> GatherAsync(AcquireVehicle act, CancellationToken ct)
        {
            var body = await bodies.ActingAsync(act.UnitId, FleetPermissions.Apply, ct);
            var facts = await questions.OfCarAsync(act, body.Id, (act.Cars, act.Replaces.GetValueOrDefault()), ct);
            facts["acquireWay"] = LawCode.Of(act.Way);
            return new LawQuestion(clock.Today(), facts);
        }
    }
}
