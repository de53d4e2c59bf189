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

    public BpmnModel Of(string name, Func<string> xml) => models.GetOrAdd(name, _ => BpmnXml.Parse(xml()));
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
            .OrderByDescending(v => v.From).ThenByDescending(v => v.Number).FirstOrDefaultAsync(ct);
        if (version is not null)
        {
            return new Applied(parsed.Of(version.Id.ToString(), () => version.Xml), version.Id, book?.Current ?? "");
        }

        return book is not null && OfBook(book.Current, book.Files(), code) is { } model ? new Applied(model, null, book.Current) : null;
    }

    /// <summary>The procedure that a case is pinned to.</summary>
    public async Task<BpmnModel> PinnedAsync(CaseRun run, CancellationToken ct)
    {
        if (run.VersionId is { } id)
        {
            var version = await db.Set<ProcedureVersion>().AsNoTracking().FirstAsync(v => v.Id == id, ct);
            return parsed.Of(id.ToString(), () => version.Xml);
        }

        var book = books.FirstOrDefault();
        var files = book is null ? null : await book.FilesAsync(run.Lawbook, ct);
        var model = files is null ? null : OfBook(run.Lawbook, files, run.Process);
        Check.That(model is not null, ProcedureChecks.Exists);
        return model!; // the check has thrown otherwise
    }

    /// <summary>Codes, titles and texts of the procedures that come with the law.</summary>
    public IReadOnlyList<(string Code, string Title, string Xml)> OfLaw() => books.FirstOrDefault() is not { } book ? []
        : [.. Bpmn(book.Files()).Select(f => (Xml: f.Value, parsed.Of(book.Current + f.Key, () => f.Value).Main)).Select(f => (f.Main.Id, f.Main.Name, f.Xml))];

    private BpmnModel? OfBook(string name, IReadOnlyDictionary<string, string> files, string code) =>
        Bpmn(files).Select(f => parsed.Of(name + f.Key, () => f.Value)).FirstOrDefault(m => m.Process(code) is not null);

    private static IEnumerable<KeyValuePair<string, string>> Bpmn(IReadOnlyDictionary<string, string> files) =>
        files.Where(f => f.Key.EndsWith(".bpmn", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal);
}
