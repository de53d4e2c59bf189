using System.Collections.Concurrent;
using Guiju.Bpmn;
using Guiju.Bpmn.Running;
using Guiju.Decisions.Contracts;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Definitions;

/// <summary>A procedure as it is applied: the model with what it calls, and what a case is pinned to.</summary>
internal sealed record Applied(BpmnModel Model, Guid? VersionId, string Lawbook)
{
    /// <summary>Procedures of other files that it calls, and their texts: a version's id, or the name of a lawbook.</summary>
    public IReadOnlyList<LinkedProcedure> Linked { get; init; } = [];
}

/// <summary>A published version in force that a time or a message may start.</summary>
internal sealed record SelfStarting(Guid Id, string Code, DateOnly From, DateTime PublishedAt, BpmnModel Model)
{
    /// <summary>Start events with a trigger.</summary>
    public IEnumerable<FlowNode> Starts(Trigger trigger) => Model.Main.Scope.Nodes.Where(n => n.Kind == NodeKind.Start && n.Trigger == trigger);
}

/// <summary>Parsed procedures, kept for all requests; a file's content never changes under its name.</summary>
internal sealed class ParsedProcedures
{
    private readonly ConcurrentDictionary<string, BpmnModel> models = new(StringComparer.Ordinal);

    public BpmnModel? Find(string name) => models.GetValueOrDefault(name);

    public BpmnModel Of(string name, string xml) => models.GetOrAdd(name, _ => BpmnXml.Parse(xml));

    public BpmnModel Linked(BpmnModel model, string name, IReadOnlyDictionary<string, BpmnModel> others) => others.Count == 0 ? model : models.GetOrAdd(name, _ => model.With(others));
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
            return new Applied(await OfVersionAsync(id, ct), id, book?.Current ?? "");
        }

        return book is not null && OfBook(book.Current, book.Files(), code) is { } model ? new Applied(model, null, book.Current) : null;
    }

    /// <summary>The same with what it calls in other files, those in force on the same day: what a case begins in.</summary>
    public async Task<Applied?> ToBeginAsync(string code, DateOnly on, CancellationToken ct)
    {
        var applied = await InForceAsync(code, on, ct);
        if (applied is null || applied.Model.CallsElsewhere.Count == 0)
        {
            return applied;
        }

        var (others, missing) = await CalledAsync(applied.Model, on, ct);
        Check.That(missing.Count == 0, ProcedureChecks.CalledExists(missing));
        var linked = others.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => new LinkedProcedure(o.Key, o.Value.VersionId?.ToString() ?? o.Value.Lawbook)).ToList();
        var model = parsed.Linked(applied.Model, NameOf(applied.VersionId?.ToString() ?? applied.Lawbook + code, linked), others.ToDictionary(o => o.Key, o => o.Value.Model));
        Check.That(model.Circles.Count == 0, ProcedureChecks.NoCircle);
        return applied with { Model = model, Linked = linked };
    }

    /// <summary>Everything that a model calls in other files, however deep, as in force on a day; and what is not there.</summary>
    public async Task<(IReadOnlyDictionary<string, Applied> Found, IReadOnlyList<string> Missing)> CalledAsync(BpmnModel model, DateOnly on, CancellationToken ct)
    {
        var (found, missing) = (new Dictionary<string, Applied>(StringComparer.Ordinal), new List<string>());
        var open = new Queue<string>(model.CallsElsewhere);
        while (open.TryDequeue(out var code))
        {
            if (found.ContainsKey(code) || missing.Contains(code) || model.Process(code) is not null)
            {
                continue;
            }

            if (await InForceAsync(code, on, ct) is { } called)
            {
                found[code] = called;
                called.Model.CallsElsewhere.ToList().ForEach(open.Enqueue);
            }
            else
            {
                missing.Add(code);
            }
        }

        return (found, missing);
    }

    /// <summary>The procedure that a case is pinned to, with those that it calls.</summary>
    public async Task<BpmnModel> PinnedAsync(CaseRun run, CancellationToken ct)
    {
        var model = await TextAsync(run.Process, run.VersionId, run.Lawbook, ct);
        if (model.CallsElsewhere.Count == 0)
        {
            return model;
        }

        var linked = StateJson.Read(run.State).Linked;
        var name = NameOf(run.VersionId?.ToString() ?? run.Lawbook + run.Process, linked);
        if (parsed.Find(name) is { } known)
        {
            return known;
        }

        var others = new Dictionary<string, BpmnModel>(StringComparer.Ordinal);
        foreach (var other in linked)
        {
            others[other.Code] = await TextAsync(other.Code, Guid.TryParse(other.Source, out var id) ? id : null, other.Source, ct);
        }

        return parsed.Linked(model, name, others);
    }

    /// <summary>Published versions in force on a day whose drawing has a start with a trigger.</summary>
    public async Task<IReadOnlyList<SelfStarting>> SelfStartingAsync(DateOnly on, CancellationToken ct)
    {
        var versions = await db.Set<ProcedureVersion>().AsNoTracking().Where(v => v.State == VersionState.Published && v.From <= on)
            .Select(v => new { v.Id, v.Code, v.Number, v.From, v.PublishedAt }).ToListAsync(ct);
        var found = new List<SelfStarting>();
        foreach (var version in versions.GroupBy(v => v.Code).Select(g => g.OrderByDescending(v => v.From).ThenByDescending(v => v.Number).First()).OrderBy(v => v.Code, StringComparer.Ordinal))
        {
            var model = await OfVersionAsync(version.Id, ct);
            if (model.Main.Scope.Nodes.Any(n => n.Kind == NodeKind.Start && n.Trigger != Trigger.None))
            {
                found.Add(new SelfStarting(version.Id, version.Code, version.From!.Value, version.PublishedAt!.Value, model)); // published versions have both
            }
        }

        return found;
    }

    /// <summary>Codes, titles and texts of the procedures that come with the law.</summary>
    public IReadOnlyList<(string Code, Bilingual Title, string Xml)> OfLaw() => books.FirstOrDefault() is not { } book ? []
        : [.. Bpmn(book.Files()).Select(f => (Xml: f.Value, Model: parsed.Of(book.Current + f.Key, f.Value))).Select(f => (f.Model.Main.Id, TitleOf(f.Model), f.Xml))];

    /// <summary>What a procedure is called in both languages.</summary>
    public static Bilingual TitleOf(BpmnModel model) => new(model.Main.Name,
        model.Source.Descendants().FirstOrDefault(e => e.Name.LocalName == "procedure" && e.Name.NamespaceName == StepSettings.Namespace)?.Attribute("english")?.Value is { Length: > 0 } english ? english : model.Main.Name);

    private async Task<BpmnModel> TextAsync(string code, Guid? version, string lawbook, CancellationToken ct)
    {
        if (version is { } id)
        {
            return await OfVersionAsync(id, ct);
        }

        var book = books.FirstOrDefault();
        var files = book is null ? null : await book.FilesAsync(lawbook, ct);
        var model = files is null ? null : OfBook(lawbook, files, code);
        Check.That(model is not null, ProcedureChecks.Exists);
        return model!; // the check has thrown otherwise
    }

    private async Task<BpmnModel> OfVersionAsync(Guid id, CancellationToken ct) =>
        parsed.Find(id.ToString()) ?? parsed.Of(id.ToString(), await db.Set<ProcedureVersion>().Where(v => v.Id == id).Select(v => v.Xml).FirstAsync(ct));

    private BpmnModel? OfBook(string name, IReadOnlyDictionary<string, string> files, string code) =>
        Bpmn(files).Select(f => parsed.Of(name + f.Key, f.Value)).FirstOrDefault(m => m.Process(code) is not null);

    private static string NameOf(string main, IEnumerable<LinkedProcedure> linked) => string.Join('|', linked.Select(l => $"{l.Code}={l.Source}").Prepend(main));

    private static IEnumerable<KeyValuePair<string, string>> Bpmn(IReadOnlyDictionary<string, string> files) =>
        files.Where(f => f.Key.EndsWith(".bpmn", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal);
}
