using Guiju.Fleet.Trips;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Planning;

/// <summary>Kilometres to a place and back, learned from odometers: the median of the journeys that went there, from the same start where there are any.</summary>
internal sealed class PlaceBook
{
    private readonly Dictionary<(string From, string To), double> ways;
    private readonly Dictionary<string, double> places;

    private PlaceBook(IEnumerable<(string From, string To, decimal Km)> driven)
    {
        var all = driven.Select(d => (From: Key(d.From), To: Key(d.To), d.Km)).ToList();
        ways = all.GroupBy(d => (d.From, d.To)).ToDictionary(g => g.Key, g => Median(g.Select(d => d.Km)));
        places = all.GroupBy(d => d.To).ToDictionary(g => g.Key, g => Median(g.Select(d => d.Km)));
    }

    /// <summary>Learns of the places named.</summary>
    public static async Task<PlaceBook> LearnAsync(GuijuDb db, IReadOnlyCollection<string> places, CancellationToken ct)
    {
        var rows = await db.Set<Trip>().AsNoTracking().Where(t => places.Contains(t.PlanTo) && t.OdoIn != null && t.OdoOut != null && t.LeadId == null)
            .Select(t => new { t.PlanFrom, t.PlanTo, t.OdoIn, t.OdoOut }).ToListAsync(ct);
        return new PlaceBook(rows.Select(r => (r.PlanFrom, r.PlanTo, (r.OdoIn - r.OdoOut).GetValueOrDefault())));
    }

    /// <summary>Kilometres there and back; null where nobody went there.</summary>
    public double? Km(string from, string to) => ways.TryGetValue((Key(from), Key(to)), out var way) ? way : places.TryGetValue(Key(to), out var place) ? place : null;

    /// <summary>A place by its name, however it was spaced.</summary>
    public static string Key(string place) => string.Concat(place.Where(c => !char.IsWhiteSpace(c)));

    private static double Median(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        return (double)sorted[sorted.Count / 2];
    }
}
