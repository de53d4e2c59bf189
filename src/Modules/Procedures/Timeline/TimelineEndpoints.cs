using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Procedures.Timeline;

/// <summary>The history of a record under <c>/api/procedures/timeline</c>, for those who may read the whole ledger; others see it on the record's own page.</summary>
internal static class TimelineEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/timeline/{kind}/{id:guid}", async (string kind, Guid id, RecordHistory history, ActorHolder holder, CancellationToken ct) =>
                holder.Current.For(KernelPermissions.ReadLedger).All ? Results.Json(await history.OfAsync(kind, id, ct), Json.Options) : OutcomeHttp.Denied(KernelPermissions.ReadLedger))
            .WithSummary("History of a record").WithTags("procedures");
}
