using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Kernel.Ledger;

/// <summary>The ledger under <c>/api/kernel/ledger</c>, for auditors.</summary>
internal static class LedgerAddresses
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/ledger", async (LedgerBook book, ActorHolder holder, [AsParameters] LedgerQuery query, CancellationToken ct) =>
                holder.Current.Can(KernelPermissions.ReadLedger) ? Results.Json(await book.ListAsync(query.Filter, ct), Json.Options) : OutcomeHttp.Denied(KernelPermissions.ReadLedger))
            .WithSummary("Register of all acts").WithTags("ledger");
        api.MapGet("/ledger/{id:guid}", async (Guid id, LedgerBook book, ActorHolder holder, CancellationToken ct) =>
                !holder.Current.Can(KernelPermissions.ReadLedger) ? OutcomeHttp.Denied(KernelPermissions.ReadLedger)
                : await book.FindAsync(id, ct) is { } sheet ? Results.Json(sheet, Json.Options) : OutcomeHttp.Missing())
            .WithSummary("One act with its block, verdicts and rows").WithTags("ledger");
        api.MapGet("/ledger/proof", async (LedgerProof proof, ActorHolder holder, CancellationToken ct) =>
                holder.Current.Can(KernelPermissions.VerifyLedger) ? Results.Json(await proof.VerifyAsync(ct), Json.Options) : OutcomeHttp.Denied(KernelPermissions.VerifyLedger))
            .WithSummary("Proof of the whole record").WithTags("ledger");
    }
}

/// <summary>What the register is asked with in the address.</summary>
internal sealed record LedgerQuery(string? Who, string? Act, Guid? Record, DateOnly? From, DateOnly? To, int? Page)
{
    public LedgerFilter Filter => new() { Who = Who, Act = Act, Record = Record, From = From, To = To, Page = Page ?? 1 };
}
