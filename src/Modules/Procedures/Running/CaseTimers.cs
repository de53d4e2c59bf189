using Guiju.Bpmn;
using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Definitions;
using Microsoft.EntityFrameworkCore;
using CaseState = Guiju.Bpmn.Running.CaseState;

namespace Guiju.Procedures.Running;

/// <summary>Keeps the times that a case waits for in step with where it stands.</summary>
internal sealed class CaseTimers(GuijuDb db, TimeProvider time)
{
    public async Task FollowAsync(Underway at, CaseState state, CancellationToken ct)
    {
        if (!at.Model.Processes.Any(p => p.Nodes.Any(n => n.Trigger == Trigger.Timer && n.Kind != NodeKind.Start)))
        {
            return;
        }

        var waits = Engine.Waiting(at.Model, state).Where(w => w.Trigger == Trigger.Timer).ToDictionary(w => (w.Token, w.Node));
        var kept = await db.Set<CaseTimer>().Where(t => t.CaseId == at.Matter.Id).ToListAsync(ct);
        db.RemoveRange(kept.Where(t => !waits.ContainsKey((t.Token, t.Node))));
        foreach (var wait in waits.Values.Where(w => !kept.Exists(t => t.Token == w.Token && t.Node == w.Node)))
        {
            var next = TimerTime.Of(wait, time.GetLocalNow(), text => CaseFlow.Evaluate(text, state.Variables));
            Check.That(next is not null, ProcedureChecks.UnclearTime(wait));
            db.Add(new CaseTimer { CaseId = at.Matter.Id, Token = wait.Token, Node = wait.Node, Due = next!.Value.Due.UtcDateTime, Left = next.Value.Times }); // the check has thrown otherwise
        }
    }

    /// <summary>One that came and comes again.</summary>
    public void Again(CaseTimer timer, Awaited wait, CaseState state)
    {
        timer.Left--;
        timer.Due = timer.Left > 0 && TimerTime.Of(wait, time.GetLocalNow(), text => CaseFlow.Evaluate(text, state.Variables)) is { } next ? next.Due.UtcDateTime : null;
    }
}
