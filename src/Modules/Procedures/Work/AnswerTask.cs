using System.ComponentModel.DataAnnotations;
using Guiju.Bpmn;
using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Running;

namespace Guiju.Procedures.Work;

/// <summary>提交、同意、会签、投票: a person answers a step.</summary>
[Needs(ProceduresPermissions.Work), At(OwnPoint, ApprovedBy = ProceduresPermissions.Instruct), Display(Name = "办理步骤")]
public sealed record AnswerTask : IAct<Guid>, IAnswersFindings
{
    // Each step names its control point itself; one that names none is not judged.
    private const string OwnPoint = "procedures.step";

    /// <summary>The task.</summary>
    [Required, Display(Name = "任务")] public Guid? TaskId { get; init; }

    /// <summary>Opinion.</summary>
    [StringLength(1000), Display(Name = "意见")] public string? Opinion { get; init; }

    string? IAnswersFindings.Justification => Opinion;

    internal sealed class Facts(WorkDesk desk, StepFacts facts) : IFacts<AnswerTask>
    {
        public async Task<LawQuestion?> GatherAsync(AnswerTask act, CancellationToken ct)
        {
            var held = await desk.TakeAsync(act.TaskId, ct);
            return facts.Of(held.At.Model.Node(held.Task.Step)?.Settings.ControlPoint, held.At.Matter.On, held.At.State);
        }
    }

    internal sealed class Handler(WorkDesk desk) : IHandler<AnswerTask, Guid>
    {
        public async Task<Guid> HandleAsync(AnswerTask act, CancellationToken ct)
        {
            var held = await desk.TakeAsync(act.TaskId, ct);
            Check.That(held.At.Model.Node(held.Task.Step)?.Settings.Allows(Verbs.Complete) != false, WorkChecks.Allowed);
            return await desk.DoAsync(held.At, new Complete(desk.Me, held.Task.Item, Outcomes.Approved, new Dictionary<string, object?>()) { As = held.As }, new Said(held.Task.Item, Outcomes.Approved, act.Opinion), ct);
        }
    }
}

/// <summary>驳回: a person refuses.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "驳回")]
public sealed record RejectTask : IAct<Guid>
{
    /// <summary>The task.</summary>
    [Required, Display(Name = "任务")] public Guid? TaskId { get; init; }

    /// <summary>Why.</summary>
    [Required, StringLength(1000, MinimumLength = 1), Display(Name = "意见")] public string Opinion { get; init; } = "";

    internal sealed class Handler(WorkDesk desk) : IHandler<RejectTask, Guid>
    {
        public async Task<Guid> HandleAsync(RejectTask act, CancellationToken ct)
        {
            var held = await desk.TakeAsync(act.TaskId, ct);
            return await desk.DoAsync(held.At, new Reject(desk.Me, held.Task.Item) { As = held.As }, new Said(held.Task.Item, Outcomes.Refused, act.Opinion), ct);
        }
    }
}

/// <summary>退回: a person sends a step back, to the step before, to the starter, or to any step taken before.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "退回")]
public sealed record SendTaskBack : IAct<Guid>
{
    /// <summary>The task.</summary>
    [Required, Display(Name = "任务")] public Guid? TaskId { get; init; }

    /// <summary>Where to.</summary>
    [Display(Name = "退回到")] public BackTo To { get; init; }

    /// <summary>The step, where one is chosen.</summary>
    [StringLength(200), Display(Name = "环节")] public string? Step { get; init; }

    /// <summary>Whether it comes straight back (直达).</summary>
    [Display(Name = "办后直达本环节")] public bool Straight { get; init; }

    /// <summary>Why.</summary>
    [Required, StringLength(1000, MinimumLength = 1), Display(Name = "意见")] public string Opinion { get; init; } = "";

    internal sealed class Handler(WorkDesk desk) : IHandler<SendTaskBack, Guid>
    {
        public async Task<Guid> HandleAsync(SendTaskBack act, CancellationToken ct)
        {
            var held = await desk.TakeAsync(act.TaskId, ct);
            return await desk.DoAsync(held.At, new SendBack(desk.Me, held.Task.Item, act.To, act.Step, act.Straight) { As = held.As }, new Said(held.Task.Item, Outcomes.SentBack, act.Opinion), ct);
        }
    }
}
