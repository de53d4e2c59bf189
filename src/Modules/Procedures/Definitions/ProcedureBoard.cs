using Guiju.Bpmn;
using Guiju.Bpmn.Comparing;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Work;
using Microsoft.EntityFrameworkCore;
using CaseState = Guiju.Procedures.Cases.CaseState;

namespace Guiju.Procedures.Definitions;

/// <summary>The procedures and their versions, as those who keep them see them.</summary>
internal sealed class ProcedureBoard(GuijuDb db, ProcedureShelf shelf, ActorHolder holder, TimeProvider clock)
{
    /// <summary>Name of the version that comes with the law.</summary>
    public const string OfLaw = "law";

    /// <summary>A procedure in the list.</summary>
    public sealed record Row(string Code, Bilingual Title, string InForce, DateOnly? From, int Drafts, int Open);

    /// <summary>A version of a procedure.</summary>
    /// <param name="Key">Its id, or <see cref="OfLaw"/>.</param>
    /// <param name="Number">Its number; 0 for the one of the law.</param>
    /// <param name="InForce">Whether new cases run in it today.</param>
    /// <param name="Open">Open cases that run in it.</param>
    public sealed record Version(string Key, int Number, VersionState State, DateOnly? From, bool InForce, int Open)
    {
        public string Author { get; init; } = "";

        public DateTime? DrawnAt { get; init; }

        public string PublishedBy { get; init; } = "";

        /// <summary>Whether the reader has drawn it.</summary>
        public bool Mine { get; init; }
    }

    /// <summary>A procedure with its versions, newest first.</summary>
    public sealed record View(string Code, Bilingual Title, string? Picture, IReadOnlyList<Version> Versions);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    public async Task<IReadOnlyList<Row>> ListAsync(CancellationToken ct)
    {
        var ofLaw = shelf.OfLaw().ToDictionary(l => l.Code);
        var versions = (await db.Set<ProcedureVersion>().AsNoTracking().Select(v => new { v.Code, v.Title, v.Number, v.State, v.From }).ToListAsync(ct)).ToLookup(v => v.Code);
        var open = await (from r in db.Set<CaseRun>() join c in db.Set<Case>() on r.CaseId equals c.Id where c.State == CaseState.Open group r by r.Process into g select new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. ofLaw.Keys.Union(versions.Select(v => v.Key)).Order(StringComparer.Ordinal).Select(code =>
        {
            var current = versions[code].Where(v => v.State == VersionState.Published && v.From <= Today).OrderByDescending(v => v.From).ThenByDescending(v => v.Number).FirstOrDefault();
            var title = ofLaw.TryGetValue(code, out var law) ? law.Title : new Bilingual(versions[code].First().Title, versions[code].First().Title);
            return new Row(code, current is null || current.Title == title.Zh ? title : new Bilingual(current.Title, current.Title),
                current is not null ? current.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) : ofLaw.ContainsKey(code) ? OfLaw : "", current?.From, versions[code].Count(v => v.State == VersionState.Draft), open.GetValueOrDefault(code));
        })];
    }

    /// <summary>A procedure with its versions; null where there is none.</summary>
    public async Task<View?> FindAsync(string code, CancellationToken ct)
    {
        var me = holder.Current.PersonId;
        var kept = await db.Set<ProcedureVersion>().AsNoTracking().Where(v => v.Code == code).OrderByDescending(v => v.Number)
            .Select(v => new { v.Id, v.Number, v.Title, v.State, v.From, v.Author, v.AuthorId, v.DrawnAt, v.PublishedBy }).ToListAsync(ct);
        var inForce = await shelf.InForceAsync(code, Today, ct);
        if (kept.Count == 0 && inForce is null)
        {
            return null;
        }

        var open = await (from r in db.Set<CaseRun>() join c in db.Set<Case>() on r.CaseId equals c.Id where r.Process == code && c.State == CaseState.Open group r by r.VersionId into g select new { g.Key, Count = g.Count() }).ToListAsync(ct);
        int Open(Guid? id) => open.Where(o => o.Key == id).Sum(o => o.Count);
        var versions = kept.ConvertAll(v => new Version(v.Id.ToString(), v.Number, v.State, v.From, inForce?.VersionId == v.Id, Open(v.Id))
        {
            Author = v.Author,
            DrawnAt = v.DrawnAt,
            PublishedBy = v.PublishedBy,
            Mine = v.AuthorId is not null && v.AuthorId == me,
        });
        if (shelf.OfLaw().Any(l => l.Code == code))
        {
            versions.Add(new Version(OfLaw, 0, VersionState.Published, null, inForce?.VersionId is null, Open(null)));
        }

        var shown = inForce?.Model ?? BpmnXml.Parse(await db.Set<ProcedureVersion>().Where(v => v.Id == kept[0].Id).Select(v => v.Xml).FirstAsync(ct));
        return new View(code, ProcedureShelf.TitleOf(shown), Picture.Draw(shown, _ => "", shown.Main.Name, Language.IsEnglish), versions);
    }

    /// <summary>The file of a version: <see cref="OfLaw"/>, an id, or the one in force where none is named.</summary>
    public async Task<(string Xml, ProcedureVersion? Version)?> FileAsync(string code, string? key, CancellationToken ct)
    {
        var inForce = key is null or "" ? await shelf.InForceAsync(code, Today, ct) : null;
        var id = Guid.TryParse(key, out var named) ? named : inForce?.VersionId;
        if (id is { } known)
        {
            return await db.Set<ProcedureVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == known && v.Code == code, ct) is { } version ? (version.Xml, version) : null;
        }

        return key is null or "" or OfLaw && shelf.OfLaw().FirstOrDefault(l => l.Code == code) is { Xml: { } xml } ? (xml, null) : null;
    }

    /// <summary>Two versions held against each other; null where one of them is not there or cannot be read.</summary>
    public async Task<(BpmnModel Before, BpmnModel After, IReadOnlyList<Difference> Differences)?> CompareAsync(string code, string? from, string? to, CancellationToken ct)
    {
        if (await FileAsync(code, from, ct) is not { } before || await FileAsync(code, to, ct) is not { } after)
        {
            return null;
        }

        var (old, now) = (BpmnXml.Parse(before.Xml), BpmnXml.Parse(after.Xml));
        return (old, now, ModelComparison.Find(old, now));
    }
}
