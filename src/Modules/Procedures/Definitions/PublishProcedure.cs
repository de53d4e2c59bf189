using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Definitions;

/// <summary>A second person publishes a version from a day on. Cases already running stay on theirs.</summary>
[Needs(ProceduresPermissions.Publish), Display(Name = "发布流程")]
public sealed record PublishProcedure : IAct<Guid>
{
    /// <summary>The version.</summary>
    [Required, Display(Name = "流程版本")] public Guid? VersionId { get; init; }

    /// <summary>First day in force.</summary>
    [Required, Display(Name = "施行日期")] public DateOnly? From { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, ProcedureFaults faults, Journal journal, TimeProvider clock) : IHandler<PublishProcedure, Guid>
    {
        public async Task<Guid> HandleAsync(PublishProcedure act, CancellationToken ct)
        {
            var version = await db.Set<ProcedureVersion>().FirstOrDefaultAsync(v => v.Id == act.VersionId, ct) ?? throw new NotWithinReachException("version");
            var from = act.From.GetValueOrDefault();
            Check.That(from >= DateOnly.FromDateTime(clock.GetLocalNow().DateTime), ProcedureChecks.NotInThePast, nameof(From));
            if (await faults.FindAsync(version.Xml, ct) is [var fault, ..])
            {
                Check.That(false, ProcedureChecks.Faulty(fault));
            }

            version.Publish(new Participant(holder.Current.PersonId, holder.Current.Name), from, clock.GetUtcNow().UtcDateTime);
            journal.Concerns("procedures.version", version.Id);
            return version.Id;
        }
    }
}
