using Guiju.Decisions.Facts;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Verdicts;
using Guiju.Law;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Guiju.Decisions.Judging;

/// <summary>Answers the desk from the lawbook now in use, or from the one that an open matter is pinned to.</summary>
internal sealed class CurrentLaw(LawShelf shelf, IServiceScopeFactory scopes, IOptions<DecisionSettings> settings) : ILaw
{
    public Verdict Judge(string controlPoint, LawQuestion question)
    {
        // A lawbook that does not know the control point was made before that work existed: the one in use answers.
        var pinned = question.Lawbook is { } version ? shelf.AtHand(version) : null;
        var book = pinned?.ControlPoints.ContainsKey(controlPoint) == true ? pinned : shelf.Current;
        if (!book.ControlPoints.TryGetValue(controlPoint, out var point))
        {
            throw new LawFormatException($"There is no control point '{controlPoint}'.");
        }

        var facts = FactReader.Read(point, question.Facts);
        return facts.Errors.Count == 0
            ? Judging.Judge.Give(book, point, question.On, facts, settings.Value)
            : throw new LawFormatException(string.Join(' ', facts.Errors.Select(e => e.Message.En)));
    }

    public async ValueTask<string?> PinAsync(Guid matter, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        var first = await db.Set<StoredVerdict>().AsNoTracking().Where(v => v.SubjectId == matter).OrderBy(v => v.At).ThenBy(v => v.Id).Select(v => v.Lawbook).FirstOrDefaultAsync(ct);
        return first is not null && await shelf.FindAsync(db, first, ct) is not null ? first : null;
    }
}
