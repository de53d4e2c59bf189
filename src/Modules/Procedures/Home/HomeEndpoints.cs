using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Procedures.Home;

/// <summary>The home lists under <c>/api/procedures</c>.</summary>
internal static class HomeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapAct<ReadNotice, Guid>("/notices/{noticeId}/read").WithSummary("已阅: marks a copy as read").WithTags("procedures");
        api.MapAct<HandOverTask, Guid>("/tasks/{taskId}/hand-over").WithSummary("转办: a duty officer hands a task on").WithTags("procedures");
        api.MapGet("/counts", async (HomeLists lists, ActorHolder holder, CancellationToken ct) =>
                holder.Current.Can(ProceduresPermissions.Home) ? Results.Json(await lists.CountAsync(ct), Json.Options) : OutcomeHttp.Denied(ProceduresPermissions.Home))
            .WithSummary("Counts of the home lists").WithTags("procedures");
        List(api, "/tasks", "待办: tasks waiting for the person", (lists, filter, ct) => lists.WaitingAsync(filter, ct));
        List(api, "/done", "已办: tasks the person has answered", (lists, filter, ct) => lists.DoneAsync(filter, ct));
        List(api, "/cases", "我发起的: matters the person started", (lists, filter, ct) => lists.StartedAsync(filter, ct));
        api.MapAct<ReadAllNotices, int>("/notices/read-all").WithSummary("已阅: marks every copy as read").WithTags("procedures");
        List(api, "/my-clocks", "我的时限: the person's own statutory clocks", (lists, filter, ct) => lists.ClocksAsync(filter, ct));
        List(api, "/messages", "消息: notices to the person", (lists, filter, ct) => lists.MessagesAsync(filter, ct));
        List(api, "/notices", "抄送我的: copies sent to the person", (lists, filter, ct) => lists.CopiedAsync(filter, ct));
    }

    private static void List(IEndpointRouteBuilder api, string path, string summary, Func<HomeLists, HomeFilter, CancellationToken, Task<HomePart>> ask) =>
        api.MapGet(path, async (HomeLists lists, ActorHolder holder, [AsParameters] HomeQuery query, CancellationToken ct) =>
                holder.Current.Can(ProceduresPermissions.Home) ? Results.Json(await ask(lists, query.Filter, ct), Json.Options) : OutcomeHttp.Denied(ProceduresPermissions.Home))
            .WithSummary(summary).WithTags("procedures");
}

/// <summary>What a list is asked with in the address.</summary>
internal sealed record HomeQuery(string? Words, string? Procedure, bool? Overdue, int? Page)
{
    public HomeFilter Filter => new() { Words = Words, Procedure = Procedure, Overdue = Overdue ?? false, Page = Page ?? 1 };
}
