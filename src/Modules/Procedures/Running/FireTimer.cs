using System.ComponentModel.DataAnnotations;
using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Work;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Running;

/// <summary>A time that a case waits for has come. The system does it by itself; of several servers one wins.</summary>
[Needs(ProceduresPermissions.Administer), Display(Name = "到时推进")]
public sealed record FireTimer : IAct<Guid>
{
    /// <summary>The case.</summary>
    [Required, Display(Name = "事项")] public Guid? CaseId { get; init; }

    /// <summary>Token that waits.</summary>
    [Display(Name = "位置")] public int Token { get; init; }

    /// <summary>Event.</summary>
    [Required, StringLength(200), Display(Name = "环节")] public string Node { get; init; } = "";

    internal sealed class Handler(GuijuDb db, WorkDesk desk, CaseTimers timers, TimeProvider clock) : IHandler<FireTimer, Guid>
    {
        public async Task<Guid> HandleAsync(FireTimer act, CancellationToken ct)
        {
            var at = await desk.CaseAsync(act.CaseId, ProceduresPermissions.Administer, ct);
            var now = clock.GetUtcNow().UtcDateTime;
            var timer = await db.Set<CaseTimer>().FirstOrDefaultAsync(t => t.CaseId == act.CaseId && t.Token == act.Token && t.Node == act.Node && t.Due != null && t.Due <= now, ct);
            Check.That(timer is not null, ProcedureChecks.NotDue);
            var wait = Engine.Waiting(at.Model, at.State).FirstOrDefault(w => w.Token == act.Token && w.Node == act.Node);
            Check.That(wait is not null, ProcedureChecks.NotDue);
            timers.Again(timer!, wait!, at.State); // the checks have thrown otherwise
            return await desk.DoAsync(at, new Happened(act.Token, act.Node, new Dictionary<string, object?>()), null, ct);
        }
    }
}
