using Guiju.Decisions.Facts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Replaying;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Verdicts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Decisions.Addresses;

/// <summary>A question to a control point over the API.</summary>
/// <param name="On">Business date.</param>
/// <param name="Facts">Facts by English or Chinese name.</param>
public sealed record DecideQuestion(DateOnly On, Dictionary<string, object?> Facts);

/// <summary>The module's addresses under <c>/api/decisions</c>.</summary>
internal static class DecisionAddresses
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/control-points", (LawShelf shelf) => shelf.Current.ControlPoints.Values.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => PointSheet.Of(shelf.Current, p)));
        api.MapGet("/control-points/{id}", IResult (string id, LawShelf shelf) =>
            shelf.Current.ControlPoints.TryGetValue(id, out var point) ? TypedResults.Ok(PointSheet.Of(shelf.Current, point)) : TypedResults.NotFound());
        api.MapPost("/control-points/{id}/decide", Decide);
        api.MapGet("/verdicts/{id:guid}", ShowAsync);
        api.MapGet("/verdicts/{id:guid}/replay", ReplayAsync);
    }

    private static IResult Decide(string id, DecideQuestion question, LawShelf shelf, IOptions<DecisionSettings> settings)
    {
        if (!shelf.Current.ControlPoints.TryGetValue(id, out var point))
        {
            return TypedResults.NotFound();
        }

        var facts = FactReader.Read(point, question.Facts);
        return facts.Errors.Count > 0
            ? TypedResults.ValidationProblem(facts.Errors.GroupBy(e => e.Field).ToDictionary(g => g.Key, g => g.Select(e => e.Message.Here).ToArray()))
            : TypedResults.Ok(Judge.Give(shelf.Current, point, question.On, facts, settings.Value));
    }

    private static async Task<IResult> ShowAsync(Guid id, GuijuDb db, ActorHolder actor, CancellationToken ct) =>
        await FindAsync(id, db, actor, ct) is { } stored ? TypedResults.Ok(stored.Read()) : TypedResults.NotFound();

    private static async Task<IResult> ReplayAsync(Guid id, GuijuDb db, ActorHolder actor, Replay replay, CancellationToken ct) =>
        await FindAsync(id, db, actor, ct) is { } stored ? TypedResults.Ok(await replay.RunAsync(stored, ct)) : TypedResults.NotFound();

    private static async Task<StoredVerdict?> FindAsync(Guid id, GuijuDb db, ActorHolder actor, CancellationToken ct) =>
        actor.Current.Can(DecisionPermissions.ReadVerdicts) ? await db.Set<StoredVerdict>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, ct) : null;
}
