namespace Guiju.Fleet.Sightings;

/// <summary>Several fixes in a row over the limit.</summary>
internal sealed class Speeding : IDetector
{
    private const int InARow = 3;

    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        var fixes = day.Way(t).Fixes.Where(f => DateOnly.FromDateTime(f.At) == day.Day).ToList();
        for (var i = 0; i < fixes.Count; i++)
        {
            var fast = fixes.Skip(i).TakeWhile(f => f.SpeedKmh > t.SpeedKmh).ToList();
            if (fast.Count >= InARow)
            {
                var time = new Stretch(fast[0].At, fast[^1].At);
                var covered = time.Minutes > 0 ? Way.KmOf(fast) / time.Minutes * 60 : 0;
                yield return new Sighting(AlarmKind.Speeding, time)
                {
                    Figures = [Words.Of("最高时速", "Highest speed", (decimal)fast.Max(f => f.SpeedKmh), "km/h"), Words.Of("限值", "Limit", (decimal)t.SpeedKmh, "km/h"), Words.Minutes("持续", "For", time.Minutes)],
                    Excuses = [Words.Excuse(("终端测速有误", "The terminal mismeasured"), covered < t.SpeedKmh * 0.8, $"按定位点推算 {covered:0} 公里/小时", $"the positions come to {covered:0} km/h")],
                };
            }

            i += fast.Count;
        }
    }
}

/// <summary>Driving on and on without the rest that the law asks for.</summary>
internal sealed class DrivingWithoutRest : IDetector
{
    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        var legs = day.Way(t).Legs.Where(l => l.ExtentM >= t.YardM).ToList();
        for (var i = 0; i < legs.Count; i++)
        {
            var first = i;
            while (i + 1 < legs.Count && (legs[i + 1].Start.At - legs[i].End.At).TotalMinutes < t.RestMinutes)
            {
                i++;
            }

            var time = new Stretch(legs[first].Start.At, legs[i].End.At);
            if (time.Minutes > t.DrivingMinutes && DateOnly.FromDateTime(time.To) == day.Day)
            {
                var silence = day.Way(t).Silences.Where(s => time.Holds(s.Time)).MaxBy(s => s.Time.Minutes);
                yield return new Sighting(AlarmKind.Fatigue, time)
                {
                    Figures = [Words.Minutes("连续行驶", "Driven at a stretch", time.Minutes), Words.Minutes("上限", "Limit", t.DrivingMinutes)],
                    Excuses =
                    [
                        Words.Excuse(("其间在终端静默时休息", "Rested while the terminal was silent"), silence is not null && silence.Time.Minutes - silence.Metres / 1000 >= t.RestMinutes,
                            $"最长静默 {silence?.Time.Minutes ?? 0:0} 分钟，移动 {(silence?.Metres ?? 0) / 1000:0.#} 公里", $"the longest silence lasted {silence?.Time.Minutes ?? 0:0} minutes, over {(silence?.Metres ?? 0) / 1000:0.#} km"),
                        Words.Excuse(("两名驾驶员轮换", "Two drivers took turns"), null, $"派车单只记一名驾驶员", $"the order names one driver"),
                    ],
                };
            }
        }
    }
}

/// <summary>A long stand away from home within a journey that was not meant to last that long.</summary>
internal sealed class LongStandElsewhere : IDetector
{
    private const double Metres = 1000;
    private const double LongerMinutes = 120; // meetings last longer than planned

    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        if (day.Car.Home is not { } home)
        {
            yield break;
        }

        foreach (var stand in day.Way(t).Stands.Where(s => s.Time.Minutes > t.LongStandMinutes && s.At.MetresTo(home) > t.YardM * 2 && DateOnly.FromDateTime(s.Time.To) == day.Day))
        {
            var order = day.Orders.Where(o => o.Window.Touches(stand.Time)).MaxBy(o => o.Window.Minutes);
            var bill = day.Repairs.FirstOrDefault(r => r.On == day.Day || r.On == day.Day.AddDays(-1));
            yield return new Sighting(AlarmKind.LongStand, stand.Time)
            {
                Order = order,
                Figures = [Words.Minutes("停留", "Stood", stand.Time.Minutes), Words.Km("离停放地", "From home", stand.At.MetresTo(home) / Metres)],
                Excuses =
                [
                    Words.Excuse(("任务本身就要这么久", "The task was meant to last"), order is not null && order.PlanEnd - order.PlanStart >= TimeSpan.FromMinutes(stand.Time.Minutes - LongerMinutes), $"{(order is null ? "没有派车单" : $"{order.Code} 计划 {(order.PlanEnd - order.PlanStart).TotalMinutes:0} 分钟")}", $"{(order is null ? "there is no order" : $"{order.Code} was planned for {(order.PlanEnd - order.PlanStart).TotalMinutes:0} minutes")}"),
                    Words.Excuse(("在维修厂", "In a workshop"), bill is not null, $"{(bill is null ? "没有维修记录" : $"{bill.On:MM-dd} 在{bill.Shop}维修")}", $"{(bill is null ? "no repair is recorded" : $"repaired at {bill.Shop} on {bill.On:MM-dd}")}"),
                ],
            };
        }
    }
}

/// <summary>A car that spends the night away from its unit.</summary>
internal sealed class NightElsewhere : IDetector
{
    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        var fixes = day.Way(t).Fixes;
        if (day.Car.Home is not { } home || fixes.Count == 0 || fixes[^1] is var last && (last.MetresTo(home) <= t.YardM || DateOnly.FromDateTime(last.At) != day.Day))
        {
            yield break;
        }

        var midnight = day.Day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        if (day.Orders.Any(o => o.Window.To >= midnight || o.RealStart is not null && o.RealEnd is null))
        {
            yield break;
        }

        var order = day.Orders.OrderBy(o => o.Window.To).LastOrDefault();
        var bill = day.Repairs.FirstOrDefault(r => r.On >= day.Day.AddDays(-1));
        yield return new Sighting(AlarmKind.NotHome, new Stretch(last.At, midnight))
        {
            Order = order,
            Figures = [Words.Km("过夜处离停放地", "From home over night", last.MetresTo(home) / 1000)],
            Excuses =
            [
                Words.Excuse(("已批准在外停放", "Parking elsewhere was approved"), order is { ParkingExceptionNo.Length: > 0 }, $"{(order is { ParkingExceptionNo.Length: > 0 } ? order.ParkingExceptionNo : "没有批准文号")}", $"{(order is { ParkingExceptionNo.Length: > 0 } ? order.ParkingExceptionNo : "no number of an approval")}"),
                Words.Excuse(("终端在途中失联", "The terminal fell silent on the way"), day.Ended.Any(o => o.RealEnd > last.At.AddMinutes(t.SilenceMinutes)), $"最后一次上报 {last.At.Clock()}", $"last heard at {last.At.Clock()}"),
                Words.Excuse(("在维修厂过夜", "Over night in a workshop"), bill is not null, $"{(bill is null ? "没有维修记录" : $"{bill.On:MM-dd} 在{bill.Shop}维修")}", $"{(bill is null ? "no repair is recorded" : $"repaired at {bill.Shop} on {bill.On:MM-dd}")}"),
            ],
        };
    }
}
