using Guiju.Clocks;
using Guiju.Decisions.Contracts;
using Guiju.Fleet.Holidays;
using Guiju.Fleet.Sightings;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Alarms;

/// <summary>Puts the days of cars together from positions, orders, bills, calendar and duty lists. Asks no permission: what comes of it is kept as alarms, or shown for a trip that the asker may read.</summary>
internal sealed class CarDays(GuijuDb db, PositionReader positions, IEnumerable<ICarBills> bills, WorkCalendar calendar, IFigures figures, TimeProvider clock)
{
    private const int DaysBefore = 180;
    private const int Nights = 7;
    private const int FewestNights = 3;
    private const int RepairDays = 30;
    private const int Compared = 5;

    private static readonly TripState[] Ordered = [TripState.Dispatched, TripState.Departed, TripState.Returned, TripState.Settled];
    private static readonly VehicleState[] Gone = [VehicleState.Disposed, VehicleState.Cancelled];
    private static readonly VehicleState[] Laid = [VehicleState.Repairing, VehicleState.Sealed, VehicleState.Idle];

    /// <summary>Whether the figures that a day is measured with are in force on it.</summary>
    public bool CanMeasure(DateOnly day) => Tolerances.AreKnown(figures, day);

    /// <summary>The figures of a day.</summary>
    public Tolerances On(DateOnly day) => Tolerances.On(figures, day);

    /// <summary>One day of one car, or of all cars that are held.</summary>
    public async Task<IReadOnlyList<CarDay>> OfAsync(DateOnly day, Guid? car, CancellationToken ct)
    {
        var (start, end) = (day.ToDateTime(TimeOnly.MinValue), day.AddDays(1).ToDateTime(TimeOnly.MinValue));
        var cars = await db.Set<Vehicle>().AsNoTracking().Where(v => (car == null || v.Id == car) && !Gone.Contains(v.State)).OrderBy(v => v.PlateNo)
            .Select(v => new { v.Id, v.PlateNo, v.UnitId, v.Class, v.Energy, v.TerminalId, v.TerminalSeenAt, v.State }).ToListAsync(ct);
        var terminal = car is null ? null : cars.Select(c => c.TerminalId).FirstOrDefault() ?? "";
        var (orders, sheet) = (await OrdersAsync(day, car, ct), BillSheet.Of(await BillsAsync(day, car, ct)));
        var begun = DateOnly.FromDateTime(orders.Select(o => Begun(o, day)).Append(start).Min());
        var told = await FixesAsync(begun, day, terminal, ct);
        var homes = await HomesAsync(day, terminal, ct);
        var duty = (await db.Set<HolidayDuty>().AsNoTracking().Where(d => d.From <= day && d.To >= day).Select(d => d.VehicleId).ToListAsync(ct)).ToHashSet();
        var driven = (await db.Set<Alarm>().AsNoTracking().Where(a => (a.Kind == AlarmKind.NoOrder || a.Kind == AlarmKind.Holiday) && a.Day < day && (car == null || a.VehicleId == car)).GroupBy(a => a.VehicleId).Select(g => new { g.Key, Latest = g.Max(a => a.To) }).ToListAsync(ct)).ToDictionary(d => d.Key, d => clock.ToLocal(d.Latest));
        return cars.ConvertAll(c =>
        {
            var past = CarPast.Of(day, orders[c.Id], sheet.Fuel[c.Id]);
            var name = PositionReader.Name(c.TerminalId);
            return new CarDay(new CarFacts(c.Id, c.PlateNo, c.UnitId, c.Class) { Energy = c.Energy, HasTerminal = name.Length > 0, Laid = Laid.Contains(c.State), TankLitres = sheet.TankLitres.TryGetValue(c.Id, out var litres) ? litres : null, Home = homes.GetValueOrDefault(name) }, day, new DayFacts(calendar.HolidayAround(day)?.Name, duty.Contains(c.Id)))
            {
                Orders = orders[c.Id].Where(o => o.Window.From < end && o.Window.To >= start).ToList(),
                Fixes = [.. told[name].Where(f => f.At >= Begun(orders[c.Id], day))],
                HeardBefore = clock.ToLocal(c.TerminalSeenAt) is { } seen && seen < end ? seen : null,
                Fuel = sheet.Fuel[c.Id].Where(f => f.On == day).ToList(),
                Repairs = sheet.Repairs[c.Id].Where(r => r.On <= day.AddDays(1) && r.On > day.AddDays(-RepairDays)).ToList(),
                Past = past with { DrivenSince = past.LastReading is { } last && driven.TryGetValue(c.Id, out var at) && at > last.At },
            };
        });
    }

    /// <summary>The same day with the car's meter compared on its last journeys: asked only where the odometer is in question, for it reads several days.</summary>
    public async Task<CarDay> WithMeterAsync(CarDay day, Tolerances t, CancellationToken ct)
    {
        var ratios = new List<double>();
        var terminal = await db.Set<Vehicle>().Where(v => v.Id == day.Car.Id).Select(v => v.TerminalId).FirstOrDefaultAsync(ct) ?? "";
        var before = (await OrdersAsync(day.Day, day.Car.Id, ct))[day.Car.Id].Where(o => o.RealEnd < day.Day.ToDateTime(TimeOnly.MinValue) && o.RealStart?.Date == o.RealEnd?.Date).OrderByDescending(o => o.RealEnd).Take(Compared * 2).ToList();
        foreach (var order in before)
        {
            var on = DateOnly.FromDateTime(order.RealEnd.GetValueOrDefault()); // filtered
            var then = new CarDay(day.Car, on, new DayFacts(null, false)) { Orders = before.Where(o => o.RealEnd?.Date == order.RealEnd?.Date).ToList(), Fixes = [.. (await FixesAsync(on, on, terminal, ct))[PositionReader.Name(terminal)]] };
            var track = then.Follows(order) ? then.Way(t).KmWithin(then.Span(order, t)) : 0;
            if (track > t.MeterKm)
            {
                ratios.Add((double)order.Km.GetValueOrDefault() / track);
            }
        }

        return ratios.Count < Compared ? day : day with { Past = day.Past with { MeterRatio = ratios.Order().ElementAt(ratios.Count / 2) } };
    }

    // A journey that lasts over several days is followed from its beginning.
    private static DateTime Begun(IEnumerable<OrderFacts> orders, DateOnly day)
    {
        var (start, end) = (day.ToDateTime(TimeOnly.MinValue), day.AddDays(1).ToDateTime(TimeOnly.MinValue));
        return orders.Where(o => o.Window.From < end && o.Window.To >= start).Select(o => o.Window.From.Date).Append(start).Where(d => d > start.AddDays(-Compared)).Min();
    }

    private async Task<ILookup<string, Fix>> FixesAsync(DateOnly from, DateOnly to, string? terminal, CancellationToken ct)
    {
        var all = new List<(string Terminal, Fix Fix)>();
        for (var on = from; on <= to; on = on.AddDays(1))
        {
            all.AddRange((await positions.OfAsync(on, terminal, ct)).SelectMany(g => g.Select(f => (g.Key, f))));
        }

        return all.ToLookup(p => p.Terminal, p => p.Fix);
    }

    // Home is where the car spent most of its last nights; without enough of them it is not known.
    private async Task<IReadOnlyDictionary<string, Place>> HomesAsync(DateOnly day, string? terminal, CancellationToken ct)
    {
        var nights = new List<(string Terminal, Fix At)>();
        for (var n = 1; n <= Nights; n++)
        {
            nights.AddRange((await positions.LastAsync(day.AddDays(-n), terminal, ct)).Select(p => (p.Key, p.Value)));
        }

        var near = On(day).YardM;
        return nights.GroupBy(n => n.Terminal).Select(g => (g.Key, Most: g.Select(n => (n.At, Together: g.Count(o => o.At.MetresTo(n.At) <= near))).MaxBy(n => n.Together)))
            .Where(g => g.Most.Together >= FewestNights).ToDictionary(g => g.Key, g => new Place(g.Most.At.Latitude, g.Most.At.Longitude));
    }

    private async Task<List<BillSheet>> BillsAsync(DateOnly day, Guid? car, CancellationToken ct)
    {
        var sheets = new List<BillSheet>();
        foreach (var source in bills)
        {
            sheets.Add(await source.ReadAsync(day.AddDays(-DaysBefore), day.AddDays(1), car, ct));
        }

        return sheets;
    }

    private async Task<ILookup<Guid, OrderFacts>> OrdersAsync(DateOnly day, Guid? car, CancellationToken ct)
    {
        var (first, last) = (day.AddDays(-DaysBefore), day.AddDays(1));
        var trips = await db.Set<Trip>().AsNoTracking().Where(t => t.VehicleId != null && (car == null || t.VehicleId == car) && t.Day >= first && t.Day <= last && Ordered.Contains(t.State)).ToListAsync(ct);
        return trips.ToLookup(t => t.VehicleId.GetValueOrDefault(), Facts); // filtered
    }

    /// <summary>An order as the detectors read it.</summary>
    public OrderFacts Facts(Trip trip) => new(trip.Id, trip.Code, clock.ToLocal(trip.PlanStart), clock.ToLocal(trip.PlanEnd))
    {
        Reason = trip.Reason,
        Scope = trip.Scope,
        Relation = $"{trip.PlanFrom}→{trip.PlanTo}",
        DriverPersonId = trip.DriverPersonId,
        FiledAt = clock.ToLocal(trip.FiledAt),
        DispatchedAt = clock.ToLocal(trip.DispatchedAt),
        RealStart = clock.ToLocal(trip.RealStart),
        RealEnd = clock.ToLocal(trip.RealEnd),
        OdoOut = trip.OdoOut,
        OdoIn = trip.OdoIn,
        MadeUp = trip.MadeUp,
        Emergency = trip.Emergency,
        LeaderApproved = trip.LeaderApprovalNo.Length > 0,
        ParkingExceptionNo = trip.ParkingExceptionNo,
    };
}
