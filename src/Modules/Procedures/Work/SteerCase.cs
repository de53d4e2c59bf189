using System.ComponentModel.DataAnnotations;
using Guiju.Bpmn;
using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Work;

/// <summary>撤回: a person takes the own last answer back while nobody has acted after it.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "撤回")]
public sealed record RetractAnswer : IAct<Guid>
{
    /// <summary>The case.</summary>
    [Required, Display(Name = "事项")] public Guid? CaseId { get; init; }

    internal sealed class Handler(WorkDesk desk) : IHandler<RetractAnswer, Guid>
    {
        public async Task<Guid> HandleAsync(RetractAnswer act, CancellationToken ct)
        {
            var at = await desk.CaseAsync(act.CaseId, null, ct);
            WorkDesk.Allow(at, Verbs.Retract);
            return await desk.DoAsync(at, new Retract(desk.Me), null, ct);
        }
    }
}

/// <summary>终止: whoever started a matter ends it.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "终止")]
public sealed record TerminateCase : IAct<Guid>
{
    /// <summary>The case.</summary>
    [Required, Display(Name = "事项")] public Guid? CaseId { get; init; }

    /// <summary>Why.</summary>
    [Required, StringLength(400, MinimumLength = 1), Display(Name = "理由")] public string Reason { get; init; } = "";

    internal sealed class Handler(WorkDesk desk) : IHandler<TerminateCase, Guid>
    {
        public async Task<Guid> HandleAsync(TerminateCase act, CancellationToken ct)
        {
            var at = await desk.CaseAsync(act.CaseId, null, ct);
            WorkDesk.Allow(at, Verbs.Terminate);
            Check.That(at.State.Starter == desk.Me, WorkChecks.Allowed);
            return await desk.DoAsync(at, new Terminate(desk.Me), null, ct);
        }
    }
}

/// <summary>挂起、恢复: an administrator holds a case, or lets it go on.</summary>
[Needs(ProceduresPermissions.Administer), Display(Name = "挂起、恢复")]
public sealed record HoldCase : IAct<Guid>
{
    /// <summary>The case.</summary>
    [Required, Display(Name = "事项")] public Guid? CaseId { get; init; }

    /// <summary>Whether it is held; else it goes on.</summary>
    [Display(Name = "挂起")] public bool Hold { get; init; }

    /// <summary>Why.</summary>
    [Required, StringLength(400, MinimumLength = 1), Display(Name = "理由")] public string Reason { get; init; } = "";

    internal sealed class Handler(WorkDesk desk) : IHandler<HoldCase, Guid>
    {
        public async Task<Guid> HandleAsync(HoldCase act, CancellationToken ct)
        {
            var at = await desk.CaseAsync(act.CaseId, ProceduresPermissions.Administer, ct);
            return await desk.DoAsync(at, act.Hold ? new Suspend(desk.Me) : new Resume(desk.Me), null, ct);
        }
    }
}

/// <summary>跳转: an administrator moves a case to another step, with a reason.</summary>
[Needs(ProceduresPermissions.Administer), Display(Name = "跳转")]
public sealed record JumpCase : IAct<Guid>
{
    /// <summary>The case.</summary>
    [Required, Display(Name = "事项")] public Guid? CaseId { get; init; }

    /// <summary>Step that is left.</summary>
    [Required, StringLength(200), Display(Name = "离开的环节")] public string From { get; init; } = "";

    /// <summary>Step that is gone to.</summary>
    [Required, StringLength(200), Display(Name = "跳转到")] public string Step { get; init; } = "";

    /// <summary>Why.</summary>
    [Required, StringLength(400, MinimumLength = 1), Display(Name = "理由")] public string Reason { get; init; } = "";

    internal sealed class Handler(WorkDesk desk) : IHandler<JumpCase, Guid>
    {
        public async Task<Guid> HandleAsync(JumpCase act, CancellationToken ct)
        {
            var at = await desk.CaseAsync(act.CaseId, ProceduresPermissions.Administer, ct);
            WorkDesk.Allow(at, Verbs.Jump);
            var token = at.State.Tokens.FirstOrDefault(t => t.Node == act.From && t.Mode == TokenMode.Active);
            Check.That(token is not null, CaseChecks.StepIsOpen, nameof(From));
            return await desk.DoAsync(at, new Jump(desk.Me, token!.Id, act.Step, act.Reason), null, ct); // the check has thrown otherwise
        }
    }
}

/// <summary>催办: reminds whoever has the open steps.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "催办")]
public sealed record RemindCase : IAct<Guid>
{
    /// <summary>The case.</summary>
    [Required, Display(Name = "事项")] public Guid? CaseId { get; init; }

    internal sealed class Handler(GuijuDb db, WorkDesk desk, TimeProvider clock) : IHandler<RemindCase, Guid>
    {
        public async Task<Guid> HandleAsync(RemindCase act, CancellationToken ct)
        {
            var at = await desk.CaseAsync(act.CaseId, null, ct);
            foreach (var task in await db.Set<WorkTask>().Where(t => t.CaseId == at.Matter.Id && t.State == TaskState.Open).ToListAsync(ct))
            {
                task.RemindedAt = clock.GetUtcNow().UtcDateTime;
            }

            return await desk.DoAsync(at, new Remind(desk.Me), null, ct);
        }
    }
}

/// <summary>抄送、传阅: sends a person a copy.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "抄送")]
public sealed record CopyCase : IAct<Guid>
{
    /// <summary>The case.</summary>
    [Required, Display(Name = "事项")] public Guid? CaseId { get; init; }

    /// <summary>Staff number of the reader.</summary>
    [Required, StringLength(40, MinimumLength = 1), Display(Name = "抄送给（工号）")] public string PersonCode { get; init; } = "";

    internal sealed class Handler(WorkDesk desk, Casework casework) : IHandler<CopyCase, Guid>
    {
        public async Task<Guid> HandleAsync(CopyCase act, CancellationToken ct)
        {
            var at = await desk.CaseAsync(act.CaseId, null, ct);
            var reader = await desk.PersonAsync(act.PersonCode, nameof(PersonCode), ct);
            await casework.CopyToAsync(at.Matter.SubjectId, reader, ct);
            return at.Matter.Id;
        }
    }
}
