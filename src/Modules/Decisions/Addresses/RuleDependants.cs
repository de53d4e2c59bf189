using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Law.Contracts;

namespace Guiju.Decisions.Addresses;

/// <summary>What of the executable law hangs on provisions: rows of decisions, figures, and the control points at which the decisions are bound.</summary>
internal sealed class RuleDependants(LawShelf shelf) : IDependants
{
    private static readonly Bilingual Row = new("决策行", "Row of a decision");
    private static readonly Bilingual Figure = new("数值", "Figure");
    private static readonly Bilingual Point = new("控制点", "Control point");

    /// <inheritdoc/>
    public Task<IReadOnlyList<Dependant>> OfWorkAsync(string work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var book = shelf.Current;
        var found = new List<Dependant>();
        foreach (var (reference, bound) in book.Decisions)
        {
            var page = "/decisions/" + reference.Replace('#', '/');
            var rows = (bound.Decision.Table?.Rules ?? []).Select((rule, at) => (Address: rule.Extension("provision"), At: at + 1)).Where(r => Cites(r.Address, work)).ToList();
            found.AddRange(rows.Select(r => new Dependant(Row, $"{reference}/{r.At}", new($"{bound.Rule} {bound.Title.Zh}（第 {r.At} 行）", $"{bound.Rule} {bound.Title.En} (row {r.At})"), r.Address!, page))); // filtered just above
            var points = book.ControlPoints.Values.Where(p => p.Decisions.Contains(reference)).ToList();
            found.AddRange(rows.Select(r => r.Address!).Distinct().SelectMany(address => points.Select(p => new Dependant(Point, p.Id, p.Title, address, "/decisions")))); // as above
        }

        found.AddRange(book.Parameters.Values.SelectMany(p => p.Values.Select(v => v.Provision).Where(a => Cites(a, work)).Distinct()
            .Select(a => new Dependant(Figure, p.Id, p.Name, a!)))); // filtered just before
        return Task.FromResult<IReadOnlyList<Dependant>>(found.DistinctBy(d => (d.Kind, d.Id, d.Address)).ToList());
    }

    private static bool Cites(string? address, string work) =>
        address is not null && (address == work || address.StartsWith(work + "~", StringComparison.Ordinal));
}
