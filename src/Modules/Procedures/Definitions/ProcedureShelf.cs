using System.Collections.Concurrent;
using Guiju.Bpmn;
using Guiju.Decisions.Contracts;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Definitions;

/// <summary>A procedure as it is applied: the model, and what a case is pinned to.</summary>
internal sealed record Applied(BpmnModel Model, Guid? VersionId, string Lawbook);

/// <summary>Parsed procedures, kept for all requests; a file's content never changes under its name.</summary>
internal sealed class ParsedProcedures
{
    private readonly ConcurrentDictionary<string, BpmnModel> models = new(StringComparer.Ordinal);

    public BpmnModel? Find(string name) => models.GetValueOrDefault(name);

    public BpmnModel Of(string name, string xml) => models.GetOrAdd(name, _ => BpmnXml.Parse(xml));
}

/// <summary>The procedure in force on a day: the bureau's own published version, else the one that comes with the law. Cases stay on theirs.</summary>
internal sealed class ProcedureShelf(GuijuDb db, ParsedProcedures parsed, IEnumerable<ILawbooks> books)
{
    /// <summary>The procedure of a code in force on a day; null where there is none.</summary>
    public async Task<Applied?> InForceAsync(string code, DateOnly on, CancellationToken ct)
    {
        var book = books.FirstOrDefault();
        var version = await db.Set<ProcedureVersion>().AsNoTracking()
            .Where(v => v.Code == code && v.State == VersionState.Published && v.From <= on)
            .OrderByDescending(v => v.From).ThenByDescending(v => v.Number).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(ct);
        if (version is { } id)
        {
            return new Applied(parsed.Find(id.ToString()) ?? parsed.Of(id.ToString(), await XmlOfAsync(id, ct)), id, book?.Current ?? "");
        }

        return book is not null && OfBook(book.Current, book.Files(), code) is { } model ? new Applied(model, null, book.Current) : null;
    }

    /// <summary>The procedure that a case is pinned to.</summary>
    public async Task<BpmnModel> PinnedAsync(CaseRun run, CancellationToken ct)
    {
        if (run.VersionId is { } id)
        {
            return parsed.Find(id.ToString()) ?? parsed.Of(id.ToString(), await XmlOfAsync(id, ct));
        }

        var book = books.FirstOrDefault();
        var files = book is null ? null : await book.FilesAsync(run.Lawbook, ct);
        var model = files is null ? null : OfBook(run.Lawbook, files, run.Process);
        Check.That(model is not null, ProcedureChecks.Exists);
        return model!; // the check has thrown otherwise
    }

    /// <summary>Codes, titles and texts of the procedures that come with the law.</summary>
    public IReadOnlyList<(string Code, Bilingual Title, string Xml)> OfLaw() => books.FirstOrDefault() is not { } book ? []
        : [.. Bpmn(book.Files()).Select(f => (Xml: f.Value, Model: parsed.Of(book.Current + f.Key, f.Value))).Select(f => (f.Model.Main.Id, TitleOf(f.Model), f.Xml))];

    /// <summary>What a procedure is called in both languages.</summary>
    public static Bilingual TitleOf(BpmnModel model) => new(model.Main.Name,
        model.Source.Descendants().FirstOrDefault(e => e.Name.LocalName == "procedure" && e.Name.NamespaceName == StepSettings.Namespace)?.Attribute("english")?.Value is { Length: > 0 } english ? english : model.Main.Name);

    private Task<string> XmlOfAsync(Guid id, CancellationToken ct) => db.Set<ProcedureVersion>().Where(v => v.Id == id).Select(v => v.Xml).FirstAsync(ct);

    private BpmnModel? OfBook(string name, IReadOnlyDictionary<string, string> files, string code) =>
        Bpmn(files).Select(f => parsed.Of(name + f.Key, f.Value)).FirstOrDefault(m => m.Process(code) is not null);

    private static IEnumerable<KeyValuePair<string, string>> Bpmn(IReadOnlyDictionary<string, string> files) =>
        files.Where(f => f.Key.EndsWith(".bpmn", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal);
}
