using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Numbers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Procedures.Letters;

/// <summary>Official documents and their numbers under <c>/api/procedures</c>.</summary>
internal static class LetterEndpoints
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapAct<DraftLetter, Guid>("/letters").WithSummary("起草公文: drafts an official document").WithTags("procedures");
        api.MapAct<ChangeLetter, Guid>("/letters/{letterId}/change").WithSummary("修改公文: changes a draft").WithTags("procedures");
        api.MapAct<IssueLetter, Guid>("/letters/{letterId}/issue").WithSummary("签发公文: numbers, dates and issues a draft").WithTags("procedures");
        api.MapAct<VoidLetter, Guid>("/letters/{letterId}/void").WithSummary("作废公文: voids a document with its number").WithTags("procedures");
        api.MapAct<OpenSeries, Guid>("/number-series").WithSummary("设立机关代字: opens a series of numbers").WithTags("procedures");
        api.MapAct<ReserveNumber, Guid>("/numbers/reserve").WithSummary("预留文号: reserves the next number").WithTags("procedures");
        api.MapAct<VoidNumber, Guid>("/numbers/{numberId}/void").WithSummary("作废文号: voids a reserved number").WithTags("procedures");
        api.MapGet("/letters/{id:guid}", (Guid id, LetterFile file, ActorHolder holder, CancellationToken ct) =>
            AnswerAsync(id, file, holder, async letter => Results.Json(await file.PrintedAsync(letter, ct), Json.Options), ct)).WithSummary("An official document").WithTags("procedures");
        api.MapGet("/letters/{id:guid}/docx", (Guid id, LetterFile file, ActorHolder holder, CancellationToken ct) =>
            AnswerAsync(id, file, holder, async letter => Results.File(LetterDocx.Write(await file.PrintedAsync(letter, ct)), Docx, $"{(letter.Number.Length > 0 ? letter.Number : "draft")}.docx"), ct))
            .WithSummary("The document as a word-processor file in the layout of GB/T 9704").WithTags("procedures");
    }

    private static async Task<IResult> AnswerAsync(Guid id, LetterFile file, ActorHolder holder, Func<Letter, Task<IResult>> found, CancellationToken ct) =>
        !holder.Current.Can(ProceduresPermissions.ReadLetters) ? OutcomeHttp.Denied(ProceduresPermissions.ReadLetters)
        : await file.FindAsync(id, ct) is { } letter ? await found(letter) : OutcomeHttp.Missing();
}
