using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Guiju.Kernel;

/// <summary>What an act answers over HTTP when it was done: its result and, where it was judged, the verdict.</summary>
public sealed record ActDone<T>(T Value, Verdict? Verdict);

/// <summary>Turns the outcome of an act into an HTTP answer, the same for every module: the result, or a problem document that says in both languages what is in the way.</summary>
public static class OutcomeHttp
{
    private const string Kind = "urn:guiju:problem:";

    /// <summary>200 with <see cref="ActDone{T}"/>, or a problem: 400 invalid, 403 denied, 404 missing, 409 refused, broken or stale.</summary>
    public static IResult ToHttp<T>(this Outcome<T> outcome) =>
        outcome.ToHttp((value, verdict) => Results.Json(new ActDone<T>(value, verdict), Json.Options));

    /// <summary>The same with an answer of one's own for what was done, e.g. 201 with the new address.</summary>
    public static IResult ToHttp<T>(this Outcome<T> outcome, Func<T, Verdict?, IResult> done) => outcome switch
    {
        Outcome<T>.Done it => done(it.Value, it.Verdict),
        Outcome<T>.Invalid it => Invalid(it.Errors),
        Outcome<T>.Denied it => Denied(it.Permission),
        Outcome<T>.Missing => Missing(),
        Outcome<T>.Refused it => Problem(StatusCodes.Status409Conflict, "refused", OutcomeWords.Refused(it.Verdict), ("verdict", it.Verdict)),
        Outcome<T>.Broken it => Problem(StatusCodes.Status409Conflict, "broken", it.Check.Statement, ("check", it.Check.Code), ("field", CamelPath(it.Field))),
        Outcome<T>.Stale => Problem(StatusCodes.Status409Conflict, "stale", OutcomeWords.Stale),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    /// <summary>400 with the errors by field.</summary>
    public static IResult Invalid(IReadOnlyList<FieldError> errors) => Problem(StatusCodes.Status400BadRequest, "invalid", OutcomeWords.Invalid,
        ("errors", errors.GroupBy(e => CamelPath(e.Field)!).ToDictionary(g => g.Key, g => g.Select(e => e.Message).ToList())));

    /// <summary>401: nobody is signed in.</summary>
    public static IResult Unknown() => Problem(StatusCodes.Status401Unauthorized, "unknown-person", OutcomeWords.Unknown);

    /// <summary>403: the permission is not held.</summary>
    public static IResult Denied(string permission) => Problem(StatusCodes.Status403Forbidden, "denied", OutcomeWords.Denied, ("permission", permission));

    /// <summary>404: not there, or not within reach; the two look the same from outside.</summary>
    public static IResult Missing() => Problem(StatusCodes.Status404NotFound, "missing", OutcomeWords.Missing);

    /// <summary>A problem document: type, title in both languages, and what else there is to say.</summary>
    public static IResult Problem(int status, string kind, Bilingual title, params (string Name, object? Value)[] more)
    {
        var problem = new ProblemDetails { Type = Kind + kind, Status = status, Title = title.Here };
        problem.Extensions["message"] = title;
        foreach (var (name, value) in more.Where(m => m.Value is not null))
        {
            problem.Extensions[name] = value;
        }

        return Results.Json(problem, Json.Options, "application/problem+json", status);
    }

    // Fields are named as the JSON of the request names them: Costs[0].AmountYuan → costs[0].amountYuan.
    private static string? CamelPath(string? field) => field is null
        ? null
        : string.Join('.', field.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));
}

/// <summary>The words for outcomes, for pages and API alike.</summary>
public static class OutcomeWords
{
    /// <summary>The shape is wrong.</summary>
    public static readonly Bilingual Invalid = new("填写的内容有误，未作任何更改。", "The request has errors; nothing was changed.");

    /// <summary>Nobody is signed in.</summary>
    public static readonly Bilingual Unknown = new("请先登录。", "Please sign in first.");

    /// <summary>No permission.</summary>
    public static readonly Bilingual Denied = new("您没有办理此事的权限，未作任何更改。", "You are not permitted to do this; nothing was changed.");

    /// <summary>Not there or out of reach.</summary>
    public static readonly Bilingual Missing = new("没有找到，或者不在您的权限范围内。", "Not found, or outside your reach.");

    /// <summary>Somebody was faster.</summary>
    public static readonly Bilingual Stale = new("他人刚刚修改了同一条记录，请重新打开后再办理。", "Somebody else has just changed the same record. Please open it again.");

    /// <summary>What a refusing verdict means as a whole.</summary>
    public static Bilingual Refused(Verdict verdict) => verdict.Outcome switch
    {
        LawOutcome.Forbidden => new("依据规定不得办理，未作任何更改。", "The rules forbid this; nothing was changed."),
        LawOutcome.CannotDecide => new("缺少必要信息，无法判断是否合规，未作任何更改。", "Facts are missing, so lawfulness cannot be decided; nothing was changed."),
        LawOutcome.Approval => new("依据规定须先经批准，未作任何更改。", "The rules ask for an approval first; nothing was changed."),
        _ => new("依据规定须先说明理由，未作任何更改。", "The rules ask for a recorded reason first; nothing was changed."),
    };
}
