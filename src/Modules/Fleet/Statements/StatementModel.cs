using Guiju.Fleet.Costs;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Fleet.Statements;

/// <summary>Statements as the API takes them in: <c>POST /api/fleet/statements?issuer=…&amp;file=…</c> with the file as the body. <c>keep=true</c> keeps it; without it everything is tried and nothing kept.</summary>
internal static class StatementModel
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/statements", TakeAsync).WithName("fleet.statements.take").DisableAntiforgery().Produces<Told>();

    /// <summary>What became of a file, for programs.</summary>
    public static Told Of(StatementAnswer answer) => new(answer.Kept, answer.Kind, answer.File.HeadingRow, answer.File.Columns, answer.File.Errors, answer.File.LeftOut, answer.Tally);

    private static async Task<IResult> TakeAsync(string? issuer, string? file, string? kind, Guid? unit, bool? keep, HttpContext http, StatementDesk desk, ActorHolder asker)
    {
        if (asker.Current is { PersonId: null, IsSystem: false })
        {
            return OutcomeHttp.Unknown();
        }

        if (!asker.Current.Can(FleetPermissions.Settle))
        {
            return OutcomeHttp.Denied(FleetPermissions.Settle);
        }

        if (ForeignRequest.Refusal(http.Request, SheetExport.MediaType) is { } foreign && ForeignRequest.Refusal(http.Request, "text/csv") is not null)
        {
            return foreign;
        }

        if (string.IsNullOrWhiteSpace(issuer) || issuer.Length > 120)
        {
            return OutcomeHttp.Invalid([new FieldError(nameof(issuer), new("请填写发卡单位。", "Please name the issuer."))]);
        }

        var known = Enum.TryParse<CostKind>(kind, ignoreCase: true, out var named) && Enum.IsDefined(named);
        if (kind is { Length: > 0 } && !known)
        {
            return OutcomeHttp.Invalid([new FieldError(nameof(kind), new("费用种类须为 fuel、charge、toll 或 parking。", "The kind is fuel, charge, toll or parking."))]);
        }

        try
        {
            var answer = await desk.TakeAsync(new StatementAsked(issuer, known ? named : null, unit, string.IsNullOrWhiteSpace(file) ? "—" : file, null), http.Request.Body, keep == true, http.RequestAborted);
            return answer.Outcome is null ? Results.Json(Of(answer), Json.Options, statusCode: StatusCodes.Status409Conflict) : answer.Outcome.ToHttp((_, _) => Results.Json(Of(answer), Json.Options));
        }
        catch (SheetRefusedException refused)
        {
            return OutcomeHttp.Problem(StatusCodes.Status400BadRequest, "unreadable", refused.Reason);
        }
    }

    /// <summary>What became of a file.</summary>
    internal sealed record Told(bool Kept, CostKind Kind, int HeadingRow, IReadOnlyDictionary<StatementColumn, string> Columns, IReadOnlyList<SheetError> Errors, IReadOnlyList<SheetError> LeftOut, StatementTally? Tally);
}
