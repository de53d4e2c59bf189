using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Work;

/// <summary>A task that the acting person may take, with its case and place.</summary>
/// <param name="Task">Task.</param>
/// <param name="At">Where its case stands.</param>
/// <param name="As">The pool as which the person acts; null where named.</param>
internal sealed record Held(WorkTask Task, Underway At, string? As);

/// <summary>Finds what a verb is done to, within the person's reach, and has it carried out.</summary>
internal sealed class WorkDesk(GuijuDb db, ActorHolder holder, Journal journal, CaseFlow flow, Holders holders, CaseReach reach)
{
    private Held? last;

    public string? Me => flow.Me;

    /// <summary>A task of the acting person's.</summary>
    public async Task<Held> TakeAsync(Guid? taskId, CancellationToken ct)
    {
        if (last is { } known && known.Task.Id == taskId)
        {
            return known; // the law was asked about it a moment ago, in the same act
        }

        var task = await db.Set<WorkTask>().For(holder.Current).FirstOrDefaultAsync(t => t.Id == taskId, ct) ?? throw await NotMineAsync(taskId, ct);
        var at = await UnderwayAsync(await db.Set<Case>().FirstAsync(c => c.Id == task.CaseId, ct), ct);
        var item = at.State.Item(task.Item);
        Check.That(item is not null, CaseChecks.StepIsOpen);
        return last = new Held(task, at, task.PersonId is null ? item!.Candidates[0] : null); // the check has thrown otherwise
    }

    /// <summary>A running case that the acting person has to do with, or administers.</summary>
    public async Task<Underway> CaseAsync(Guid? caseId, string? permission, CancellationToken ct)
    {
        var matter = await db.Set<Case>().FirstOrDefaultAsync(c => c.Id == caseId, ct) ?? throw new NotWithinReachException("case");
        var reached = permission is not null ? holder.Current.For(permission).Covers(matter.UnitId) : await reach.TakesPartAsync(matter, ct);
        return reached ? await UnderwayAsync(matter, ct) : throw new NotWithinReachException("case");
    }

    /// <summary>A case that the acting person takes part in, or administers, wherever it stands.</summary>
    public async Task<Case> MatterAsync(Guid? caseId, bool closedToo, CancellationToken ct)
    {
        var matter = await db.Set<Case>().FirstOrDefaultAsync(c => c.Id == caseId, ct);
        if (matter is null || !holder.Current.For(ProceduresPermissions.Administer).Covers(matter.UnitId) && !await reach.TakesPartAsync(matter, ct))
        {
            throw new NotWithinReachException("case");
        }

        Check.That(closedToo || matter.State == Cases.CaseState.Open, CaseChecks.CaseIsOpen);
        journal.Concerns(matter.SubjectKind, matter.SubjectId, matter.UnitId);
        return matter;
    }

    /// <summary>The employed person with a staff number.</summary>
    public async Task<Guid> PersonAsync(string code, string field, CancellationToken ct)
    {
        var person = await holders.FindEmployedAsync(code.Trim(), ct);
        Check.That(person is not null, CaseChecks.PersonIsEmployed, field);
        return person!.Value; // the check has thrown otherwise
    }

    /// <summary>Refuses a verb where one of the steps that are open does not allow it.</summary>
    public static void Allow(Underway at, string verb) =>
        Check.That(at.State.Items.All(i => at.Model.Node(i.Node)?.Settings.Allows(verb) != false), WorkChecks.Allowed);

    public async Task<Guid> DoAsync(Underway at, CaseEvent happening, Said? said, CancellationToken ct)
    {
        await flow.CarryAsync(at, happening, said, ct);
        return at.Matter.Id;
    }

    // Who has to do with the case is told that somebody else was quicker; to everybody else there is no such task.
    private async Task<Exception> NotMineAsync(Guid? taskId, CancellationToken ct)
    {
        var matter = await (from t in db.Set<WorkTask>() join c in db.Set<Case>() on t.CaseId equals c.Id where t.Id == taskId select c).AsNoTracking().FirstOrDefaultAsync(ct);
        Check.That(matter is null || !await reach.ReadsAsync(matter, ct), CaseChecks.StepIsOpen);
        return new NotWithinReachException("task");
    }

    private async Task<Underway> UnderwayAsync(Case matter, CancellationToken ct)
    {
        var at = await flow.TakeUpAsync(matter, ct);
        Check.That(at is not null, ProcedureChecks.Exists);
        journal.Concerns(matter.SubjectKind, matter.SubjectId, matter.UnitId);
        return at!; // the check has thrown otherwise
    }
}

/// <summary>What must hold when a verb is used.</summary>
internal static class WorkChecks
{
    public static readonly SystemCheck Allowed = new("WorkChecks.Allowed", new("这一步须在业务页面办理，或不允许这样办理。", "This step is taken on the page of its trade, or does not allow that."));
}
