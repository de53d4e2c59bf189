namespace Guiju.Fleet.Sightings;

/// <summary>Bills of one workshop within a few days that together reach the limit of approval: each below it, or several for one and the same thing.</summary>
internal sealed class RepairInSlices : IDetector
{
    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        foreach (var shop in day.Repairs.Where(r => r.On > day.Day.AddDays(-t.RepairDays) && r.On <= day.Day).GroupBy(r => r.Shop).Where(g => g.Any(r => r.On == day.Day)))
        {
            var small = shop.Where(r => r.Yuan < t.RepairYuan).ToList();
            var same = shop.GroupBy(r => r.Fault).Where(g => g.Count() > 1).MaxBy(g => g.Sum(r => r.Yuan))?.ToList() ?? [];
            if (new[] { small, same }.FirstOrDefault(b => b.Count > 1 && b.Sum(r => r.Yuan) >= t.RepairYuan && b.Exists(r => r.On == day.Day)) is not { } bills)
            {
                continue;
            }

            var sum = bills.Sum(r => r.Yuan);

            var faults = bills.Select(r => r.Fault).Distinct().ToList();
            yield return new Sighting(AlarmKind.SplitRepair, new Stretch(bills.Min(r => r.On).ToDateTime(TimeOnly.MinValue), day.Day.ToDateTime(new TimeOnly(23, 59))))
            {
                Figures = [Words.Of("票据", "Bills", bills.Count, ""), Words.Of("合计", "Together", sum, "元"), Words.Of("须批准限额", "Approval from", t.RepairYuan, "元")],
                Excuses = [Words.Excuse(("各为一事", "Each for a thing of its own"), faults.Count == bills.Count && bills.Select(r => r.On).Distinct().Count() == bills.Count, $"{shop.Key}：{string.Join('、', bills.Select(r => $"{r.On:MM-dd} {r.Fault} {r.Yuan} 元"))}", $"{shop.Key}: {string.Join(", ", bills.Select(r => $"{r.On:MM-dd} {r.Fault} {r.Yuan} yuan"))}")],
            };
        }
    }
}

/// <summary>A terminal that has not been heard for too long.</summary>
internal sealed class TerminalSilent : IDetector
{
    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        var night = day.Day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var heard = day.Fixes.Count > 0 ? day.Fixes[^1].At : day.HeardBefore;
        if (day.Car.HasTerminal && heard is { } last && (night - last).TotalHours > t.OfflineHours)
        {
            var journeys = day.Ended.Count();
            yield return new Sighting(AlarmKind.TerminalOffline, new Stretch(last, night))
            {
                Figures = [Words.Of("静默", "Silent for", (decimal)(night - last).TotalHours, "小时"), Words.Of("当日行程", "Journeys that day", journeys, "")],
                Excuses = [Words.Excuse(("车辆停用、送修或封存", "The car is laid up, in repair or sealed"), day.Car.Laid && journeys == 0, $"{(day.Car.Laid ? "车辆不在使用状态" : "车辆在用")}", $"{(day.Car.Laid ? "the car is not in use" : "the car is in use")}")],
            };
        }
    }
}

/// <summary>A terminal that reports its power or its antenna cut.</summary>
internal sealed class TerminalTornOff : IDetector
{
    private const long Bits = 1 << 5 | 1 << 6 | 1 << 8;
    private const int InARow = 2;

    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        var told = day.Fixes.Where(f => (f.Alarms & Bits) != 0 && DateOnly.FromDateTime(f.At) == day.Day).ToList();
        if (told.Count >= InARow)
        {
            yield return new Sighting(AlarmKind.TerminalCut, new Stretch(told[0].At, told[^1].At))
            {
                Figures = [Words.Of("报警报文", "Reports with the alarm", told.Count, ""), Words.Minutes("持续", "For", (told[^1].At - told[0].At).TotalMinutes)],
                Excuses = [Words.Excuse(("在维修厂断电", "Disconnected in a workshop"), day.Repairs.Any(r => r.On == day.Day), $"当日维修记录 {day.Repairs.Count(r => r.On == day.Day)} 条", $"{day.Repairs.Count(r => r.On == day.Day)} repairs on the day")],
            };
        }
    }
}

/// <summary>All detectors, each looking for itself.</summary>
internal static class Lookout
{
    /// <summary>The detectors.</summary>
    public static readonly IReadOnlyList<IDetector> Detectors =
    [
        new DriveWithoutOrder(), new DriveOutOfTime(), new DriveOutOfArea(), new WrongClassForReason(), new LongWayRound(), new Speeding(), new DrivingWithoutRest(), new LongStandElsewhere(), new NightElsewhere(),
        new OdometerBackwards(), new OdometerAgainstTrack(), new OdometerBetweenOrders(), new FuelWithoutJourney(), new FuelBeyondTank(), new FuelAgainTooSoon(), new FuelOffTheTrack(), new FuelForTheWay(),
        new RepairInSlices(), new TerminalSilent(), new TerminalTornOff(),
    ];

    /// <summary>Everything seen in a car's day, in order of time.</summary>
    public static IReadOnlyList<Sighting> Look(CarDay day, Tolerances t) => [.. Detectors.SelectMany(d => d.Look(day, t)).OrderBy(s => s.Time.From).ThenBy(s => s.Kind)];
}
