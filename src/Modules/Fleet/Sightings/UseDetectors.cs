using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;

namespace Guiju.Fleet.Sightings;

/// <summary>Drives that no order covers; on a sealed holiday, drives that no leader approved.</summary>
internal sealed class DriveWithoutOrder : IDetector
{
    private const double OneOutingMinutes = 180;
    private const double LongEnoughKm = 1;
    private const double FarKm = 20;
    private const double SeldomMinutes = 12;

    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        var sealedDay = day.On is { Holiday: not null, OnDuty: false };
        foreach (var (time, legs) in Outings(day.Drives(t).Where(l => !Near(day, l.Time, t).Exists(o => Covers(o, t) && (!sealedDay || o.LeaderApproved))).ToList()))
        {
            var (near, km) = (Near(day, time, t), legs.Sum(l => l.Km));
            yield return new Sighting(sealedDay ? AlarmKind.Holiday : AlarmKind.NoOrder, time)
            {
                Order = near.Count > 0 ? near[0] : null,
                Figures = [Words.Km("行驶", "Driven", km), Words.Minutes("用时", "Minutes", time.Minutes), Words.Km("最远离开", "Farthest from where it began", legs.Max(l => l.ExtentM) / 1000)],
                Excuses = [.. MadeUp(near, t, sealedDay), Workshop(day, km), Drift(day, time, km, (legs.Sum(l => l.Fixes), legs[0].Start.MetresTo(legs[^1].End) <= t.YardM))],
            };
        }
    }

    private static List<OrderFacts> Near(CarDay day, Stretch time, Tolerances t) => day.Orders.Where(o => o.Window.Widened(t.EdgeMinutes).Touches(time)).ToList();

    private static bool Covers(OrderFacts order, Tolerances t) => !order.MadeUp || order.LateHours <= t.LateHours && order.Emergency;

    // There, a stand and back again are one outing and one question.
    private static IEnumerable<(Stretch Time, List<Leg> Legs)> Outings(List<Leg> legs)
    {
        for (var i = 0; i < legs.Count;)
        {
            var outing = new List<Leg> { legs[i++] };
            while (i < legs.Count && (legs[i].Start.At - outing[^1].End.At).TotalMinutes < OneOutingMinutes)
            {
                outing.Add(legs[i++]);
            }

            yield return (new Stretch(outing[0].Start.At, outing[^1].End.At), outing);
        }
    }

    private static IEnumerable<Excuse> MadeUp(List<OrderFacts> near, Tolerances t, bool sealedDay) => near.Where(o => o.MadeUp).Take(1).Select(o => Words.Excuse(
        ("事后补单", "Order made up afterwards"),
        o.LateHours <= t.LateHours && (!sealedDay || o.LeaderApproved || o.Emergency),
        $"{o.Code} 在出车后 {o.LateHours:0.#} 小时补办，限 {t.LateHours:0} 小时",
        $"{o.Code} was made up {o.LateHours:0.#} hours after it began; {t.LateHours:0} are allowed"));

    internal static Excuse Workshop(CarDay day, double km)
    {
        var bill = day.Repairs.FirstOrDefault(r => r.On == day.Day || r.On == day.Day.AddDays(1));
        return bill is null
            ? Words.Excuse(("送修", "Taken to a workshop"), false, $"当日和次日没有维修记录", $"no repair is recorded on the day or the next")
            : Words.Excuse(("送修", "Taken to a workshop"), true, $"{bill.On:MM-dd} 在{bill.Shop}维修（{bill.Fault}），行驶 {km:0.#} 公里", $"repaired at {bill.Shop} on {bill.On:MM-dd} ({bill.Fault}), {km:0.#} km");
    }

    // What the odometer has not felt, the car has not driven.
    private static Excuse Drift(CarDay day, Stretch time, double km, (int Fixes, bool Back) told)
    {
        var name = ("定位漂移", "Receiver drifted");
        if (told.Back && time.Minutes / told.Fixes >= SeldomMinutes)
        {
            return Words.Excuse(name, true, $"{time.Minutes:0} 分钟里只有 {told.Fixes} 个定位点，首尾在同一处", $"{told.Fixes} positions in {time.Minutes:0} minutes, and it ended where it began");
        }

        var after = day.Orders.Where(o => o.RealStart >= time.To && o.OdoOut is not null).OrderBy(o => o.RealStart).FirstOrDefault();
        var before = day.Orders.Where(o => o.RealEnd <= time.From && o.OdoIn is not null).OrderBy(o => o.RealEnd).LastOrDefault();
        var last = before is { OdoIn: { } noted } ? noted : day.Past.LastReading?.Km;
        return after?.OdoOut is { } next && last is { } had
            ? Words.Excuse(name, next - had < 1 && km > LongEnoughKm, $"其间里程表由 {had} 到 {next}", $"the odometer went from {had} to {next} meanwhile")
            : Words.Excuse(name, told.Fixes < 3 && km > FarKm ? true : null, $"其后尚无里程表读数可对", $"no later odometer reading to compare with yet");
    }
}

/// <summary>Drives that reach beyond the order they belong to.</summary>
internal sealed class DriveOutOfTime : IDetector
{
    private const double CrawlKmh = 12;
    private const double HomewardMinutes = 60;

    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        foreach (var leg in day.Drives(t))
        {
            var orders = day.Orders.Where(o => o.Window.Widened(t.EdgeMinutes).Touches(leg.Time)).ToList();
            if (orders.Count == 0)
            {
                continue;
            }

            var (first, last) = (orders.Min(o => o.Window.From), orders.Max(o => o.Window.To));
            var beyond = Math.Max((first - leg.Sure.From).TotalMinutes, (leg.Sure.To - last).TotalMinutes);
            if (beyond > t.EdgeMinutes)
            {
                yield return new Sighting(AlarmKind.OutOfTime, leg.Time)
                {
                    Order = orders[0],
                    Figures = [Words.Minutes("超出", "Beyond", beyond), Words.Km("行驶", "Driven", leg.Km)],
                    Excuses =
                    [
                        Words.Excuse(("收车登记在先，随后回场", "Noted as returned first, then driven home"), day.Car.Home is { } home && leg.Sure.To > last && beyond <= HomewardMinutes ? leg.End.MetresTo(home) <= t.YardM : false,
                            $"超出 {beyond:0} 分钟，{(day.Car.Home is null ? "停放地未知" : "按停放地核对")}", $"{beyond:0} minutes beyond"),
                        DriveWithoutOrder.Workshop(day, leg.Km),
                        Words.Excuse(("道路拥堵", "Caught in traffic"), leg.MeanKmh < CrawlKmh, $"平均时速 {leg.MeanKmh:0.#} 公里", $"{leg.MeanKmh:0.#} km/h on average"),
                    ],
                };
            }
        }
    }
}

/// <summary>A journey ordered within the city that went far out of it.</summary>
internal sealed class DriveOutOfArea : IDetector
{
    private const int FewFixes = 3;

    public IEnumerable<Sighting> Look(CarDay day, Tolerances t)
    {
        if (day.Car.Home is not { } home)
        {
            yield break;
        }

        foreach (var order in day.Ended.Where(o => o.Scope == TripScope.InCity))
        {
            var window = order.Window;
            var beyond = day.Way(t).Fixes.Where(f => f.At >= window.From && f.At <= window.To && f.MetresTo(home) > t.CityKm * 1000).ToList();
            if (beyond.Count > 0)
            {
                yield return new Sighting(AlarmKind.OutOfArea, new Stretch(beyond[0].At, beyond[^1].At))
                {
                    Order = order,
                    Figures = [Words.Km("最远离停放地", "Farthest from home", beyond.Max(f => f.MetresTo(home)) / 1000), Words.Km("市内范围", "In the city means within", t.CityKm)],
                    Excuses = [Words.Excuse(("定位漂移", "Receiver drifted"), beyond.Count < FewFixes, $"范围外有 {beyond.Count} 个定位点", $"{beyond.Count} fixes lie beyond")],
                };
            }
        }
    }
}

/// <summary>A class of car that serves another purpose than the journey had.</summary>
internal sealed class WrongClassForReason : IDetector
{
    public IEnumerable<Sighting> Look(CarDay day, Tolerances t) => day.Ended.Where(o => Wrong(day.Car.Class, o.Reason)).Select(o => new Sighting(AlarmKind.WrongClass, o.Window)
    {
        Order = o,
        Figures = [],
        Excuses = [Words.Excuse(("应急用车", "Emergency"), o.Emergency || o.Reason == TripReason.Emergency, $"{o.Code} {(o.Emergency ? "按应急用车派出" : "不是应急用车")}", $"{o.Code} was {(o.Emergency ? "" : "not ")}sent out as an emergency")],
    });

    private static bool Wrong(VehicleClass kind, TripReason reason) => kind switch
    {
        VehicleClass.Confidential => reason != TripReason.ConfidentialDelivery,
        VehicleClass.Enforcement or VehicleClass.AdministrativeEnforcement => reason != TripReason.Enforcement,
        _ => false,
    };
}
