using System.ComponentModel.DataAnnotations;
using Guiju.Bpmn.Running;
using Guiju.Kernel;

namespace Guiju.Procedures.Work;

/// <summary>How a task is passed to somebody.</summary>
public enum Passing
{
    /// <summary>转办: for good.</summary>
    [Display(Name = "转办")] Transfer,

    /// <summary>委托: it comes back.</summary>
    [Display(Name = "委托")] Entrust,

    /// <summary>前加签: must be answered first.</summary>
    [Display(Name = "前加签")] SignBefore,

    /// <summary>后加签: follows.</summary>
    [Display(Name = "后加签")] SignAfter,

    /// <summary>并加签: beside.</summary>
    [Display(Name = "并加签")] SignBeside,
}

/// <summary>转办、委托、加签: a person passes a task on, or asks somebody more.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "转办、委托、加签")]
public sealed record PassTask : IAct<Guid>
{
    /// <summary>The task.</summary>
    [Required, Display(Name = "任务")] public Guid? TaskId { get; init; }

    /// <summary>How.</summary>
    [Display(Name = "方式")] public Passing How { get; init; }

    /// <summary>Staff number of who is asked.</summary>
    [Required, StringLength(40, MinimumLength = 1), Display(Name = "接办人工号")] public string PersonCode { get; init; } = "";

    internal sealed class Handler(WorkDesk desk) : IHandler<PassTask, Guid>
    {
        public async Task<Guid> HandleAsync(PassTask act, CancellationToken ct)
        {
            var held = await desk.TakeAsync(act.TaskId, ct);
            var to = (await desk.PersonAsync(act.PersonCode, nameof(PersonCode), ct)).ToString();
            CaseEvent happening = act.How switch
            {
                Passing.Transfer => new Transfer(desk.Me, held.Task.Item, to) { As = held.As },
                Passing.Entrust => new Entrust(desk.Me, held.Task.Item, to) { As = held.As },
                Passing.SignBefore => new AddSigner(desk.Me, held.Task.Item, to, ItemRole.Before) { As = held.As },
                Passing.SignAfter => new AddSigner(desk.Me, held.Task.Item, to, ItemRole.After) { As = held.As },
                _ => new AddSigner(desk.Me, held.Task.Item, to, ItemRole.Beside) { As = held.As },
            };
            return await desk.DoAsync(held.At, happening, null, ct);
        }
    }
}

/// <summary>减签: one of a step's signers takes another one out.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "减签")]
public sealed record RemoveTask : IAct<Guid>
{
    /// <summary>The case.</summary>
    [Required, Display(Name = "事项")] public Guid? CaseId { get; init; }

    /// <summary>Staff number of who is taken out.</summary>
    [Required, StringLength(40, MinimumLength = 1), Display(Name = "办理人工号")] public string PersonCode { get; init; } = "";

    internal sealed class Handler(WorkDesk desk) : IHandler<RemoveTask, Guid>
    {
        public async Task<Guid> HandleAsync(RemoveTask act, CancellationToken ct)
        {
            var at = await desk.CaseAsync(act.CaseId, null, ct);
            var person = (await desk.PersonAsync(act.PersonCode, nameof(PersonCode), ct)).ToString();
            var item = at.State.Items.FirstOrDefault(i => i.Holder == person && i.Mode is ItemMode.Open or ItemMode.Queued);
            Check.That(item is not null, Cases.CaseChecks.StepIsOpen, nameof(PersonCode));
            return await desk.DoAsync(at, new RemoveSigner(desk.Me, item!.Id), null, ct); // the check has thrown otherwise
        }
    }
}

/// <summary>认领: a person takes what several could take.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "认领")]
public sealed record ClaimTask : IAct<Guid>
{
    /// <summary>The task.</summary>
    [Required, Display(Name = "任务")] public Guid? TaskId { get; init; }

    internal sealed class Handler(WorkDesk desk) : IHandler<ClaimTask, Guid>
    {
        public async Task<Guid> HandleAsync(ClaimTask act, CancellationToken ct)
        {
            var held = await desk.TakeAsync(act.TaskId, ct);
            return await desk.DoAsync(held.At, new Claim(desk.Me, held.Task.Item) { As = held.As }, null, ct);
        }
    }
}

/// <summary>归还: a person puts back what they claimed.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "归还")]
public sealed record GiveTaskBack : IAct<Guid>
{
    /// <summary>The task.</summary>
    [Required, Display(Name = "任务")] public Guid? TaskId { get; init; }

    internal sealed class Handler(WorkDesk desk) : IHandler<GiveTaskBack, Guid>
    {
        public async Task<Guid> HandleAsync(GiveTaskBack act, CancellationToken ct)
        {
            var held = await desk.TakeAsync(act.TaskId, ct);
            return await desk.DoAsync(held.At, new GiveBack(desk.Me, held.Task.Item), null, ct);
        }
    }
}
