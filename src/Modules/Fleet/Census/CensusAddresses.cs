using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Fleet.Census;

/// <summary>The census as the API gives it out: rounds, one round with its units, and the workbook.</summary>
internal static class CensusAddresses
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/census", async (CensusBoard board, ActorHolder asker, CancellationToken ct) =>
            asker.Current.Can(FleetPermissions.Read) ? Results.Json(await board.RoundsAsync(ct), Json.Options) : OutcomeHttp.Denied(FleetPermissions.Read)).WithName("fleet.census").Produces<IReadOnlyList<CensusBoard.RoundRow>>();
        api.MapGet("/census/{id:guid}", (Guid id, CensusBoard board, ActorHolder asker, CancellationToken ct) => RoundAsync(id, board, asker, r => Task.FromResult(Results.Json(Of(r), Json.Options)), ct)).WithName("fleet.census.round").Produces<Sheet>();
        api.MapGet("/census/{id:guid}/sheet", (Guid id, CensusBoard board, ActorHolder asker, CancellationToken ct) =>
            RoundAsync(id, board, asker, async r => Results.Stream(await SheetExport.FileAsync((to, token) => SheetExport.WriteAsync(to, CensusWorkbook.Of(r), token), ct), SheetExport.MediaType, r.Row.Title + ".xlsx"), ct)).WithName("fleet.census.sheet");
    }

    private static async Task<IResult> RoundAsync(Guid id, CensusBoard board, ActorHolder asker, Func<CensusBoard.Round, Task<IResult>> found, CancellationToken ct) =>
        !asker.Current.Can(FleetPermissions.Read) ? OutcomeHttp.Denied(FleetPermissions.Read)
        : await board.RoundAsync(id, ct) is { } round ? await found(round) : OutcomeHttp.Missing();

    private static Sheet Of(CensusBoard.Round round) => new(round.Row.Title, round.Row.From, round.Row.AsOf, round.Row.DueOn, round.Row.State, round.Row.Units, round.Row.Answered, round.Sum.Values,
        round.Units.Select(u => new UnitLine(u.UnitId, u.Name, u.State, u.Own.Values, u.Prefilled.Values, u.Whole.Values, u.Explanation)).ToList(), round.Late.Select(u => u.Name).ToList());

    /// <summary>A round.</summary>
    /// <param name="Title">Name.</param>
    /// <param name="From">First day of the costs.</param>
    /// <param name="AsOf">Last day, as of which is counted.</param>
    /// <param name="DueOn">Day to answer by.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="Units">Units asked.</param>
    /// <param name="Answered">Units that answered.</param>
    /// <param name="Sum">Figures of all units by key.</param>
    /// <param name="Lines">Unit by unit.</param>
    /// <param name="Late">Who is late.</param>
    internal sealed record Sheet(string Title, DateOnly From, DateOnly AsOf, DateOnly DueOn, CensusState State, int Units, int Answered, IReadOnlyDictionary<string, decimal> Sum, IReadOnlyList<UnitLine> Lines, IReadOnlyList<string> Late);

    /// <summary>One unit: its own figures, the record's, and with the units below.</summary>
    internal sealed record UnitLine(Guid Id, string Name, ReturnState State, IReadOnlyDictionary<string, decimal> Own, IReadOnlyDictionary<string, decimal> Prefilled, IReadOnlyDictionary<string, decimal> Whole, string Explanation);
}
