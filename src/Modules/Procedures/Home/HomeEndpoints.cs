using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Procedures.Home;

/// <summary>The home lists under <c>/api/procedures</c>.</summary>
internal static class HomeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/counts", async (HomeLists lists, CancellationToken ct) => TypedResults.Ok(await lists.CountAsync(ct)))
            .WithSummary("Counts of the home lists").WithTags("procedures");
        List(api, "/tasks", "待办: tasks waiting for the person", (lists, filter, ct) => lists.WaitingAsync(filter, ct));
        List(api, "/done", "已办: tasks the person has answered", (lists, filter, ct) => lists.DoneAsync(filter, ct));
        List(api, "/cases", "我发起的: matters the person started", (lists, filter, ct) => lists.StartedAsync(filter, ct));
        List(api, "/notices", "抄送我的: copies sent to the person", (lists, filter, ct) => lists.CopiedAsync(filter, ct));
    }

    private static void List(IEndpointRouteBuilder api, string path, string summary, Func<HomeLists, HomeFilter, CancellationToken, Task<HomePart>> ask) =>
        api.MapGet(path, async (HomeLists lists, string? words, string? procedure, bool? overdue, int? page, CancellationToken ct) =>
                TypedResults.Ok(await ask(lists, new HomeFilter { Words = words, Procedure = procedure, Overdue = overdue ?? false, Page = page ?? 1 }, ct)))
            .WithSummary(summary).WithTags("procedures");
}
