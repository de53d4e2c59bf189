using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Procedures.Clocks;

/// <summary>Clocks under <c>/api/procedures/clocks</c>.</summary>
internal static class ClockEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapAct<StartClock, Guid>("/clocks").WithSummary("启动期限: starts a statutory clock").WithTags("procedures");
        api.MapAct<SuspendClock, Guid>("/clocks/{clockId}/suspend").WithSummary("中止: a clock stands still").WithTags("procedures");
        api.MapAct<ResumeClock, Guid>("/clocks/{clockId}/resume").WithSummary("恢复: a clock runs on").WithTags("procedures");
        api.MapAct<ExtendClock, Guid>("/clocks/{clockId}/extend").WithSummary("延长: once, before the end").WithTags("procedures");
        api.MapAct<StopClock, Guid>("/clocks/{clockId}/stop").WithSummary("停止: what was due is done").WithTags("procedures");
        api.MapGet("/clock-kinds", (ClockBook book) => Results.Json(book.Kinds, Json.Options)).WithSummary("The catalogue of statutory clocks").WithTags("procedures");
        api.MapGet("/clocks/{id:guid}", async (Guid id, ClockFile file, ActorHolder holder, CancellationToken ct) =>
                !holder.Current.Can(ProceduresPermissions.KeepClocks) ? OutcomeHttp.Denied(ProceduresPermissions.KeepClocks)
                : await file.FindAsync(id, ct) is { } view ? Results.Json(view, Json.Options) : OutcomeHttp.Missing())
            .WithSummary("A clock with its derivation").WithTags("procedures");
    }
}
