using Guiju.Fleet.Costs;

namespace Guiju.Fleet.Sightings;

/// <summary>What went before a day, as far as the detectors compare with it.</summary>
internal sealed record CarPast
{
    private const int FewestJourneys = 4;
    private const int FewestFills = 5;

    /// <summary>Nothing known.</summary>
    public static readonly CarPast Nothing = new();

    /// <summary>Latest odometer reading before the day, and when it was taken.</summary>
    public (DateTime At, decimal Km)? LastReading { get; init; }

    /// <summary>Latest refuelling before the day that has an odometer reading.</summary>
    public FuelFacts? LastFuel { get; init; }

    /// <summary>Whether drives without an order have been seen since the latest reading: then the kilometres are accounted for.</summary>
    public bool DrivenSince { get; init; }

    /// <summary>Orders of the day before, of which a late receipt may speak.</summary>
    public IReadOnlyList<OrderFacts> Yesterday { get; init; } = [];

    /// <summary>Usual kilometres by relation, with the number of journeys they are the middle of, and by how many kilometres half of these are off it at most.</summary>
    public IReadOnlyDictionary<string, (decimal Km, int Journeys, decimal Spread)> Usual { get; init; } = new Dictionary<string, (decimal, int, decimal)>();

    /// <summary>Litres on 100 km over the fills before, the middle of them; null where there are too few.</summary>
    public decimal? LitresOn100Km { get; init; }

    /// <summary>Litres on 100 km over all fills before taken together, which half fills do not sway; null where there are too few.</summary>
    public decimal? MeanLitresOn100Km { get; init; }

    /// <summary>Fills before the day with their readings, newest last.</summary>
    public IReadOnlyList<FuelFacts> Fills { get; init; } = [];

    /// <summary>Odometer over track on earlier journeys, the middle of them; null where not worked out.</summary>
    public double? MeterRatio { get; init; }

    /// <summary>What orders and refuellings before a day come to.</summary>
    public static CarPast Of(DateOnly day, IEnumerable<OrderFacts> orders, IEnumerable<FuelFacts> fuel)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        var before = orders.Where(o => o.RealEnd < start).OrderBy(o => o.RealEnd).ToList();
        var fills = fuel.Where(f => f.On < day && f.Kind == CostKind.Fuel && f.OdometerKm is not null).OrderBy(f => f.On).ThenBy(f => f.OdometerKm).ToList();
        var burnt = Burnt(fuel.Where(f => f.On < day && f.Kind == CostKind.Fuel).OrderBy(f => f.On).ThenBy(f => f.OdometerKm)).ToList();
        var rates = burnt.ConvertAll(b => 100 * b.Litres / b.Km);
        return new CarPast
        {
            LastReading = before.LastOrDefault(o => o.OdoIn is not null) is { RealEnd: { } end, OdoIn: { } km } ? (end, km) : null,
            LastFuel = fills.LastOrDefault(),
            Fills = fills.TakeLast(FewestFills + 1).ToList(),
            Yesterday = before.Where(o => o.RealEnd >= start.AddDays(-1)).ToList(),
            Usual = before.Where(o => o.Km > 0).GroupBy(o => o.Relation).Where(g => g.Count() >= FewestJourneys).ToDictionary(g => g.Key, g => UsualOf(g.Select(o => o.Km.GetValueOrDefault()).ToList())), // filtered: all have one
            LitresOn100Km = rates.Count >= FewestFills ? Middle(rates) : null,
            MeanLitresOn100Km = rates.Count >= FewestFills ? 100 * burnt.Sum(b => b.Litres) / burnt.Sum(b => b.Km) : null,
        };
    }

    /// <summary>The middle one of some numbers.</summary>
    public static decimal Middle(IEnumerable<decimal> numbers)
    {
        var ordered = numbers.Order().ToList();
        return ordered[ordered.Count / 2];
    }

    private static (decimal Km, int Journeys, decimal Spread) UsualOf(List<decimal> km)
    {
        var middle = Middle(km);
        return (middle, km.Count, Middle(km.Select(k => Math.Abs(k - middle))));
    }

    // What went into the tank is what had been burnt since the fill before; a fill whose bill names no reading counts to the next one that does.
    private static IEnumerable<(decimal Km, decimal Litres)> Burnt(IEnumerable<FuelFacts> fills)
    {
        var (at, litres) = ((decimal?)null, (decimal?)0);
        foreach (var fill in fills)
        {
            litres += fill.Quantity;
            if (fill.OdometerKm is not { } km)
            {
                continue;
            }

            if (at is { } before && km > before && litres is { } sum)
            {
                yield return (km - before, sum);
            }

            (at, litres) = (km, 0);
        }
    }
}
