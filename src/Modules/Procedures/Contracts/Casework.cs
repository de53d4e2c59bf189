using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Messages;
using Guiju.Procedures.Papers;
using Microsoft.EntityFrameworkCore;
using CaseState = Guiju.Procedures.Cases.CaseState;

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
    private readonly CaseFlow flow;
    private readonly MessageDesk messages;

    internal Casework(GuijuDb db, ActorHolder holder, Holders holders, TimeProvider clock, CaseFlow flow, MessageDesk messages)
    {
        (this.db, this.holder, this.holders, this.clock, this.flow, this.messages) = (db, holder, holders, clock, flow, messages);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Participant Me => new(holder.Current.PersonId, holder.Current.Name);

    /// <summary>
    /// Opens a case of a record, started by whoever acts; refused where the record has an open one. Where a procedure of that name is in force on the
    /// business date, the case runs in it: its first steps are asked at once.
    /// </summary>
    public async Task OpenAsync(CaseOpening opening, CancellationToken ct)
    {
        Check.That(await FindAsync(opening.SubjectId, ct) is null, CaseChecks.OneOpenCase);
        var matter = Case.Open(Guid.CreateVersion7(), opening, Me, Now);
        db.Add(matter);
        await flow.BeginAsync(matter, opening.Variables, ct);
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
    public Task AnswerAsync(Guid subjectId, string stepCode, string result, string? opinion, CancellationToken ct) =>
        AnswerAsync(subjectId, stepCode, new StepAnswer(result, opinion), ct);

    /// <summary>The same; a case that runs in a procedure goes on along it, with what the answer adds to its variables.</summary>
    public async Task AnswerAsync(Guid subjectId, string stepCode, StepAnswer answer, CancellationToken ct)
    {
        var matter = await OpenCaseAsync(subjectId, ct);
        if (await flow.TakeUpAsync(matter, ct) is { } at)
        {
            var item = at.State.Items.FirstOrDefault(i => i.Node == stepCode && i.Mode == ItemMode.Open);
            Check.That(item is not null, CaseChecks.StepIsOpen);
            var answered = new Complete(flow.Me, item!.Id, answer.Result, answer.Variables) { As = await IsClaimedAsync(item, ct) ? null : item.Holder ?? item.Candidates[0] }; // the check has thrown otherwise
            await flow.CarryAsync(at, answered, new Said(item.Id, answer.Result, answer.Opinion), ct);
            return;
        }

        var tasks = await OpenTasksAsync(matter, stepCode, ct);
        Check.That(tasks.Count > 0, CaseChecks.StepIsOpen);
        foreach (var task in tasks)
        {
            task.Answer(Me, answer.Result, answer.Opinion, Now);
        }
    }

    /// <summary>Moves a case that runs in a procedure to another of its steps; whatever runs beside it in the smallest scope is cut off, its history kept.</summary>
    public async Task MoveAsync(Guid subjectId, string stepCode, string reason, IReadOnlyDictionary<string, object?> variables, CancellationToken ct)
    {
        var matter = await OpenCaseAsync(subjectId, ct);
        var at = await flow.TakeUpAsync(matter, ct);
        Check.That(at is not null, CaseChecks.CaseIsOpen);
        var token = at!.State.Tokens.First(t => t.Mode == TokenMode.Active).Id; // the check has thrown otherwise
        await flow.CarryAsync(at, new Jump(flow.Me, token, stepCode, reason) { Variables = variables }, null, ct);
    }

    /// <summary>Reminds whoever could take the open steps (催办): the steps are marked, and everybody gets a message.</summary>
    public async Task RemindAsync(Guid subjectId, Bilingual title, CancellationToken ct)
    {
        var matter = await OpenCaseAsync(subjectId, ct);
        foreach (var task in await OpenTasksAsync(matter, null, ct))
        {
            task.RemindedAt = Now;
            IReadOnlyList<Participant> people = task.PersonId is { } one ? [new(one, "")] : await holders.OfAsync(task.Permission ?? "", task.UnitId, ct);
            foreach (var id in people.Select(p => p.Id).OfType<Guid>())
            {
                await messages.TellAsync(id, title, task.Address ?? matter.Address, ct);
            }
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
        if (await flow.FindAsync(matter, ct) is { } at)
        {
            await flow.CarryAsync(at, new Terminate(flow.Me) { Result = result }, null, ct);
            return;
        }

        foreach (var task in await OpenTasksAsync(matter, null, ct))
        {
            task.Withdraw(Me, Now);
        }

        matter.Close(result, Now);
    }

    // Claimed out of a pool by one of its members, a step is nobody else's until it is given back.
    private async Task<bool> IsClaimedAsync(WorkItem item, CancellationToken ct) =>
        item.Candidates is [var only] && Pool.Of(only) is { } pool && Guid.TryParse(item.Holder, out var holds) && (await holders.OfAsync(pool.Permission, pool.Unit, ct)).Any(h => h.Id == holds);

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

    /// <summary>The result of a record's latest case in a procedure; null while that case is open, or where there never was one.</summary>
    public async Task<string?> LastResultAsync(Guid subjectId, string procedure, CancellationToken ct) =>
        await db.Set<Case>().AsNoTracking().Where(c => c.SubjectId == subjectId && c.Procedure == procedure).OrderByDescending(c => c.OpenedAt).FirstOrDefaultAsync(ct) is { State: CaseState.Closed } matter ? matter.Result : null;

    /// <summary>How many different pictures are attached to a record's cases; the same file counts once, however often it was added.</summary>
    public Task<int> PicturesAsync(Guid subjectId, CancellationToken ct) =>
        db.Set<Attachment>().Where(a => a.MediaType.StartsWith("image/") && db.Set<Case>().Any(c => c.Id == a.CaseId && c.SubjectId == subjectId)).Select(a => a.Digest).Distinct().CountAsync(ct);

    private Task<Case?> LastClosedAsync(Guid subjectId, CancellationToken ct) =>
        db.Set<Case>().Where(c => c.SubjectId == subjectId).OrderByDescending(c => c.OpenedAt).FirstOrDefaultAsync(ct);

    private async Task<List<WorkTask>> OpenTasksAsync(Case matter, string? step, CancellationToken ct)
    {
        await db.Set<WorkTask>().Where(t => t.CaseId == matter.Id && t.State == TaskState.Open).LoadAsync(ct);
        return db.Set<WorkTask>().Local.Where(t => t.CaseId == matter.Id && t.State == TaskState.Open && (step is null || t.Step == step)).ToList();
    }
}

/// <summary>What was answered at a step.</summary>
/// <param name="Result">Outcome, e.g. <c>approved</c>.</param>
/// <param name="Opinion">Opinion given.</param>
public sealed record StepAnswer(string Result, string? Opinion)
{
    /// <summary>What the procedure's conditions and assignments read from now on.</summary>
    public IReadOnlyDictionary<string, object?> Variables { get; init; } = new Dictionary<string, object?>();
}
