using System.Globalization;
using Guiju.Fleet.Alarms;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Sightings;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Truth;

/// <summary>The truth of journeys that the asker may read (行程核实): every witness beside the others, and what does not fit explained before anybody is asked.</summary>
internal sealed class TripTruth(GuijuDb db, CarDays days, TruthRoads roads, ActorHolder asker, TimeProvider clock)
{
    private static readonly TripState[] Over = [TripState.Returned, TripState.Settled];

    /// <summary>One journey that is over; null where there is none within reach, it is not over, or the figures to measure it with are not in force on its day.</summary>
    public async Task<TruthSheet?> AskAsync(Guid id, CancellationToken ct)
    {
        var trip = await Journeys().FirstOrDefaultAsync(t => t.Id == id, ct);
        return trip is not { RealEnd: { } end, VehicleId: { } car } || !days.CanMeasure(DateOnly.FromDateTime(clock.ToLocal(end))) || (await days.OfAsync(DateOnly.FromDateTime(clock.ToLocal(end)), car, ct)).SingleOrDefault() is not { } day ? null : Sheet(trip, await MeasuredAsync(day, ct), await BillsAsync([trip.Id], ct));
    }

    /// <summary>One journey by its number.</summary>
    public async Task<TruthSheet?> AskAsync(string code, CancellationToken ct) =>
        await Journeys().Where(t => t.Code == code).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(ct) is { } id ? await AskAsync(id, ct) : null;

    /// <summary>All journeys that ended in a month, in order of time, of one unit or of all within reach.</summary>
    public async Task<IReadOnlyList<TruthSheet>> MonthAsync(DateOnly month, Guid? unit, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(month.Year, month.Month, 1), new DateOnly(month.Year, month.Month, 1).AddMonths(1).AddDays(-1));
        var (start, end) = (clock.ToUtc(first.ToDateTime(TimeOnly.MinValue)), clock.ToUtc(last.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        var trips = (await Journeys().Where(t => t.RealEnd >= start && t.RealEnd < end && (unit == null || t.UnitId == unit)).OrderBy(t => t.RealEnd).ToListAsync(ct)).ToLookup(t => DateOnly.FromDateTime(clock.ToLocal(t.RealEnd.GetValueOrDefault())));
        var sheets = new List<TruthSheet>();
        for (var on = first; on <= last; on = on.AddDays(1))
        {
            if (!trips[on].Any() || !days.CanMeasure(on))
            {
                continue;
            }

            var cars = (await days.OfAsync(on, null, ct)).ToDictionary(d => d.Car.Id);
            var bills = await BillsAsync(trips[on].Select(t => t.Id).ToList(), ct);
            foreach (var trip in trips[on].Where(t => cars.ContainsKey(t.VehicleId.GetValueOrDefault())))
            {
                sheets.Add(Sheet(trip, await MeasuredAsync(cars[trip.VehicleId.GetValueOrDefault()], ct), bills));
            }
        }

        return sheets;
    }

    private IQueryable<Trip> Journeys() => TripFolder.Readable(db.Set<Trip>().AsNoTracking(), asker.Current).Where(t => Over.Contains(t.State) && t.VehicleId != null);

    private async Task<CarDay> MeasuredAsync(CarDay day, CancellationToken ct) =>
        Lookout.Look(day, days.On(day.Day)).Any(s => s is { Kind: AlarmKind.OdometerGap, Accepted: null }) ? await days.WithMeterAsync(day, days.On(day.Day), ct) : day;

    private async Task<ILookup<Guid, TripCost>> BillsAsync(List<Guid> trips, CancellationToken ct) => (await db.Set<TripCost>().AsNoTracking().Where(c => trips.Contains(c.TripId)).OrderBy(c => c.On).ThenBy(c => c.Id).ToListAsync(ct)).ToLookup(c => c.TripId);

    private TruthSheet Sheet(Trip trip, CarDay day, ILookup<Guid, TripCost> bills)
    {
        var (order, t) = (days.Facts(trip), days.On(day.Day));
        var window = day.Span(order, t);
        var costs = bills[trip.Id].ToList();
        var way = day.Way(t);
        var legs = way.Legs.Where(l => l.ExtentM >= t.YardM && window.Touches(l.Time)).ToList();
        return new TruthSheet(trip.Id, trip.Code, day.Car.PlateNo)
        {
            Beside = Figures(order, (day, way, legs), costs, t),
            Line = [.. Moments(trip, order).Concat(OnTheRoad(legs, way, window, t)).Concat(costs.Select(Told)).Concat(Days(day)).OrderBy(m => m.At)],
            Mismatches = Lookout.Look(day, t).Where(s => s.Order?.Id == trip.Id).Select(s => new Mismatch(s.Kind, s.Time.From, s.Time.To, s.Figures, s.Excuses)).ToList(),
        };
    }

    private List<Beside> Figures(OrderFacts order, (CarDay Day, Way Way, List<Leg> Legs) road, List<TripCost> costs, Tolerances t)
    {
        var span = road.Day.Span(order, t);
        var fixes = road.Way.Fixes.Where(f => f.At >= span.From && f.At <= span.To).ToList();
        var (matched, straight) = (roads.KmOf(fixes), road.Way.KmWithin(span));
        double? told = fixes.Count == 0 ? null : matched ?? straight;
        return
        [
            new(new("计划", "Planned"), Text($"{order.PlanStart:MM-dd HH:mm} – {order.PlanEnd:MM-dd HH:mm}"), new("派车单", "Order")),
            new(new("登记", "Noted"), order.Noted is { } hours ? Text($"{hours.From:MM-dd HH:mm} – {hours.To:MM-dd HH:mm}") : null, new("驾驶员出车、收车", "Driver, on departure and return")),
            new(new("移动", "Moved"), road.Legs.Count > 0 ? Text($"{road.Legs[0].Start.At:MM-dd HH:mm} – {road.Legs[^1].End.At:MM-dd HH:mm}") : null, fixes.Count == 0 ? new("没有定位数据", "No positions are stored") : new($"{fixes.Count} 个定位点，{road.Legs.Count} 段行驶", $"{fixes.Count} positions, {road.Legs.Count} drives")),
            new(new("里程表", "Odometer"), order.Km is { } km ? Text($"{km:0.#} km") : null, order.Km is null ? new("读数不全", "A reading is missing") : Text($"{order.OdoOut} → {order.OdoIn}")),
            new(new("轨迹", "Track"), told is { } track ? Text($"{track:0.#} km") : null, told is null ? new("没有定位数据", "No positions are stored") : matched is null ? new("按定位点连线，略短于实际", "Straight from position to position, a little short") : new("匹配到道路", "Laid onto the roads")),
            new(new("惯常", "Usually"), road.Day.Past.Usual.TryGetValue(order.Relation, out var usual) ? Text($"{usual.Km:0.#} km") : null, road.Day.Past.Usual.ContainsKey(order.Relation) ? new($"同一起讫 {usual.Journeys} 次的中位数", $"Middle of {usual.Journeys} journeys of the same words") : new("同一起讫的行程不足", "Too few journeys of the same words")),
            new(new("加油、充电", "Fuel, charge"), Sum(costs, [CostKind.Fuel, CostKind.Charge]), costs.Exists(c => c.Kind is CostKind.Fuel or CostKind.Charge) ? new("本次登记", "Entered with this trip") : new("本次没有登记", "None entered")),
            new(new("通行、停车", "Tolls, parking"), Sum(costs, [CostKind.Toll, CostKind.Parking]), costs.Exists(c => c.Kind is CostKind.Toll or CostKind.Parking) ? new("本次登记", "Entered with this trip") : new("本次没有登记", "None entered")),
        ];
    }

    private IEnumerable<Moment> Moments(Trip trip, OrderFacts order)
    {
        yield return new(order.FiledAt, true, Witness.Order, trip.MadeUp ? new($"{trip.ApplicantName}补单", $"Order made up by {trip.ApplicantName}") : new($"{trip.ApplicantName}申请", $"Asked for by {trip.ApplicantName}"));
        foreach (var decision in trip.Approvals)
        {
            yield return new(clock.ToLocal(decision.At), true, Witness.Order, decision.Approved ? new($"{decision.Name}同意", $"Approved by {decision.Name}") : new($"{decision.Name}退回", $"Sent back by {decision.Name}"));
        }

        if (order.DispatchedAt is { } sent)
        {
            yield return new(sent, true, Witness.Order, new($"{trip.DispatchedByName}派车", $"Dispatched by {trip.DispatchedByName}"));
        }

        yield return new(order.PlanStart, true, Witness.Order, new("计划出车", "Planned to leave"));
        yield return new(order.PlanEnd, true, Witness.Order, new("计划返回", "Planned to be back"));
        if (order is { RealStart: { } left, OdoOut: { } began })
        {
            yield return new(left, true, Witness.Odometer, Both($"登记出车，里程表 {began}", $"Noted as leaving, odometer {began}"));
        }

        if (order is { RealEnd: { } back, OdoIn: { } ended })
        {
            yield return new(back, true, Witness.Odometer, Both($"登记收车，里程表 {ended}", $"Noted as back, odometer {ended}"));
        }
    }

    private static IEnumerable<Moment> OnTheRoad(List<Leg> legs, Way way, Stretch window, Tolerances t)
    {
        foreach (var leg in legs)
        {
            yield return new(leg.Start.At, true, Witness.Track, Both($"行驶 {leg.Time.Minutes:0} 分钟 {leg.Km:0.#} 公里", $"Drove {leg.Time.Minutes:0} minutes, {leg.Km:0.#} km"));
        }

        foreach (var stand in way.Stands.Where(s => legs.Count > 0 && s.Time.Minutes >= t.StandMinutes && s.Time.From >= legs[0].End.At && s.Time.To <= legs[^1].Start.At))
        {
            yield return new(stand.Time.From, true, Witness.Track, Both($"停留 {stand.Time.Minutes:0} 分钟", $"Stood {stand.Time.Minutes:0} minutes"));
        }

        foreach (var silence in way.Silences.Where(s => window.Touches(s.Time)))
        {
            yield return new(silence.Time.From, true, Witness.Track, Both($"终端静默 {silence.Time.Minutes:0} 分钟，其间移动 {silence.Metres / 1000:0.#} 公里", $"Terminal silent {silence.Time.Minutes:0} minutes, moved {silence.Metres / 1000:0.#} km meanwhile"));
        }
    }

    private static Moment Told(TripCost cost)
    {
        var (kind, quantity) = (EnumWords.Both(cost.Kind), cost.Quantity is { } much ? string.Create(CultureInfo.InvariantCulture, $" {much:0.##} {(cost.Kind == CostKind.Charge ? "kWh" : "L")}") : "");
        return new(cost.On.ToDateTime(TimeOnly.MinValue), false, Witness.Bills, Both($"{kind.Zh}{quantity} {cost.AmountYuan:0.00} 元 {cost.Station}", $"{kind.En}{quantity} {cost.AmountYuan:0.00} yuan {cost.Station}"));
    }

    private static IEnumerable<Moment> Days(CarDay day) => day.On.Holiday is { } holiday
        ? [new(day.Day.ToDateTime(TimeOnly.MinValue), false, Witness.Calendar, day.On.OnDuty ? new($"{holiday}放假，该车在值班名单", $"Off: {Holidays.HolidayNames.Of(holiday)}; the car is on duty") : new($"{holiday}放假，该车封存", $"Off: {Holidays.HolidayNames.Of(holiday)}; the car is sealed"))]
        : [];

    private static Bilingual? Sum(List<TripCost> costs, CostKind[] kinds) => costs.Where(c => kinds.Contains(c.Kind)).ToList() is { Count: > 0 } some
        ? Both($"{string.Join(" + ", some.Select(c => c.Quantity is { } q ? string.Create(CultureInfo.InvariantCulture, $"{q:0.##} {(c.Kind == CostKind.Charge ? "kWh" : "L")}") : EnumWords.Both(c.Kind).Zh))}，{some.Sum(c => c.AmountYuan):0.00} 元", $"{string.Join(" + ", some.Select(c => c.Quantity is { } q ? string.Create(CultureInfo.InvariantCulture, $"{q:0.##} {(c.Kind == CostKind.Charge ? "kWh" : "L")}") : EnumWords.Both(c.Kind).En))}, {some.Sum(c => c.AmountYuan):0.00} yuan")
        : null;

    private static Bilingual Text(FormattableString text) => Both(text, text);

    private static Bilingual Both(FormattableString zh, FormattableString en) => new(zh.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture));
}
