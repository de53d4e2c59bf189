using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Trips;

/// <summary>Reads the names of passengers and knows the colleagues among them.</summary>
internal sealed class PassengerList(GuijuDb db, UnitTrees trees, TimeProvider clock)
{
    private static readonly char[] Separators = ['、', '，', ',', ';', '；', '\n', '\r', '\t'];

    /// <summary>Names as written, each once.</summary>
    public static IReadOnlyList<string> Names(string? text) =>
        (text ?? "").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();

    /// <summary>The passengers; those of the body carry post and allowance, the others are guests.</summary>
    public async Task<IReadOnlyList<Passenger>> ReadAsync(string? text, Guid bodyId, CancellationToken ct)
    {
        var names = Names(text);
        var today = clock.Today();
        var units = (await trees.AsOfAsync(today, ct)).Subtree(bodyId).ToArray();
        var colleagues = await db.Set<Person>().AsNoTracking()
            .Where(p => names.Contains(p.Name) && units.Contains(p.UnitId) && p.From <= today && (p.To == null || p.To >= today))
            .OrderBy(p => p.Code).ToListAsync(ct);
        var known = colleagues.GroupBy(p => p.Name).ToDictionary(g => g.Key, g => g.First());
        return names.Select(name => known.TryGetValue(name, out var p)
            ? new Passenger(p.Id, name, p.Post, p.DrawsAllowance)
            : new Passenger(null, name, "", false)).ToList();
    }
}
