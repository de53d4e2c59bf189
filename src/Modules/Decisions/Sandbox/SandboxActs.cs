using System.ComponentModel.DataAnnotations;
using Guiju.Decisions.Drafts;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Decisions.Sandbox;

/// <summary>A draft is to be tried on a population, for a day. The run waits for a node and is done beside the work.</summary>
[Needs(DecisionPermissions.Draft), Display(Name = "推演草案")]
public sealed record TryDraft : IAct<Guid>
{
    /// <summary>The draft.</summary>
    [Display(Name = "草案"), Required] public Guid? DraftId { get; init; }

    /// <summary>Population.</summary>
    [Display(Name = "推演范围"), Required, StringLength(80, MinimumLength = 1)] public string Population { get; init; } = "";

    /// <summary>The day whose law is tried.</summary>
    [Display(Name = "推演日期"), Required] public DateOnly? On { get; init; }

    internal sealed class Handler(GuijuDb db, DraftBook book, SandboxRunner runner, Journal journal) : IHandler<TryDraft, Guid>
    {
        public async Task<Guid> HandleAsync(TryDraft act, CancellationToken ct)
        {
            var draft = await book.OpenAsync(act.DraftId, ct);
            Check.That(draft.Latest > 0 || draft.Withdraws is not null, DraftChecks.SaysSomething);
            var population = runner.Find(act.Population) ?? throw new NotWithinReachException("population");
            var run = new SandboxRun
            {
                Id = Guid.CreateVersion7(), DraftId = draft.Id, DraftVersion = draft.Latest, Title = draft.Title, Population = population.Name, On = act.On.GetValueOrDefault(),
                Lawbook = book.InForce.Version, AskedBy = book.Hand.Name, AskedAt = book.Hand.At, Total = await population.CountAsync(act.On.GetValueOrDefault(), ct),
            };
            db.Add(run);
            journal.Concerns(DecisionKinds.Draft, draft.Id);
            journal.Concerns(DecisionKinds.Run, run.Id);
            return run.Id;
        }
    }
}

/// <summary>A run is cancelled; whatever it had found is thrown away.</summary>
[Needs(DecisionPermissions.Draft), Display(Name = "取消推演")]
public sealed record CancelTrial : IAct<Guid>
{
    /// <summary>The run.</summary>
    [Display(Name = "推演"), Required] public Guid? Id { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal) : IHandler<CancelTrial, Guid>
    {
        public async Task<Guid> HandleAsync(CancelTrial act, CancellationToken ct)
        {
            var run = await db.Set<SandboxRun>().FirstOrDefaultAsync(r => r.Id == act.Id, ct) ?? throw new NotWithinReachException("run");
            Check.That(run.State is SandboxState.Waiting or SandboxState.Running, SandboxChecks.IsUnderWay);
            run.State = SandboxState.Cancelled;
            journal.Concerns(DecisionKinds.Run, run.Id);
            return run.Id;
        }
    }
}

/// <summary>What must hold for runs to make sense.</summary>
internal static class SandboxChecks
{
    public static readonly SystemCheck IsUnderWay = new($"{nameof(SandboxChecks)}.{nameof(IsUnderWay)}", new("推演已经结束。", "The run has ended."));
}
