using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Quotas;

/// <summary>The vehicle desk fixes how many cars of a class a body may hold from a day on.</summary>
[Needs(FleetPermissions.FixQuota), Display(Name = "核定车辆编制")]
public sealed record SetQuota : IAct<Guid>
{
    [Display(Name = "单位"), Required] public Guid? UnitId { get; init; }

    [Display(Name = "车辆类别"), Required] public VehicleClass? Class { get; init; }

    [Display(Name = "编制数（辆）"), Required, Range(0, 10000)] public int? Cars { get; init; }

    [Display(Name = "起始日"), Required] public DateOnly? From { get; init; }

    [Display(Name = "核定文号"), Required, StringLength(80, MinimumLength = 1)] public string DocNo { get; init; } = "";

    internal sealed class Handler(GuijuDb db, Bodies bodies, ActorHolder asker, Journal journal) : IHandler<SetQuota, Guid>
    {
        public async Task<Guid> HandleAsync(SetQuota act, CancellationToken ct)
        {
            var body = await bodies.OfAsync(act.UnitId, ct);
            if (!asker.Current.For(FleetPermissions.FixQuota).Covers(body.Id))
            {
                throw new NotWithinReachException("unit");
            }

            var (kind, from) = (act.Class.GetValueOrDefault(), act.From.GetValueOrDefault());
            var before = await db.Set<Quota>().FirstOrDefaultAsync(q => q.UnitId == body.Id && q.Class == kind && q.To == null, ct);
            var quota = Quota.Fix(Guid.CreateVersion7(), (body.Id, kind), act.Cars.GetValueOrDefault(), from, act.DocNo.Trim(), before);
            db.Add(quota);
            journal.Concerns(FleetKinds.Quota, quota.Id, body.Id);
            return quota.Id;
        }
    }
}
