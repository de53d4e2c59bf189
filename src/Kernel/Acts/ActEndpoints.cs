using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Kernel;

/// <summary>Gives acts their addresses, one line a slice.</summary>
public static class ActEndpoints
{
    private const long MostBytes = 1024 * 1024;

    // A misspelt field must be told, not dropped: the person would believe that it was recorded.
    private static readonly JsonSerializerOptions Strict = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>
    /// Maps <c>POST pattern</c> to the act: a JSON body goes through the desk and comes back as <see cref="OutcomeHttp"/> says.
    /// Values of the route (<c>/units/{id}/close</c>) fill the act's properties of that name. Where the act is judged,
    /// <c>POST pattern/preview</c> answers with the verdict alone and does nothing.
    /// </summary>
    public static RouteHandlerBuilder MapAct<TAct, TResult>(this IEndpointRouteBuilder routes, string pattern, Func<TResult, Verdict?, IResult>? done = null)
        where TAct : class, IAct<TResult>
    {
        if (typeof(TAct).GetCustomAttribute<AtAttribute>() is not null)
        {
            Describe<TAct>(routes.MapPost(pattern.TrimEnd('/') + "/preview", (HttpContext http, Desk desk, ActorHolder holder) => PreviewAsync<TAct, TResult>(http, desk, holder)), ".preview")
                .Produces<Verdict>().Produces(StatusCodes.Status204NoContent);
        }

        return Describe<TAct>(routes.MapPost(pattern, (HttpContext http, Desk desk, ActorHolder holder) => PerformAsync(http, desk, holder, done)), "")
            .Produces<ActDone<TResult>>()
            .Produces<ProblemDetails>(StatusCodes.Status409Conflict, "application/problem+json");

        static async Task<IResult> PerformAsync(HttpContext http, Desk desk, ActorHolder holder, Func<TResult, Verdict?, IResult>? done)
        {
            var (act, refusal) = await ReadAsync<TAct>(http, holder);
            if (act is null)
            {
                return refusal!; // one of the two is there
            }

            var outcome = await desk.PerformAsync(act, http.RequestAborted);
            return done is null ? outcome.ToHttp() : outcome.ToHttp(done);
        }
    }

    private static async Task<IResult> PreviewAsync<TAct, TResult>(HttpContext http, Desk desk, ActorHolder holder)
        where TAct : class, IAct<TResult>
    {
        var (act, refusal) = await ReadAsync<TAct>(http, holder);
        if (act is null)
        {
            return refusal!; // one of the two is there
        }

        var needed = typeof(TAct).GetCustomAttribute<NeedsAttribute>()!.Permission; // registration has checked that it is there
        if (!holder.Current.Can(needed))
        {
            return OutcomeHttp.Denied(needed);
        }

        var verdict = await desk.PreviewAsync(act, http.RequestAborted);
        return verdict is null ? Results.NoContent() : Results.Json(verdict, Json.Options);
    }

    private static RouteHandlerBuilder Describe<TAct>(RouteHandlerBuilder endpoint, string suffix)
        where TAct : class => endpoint
        .WithName(ActDescription.NameOf(typeof(TAct)) + suffix)
        .WithMetadata(new ActAddress(typeof(TAct)))
        .Accepts<TAct>("application/json")
        .DisableAntiforgery() // the rule for JSON stands in ForeignRequest
        .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")
        .Produces<ProblemDetails>(StatusCodes.Status403Forbidden, "application/problem+json")
        .Produces<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json");

    private static async Task<(TAct? Act, IResult? Refusal)> ReadAsync<TAct>(HttpContext http, ActorHolder holder)
        where TAct : class
    {
        if (holder.Current is { PersonId: null, IsSystem: false })
        {
            return (null, OutcomeHttp.Unknown());
        }

        if (ForeignRequest.Refusal(http.Request) is { } refusal)
        {
            return (null, refusal);
        }

        if (http.Request.ContentLength > MostBytes)
        {
            return (null, OutcomeHttp.Problem(StatusCodes.Status413PayloadTooLarge, "too-large", new("请求内容过大。", "The request is too large.")));
        }

        try
        {
            return (await ParseAsync<TAct>(http), null);
        }
        catch (JsonException fault)
        {
            return (null, OutcomeHttp.Invalid([FaultOf(fault)]));
        }
        catch (BadHttpRequestException fault)
        {
            return (null, OutcomeHttp.Problem(fault.StatusCode, "unreadable", new("请求内容无法读取。", "The request cannot be read.")));
        }
    }

    private static async Task<TAct> ParseAsync<TAct>(HttpContext http)
        where TAct : class
    {
        if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        body.Position = 0;
        var node = body.Length == 0 ? new JsonObject() : JsonNode.Parse(body, new JsonNodeOptions { PropertyNameCaseInsensitive = true });
        if (node is not JsonObject request)
        {
            throw new JsonException("An object is expected.", "$", null, null);
        }

        var properties = typeof(TAct).GetProperties().Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in http.Request.RouteValues.Where(v => properties.Contains(v.Key)))
        {
            request[name] = JsonValue.Create(value?.ToString());
        }

        return request.Deserialize<TAct>(Strict) ?? throw new JsonException("An object is expected.", "$", null, null);
    }

    // The framework's message names our types; the field and the line are what the asker needs.
    private static FieldError FaultOf(JsonException fault)
    {
        var field = fault.Path is { Length: > 1 } path ? path.TrimStart('$', '.') : "";
        return field.Length == 0
            ? new FieldError("", new($"请求内容不是所要求的 JSON 对象（第 {fault.LineNumber + 1 ?? 1} 行）。", $"The request is not the JSON object that is expected (line {fault.LineNumber + 1 ?? 1})."))
            : new FieldError(field, new($"“{field}”的值无法识别，或者没有这一项。", $"The value of \"{field}\" cannot be read, or there is no such field."));
    }
}

/// <summary>Metadata of an endpoint that performs an act, so that tests can walk every act and address together.</summary>
public sealed record ActAddress(Type Act);
