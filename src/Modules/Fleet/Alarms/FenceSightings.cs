using Guiju.Fleet.Geofences;
using Guiju.Fleet.Sightings;
using Guiju.Fleet.Terminals;
using Sighting = Guiju.Fleet.Sightings.Sighting;

namespace Guiju.Fleet.Alarms;

/// <summary>Crossings of geofences on a car's day as sightings: one a fence and direction, with how often; an order at the time does not excuse them but is named.</summary>
internal sealed class FenceSightings(GeofenceCrossings crossings, TimeProvider clock)
{
    /// <summary>What the fences saw.</summary>
    public async Task<IReadOnlyList<Sighting>> OfAsync(CarDay day, CancellationToken ct)
    {
        var track = day.Fixes.Where(f => DateOnly.FromDateTime(f.At) == day.Day).Select(f => new LoggedPosition(clock.ToUtc(f.At), f.Latitude, f.Longitude, f.SpeedKmh, null, f.Alarms, true)).ToList();
        return [.. (await crossings.AskAsync(day.Car.Id, track, ct)).GroupBy(c => (c.FenceId, c.Inward)).Select(group => Told(day, [.. group]))];
    }

    private Sighting Told(CarDay day, List<FenceCrossing> group)
    {
        var (first, fence) = (group[0], group[0].Fence);
        var time = new Stretch(clock.ToLocal(first.At), clock.ToLocal(group[^1].At));
        var order = day.Orders.FirstOrDefault(o => o.Window.Touches(time));
        return new Sighting(AlarmKind.Fence, time)
        {
            Order = order,
            Figures = [first.Inward ? Words.Of($"驶入围栏“{fence}”", $"Drove into fence '{fence}'", group.Count, "次") : Words.Of($"驶出围栏“{fence}”", $"Drove out of fence '{fence}'", group.Count, "次")],
            Excuses = order is null ? [] : [Words.Excuse(("有派车单", "Under an order"), null, $"{order.Code} 覆盖这段时间，是否应进出由人判断", $"{order.Code} covers the time; whether it was to cross is for a person to say")],
        };
    }
}
