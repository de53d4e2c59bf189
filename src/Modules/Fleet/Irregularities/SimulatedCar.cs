using Guiju.Fleet.Sightings;

namespace Guiju.Fleet.Irregularities;

/// <summary>One car's simulated time: what would stand in the registers, and what was really done wrong.</summary>
internal sealed record SimulatedCar(CarFacts Car)
{
    public List<OrderFacts> Orders { get; } = [];

    public List<FuelFacts> Fuel { get; } = [];

    public List<RepairFacts> Repairs { get; } = [];

    public Dictionary<DateOnly, List<Fix>> Fixes { get; } = [];

    /// <summary>Holidays on which it is on the duty list.</summary>
    public HashSet<DateOnly> Duty { get; } = [];

    public List<Played> Tricks { get; } = [];

    /// <summary>Every drive as it really was, also where no terminal told of it.</summary>
    public List<Stretch> Drives { get; } = [];

    /// <summary>Drives that really went on for longer than so many minutes without a rest of so many: a breach, though nobody planned it as a trick.</summary>
    public IEnumerable<Stretch> WithoutRest(double most, double rest)
    {
        for (var i = 0; i < Drives.Count; i++)
        {
            var from = Drives[i].From;
            while (i + 1 < Drives.Count && (Drives[i + 1].From - Drives[i].To).TotalMinutes < rest)
            {
                i++;
            }

            if ((Drives[i].To - from).TotalMinutes > most)
            {
                yield return new Stretch(from, Drives[i].To);
            }
        }
    }

    /// <summary>Orders whose journey was part of a trick.</summary>
    public HashSet<Guid> Wrong { get; } = [];

    /// <summary>The days as the detectors get them, one after another, with what they see; what was seen is remembered, as the register would.</summary>
    public IEnumerable<(CarDay Day, IReadOnlyList<Sighting> Seen)> Days(DateOnly from, int days, Func<DateOnly, string?> holiday, Tolerances t)
    {
        var (ratios, drivenAt, heard) = (new List<double>(), DateTime.MinValue, (DateTime?)null);
        for (var n = 0; n < days; n++)
        {
            var date = from.AddDays(n);
            var (start, end) = (date.ToDateTime(TimeOnly.MinValue), date.AddDays(1).ToDateTime(TimeOnly.MinValue));
            var orders = Orders.Where(o => o.FiledAt < end.AddHours(t.LateHours) && o.Window.From < end && o.Window.To >= start).ToList();
            var past = CarPast.Of(date, Orders.Where(o => o.FiledAt < end), Fuel);
            var first = orders.Count > 0 ? DateOnly.FromDateTime(orders.Min(o => o.Window.From)) : date;
            var day = new CarDay(Car, date, new DayFacts(holiday(date), Duty.Contains(date)))
            {
                Orders = orders,
                Fixes = [.. Enumerable.Range(Math.Min(first.DayNumber, date.DayNumber), date.DayNumber - Math.Min(first.DayNumber, date.DayNumber) + 1).SelectMany(d => Fixes.GetValueOrDefault(DateOnly.FromDayNumber(d)) ?? [])],
                HeardBefore = heard,
                Fuel = Fuel.Where(f => f.On == date).ToList(),
                Repairs = Repairs.Where(r => r.On <= date.AddDays(1) && r.On > date.AddDays(-30)).ToList(),
                Past = past with { DrivenSince = past.LastReading is { } last && drivenAt > last.At, MeterRatio = ratios.Count >= 5 ? ratios.TakeLast(15).Order().ElementAt(Math.Min(15, ratios.Count) / 2) : null },
            };
            var seen = Lookout.Look(day, t);
            drivenAt = seen.Where(s => s.Kind is AlarmKind.NoOrder or AlarmKind.Holiday).Select(s => s.Time.To).Append(drivenAt).Max();
            heard = day.Fixes.Count > 0 ? day.Fixes[^1].At : heard;
            ratios.AddRange(day.Ended.Where(o => day.Follows(o) && o.Km > 5).Select(o => (Km: (double)o.Km.GetValueOrDefault(), Track: day.Way(t).KmWithin(day.Span(o, t)))).Where(p => p.Track > 5).Select(p => p.Km / p.Track));
            yield return (day, seen);
        }
    }
}
