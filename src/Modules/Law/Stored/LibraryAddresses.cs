using System.Text;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Law.Citing;
using Guiju.Texts;
using Guiju.Texts.Akn;
using Guiju.Texts.Docx;
using Guiju.Texts.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Law.Stored;

/// <summary>Questions of the library under <c>/api/law</c>: what is stored, a wording in three formats, references both ways. They ask for the permission to read the library.</summary>
internal static class LibraryAddresses
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/library", async (DateOnly? on, Shelf shelf, ActorHolder asker, TimeProvider clock, CancellationToken ct) =>
        {
            if (!asker.Current.Can(LawModule.ReadLaw))
            {
                return OutcomeHttp.Denied(LawModule.ReadLaw);
            }

            var day = on ?? clock.Today();
            return Results.Json((await shelf.AllAsync(ct)).Select(t => new { t.Text.Work, t.Text.Title, t.Text.Number, t.Text.Issuer, t.Text.Rank, t.Text.Pack, standing = t.Standing(day), versions = t.Versions.Select(v => new { v.Date, v.From, to = t.To(v), v.FromStated, v.Articles }) }), Json.Options);
        }).WithName("law.library");
        api.MapGet("/library/export", async (string work, DateOnly? on, string? format, Shelf shelf, ActorHolder asker, TimeProvider clock, CancellationToken ct) =>
        {
            if (!asker.Current.Can(LawModule.ReadLaw))
            {
                return OutcomeHttp.Denied(LawModule.ReadLaw);
            }

            var text = await shelf.FindAsync(work, ct);
            if (text?.Nearest(on ?? clock.Today()) is not { } version || TextFormat.Find(format ?? "akn") is not { } asked)
            {
                return OutcomeHttp.Missing();
            }

            var content = asked.Write(await shelf.WordingAsync(version.Id, ct), new AknIdentity(work, version.Date, text.Text.Issuer));
            return Results.File(content, asked.MediaType, $"{version.Title}({version.Date:yyyy-MM-dd}).{asked.Ending}");
        }).WithName("law.export");
        api.MapGet("/library/cites", async (string address, DateOnly? on, CitationBook book, ActorHolder asker, TimeProvider clock, CancellationToken ct) =>
        {
            if (!asker.Current.Can(LawModule.ReadLaw))
            {
                return OutcomeHttp.Denied(LawModule.ReadLaw);
            }

            var (work, place) = address.Split('~', 2) is [var w, var p] ? (w, p) : (address, null);
            return await book.AskAsync(work, place, on ?? clock.Today(), ct) is { } links ? Results.Json(links, Json.Options) : OutcomeHttp.Missing();
        }).WithName("law.cites");
    }
}

/// <summary>A format that a text goes out in.</summary>
internal sealed record TextFormat(string Name, string Ending, string MediaType, Func<LegalText, AknIdentity, byte[]> Write)
{
    private static readonly TextFormat[] All =
    [
        new("akn", "xml", "application/akn+xml", (text, identity) => Encoding.UTF8.GetBytes(AknWriter.Write(text, identity))),
        new("docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (text, _) => DocxWriter.Write(text)),
        new("md", "md", "text/markdown; charset=utf-8", (text, _) => Encoding.UTF8.GetBytes(MarkdownWriter.Write(text))),
    ];

    /// <summary>The format of that name, or null.</summary>
    public static TextFormat? Find(string name) => Array.Find(All, f => f.Name == name);
}
