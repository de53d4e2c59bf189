using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel;

/// <summary>
/// Acts of one type done together whose handler takes many at once. Each is asked for permission, shape and law as at the desk, and leaves its own ledger entry and verdict;
/// rows are written in bulk, and only as long as every act so far could be done: after the first that cannot, the others are tried without being written.
/// </summary>
internal sealed class ManyActs<TAct, TResult>(IServiceProvider services, IHandlesMany<TAct> many)
    where TAct : class, IAct<TResult>
{
    private readonly GuijuDb db = services.GetRequiredService<GuijuDb>();
    private readonly IHandler<TAct, TResult> handler = (IHandler<TAct, TResult>)many; // it was found as one
    private readonly Journal journal = services.GetRequiredService<Journal>();
    private readonly Actor actor = services.GetRequiredService<ActorHolder>().Current;
    private readonly ActDescription description = services.GetRequiredService<ActCatalogue>().For(typeof(TAct));
    private readonly Dictionary<string, AskedLaw> told = new(StringComparer.Ordinal);

    /// <summary>The handler of an act where it takes many at once; otherwise null.</summary>
    public static IHandlesMany<TAct>? HandlerIn(IServiceProvider services) => services.GetRequiredService<IHandler<TAct, TResult>>() as IHandlesMany<TAct>;

    /// <summary>Does all acts; a null among them is a row that became none. <paramref name="keep"/> writes them, in one transaction.</summary>
    public async Task<BatchOutcome<TResult>> PerformAsync(IReadOnlyList<TAct?> acts, Func<int, IReadOnlyDictionary<string, string>?> before, bool keep, CancellationToken ct)
    {
        if (!actor.Can(description.Permission))
        {
            return new BatchOutcome<TResult>(acts.Select(_ => (Outcome<TResult>)new Outcome<TResult>.Denied(description.Permission)).ToList(), false);
        }

        await many.GatherAsync(acts.OfType<TAct>().ToList(), ct);
        db.ChangeTracker.AutoDetectChangesEnabled = false; // rows are only added
        try
        {
            return await AllAsync(acts, before, keep, ct);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true; // contexts are pooled
        }
    }

    private async Task<BatchOutcome<TResult>> AllAsync(IReadOnlyList<TAct?> acts, Func<int, IReadOnlyDictionary<string, string>?> before, bool keep, CancellationToken ct)
    {
        await using var transaction = keep ? await db.Database.BeginTransactionAsync(ct) : null;
        using var bulk = new LedgerBulk(db);
        var outcomes = new List<Outcome<TResult>>(acts.Count);
        var writing = keep;
        for (var i = 0; i < acts.Count; i++)
        {
            journal.Clear(before(i));
            var outcome = acts[i] is { } act ? await OneAsync(act, writing ? bulk : null, ct) : new Outcome<TResult>.Invalid([]);
            outcomes.Add(outcome);
            writing &= outcome is Outcome<TResult>.Done;
        }

        if (writing && transaction is not null)
        {
            await bulk.FlushAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return new BatchOutcome<TResult>(outcomes, writing);
    }

    private async Task<Outcome<TResult>> OneAsync(TAct act, LedgerBulk? bulk, CancellationToken ct)
    {
        var errors = Shape.ErrorsOf(act);
        if (errors.Count > 0)
        {
            return new Outcome<TResult>.Invalid(errors);
        }

        try
        {
            var asked = description.At is { } at && await Step<TAct, TResult>.QuestionAsync(services, description, act, ct) is { } question ? Ask(at, question) : null;
            if (asked is not null && !Gate.LetsPass(asked.Verdict, description.At!, act, actor)) // asked at its control point
            {
                return new Outcome<TResult>.Refused(asked.Verdict);
            }

            var result = await handler.HandleAsync(act, ct);
            var rows = db.ChangeTracker.Entries().Select(e => e.State == EntityState.Added ? e.Entity : throw new InvalidOperationException($"{description.Name} takes many acts at once and may only add rows.")).ToList();
            db.ChangeTracker.Clear(); // the rows are written in bulk, not by the next save
            if (bulk is not null)
            {
                await LedgerWriter.RecordAsync(bulk, services, description, act, rows, asked, ct);
            }

            return new Outcome<TResult>.Done(result, asked?.Verdict);
        }
        catch (BrokenCheckException broken)
        {
            return new Outcome<TResult>.Broken(broken.Check, broken.Field);
        }
        catch (NotWithinReachException)
        {
            return new Outcome<TResult>.Missing();
        }
        finally
        {
            db.ChangeTracker.Clear(); // a refused act leaves nothing tracked
        }
    }

    // The law says the same of the same facts on the same day, and many rows of a list are alike to it.
    private AskedLaw Ask(AtAttribute at, LawQuestion question)
    {
        var key = Json.Write(question);
        if (!told.TryGetValue(key, out var asked))
        {
            told[key] = asked = new AskedLaw(question, services.GetRequiredService<ILaw>().Judge(question.At ?? at.ControlPoint, question));
        }

        return asked;
    }
}

/// <summary>What the law was asked and what it said, packed once however often it is stored.</summary>
internal sealed class AskedLaw(LawQuestion question, Verdict verdict)
{
    private byte[]? packed;

    public LawQuestion Question => question;

    public Verdict Verdict => verdict;

    public byte[] Packed => packed ??= Json.Pack(verdict);
}
