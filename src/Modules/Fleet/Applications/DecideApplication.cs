using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Applications;

/// <summary>The vehicle authority approves an application or sends it back with an opinion.</summary>
[Needs(FleetPermissions.Decide), Display(Name = "审核配备更新申请")]
public sealed record DecideApplication : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "审核结果"), Required] public bool? Approved { get; init; }

    [Display(Name = "审核意见"), StringLength(400)] public string? Opinion { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder asker, TripFolder folder, Casework casework, Journal journal) : IHandler<DecideApplication, Guid>
    {
        public async Task<Guid> HandleAsync(DecideApplication act, CancellationToken ct)
        {
            var application = await db.Set<FleetApplication>().Within(asker.Current, FleetPermissions.Decide, a => a.UnitId).FirstOrDefaultAsync(a => a.Id == act.Id, ct)
                ?? throw new NotWithinReachException("application");
            var approved = act.Approved.GetValueOrDefault();
            application.Decide(folder.Hand, approved, act.Opinion);
            journal.Concerns(FleetKinds.Application, application.Id, application.UnitId);
            var result = approved ? "approved" : "sent-back";
            await casework.AnswerAsync(application.Id, ApplicationDesk.DecideStep, result, act.Opinion, ct);
            if (application.ApplicantId is { } applicant)
            {
                await casework.CopyToAsync(application.Id, applicant, ct);
            }

            return application.Id;
        }
    }
}
