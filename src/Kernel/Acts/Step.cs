using System.Collections.Concurrent;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel;

/// <summary>The desk's inner steps for acts with one kind of result: law, handler, ledger, save.</summary>
internal abstract class Step<TResult>
{
    private static readonly ConcurrentDictionary<Type, Step<TResult>> Steps = new();

    public static Step<TResult> For(IAct<TResult> act) => Steps.GetOrAdd(act.GetType(), static type =>
        (Step<TResult>)Activator.CreateInstance(typeof(Step<,>).MakeGenericType(type, typeof(TResult)))!); // the type has a public constructor

    public abstract Task<Verdict?> JudgeAsync(IServiceProvider services, ActDescription description, IAct<TResult> act, CancellationToken ct);

    public abstract Task<Outcome<TResult>> RunAsync(IServiceProvider services, ActDescription description, IAct<TResult> act, CancellationToken ct);
}

internal sealed class Step<TAct, TResult> : Step<TResult>
    where TAct : IAct<TResult>
{
    public override async Task<Verdict?> JudgeAsync(IServiceProvider services, ActDescription description, IAct<TResult> act, CancellationToken ct) =>
        (await AskAsync(services, description, (TAct)act, ct)).Verdict;

    public override async Task<Outcome<TResult>> RunAsync(IServiceProvider services, ActDescription description, IAct<TResult> act, CancellationToken ct)
    {
        var (question, verdict) = await AskAsync(services, description, (TAct)act, ct);
        if (verdict is not null && description.At is { } at && !Gate.LetsPass(verdict, at, act, services.GetRequiredService<ActorHolder>().Current))
        {
            return new Outcome<TResult>.Refused(verdict);
        }

        var db = services.GetRequiredService<GuijuDb>();
        var around = db.Database.CurrentTransaction; // of a batch; whoever opened it commits it
        var result = await services.GetRequiredService<IHandler<TAct, TResult>>().HandleAsync((TAct)act, ct);
        LedgerWriter.Record(db, services, description, Json.Write((TAct)act), question, verdict);
        await db.SaveChangesAsync(ct);
        if (around is null && db.Database.CurrentTransaction is { } own)
        {
            await own.CommitAsync(ct); // the handler needed a lock until the save, e.g. to count without gaps
        }

        return new Outcome<TResult>.Done(result, verdict);
    }

    /// <summary>What the law is asked of the act, pinned to the lawbook of its matter; null where it is not asked.</summary>
    public static async Task<LawQuestion?> QuestionAsync(IServiceProvider services, ActDescription description, TAct act, CancellationToken ct) =>
        description.At is null || await services.GetRequiredService<IFacts<TAct>>().GatherAsync(act, ct) is not { } question ? null
        : question.Matter is { } matter ? question with { Lawbook = await services.GetRequiredService<ILaw>().PinAsync(matter, ct) }
        : question;

    private static async Task<(LawQuestion? Question, Verdict? Verdict)> AskAsync(IServiceProvider services, ActDescription description, TAct act, CancellationToken ct) =>
        description.At is { } at && await QuestionAsync(services, description, act, ct) is { } question
            ? (question, services.GetRequiredService<ILaw>().Judge(question.At ?? at.ControlPoint, question))
            : (null, null);
}

/// <summary>Whether a verdict lets an act pass.</summary>
internal static class Gate
{
    public static bool LetsPass(Verdict verdict, AtAttribute at, object act, Actor actor)
    {
        var answered = act is IAnswersFindings { Justification: { } reason } && !string.IsNullOrWhiteSpace(reason);
        return verdict.Outcome switch
        {
            LawOutcome.Allowed or LawOutcome.Inform => true,
            LawOutcome.Acknowledge => answered || act is not IAnswersFindings && at.Filing,
            LawOutcome.Approval => at.Filing || answered && at.ApprovedBy is { } permission && actor.Can(permission),
            _ => false,
        };
    }
}
