using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Contracts;

/// <summary>
/// Cases and tasks as the handlers of other modules move them: everything is added to the running act's context, so that it is
/// saved, or refused, together with the act and its ledger entry. Nothing here saves.
/// </summary>
public sealed class Casework
{
    private readonly GuijuDb db;
    private readonly ActorHolder holder;
    private readonly Holders holders;
    private readonly TimeProvider clock;

    internal Casework(GuijuDb db, ActorHolder holder, Holders holders, TimeProvider clock)
    {
        (this.db, this.holder, this.holders, this.clock) = (db, holder, holders, clock);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Participant Me => new(holder.Current.PersonId, holder.Current.Name);

    /// <summary>Opens a case of a record, started by whoever acts; refused where the record has an open one.</summary>
    public async Task OpenAsync(CaseOpening opening, CancellationToken ct)
    {
        Check.That(await FindAsync(opening.SubjectId, ct) is null, CaseChecks.OneOpenCase);
        db.Add(Case.Open(Guid.CreateVersion7(), opening, Me, Now));
    }

    /// <summary>Puts a step before a person or a pool. Where nobody could take it, it falls to the duty officers; it is never lost.</summary>
    public async Task AskAsync(Guid subjectId, Step step, CancellationToken ct)
    {
        var matter = await OpenCaseAsync(subjectId, ct);
        var task = matter.Ask(Guid.CreateVersion7(), step, Now);
        task.OnDuty = !await holders.AnyAsync(task, ct);
        db.Add(task);
    }

    /// <summary>Answers the open tasks of a step; refused where none is open any more. Of two people at once the second is told.</summary>
    public async Task AnswerAsync(Guid subjectId, string stepCode, string result, string? opinion, CancellationToken ct)
    {
        var matter = await OpenCaseAsync(subjectId, ct);
        var tasks = await OpenTasksAsync(matter, stepCode, ct);
        Check.That(tasks.Count > 0, CaseChecks.StepIsOpen);
        foreach (var task in tasks)
        {
            task.Answer(Me, result, opinion, Now);
        }
    }

    /// <summary>Takes a step back that nobody needs to take any more; nothing happens where none is open.</summary>
    public async Task WithdrawAsync(Guid subjectId, string stepCode, CancellationToken ct)
    {
        foreach (var task in await OpenTasksAsync(await OpenCaseAsync(subjectId, ct), stepCode, ct))
        {
            task.Withdraw(Me, Now);
        }
    }

    /// <summary>Sends a person a copy (抄送); once a person and case.</summary>
    public async Task CopyToAsync(Guid subjectId, Guid personId, CancellationToken ct)
    {
        var matter = await FindAsync(subjectId, ct) ?? await LastClosedAsync(subjectId, ct);
        Check.That(matter is not null, CaseChecks.CaseIsOpen);
        var id = matter!.Id; // the check has thrown otherwise
        if (!db.Set<Notice>().Local.Any(n => n.CaseId == id && n.PersonId == personId)
            && !await db.Set<Notice>().AnyAsync(n => n.CaseId == id && n.PersonId == personId, ct))
        {
            db.Add(new Notice { Id = Guid.CreateVersion7(), CaseId = id, PersonId = personId, SentAt = Now, SentBy = Me.Name });
        }
    }

    /// <summary>Closes the case with a result and withdraws whatever is still open in it.</summary>
    public async Task CloseAsync(Guid subjectId, string result, CancellationToken ct)
    {
        var matter = await OpenCaseAsync(subjectId, ct);
        foreach (var task in await OpenTasksAsync(matter, null, ct))
        {
            task.Withdraw(Me, Now);
        }

        matter.Close(result, Now);
    }

    private async Task<Case> OpenCaseAsync(Guid subjectId, CancellationToken ct)
    {
        var matter = await FindAsync(subjectId, ct);
        Check.That(matter is not null, CaseChecks.CaseIsOpen);
        return matter!; // the check has thrown otherwise
    }

    // What the running act has changed but not saved counts before what the database holds.
    private async Task<Case?> FindAsync(Guid subjectId, CancellationToken ct)
    {
        var stored = await db.Set<Case>().FirstOrDefaultAsync(c => c.SubjectId == subjectId && c.State == CaseState.Open, ct);
        return stored is { State: CaseState.Open } ? stored : db.Set<Case>().Local.FirstOrDefault(c => c.SubjectId == subjectId && c.State == CaseState.Open);
    }

    private Task<Case?> LastClosedAsync(Guid subjectId, CancellationToken ct) =>
        db.Set<Case>().Where(c => c.SubjectId == subjectId).OrderByDescending(c => c.OpenedAt).FirstOrDefaultAsync(ct);

    private async Task<List<WorkTask>> OpenTasksAsync(Case matter, string? step, CancellationToken ct)
    {
        await db.Set<WorkTask>().Where(t => t.CaseId == matter.Id && t.State == TaskState.Open).LoadAsync(ct);
        return db.Set<WorkTask>().Local.Where(t => t.CaseId == matter.Id && t.State == TaskState.Open && (step is null || t.Step == step)).ToList();
    }
}
