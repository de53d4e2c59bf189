using Guiju.Fleet.Applications;
using Guiju.Fleet.Census;
using Guiju.Fleet.Indicators;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Verdicts;
using Guiju.Fleet.Trips;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Reports;

/// <summary>Works the yearly statistics out from the record, for the cars within reach.</summary>
internal sealed class YearStatistics(GuijuDb db, ActorHolder asker, IndicatorBoard board, CensusRecord record, TimeProvider clock)
{
    private static readonly Bilingual Cars = new("辆", "cars");
    private static readonly Bilingual Percent = new("%", "%");
    private static readonly Bilingual Times = new("次", "times");
    private static readonly Bilingual Yuan = new("元", "yuan");
    private static readonly Bilingual Items = new("件", "items");
    private static readonly string[] OfUse = ["attendance", "time-use", "km-per-car", "made-up", "shareable", "shared", "wait", "idle", "satisfaction", "rented", "no-order", "alarms-true", "alarm-hours", "online"];
    private static readonly string[] OfCost = ["cost-per-car", "cost-per-km", "fuel", "energy"];
    private static readonly string[] OfStock = ["new-energy", "renewed-new-energy", "age", "overdue"];

    /// <summary>The statistics of a year; of <paramref name="year"/> null: of the latest with a journey.</summary>
    public async Task<YearReport> AskAsync(int? year, CancellationToken ct)
    {
        var asked = year ?? await board.LatestYearAsync(ct);
        var (from, to) = (new DateOnly(asked, 1, 1), new DateOnly(asked, 12, 31));
        var now = await board.AskAsync(from, to, null, ct);
        var before = asked > 1 ? await board.AskAsync(from.AddYears(-1), to.AddYears(-1), null, ct) : now;
        var moved = before.All.Trips > 0; // a year without journeys was not recorded: nothing to compare with
        return new YearReport(asked, now.All.Cars,
        [
            new(new("编制与车辆", "Quota and cars"), [.. Stock(now, before), .. await ClassesAsync(now, to, ct), .. Of(OfStock, now, before, before.All.Cars > 0)]),
            new(new("使用情况", "Use"), [.. Use(now, before), .. Of(OfUse, now, before, moved)]),
            new(new("经费与能耗", "Cost and energy"), [.. Money(now, before), .. Of(OfCost, now, before, moved)]),
            new(new("配备更新", "Acquisition and renewal"), await RenewalAsync(from, to, ct)),
            new(new("合规判定", "Judged by the law"), await JudgedAsync(from, to, ct)),
        ], now.Units.Select(Line).ToList(), clock.Today());
    }

    private static ReportUnit Line(IndicatorBoard.UnitRow unit) => new(unit.Id, unit.Name, unit.Tally.Cars, unit.Quota > 0 ? unit.Quota : null, unit.Tally.Trips, unit.Tally.Km, unit.Tally.Yuan, Indicator.Of("new-energy")!.Value(unit.Tally), Indicator.Of("attendance")!.Value(unit.Tally)); // two of the indicators

    private static IEnumerable<ReportFigure> Of(string[] keys, IndicatorBoard.Part now, IndicatorBoard.Part before, bool comparable) => keys.Select(key => Indicator.Of(key)!).Select(i => // keys of ours
        new ReportFigure(i.Key, i.Title, i.Measure, i.Value(now.All), comparable ? i.Value(before.All) : null, i.Formula, $"/fleet/indicators/{i.Key}{Span(now)}"));

    private static IEnumerable<ReportFigure> Stock(IndicatorBoard.Part now, IndicatorBoard.Part before)
    {
        yield return new("cars", new("在编车辆", "Cars held"), Cars, now.All.Cars, before.All.Cars, new("车辆台账：未处置、未注销，年末前注册", "register of vehicles: neither disposed of nor cancelled, registered by the end of the year"), "/fleet/vehicles");
        yield return new("quota", new("核定编制", "Quota"), Cars, now.Quota.Quota, before.Quota.Quota, new("车辆编制：年末有效的编制之和", "quotas: sum of those in force at the end of the year"), "/fleet/quotas");
        yield return new("quota-use", new("编制使用率", "Quota use"), Percent, Share(now.Quota.Held, now.Quota.Quota), Share(before.Quota.Held, before.Quota.Quota), new("有编制类别的在编车辆 ÷ 核定编制", "cars of classes with a quota ÷ quota"), "/fleet/quotas");
        yield return new("over-quota", new("超编制单位", "Units over quota"), new("家", "units"), now.Units.Count(u => u.Quota > 0 && u.QuotaHeld > u.Quota), null, new("在编车辆多于核定编制的单位", "units with more cars than their quota"), "/fleet/quotas?beyond=true");
    }

    private static IEnumerable<ReportFigure> Use(IndicatorBoard.Part now, IndicatorBoard.Part before)
    {
        yield return new("trips", new("行程", "Journeys"), Times, now.All.Trips, Recorded(before, before.All.Trips), new("用车台账：已收车、已结算的行程", "register of trips: returned or settled"), Trips(now));
        yield return new("km", new("行驶里程", "Distance"), new("公里", "km"), now.All.Km, Recorded(before, before.All.Km), new("收车里程 − 出车里程之和", "sum of odometer in − odometer out"), Trips(now));
    }

    private static IEnumerable<ReportFigure> Money(IndicatorBoard.Part now, IndicatorBoard.Part before)
    {
        yield return new("cost", new("运行费用", "Running cost"), Yuan, now.All.Yuan, Recorded(before, before.All.Yuan), new("行程费用、卡费对账、车辆费用（维修、保险、检验等，不含罚款和人工）之和", "costs of trips, card statements and of the cars themselves (repair, insurance, inspection …), without fines and wages"), "/fleet/months");
    }

    private async Task<IReadOnlyList<ReportFigure>> ClassesAsync(IndicatorBoard.Part now, DateOnly to, CancellationToken ct)
    {
        var units = now.Units.Select(u => u.Id).ToHashSet();
        var sum = (await record.AskAsync(to.AddDays(1), to, ct)).Where(r => units.Contains(r.Key)).Aggregate(CensusFigures.None, (all, r) => all.Plus(r.Value));
        return Enum.GetValues<VehicleClass>().Select(c => (Word: c, Held: sum[CensusLine.KeyOf(CensusGroup.Cars, c)])).Where(c => c.Held > 0)
            .Select(c => new ReportFigure("class-" + LawCode.Of(c.Word), EnumWords.Both(c.Word), Cars, c.Held, null, new("车辆台账：该类在编车辆", "register of vehicles: cars held of the class"), $"/fleet/vehicles?f.class={c.Word}")).ToList();
    }

    private async Task<IReadOnlyList<ReportFigure>> RenewalAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var filed = await db.Set<FleetApplication>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, a => a.UnitId).Where(a => a.FiledOn >= from && a.FiledOn <= to).GroupBy(a => a.State).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(ct);
        var registered = await db.Set<Vehicle>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, v => v.UnitId).CountAsync(v => v.RegisteredOn >= from && v.RegisteredOn <= to, ct);
        return
        [
            new("applications", new("配备更新申请", "Applications"), Items, filed.Sum(f => f.Count), null, new("当年提出的申请", "filed in the year"), "/fleet/applications"),
            new("approved", new("其中批准", "of which approved"), Items, filed.Where(f => f.State == ApplicationState.Approved).Sum(f => f.Count), null, new("其中已批准", "those approved"), "/fleet/applications"),
            new("registered", new("新登记车辆", "Cars registered"), Cars, registered, null, new("车辆台账：当年注册登记", "register of vehicles: registered in the year"), $"/fleet/vehicles?f.registeredOn.from={from:yyyy-MM-dd}&f.registeredOn.to={to:yyyy-MM-dd}"),
        ];
    }

    private async Task<IReadOnlyList<ReportFigure>> JudgedAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var trips = db.Set<Trip>().Within(asker.Current, FleetPermissions.Read, t => t.UnitId);
        var counts = await db.Set<StoredVerdict>().AsNoTracking().Where(v => v.SubjectKind == FleetKinds.Trip && v.On >= from && v.On <= to && trips.Any(t => t.Id == v.SubjectId))
            .GroupBy(v => v.Outcome).Select(g => new { Outcome = g.Key, Count = g.Count() }).ToListAsync(ct);
        return new[] { (LawOutcome.Allowed, new Bilingual("判定为允许", "Allowed")), (LawOutcome.Inform, new("判定为提示", "With a hint")), (LawOutcome.Acknowledge, new("须确认后办理", "With a recorded reason")), (LawOutcome.Approval, new("须批准后办理", "With an approval")) }
            .Select(o => new ReportFigure("judged-" + LawCode.Of(o.Item1), o.Item2, Times, counts.Where(c => c.Outcome == o.Item1).Sum(c => c.Count), null, new("行程各环节留存的合规判定", "verdicts kept for the steps of trips"), $"/fleet/trips?f.day.from={from:yyyy-MM-dd}&f.day.to={to:yyyy-MM-dd}")).ToList();
    }

    private static decimal? Recorded(IndicatorBoard.Part year, decimal value) => year.All.Trips > 0 ? value : null;

    private static string Span(IndicatorBoard.Part part) => $"?from={part.From:yyyy-MM-dd}&to={part.To:yyyy-MM-dd}";

    private static string Trips(IndicatorBoard.Part part) => $"/fleet/trips?f.day.from={part.From:yyyy-MM-dd}&f.day.to={part.To:yyyy-MM-dd}";

    private static decimal? Share(int part, int whole) => whole > 0 ? Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero) : null;
}
