using System.Text;
using System.Text.Json;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Procedures.Definitions;

/// <summary>A file to be checked while it is drawn.</summary>
internal sealed record CheckAsked(string? Xml);

/// <summary>Procedures and their versions under <c>/api/procedures/definitions</c>; all of it only reads.</summary>
internal static class ProcedureEndpoints
{
    private const long MostBytes = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        var definitions = api.MapGroup("/definitions").WithTags("procedures");
        definitions.MapGet("", (ProcedureBoard board, ActorHolder holder, CancellationToken ct) => Read(holder, async token => Results.Json(await board.ListAsync(token), Json.Options), ct))
            .WithSummary("流程: every procedure, with the version in force");
        definitions.MapGet("/{code}", (string code, ProcedureBoard board, ActorHolder holder, CancellationToken ct) =>
                Read(holder, async token => await board.FindAsync(code, token) is { } found ? Results.Json(new { found.Code, found.Title, found.Versions }, Json.Options) : OutcomeHttp.Missing(), ct))
            .WithSummary("A procedure with its versions");
        definitions.MapGet("/{code}/file", (string code, string? version, ProcedureBoard board, ActorHolder holder, CancellationToken ct) =>
                Read(holder, async token => await board.FileAsync(code, version, token) is { } file ? Results.File(Encoding.UTF8.GetBytes(file.Xml), "application/xml", code + ".bpmn") : OutcomeHttp.Missing(), ct))
            .WithSummary("The BPMN file of a version");
        definitions.MapGet("/{code}/differences", (string code, string? from, string? to, ProcedureBoard board, ActorHolder holder, CancellationToken ct) =>
                Read(holder, async token => await board.CompareAsync(code, from, to, token) is { } found ? Results.Json(found.Differences, Json.Options) : OutcomeHttp.Missing(), ct))
            .WithSummary("In what two versions differ");
        definitions.MapPost("/check", CheckAsync).DisableAntiforgery().WithSummary("Every fault of a file, while it is drawn; nothing is kept");
    }

    private static async Task<IResult> CheckAsync(HttpContext http, ProcedureFaults check, ActorHolder holder, CancellationToken ct)
    {
        if (!holder.Current.Can(ProceduresPermissions.Draw))
        {
            return OutcomeHttp.Denied(ProceduresPermissions.Draw);
        }

        if (ForeignRequest.Refusal(http.Request) is { } refusal)
        {
            return refusal;
        }

        if (http.Request.ContentLength is not <= MostBytes)
        {
            return OutcomeHttp.Problem(StatusCodes.Status413PayloadTooLarge, "too-large", new("请求内容过大或未写明长度。", "The request is too large, or does not say how long it is."));
        }

        try
        {
            var asked = await JsonSerializer.DeserializeAsync<CheckAsked>(http.Request.Body, Json.Options, ct);
            var faults = await check.FindAsync(asked?.Xml ?? "", ct);
            return Results.Json(new { faults = faults.Select(f => new { f.Element, f.Code, message = Language.IsEnglish ? f.En : f.Zh, f.Line }) }, Json.Options);
        }
        catch (JsonException)
        {
            return OutcomeHttp.Problem(StatusCodes.Status400BadRequest, "unreadable", new("请求内容无法读取。", "The request cannot be read."));
        }
    }

    private static Task<IResult> Read(ActorHolder holder, Func<CancellationToken, Task<IResult>> answer, CancellationToken ct) =>
        holder.Current.Can(ProceduresPermissions.ReadProcedures) ? answer(ct) : Task.FromResult(OutcomeHttp.Denied(ProceduresPermissions.ReadProcedures));
}
