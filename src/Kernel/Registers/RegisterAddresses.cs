using System.Globalization;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Kernel.Registers;

/// <summary>Addresses of registers under <c>/api/kernel/registers</c>: a page as JSON, all rows as a workbook, template and import.</summary>
internal static class RegisterAddresses
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/registers", (RegisterBook book, RegisterReader reader) =>
            Results.Json(book.All.Where(reader.May).Select(r => new RegisterEntry(r.Key, r.Title, r.Address, r.Columns.Select(c => c.Key).ToList())), Json.Options)).WithName("kernel.registers").Produces<IReadOnlyList<RegisterEntry>>();
        api.MapGet("/registers/{key}", PageAsync).WithName("kernel.register").Produces<RegisterAnswer>();
        api.MapGet("/registers/{key}/export", ExportAsync).WithName("kernel.register.export");
        api.MapGet("/registers/{key}/template", TemplateAsync).WithName("kernel.register.template");
        api.MapPost("/registers/{key}/look", LookAsync).WithName("kernel.register.look").DisableAntiforgery().Produces<SheetDiagnosis>();
        api.MapPost("/registers/{key}/import", ImportAsync).WithName("kernel.register.import").DisableAntiforgery().Produces<SheetResult>();
        api.MapGet("/registers/{key}/views", async (string key, SavedViews views, CancellationToken ct) => Results.Json(await views.OfAsync(key, ct), Json.Options)).WithName("kernel.register.views").Produces<IReadOnlyList<SavedViews.Row>>();
        api.MapAct<SaveView, Guid>("/views");
        api.MapAct<DropView, Guid>("/views/{id}/drop");
    }

    private static async Task<IResult> PageAsync(string key, HttpContext http, RegisterBook book, RegisterReader reader)
    {
        if (Open(key, http, book, reader, out var register, out var state) is { } refusal)
        {
            return refusal;
        }

        var page = await reader.PageAsync(register, state, http.RequestAborted);
        var rows = page.Rows.Select(row =>
        {
            var values = new Dictionary<string, object?> { ["id"] = row.Id };
            for (var i = 0; i < page.Columns.Count; i++)
            {
                values[page.Columns[i].Key] = row.Values[i];
            }

            return values;
        });
        return Results.Json(new RegisterAnswer(page.Total, page.State.Page, page.State.Size, rows.ToList()), Json.Options);
    }

    private static async Task<IResult> ExportAsync(string key, HttpContext http, RegisterBook book, RegisterReader reader, SheetExport export)
    {
        if (Open(key, http, book, reader, out var register, out var state) is { } refusal)
        {
            return refusal;
        }

        return Results.Stream(await SheetExport.FileAsync((to, ct) => export.WriteAsync(register, state, to, ct), http.RequestAborted), SheetExport.MediaType, FileName(register.Title));
    }

    private static async Task<IResult> TemplateAsync(string key, HttpContext http, RegisterBook book, SheetDesk sheets) =>
        book.Find(key) is not { Import: not null } register ? OutcomeHttp.Missing()
        : !sheets.May(register) ? OutcomeHttp.Denied(register.Import.Permission)
        : Results.Stream(await SheetExport.FileAsync((to, ct) => SheetDesk.TemplateAsync(register, to, ct), http.RequestAborted), SheetExport.MediaType, FileName(new(register.Title.Zh + "导入模板", register.Title.En + " template")));

    // The file is looked over: the groups of mends that an import may be told to accept, and doubts. Nothing is tried.
    private static Task<IResult> LookAsync(string key, HttpContext http, RegisterBook book, SheetDesk sheets, ActorHolder holder) =>
        WithSheetAsync(key, http, book, sheets, holder, async (register, sheet) => Results.Json(await sheets.DiagnoseAsync(register, sheet, http.RequestAborted), Json.Options));

    // The file is the body itself. ?keep=true imports; without it everything is tried and nothing kept. ?answer=file sends the file back with its errors.
    // ?mend=KEY (several times) accepts a group of mends that a look has told; ?mend=all every one.
    private static Task<IResult> ImportAsync(string key, HttpContext http, RegisterBook book, SheetDesk sheets, ActorHolder holder) =>
        WithSheetAsync(key, http, book, sheets, holder, async (register, sheet) =>
        {
            if (http.Request.Query["mend"].OfType<string>().ToHashSet() is { Count: > 0 } accepted)
            {
                var groups = (await sheets.DiagnoseAsync(register, sheet, http.RequestAborted)).Groups;
                sheet = SheetCleaner.Apply(sheet, groups, accepted.Contains("all") ? groups.Select(g => g.Key).ToHashSet() : accepted);
            }

            var result = await sheets.TakeAsync(register, sheet, http.Request.Query["keep"] == "true", http.RequestAborted);
            return http.Request.Query["answer"] == "file" && result.Errors.Count > 0
                ? Results.Stream(await SheetExport.FileAsync((to, ct) => SheetDesk.ReturnAsync(sheet, result, to, ct), http.RequestAborted), SheetExport.MediaType, FileName(register.Title))
                : Results.Json(result, Json.Options, statusCode: result.Errors.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
        });

    private static async Task<IResult> WithSheetAsync(string key, HttpContext http, RegisterBook book, SheetDesk sheets, ActorHolder holder, Func<IRegister, Sheet, Task<IResult>> work)
    {
        if (holder.Current is { PersonId: null, IsSystem: false })
        {
            return OutcomeHttp.Unknown();
        }

        if (book.Find(key) is not { Import: { } import } register)
        {
            return OutcomeHttp.Missing();
        }

        if (!sheets.May(register))
        {
            return OutcomeHttp.Denied(import.Permission);
        }

        if (ForeignRequest.Refusal(http.Request, SheetExport.MediaType) is { } foreign)
        {
            return foreign;
        }

        try
        {
            return await work(register, await sheets.ReadAsync(register, http.Request.Body, http.RequestAborted));
        }
        catch (SheetRefusedException refused)
        {
            return OutcomeHttp.Problem(StatusCodes.Status400BadRequest, "unreadable", refused.Reason);
        }
    }

    private static IResult? Open(string key, HttpContext http, RegisterBook book, RegisterReader reader, out IRegister register, out RegisterState state)
    {
        state = new RegisterState();
        register = null!; // set below wherever null is returned
        if (book.Find(key) is not { } found)
        {
            return OutcomeHttp.Missing();
        }

        if (!reader.May(found))
        {
            return OutcomeHttp.Denied(found.Permission);
        }

        register = found;
        state = RegisterState.Read(found, http.Request.Query.Select(q => KeyValuePair.Create(q.Key, q.Value.ToArray())));
        return state.Faults.Length > 0 ? OutcomeHttp.Invalid(state.Faults) : null;
    }

    private static string FileName(Bilingual title) => string.Create(CultureInfo.InvariantCulture, $"{title.Here}.xlsx");
}

/// <summary>A register in the list of registers.</summary>
internal sealed record RegisterEntry(string Key, Bilingual Title, string Address, IReadOnlyList<string> Columns);

/// <summary>A page of a register as the API gives it.</summary>
internal sealed record RegisterAnswer(int Total, int Page, int Size, IReadOnlyList<Dictionary<string, object?>> Rows);
