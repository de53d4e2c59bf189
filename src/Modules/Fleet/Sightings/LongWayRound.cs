namespace Guiju.Fleet.Sightings;

/// <summary>
/// A journey much longer than those of the same words; or longer than these ever differ among themselves, where odometer and track both say so: ways that are
/// driven often are known closely, and a shorter way round stands out on them.
/// </summary>
internal sealed class LongWayRound : IDetector
{
    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        foreach (var order in day.Ended.Where(o => o.Km > 0))
        {
            if (!day.Past.Usual.TryGetValue(order.Relation, out var usual) || order.Km is not { } km)
            {
                continue;
            }

            var (span, followed) = (day.Span(order, t), day.Follows(order));
            var whole = followed && !day.Way(t).Silences.Any(s => span.Touches(s.Time));
            var track = followed ? (decimal)day.Way(t).KmWithin(span) : 0;
            var far = Far(km, usual.Km, t);
            if (!far && !(followed && Stands(km, usual, t) && Stands(track, usual, t)))
            {
                continue;
            }

            var calls = Calls(day, span, t);
            var (there, back) = Ways(day, calls, span, t);
            yield return new Sighting(AlarmKind.Detour, order.Noted.GetValueOrDefault())
            {
                Order = order,
                Figures =
                [
                    Words.Km("本次里程", "This journey", km), Words.Km("惯常里程", "Usually", usual.Km), Words.Km("惯常上下", "Usually within", usual.Spread), Words.Of("可比行程", "Journeys compared with", usual.Journeys, ""),
                    .. followed ? (IEnumerable<SeenFigure>)[Words.Km("轨迹", "Track", track)] : [],
                ],
                Excuses =
                [
                    Words.Excuse(("里程表读数有误", "The odometer was misread"), whole ? !(Far(track, usual.Km, t) || Stands(track, usual, t)) : null, $"{(followed ? $"轨迹 {track:0.#} 公里{(whole ? "" : "，其间终端有静默")}" : "轨迹不全")}", $"{(followed ? $"the track comes to {track:0.#} km{(whole ? "" : ", with silences in it")}" : "the track is not whole")}"),
                    Words.Excuse(("就近另办一事", "One more call nearby"), far ? calls.Count > 1 ? null : false : calls.Count > 1 ? Nearby(day, calls, km - usual.Km, usual.Km, t) : OneWay(there, back, (double)(km - usual.Km), t), $"途中停留 {calls.Count} 处，去程 {there:0.#} 公里，返程 {back:0.#} 公里", $"stood at {calls.Count} places on the way; {there:0.#} km there, {back:0.#} km back"),
                    Words.Excuse(("途中另有公务停留", "Stopped elsewhere on duty"), null, $"途中停留 {calls.Count} 次，须驾驶员说明", $"stood {calls.Count} times on the way; the driver must say"),
                ],
            };
        }
    }

    private static bool Far(decimal km, decimal usual, Tolerances t) => km > usual * t.DetourFactor && km - usual > t.DetourKm;

    private static bool Stands(decimal km, (decimal Km, int Journeys, decimal Spread) usual, Tolerances t) =>
        km > usual.Km * t.DetourLeastFactor && km - usual.Km > Math.Max(t.DetourLeastKm, usual.Spread * t.DetourSpread);

    private static List<Stand> Calls(CarDay day, Stretch span, Tolerances t) =>
        day.Way(t).Stands.Where(s => span.Holds(s.Time) && s.Time.Minutes >= t.StandMinutes && (day.Car.Home is not { } home || s.At.MetresTo(home) > t.YardM)).ToList();

    // Passengers got out on the way to a place beside the usual one: what was driven more lies on one of the two ways, and is no more than a call nearby takes.
    private static bool OneWay(double there, double back, double more, Tolerances t) => more <= 2 * t.CallKm && Math.Abs(there - back) >= more / 2;

    private static (double There, double Back) Ways(CarDay day, List<Stand> calls, Stretch span, Tolerances t) => calls.MaxBy(c => c.Time.Minutes) is { } main
        ? (day.Way(t).KmWithin(new Stretch(span.From, main.Time.From)), day.Way(t).KmWithin(new Stretch(main.Time.To, span.To)))
        : (0, 0);

    // Every call lies near the farthest one, and the way over all of them makes up for what was driven more.
    private static bool Nearby(CarDay day, List<Stand> calls, decimal more, decimal usual, Tolerances t)
    {
        if (day.Car.Home is not { } home)
        {
            return false;
        }

        var main = calls.MaxBy(c => c.At.MetresTo(home)) ?? calls[0];
        var (straight, tour) = (2 * main.At.MetresTo(home), calls[0].At.MetresTo(home) + calls[^1].At.MetresTo(home) + calls.Zip(calls.Skip(1), (a, b) => a.At.MetresTo(b.At)).Sum());
        var bends = straight > 0 ? Math.Max(1, (double)usual * 1000 / straight) : 1;
        return calls.TrueForAll(c => c.At.MetresTo(main.At) <= t.CallKm * 1000) && (double)more <= (tour - straight) / 1000 * bends + (double)t.DetourLeastKm;
    }
}
