using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Kernel.People;

/// <summary>Addresses of people and roles under <c>/api/kernel</c>.</summary>
internal static class PeopleAddresses
{
    private const int PageRows = 50;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/people", async (string? words, Guid? unit, int? skip, int? take, PersonRecord record, ActorHolder holder, CancellationToken ct) =>
            holder.Current.Can(KernelPermissions.ReadPeople)
                ? Results.Json(await record.ListAsync(words, unit, skip ?? 0, take ?? PageRows, ct), Json.Options)
                : OutcomeHttp.Denied(KernelPermissions.ReadPeople)).WithName("kernel.people").Produces<PersonRecord.Page>();
        api.MapGet("/people/{id:guid}", async (Guid id, PersonRecord record, CancellationToken ct) =>
            await record.FindAsync(id, ct) is { } person ? Results.Json(person, Json.Options) : OutcomeHttp.Missing()).WithName("kernel.person").Produces<PersonRecord.Detail>();
        api.MapAct<AddPerson, Guid>("/people");
        api.MapAct<ChangePerson, Guid>("/people/{personId:guid}");
        api.MapAct<TransferPerson, Guid>("/people/{personId:guid}/transfer");
        api.MapAct<ClosePerson, Guid>("/people/{personId:guid}/close");
        api.MapAct<GrantRole, Guid>("/people/{personId:guid}/roles");
        api.MapAct<EndRole, Guid>("/assignments/{assignmentId:guid}/end");
        api.MapGet("/roles", async (RoleBoard board, ActorHolder holder, CancellationToken ct) =>
            holder.Current.Can(KernelPermissions.ReadRoles)
                ? Results.Json(await board.AllAsync(ct), Json.Options)
                : OutcomeHttp.Denied(KernelPermissions.ReadRoles)).WithName("kernel.roles").Produces<IReadOnlyList<RoleBoard.Row>>();
        api.MapAct<AddRole, string>("/roles");
        api.MapAct<ChangeRole, string>("/roles/{code}");
    }
}
