using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Applications;

/// <summary>The applicant takes an application back before it is decided.</summary>
[Needs(FleetPermissions.Apply), Display(Name = "撤回配备更新申请")]
public sealed record WithdrawApplication : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder asker, TripFolder folder, Casework casework, Journal journal) : IHandler<WithdrawApplication, Guid>
    {
        public async Task<Guid> HandleAsync(WithdrawApplication act, CancellationToken ct)
        {
            var application = await db.Set<FleetApplication>().Within(asker.Current, FleetPermissions.Apply, a => a.UnitId, a => a.ApplicantId).FirstOrDefaultAsync(a => a.Id == act.Id, ct)
                ?? throw new NotWithinReachException("application");
            application.Withdraw(folder.Hand);
            journal.Concerns(FleetKinds.Application, application.Id, application.UnitId);
            await casework.CloseAsync(application.Id, "withdrawn", ct);
            return application.Id;
        }
    }
}
