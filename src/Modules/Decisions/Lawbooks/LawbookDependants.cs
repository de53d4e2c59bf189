using Guiju.Kernel;
using Guiju.Law.Contracts;

namespace Guiju.Decisions.Lawbooks;

/// <summary>What of the executable law hangs on a text: rows of decisions, figures, and the control points at which such rows are asked.</summary>
internal sealed class LawbookDependants(LawShelf shelf) : IDependants
{
    private static readonly Bilingual Row = new("决策行", "Row of a decision");
    private static readonly Bilingual Figure = new("数值", "Figure");
    private static readonly Bilingual Point = new("控制点", "Control point");

    public Task<IReadOnlyList<Dependant>> OfWorkAsync(string work, CancellationToken ct)
    {
        var book = shelf.Current;
        var found = new List<Dependant>();
        var citing = new Dictionary<string, HashSet<string>>();
        foreach (var (key, bound) in book.Decisions)
        {
            foreach (var (rule, index) in (bound.Decision.Table?.Rules ?? []).Select((r, i) => (r, i)))
            {
                foreach (var address in Cited([rule.Extension("provision")], work))
                {
                    found.Add(new Dependant(Row, $"{key}/{index + 1}", new($"{bound.Rule} {bound.Title.Zh} 第{index + 1}行", $"{bound.Rule} {bound.Title.En}, row {index + 1}"), address, $"/decisions/{key.Replace('#', '/')}"));
                    (citing.TryGetValue(key, out var set) ? set : citing[key] = []).Add(address);
                }
            }
        }

        found.AddRange(from parameter in book.Parameters.Values
                       from address in parameter.Values.SelectMany(v => Cited([v.Provision], work)).Distinct()
                       select new Dependant(Figure, parameter.Id, parameter.Name, address));
        found.AddRange(from point in book.ControlPoints.Values
                       from address in point.Decisions.SelectMany(d => citing.GetValueOrDefault(d) ?? []).Distinct()
                       select new Dependant(Point, point.Id, point.Title, address));
        return Task.FromResult<IReadOnlyList<Dependant>>(found);
    }

    // A row may cite several provisions, parted by spaces or commas.
    private static IEnumerable<string> Cited(IEnumerable<string?> cells, string work) => cells.OfType<string>()
        .SelectMany(cell => cell.Split([' ', ',', ';', '，', '；', '"'], StringSplitOptions.RemoveEmptyEntries))
        .Where(a => a == work || a.StartsWith(work + "~", StringComparison.Ordinal)).Distinct();
}
