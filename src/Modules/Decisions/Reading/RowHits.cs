using System.Collections.Concurrent;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Sandbox;
using Guiju.Kernel.Data;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Decisions.Reading;

/// <summary>How often each row of a decision hits among the real cases of the year before: their facts are asked again of the text that holds on the day.</summary>
internal sealed class RowHits(GuijuDb db, LawShelf shelf, IOptions<DecisionSettings> settings)
{
    /// <summary>Cases looked at, latest first; more would not change what a lawyer sees.</summary>
    public const int Most = 20_000;

    private const int Part = 4000;
    private static readonly ConcurrentDictionary<(string Lawbook, string Reference, DateOnly On, int Cases), RowCounts> Counted = new();

    /// <summary>The last day up to the given one on which the decision was asked of a real case; null where it never was.</summary>
    public async Task<DateOnly?> LastAskedAsync(string reference, DateOnly on, CancellationToken ct)
    {
        var names = shelf.Current.ControlPoints.Values.Where(p => p.Decisions.Contains(reference)).Select(p => p.Id).ToList();
        return await db.Set<StoredVerdict>().Where(v => names.Contains(v.ControlPoint) && v.On <= on).MaxAsync(v => (DateOnly?)v.On, ct);
    }

    /// <summary>The counts.</summary>
    public async Task<RowCounts> OfAsync(string reference, DateOnly on, CancellationToken ct)
    {
        var book = shelf.Current;
        if (book.At(reference, on) is not { } decision)
        {
            return RowCounts.None;
        }

        var points = book.ControlPoints.Values.Where(p => p.Decisions.Contains(reference)).ToDictionary(p => p.Id);
        var (from, names) = (on.AddYears(-1), points.Keys.ToList());
        var cases = db.Set<StoredVerdict>().AsNoTracking().Where(v => names.Contains(v.ControlPoint) && v.On > from && v.On <= on);
        var count = Math.Min(Most, await cases.CountAsync(ct));
        if (Counted.TryGetValue((book.Version, reference, on, count), out var known))
        {
            return known;
        }

        var (hits, asked) = (new Dictionary<string, int>(), 0);
        var lanes = points.Values.ToDictionary(p => p.Id, p => new RuleLane(book, p, decision, on, settings.Value));
        for (var skip = 0; skip < count; skip += Part)
        {
            var page = await cases.OrderByDescending(v => v.At).ThenBy(v => v.Id).Skip(skip).Take(Math.Min(Part, count - skip)).Select(v => new { v.ControlPoint, v.Facts }).ToListAsync(ct);
            foreach (var group in page.GroupBy(p => p.ControlPoint))
            {
                var facts = group.Select(g => g.Facts).ToList();
                var part = StoredFacts.PartOf(points[group.Key], facts, lanes[group.Key].Facts.Select(f => f.English).ToHashSet());
                foreach (var word in lanes[group.Key].Run(facts.Count, new FactColumns(points[group.Key], part)))
                {
                    asked++;
                    hits[word.Row ?? ""] = hits.GetValueOrDefault(word.Row ?? "") + 1;
                }
            }
        }

        if (Counted.Count > 500)
        {
            Counted.Clear();
        }

        return Counted[(book.Version, reference, on, count)] = new RowCounts(asked, hits);
    }
}

/// <summary>How often each row hit; what no row decided stands under the empty name.</summary>
internal sealed record RowCounts(int Asked, IReadOnlyDictionary<string, int> ByRow)
{
    /// <summary>Nothing was asked.</summary>
    public static readonly RowCounts None = new(0, new Dictionary<string, int>());
}
