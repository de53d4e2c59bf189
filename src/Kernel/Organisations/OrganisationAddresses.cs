using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Kernel.Organisations;

/// <summary>Addresses of organisations under <c>/api/kernel</c>.</summary>
internal static class OrganisationAddresses
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/units", async (DateOnly? on, UnitBoard board, ActorHolder holder, CancellationToken ct) =>
            holder.Current.Can(KernelPermissions.ReadUnits)
                ? Results.Json(await board.OnAsync(on ?? board.Today, ct), Json.Options)
                : OutcomeHttp.Denied(KernelPermissions.ReadUnits)).WithName("kernel.units").Produces<IReadOnlyList<UnitBoard.Row>>();
        api.MapGet("/units/{id:guid}", async (Guid id, UnitBoard board, CancellationToken ct) =>
            await board.FindAsync(id, ct) is { } unit ? Results.Json(unit, Json.Options) : OutcomeHttp.Missing()).WithName("kernel.unit").Produces<UnitBoard.Detail>();
        api.MapAct<AddUnit, Guid>("/units");
        api.MapAct<ChangeUnit, Guid>("/units/{unitId:guid}");
        api.MapAct<MoveUnit, Guid>("/units/{unitId:guid}/move");
        api.MapAct<CloseUnit, Guid>("/units/{unitId:guid}/close");
    }
}
