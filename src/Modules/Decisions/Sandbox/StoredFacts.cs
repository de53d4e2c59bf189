using System.Runtime.CompilerServices;
using Guiju.Decisions.Contracts;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Decisions.Sandbox;

/// <summary>The real cases of the year up to a day: the facts of every verdict given in it, asked where they were asked then. With it a sandbox is a back-test (回溯检验).</summary>
internal sealed class StoredFacts(GuijuDb db, LawShelf shelf) : IPopulation
{
    /// <summary>Its name.</summary>
    public const string EveryPoint = "cases";

    private const int Part = 2000;

    public string Name => EveryPoint;

    public Bilingual Title { get; } = new("近一年已判定的真实事项", "Real cases judged in the year before");

    public IReadOnlyList<string> ControlPoints => shelf.Current.ControlPoints.Keys.Order(StringComparer.Ordinal).ToList();

    public Task<int> CountAsync(DateOnly on, CancellationToken ct) => Within(on).CountAsync(ct);

    public async IAsyncEnumerable<PopulationPart> ReadAsync(DateOnly on, IReadOnlySet<string> facts, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var point in await Within(on).Select(v => v.ControlPoint).Distinct().ToListAsync(ct))
        {
            var last = Guid.Empty;
            while (true)
            {
                var page = await Within(on).Where(v => v.ControlPoint == point && v.Id.CompareTo(last) > 0).OrderBy(v => v.Id).Take(Part)
                    .Select(v => new Row(v.Id, v.Facts, v.On, db.Set<LedgerEntry>().Where(e => e.Id == v.EntryId).Select(e => e.UnitId).FirstOrDefault(), db.Set<LedgerEntry>().Where(e => e.Id == v.EntryId).Select(e => e.Seq).FirstOrDefault())).ToListAsync(ct);
                if (page.Count > 0)
                {
                    yield return PartOf(page, point, facts);
                    last = page[^1].Id;
                }

                if (page.Count < Part)
                {
                    break;
                }
            }
        }
    }

    /// <summary>Stored facts in columns, those that are asked for; the records stand without names.</summary>
    public static PopulationPart PartOf(ControlPoint point, IReadOnlyList<string> stored, IReadOnlySet<string> facts)
    {
        var columns = point.Facts.Select(f => f.English).Where(facts.Contains).ToDictionary(name => name, _ => new object?[stored.Count]);
        for (var i = 0; i < stored.Count; i++)
        {
            foreach (var (name, value) in Json.Read<Dictionary<string, object?>>(stored[i]))
            {
                if (columns.TryGetValue(name, out var column))
                {
                    column[i] = value;
                }
            }
        }

        return new PopulationPart([.. stored.Select(_ => new PopulationRecord(Guid.Empty, "", null, null, null, null, null))], columns) { ControlPoint = point.Id };
    }

    private PopulationPart PartOf(List<Row> page, string id, IReadOnlySet<string> facts) => shelf.Current.ControlPoints.GetValueOrDefault(id) is { } point
        ? PartOf(point, page.ConvertAll(r => r.Facts), facts) with { Records = page.ConvertAll(r => new PopulationRecord(r.Id, $"{r.On:yyyy-MM-dd} #{r.Seq}", r.UnitId, null, point.Title, null, $"/verdicts/{r.Id}")) }
        : new PopulationPart([], new Dictionary<string, object?[]>());

    private IQueryable<StoredVerdict> Within(DateOnly on)
    {
        var from = on.AddYears(-1);
        return db.Set<StoredVerdict>().AsNoTracking().Where(v => v.On > from && v.On <= on);
    }

    private sealed record Row(Guid Id, string Facts, DateOnly On, Guid? UnitId, long Seq);
}
