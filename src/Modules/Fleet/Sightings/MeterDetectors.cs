namespace Guiju.Fleet.Sightings;

/// <summary>A reading that is lower than one taken before it.</summary>
internal sealed class OdometerBackwards : IDetector
{
    private const decimal RoundingKm = 1;

    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        var readings = day.Orders.SelectMany(o => new[] { (At: o.RealStart, Km: o.OdoOut, Order: o), (At: o.RealEnd, Km: o.OdoIn, Order: o) })
            .Where(r => r.At is { } at && DateOnly.FromDateTime(at) == day.Day && r.Km is not null).OrderBy(r => r.At).ToList();
        (DateTime At, decimal Km)? highest = day.Past.LastReading;
        for (var i = 0; i < readings.Count; i++)
        {
            var (at, km) = (readings[i].At.GetValueOrDefault(), readings[i].Km.GetValueOrDefault()); // filtered: both are there
            if (highest is { } before && km < before.Km - RoundingKm)
            {
                var next = readings.Skip(i + 1).Select(r => r.Km).FirstOrDefault();
                yield return new Sighting(AlarmKind.OdometerBack, new Stretch(before.At, at))
                {
                    Order = readings[i].Order,
                    Figures = [Words.Km("前一读数", "Reading before", before.Km), Words.Km("本次读数", "This reading", km), Words.Km("倒退", "Backwards by", before.Km - km)],
                    Excuses =
                    [
                        Words.Excuse(("抄错数字", "A digit was miscopied"), next is null ? null : next >= before.Km, $"{(next is null ? "其后尚无读数" : $"其后读数 {next}")}", $"{(next is null ? "no later reading yet" : $"the next reading is {next}")}"),
                        Words.Excuse(("更换仪表", "The meter was replaced"), day.Repairs.Any(r => r.Fault.Contains('表', StringComparison.Ordinal)), $"{(day.Repairs.Any(r => r.Fault.Contains('表', StringComparison.Ordinal)) ? "有仪表维修记录" : "没有仪表维修记录")}", $"repairs of the meter: {day.Repairs.Count(r => r.Fault.Contains('表', StringComparison.Ordinal))}"),
                    ],
                };
            }

            highest = (at, km);
        }
    }
}

/// <summary>Odometer and track of one journey that do not agree.</summary>
internal sealed class OdometerAgainstTrack : IDetector
{
    private const double FastestKmh = 90;
    private const double SparseSeconds = 120;
    private const double Detail = 0.25;

    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        foreach (var order in day.Ended.Where(o => day.Follows(o)))
        {
            if (order.Noted is not { } noted || order.Km is not { } km)
            {
                continue;
            }

            var (way, odometer) = (day.Way(t), (double)km);
            var time = day.Span(order, t);
            var track = way.KmWithin(time);
            var off = odometer - track;
            if (Agree(odometer, track, t))
            {
                continue;
            }

            var silences = way.Silences.Where(s => time.Touches(s.Time)).Concat(Unheard(day, noted, t)).ToList();
            var hidden = silences.Sum(s => Math.Max(0, s.Time.Minutes / 60 * FastestKmh - s.Metres / 1000));
            var moving = way.Legs.Where(l => time.Touches(l.Time)).ToList();
            var every = moving.Sum(l => l.Fixes) > 0 ? moving.Sum(l => l.Time.Minutes) * 60 / moving.Sum(l => l.Fixes) : 0;
            yield return new Sighting(AlarmKind.OdometerGap, noted)
            {
                Order = order,
                Figures = [Words.Km("里程表", "Odometer", odometer), Words.Km("轨迹", "Track", track), Words.Km("相差", "Difference", Math.Abs(off)), Words.Km("容许", "Allowed", Math.Max(t.MeterKm, t.MeterShare * Math.Max(odometer, track)))],
                Excuses =
                [
                    Words.Excuse(("终端失联期间的里程", "Driven while the terminal was silent"), off > 0 && hidden >= off, $"静默 {silences.Count} 次共 {silences.Sum(s => s.Time.Minutes):0} 分钟，最多可藏 {hidden:0.#} 公里", $"{silences.Count} silences of {silences.Sum(s => s.Time.Minutes):0} minutes could hide {hidden:0.#} km"),
                    Words.Excuse(("定位点稀疏，连线偏短", "Sparse positions cut corners"), off > 0 && every > SparseSeconds && off < odometer * Detail, $"平均 {every:0} 秒一个定位点", $"a position every {every:0} seconds"),
                    NotedWrongly(Beside(day, order, off, t), off < 0 && Homes(day, time, odometer, t)),
                    Words.Excuse(("里程表误差", "The meter is off"), day.Past.MeterRatio is { } ratio ? Agree(odometer / ratio, track, t) : null, $"{(day.Past.MeterRatio is { } r ? $"该车里程表与轨迹之比惯常为 {r:0.00}" : "该车可比行程不足")}", $"{(day.Past.MeterRatio is { } q ? $"this car's odometer usually reads {q:0.00} of its track" : "too few journeys to compare with")}"),
                ],
            };
        }
    }

    private static Excuse NotedWrongly(OrderFacts? beside, bool home) => Words.Excuse(
        ("出车或收车时间登记有误", "Departure or return noted at a wrong time"),
        beside is not null || home,
        $"{(beside is not null ? $"与 {beside.Code} 合计相符" : home ? "登记时间之内曾回到停放地，只算一段相符" : "与前后行程合计也不相符")}",
        $"{(beside is not null ? $"agrees together with {beside.Code}" : home ? "was home within the time noted; one part of it agrees" : "does not agree together with the journeys beside it either")}");

    // A car that stands tells its place now and then; one that says nothing for longer may have gone and come back.
    private static IEnumerable<Silence> Unheard(CarDay day, Stretch noted, Tolerances t)
    {
        var fixes = day.Way(t).Fixes;
        for (var i = 1; i < fixes.Count; i++)
        {
            var gap = new Stretch(fixes[i - 1].At, fixes[i].At);
            var within = new Stretch(gap.From > noted.From ? gap.From : noted.From, gap.To < noted.To ? gap.To : noted.To);
            if (gap.Minutes > t.UnheardMinutes && within.Minutes > t.SilenceMinutes && fixes[i - 1].MetresTo(fixes[i]) is var metres && metres <= t.YardM)
            {
                yield return new Silence(within, metres);
            }
        }
    }

    // Where the line between two journeys was drawn at the wrong minute, one has too much of the track and the other too little.
    private static OrderFacts? Beside(CarDay day, OrderFacts order, double off, Tolerances t)
    {
        var row = day.Ended.Where(o => day.Follows(o) && o is { Km: not null, RealStart: not null }).OrderBy(o => o.RealStart).ToList();
        var at = row.FindIndex(o => o.Id == order.Id);
        return new[] { at - 1, at + 1 }.Where(i => at >= 0 && i >= 0 && i < row.Count).Select(i => row[i])
            .FirstOrDefault(o => (double)o.Km.GetValueOrDefault() - day.Way(t).KmWithin(day.Span(o, t)) is var other && Math.Sign(other) == -Math.Sign(off) && Math.Abs(off + other) <= t.MeterKm);
    }

    // The car had been home before the time that was noted, and went out again for something else: up to there the two agree.
    private static bool Homes(CarDay day, Stretch time, double odometer, Tolerances t) => day.Car.Home is { } home && day.Way(t).Stands
        .Where(s => s.At.MetresTo(home) <= t.YardM && s.Time.Minutes >= t.StandMinutes && s.Time.From > time.From && s.Time.To < time.To)
        .Any(s => Agree(odometer, day.Way(t).KmWithin(new Stretch(time.From, s.Time.From)), t) || Agree(odometer, day.Way(t).KmWithin(new Stretch(s.Time.To, time.To)), t));

    private static bool Agree(double odometer, double track, Tolerances t) => Math.Abs(odometer - track) <= Math.Max(t.MeterKm, t.MeterShare * Math.Max(odometer, track));
}

/// <summary>Kilometres between two orders that no drive accounts for.</summary>
internal sealed class OdometerBetweenOrders : IDetector
{
    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        var last = day.Past.LastReading;
        var driven = day.Past.DrivenSince;
        foreach (var order in day.Orders.Where(o => o.RealStart is not null).OrderBy(o => o.RealStart))
        {
            var start = order.RealStart.GetValueOrDefault(); // filtered
            if (DateOnly.FromDateTime(start) == day.Day && last is { } before && order.OdoOut is { } km && km - before.Km > t.JumpKm && !driven && !day.Drives(t).Any(l => l.End.At <= start && l.Start.At >= before.At && !order.Window.Widened(t.EdgeMinutes).Touches(l.Time)))
            {
                var bills = day.Repairs.Where(r => r.On >= DateOnly.FromDateTime(before.At) && r.On <= day.Day).ToList();
                yield return new Sighting(AlarmKind.OdometerJump, new Stretch(before.At, start))
                {
                    Order = order,
                    Figures = [Words.Km("上次收车读数", "Reading on the last return", before.Km), Words.Km("本次出车读数", "Reading on this departure", km), Words.Km("其间", "Between", km - before.Km)],
                    Excuses =
                    [
                        Words.Excuse(("送修、试车", "Workshop and trial drive"), bills.Count > 0, $"其间维修记录 {bills.Count} 条", $"{bills.Count} repairs in between"),
                        Words.Excuse(("抄错数字", "A digit was miscopied"), order.OdoIn is { } back && back < km, $"收车读数 {order.OdoIn}", $"the reading on return is {order.OdoIn}"),
                    ],
                };
            }

            last = order is { RealEnd: { } end, OdoIn: { } at } ? (end, at) : last;
            driven = false;
        }
    }
}
