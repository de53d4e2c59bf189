using Guiju.Fleet.Costs;

namespace Guiju.Fleet.Sightings;

/// <summary>Fuel on a day on which the car had no order. A battery is charged at home, on any day.</summary>
internal sealed class FuelWithoutJourney : IDetector
{
    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        if (day.Orders.Any(o => o.Window.From.Date <= day.Day.ToDateTime(TimeOnly.MinValue) && o.Window.To >= day.Day.ToDateTime(TimeOnly.MinValue) || DateOnly.FromDateTime(o.Window.From) == day.Day))
        {
            yield break;
        }

        foreach (var fuel in day.Fuel.Where(f => f.Kind == CostKind.Fuel))
        {
            var yesterday = day.Past.Yesterday is [var before, ..] ? before : null;
            yield return new Sighting(AlarmKind.FuelWithoutTrip, At(fuel))
            {
                Figures = [.. Words.Litres("加油", "Fuelled", fuel.Quantity)],
                Excuses =
                [
                    Words.Excuse(("票据晚一日登记", "The receipt was booked a day late"), fuel.At is not null ? false : yesterday is not null, $"{(fuel.At is { } at ? $"刷卡时间 {at.Clock()}" : yesterday is null ? "前一日也没有出车" : $"前一日有 {yesterday.Code}")}", $"{(fuel.At is { } when ? $"the card was used at {when.Clock()}" : yesterday is null ? "no journey the day before either" : $"{yesterday.Code} was under way the day before")}"),
                    Words.Excuse(("移车加油", "Driven to the station only"), day.Drives(t).Any() ? null : false, $"当日驶出停放地 {day.Drives(t).Count()} 次", $"left home {day.Drives(t).Count()} times that day"),
                ],
            };
        }
    }

    internal static Stretch At(FuelFacts fuel) => fuel.At is { } at ? new Stretch(at, at) : new Stretch(fuel.On.ToDateTime(TimeOnly.MinValue), fuel.On.ToDateTime(new TimeOnly(23, 59)));
}

/// <summary>More fuel than goes into the tank, counting what must still be in it from the fill before.</summary>
internal sealed class FuelBeyondTank : IDetector
{
    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        if (day.Car.TankLitres is not { } tank)
        {
            yield break;
        }

        var before = day.Past.Fills.ToList();
        foreach (var fuel in day.Fuel.Where(f => f.Kind == CostKind.Fuel).OrderBy(f => f.OdometerKm))
        {
            // Where the bill names no reading, the one on return is no lower: it can only leave less in the tank.
            var order = day.Orders.FirstOrDefault(o => o.Id == fuel.TripId);
            var left = Left(before, fuel.OdometerKm ?? order?.OdoIn, tank, day.Past.MeanLitresOn100Km * t.BalanceFactor);
            if (left + fuel.Quantity > tank * t.TankFactor)
            {
                yield return new Sighting(AlarmKind.FuelAboveTank, FuelWithoutJourney.At(fuel))
                {
                    Order = order,
                    Figures = [.. Words.Litres("加油", "Fuelled", fuel.Quantity), Words.Of("油箱", "Tank", tank, "L"), Words.Of("箱内至少还剩", "At least left in it", left, "L"), Words.Of("容差系数", "Tolerance", t.TankFactor, "")],
                    Excuses = [Words.Excuse(("同车另加桶装油", "Filled into a can as well"), null, $"须提供票据", $"the receipt must say")],
                };
            }

            if (fuel.OdometerKm is not null)
            {
                before.Add(fuel);
            }
        }
    }

    // The tank's balance over the fills before: what went in less what can have been burnt at most, never more than it holds. What a bill does not tell counts as nought.
    private static decimal Left(List<FuelFacts> before, decimal? km, decimal tank, decimal? most)
    {
        if (most is not { } rate || km is not { } now)
        {
            return 0;
        }

        var (left, at) = (0m, (decimal?)null);
        foreach (var fill in before)
        {
            left = Math.Min(tank, Still(left, at, fill.OdometerKm.GetValueOrDefault(), rate) + fill.Quantity.GetValueOrDefault());
            at = fill.OdometerKm;
        }

        return Still(left, at, now, rate);
    }

    // A reading that is lower than the one before tells nothing of what was burnt.
    private static decimal Still(decimal left, decimal? from, decimal to, decimal rate) => from is { } before && to >= before ? Math.Max(0, left - (to - before) / 100 * rate) : 0;
}

/// <summary>Two fills with hardly a kilometre between them; or a second one far beyond what can have been burnt since the first, which together do not go into the tank.</summary>
internal sealed class FuelAgainTooSoon : IDetector
{
    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        var last = day.Past.LastFuel;
        foreach (var fuel in day.Fuel.Where(f => f is { Kind: CostKind.Fuel, OdometerKm: not null }).OrderBy(f => f.OdometerKm))
        {
            if (last is { OdometerKm: { } before } && fuel.OdometerKm is { } km && km >= before && (km - before < t.FillGapKm || Beyond(last, fuel, km - before, day, t)))
            {
                var together = last.Quantity + fuel.Quantity;
                yield return new Sighting(AlarmKind.FuelTooSoon, FuelWithoutJourney.At(fuel))
                {
                    Order = day.Orders.FirstOrDefault(o => o.Id == fuel.TripId),
                    Figures = [Words.Km("距上次加油", "Since the fill before", km - before), .. Words.Litres("上次", "That one", last.Quantity), .. Words.Litres("本次", "This one", fuel.Quantity)],
                    Excuses = [Burnt(fuel, km - before, day.Past.LitresOn100Km, t), NotFull(together, day.Car.TankLitres, t)],
                };
            }

            last = fuel;
        }
    }

    private static bool Beyond(FuelFacts last, FuelFacts fuel, decimal km, CarDay day, Tolerances t) =>
        day.Past.LitresOn100Km is { } usual && fuel.Quantity > km / 100 * usual * t.ConsumptionFactor && last.Quantity + fuel.Quantity > day.Car.TankLitres * t.TankFactor;

    private static Excuse Burnt(FuelFacts fuel, decimal km, decimal? usual, Tolerances t)
    {
        var burnt = km / 100 * usual;
        return burnt is { } litres
            ? Words.Excuse(("只补所耗", "Only what had been burnt"), fuel.Quantity is { } filled ? filled <= litres * t.ConsumptionFactor : null, $"其间约耗 {litres:0.#} 升", $"about {litres:0.#} L were burnt meanwhile")
            : Words.Excuse(("只补所耗", "Only what had been burnt"), null, $"该车惯常油耗不详", $"what the car usually burns is not known");
    }

    private static Excuse NotFull(decimal? together, decimal? tank, Tolerances t) => Words.Excuse(
        ("上次没有加满", "The fill before was not full"),
        together is { } litres && tank is { } holds ? litres <= holds * t.TankFactor : null,
        $"{(together is { } both ? $"两次共 {both} 升" : "加油量不详")}，{(tank is { } size ? $"油箱 {size:0} 升" : "油箱容积未登记")}",
        $"{(together is { } sum ? $"{sum} L together" : "how much was filled is not known")}, {(tank is { } takes ? $"the tank holds {takes:0} L" : "the tank is not registered")}");
}

/// <summary>A fill at a station where the car was not.</summary>
internal sealed class FuelOffTheTrack : IDetector
{
    private const double Minutes = 20;

    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        foreach (var fuel in day.Fuel.Where(f => f is { At: not null, Station: not null }))
        {
            var (at, station) = (fuel.At.GetValueOrDefault(), fuel.Station!); // filtered: both are there
            var around = day.Fixes.Where(f => Math.Abs((f.At - at).TotalMinutes) <= Minutes).ToList();
            var nearest = around.Count > 0 ? around.Min(f => f.MetresTo(station)) : Nearest(day, at, station);
            if (nearest > t.StationM)
            {
                yield return new Sighting(AlarmKind.FuelElsewhere, new Stretch(at, at))
                {
                    Order = day.Orders.FirstOrDefault(o => o.Id == fuel.TripId),
                    Figures = [Words.Km("离轨迹", "Off the track", nearest.Value / 1000), .. Words.Litres("加油", "Fuelled", fuel.Quantity)],
                    Excuses = [Words.Excuse(("终端当时失联", "The terminal was silent then"), day.Way(t).Silences.Any(s => s.Time.Touches(new Stretch(at, at).Widened(Minutes))), $"前后 {Minutes:0} 分钟内有 {around.Count} 个定位点", $"{around.Count} positions within {Minutes:0} minutes")],
                };
            }
        }
    }

    // A parked car speaks seldom: it is where it was before and after, if these agree.
    private static double? Nearest(CarDay day, DateTime at, Place station)
    {
        var (before, after) = (day.Fixes.LastOrDefault(f => f.At <= at), day.Fixes.FirstOrDefault(f => f.At >= at));
        return before == default || after == default || before.MetresTo(after) > 500 ? null : before.MetresTo(station);
    }
}

/// <summary>Consumption over the last fills far above what the car usually burns.</summary>
internal sealed class FuelForTheWay : IDetector
{
    private const int Fills = 2;

    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        if (day.Past.LitresOn100Km is not { } usual || day.Fuel.LastOrDefault(f => f is { Kind: CostKind.Fuel, OdometerKm: not null }) is not { OdometerKm: { } km } fuel || day.Past.Fills.Count <= Fills)
        {
            yield break;
        }

        // Two fills together, so that one that was not full does not count against anybody.
        var from = day.Past.Fills[^Fills];
        if (day.Past.Fills.Skip(1).Append(fuel).Any(f => f.Quantity is null))
        {
            yield break; // what was not told cannot be compared
        }

        var litres = (fuel.Quantity + day.Past.Fills[^1].Quantity).GetValueOrDefault(); // all are known
        var driven = km - from.OdometerKm.GetValueOrDefault();
        var rate = driven > 0 ? 100 * litres / driven : 0;
        var further = km - day.Past.Fills[0].OdometerKm.GetValueOrDefault();
        var longer = further > 0 ? 100 * day.Past.Fills.Skip(1).Append(fuel).Sum(f => f.Quantity.GetValueOrDefault()) / further : 0;
        if (rate > usual * t.ConsumptionFactor)
        {
            yield return new Sighting(AlarmKind.Consumption, FuelWithoutJourney.At(fuel))
            {
                Order = day.Orders.FirstOrDefault(o => o.Id == fuel.TripId),
                Figures = [Words.Of("近两次加油", "Over the last two fills", rate, "L/100km"), Words.Of("惯常", "Usually", usual, "L/100km"), Words.Km("其间行驶", "Driven meanwhile", driven)],
                Excuses = [Words.Excuse(("前几次没有加满", "Earlier fills were not full"), longer <= usual * t.ConsumptionFactor, $"近 {day.Past.Fills.Count} 次合计每百公里 {longer:0.#} 升", $"{longer:0.#} L on 100 km over the last {day.Past.Fills.Count} fills")],
            };
        }
    }
}
