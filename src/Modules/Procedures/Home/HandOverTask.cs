using System.ComponentModel.DataAnnotations;
using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Home;

/// <summary>A duty officer hands a task that nobody could take to a person (转办).</summary>
[Needs(ProceduresPermissions.Duty), Display(Name = "转办")]
public sealed record HandOverTask : IAct<Guid>
{
    /// <summary>The task.</summary>
    [Display(Name = "任务")]
    public Guid TaskId { get; init; }

    /// <summary>Staff number of the person who takes over.</summary>
    [Required, StringLength(40, MinimumLength = 1), Display(Name = "接办人工号")]
    public string PersonCode { get; init; } = "";

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal, Holders holders, CaseFlow flow) : IHandler<HandOverTask, Guid>
    {
        public async Task<Guid> HandleAsync(HandOverTask act, CancellationToken ct)
        {
            var task = await db.Set<WorkTask>().For(holder.Current).FirstOrDefaultAsync(t => t.Id == act.TaskId && t.OnDuty, ct) ?? throw new NotWithinReachException("task");
            var matter = await db.Set<Case>().FirstAsync(c => c.Id == task.CaseId, ct);
            var person = await holders.FindEmployedAsync(act.PersonCode.Trim(), ct);
            Check.That(person is not null, CaseChecks.PersonIsEmployed, nameof(PersonCode));
            if (await flow.TakeUpAsync(matter, ct) is { } at && at.State.Item(task.Item) is { } item)
            {
                await flow.CarryAsync(at, new Transfer(flow.Me, item.Id, person!.Value.ToString()) { As = item.Holder ?? item.Candidates[0] }, null, ct); // the check has thrown otherwise
            }
            else
            {
                task.HandTo(person!.Value); // the check has thrown otherwise
            }

            journal.Concerns(matter.SubjectKind, matter.SubjectId, matter.UnitId);
            return task.Id;
        }
    }
}
