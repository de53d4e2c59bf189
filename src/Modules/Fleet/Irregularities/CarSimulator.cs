using Guiju.Fleet.Sightings;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;

namespace Guiju.Fleet.Irregularities;

/// <summary>How often tricks are played, a car and year.</summary>
internal sealed record TrickRates
{
    /// <summary>Nobody does anything wrong.</summary>
    public static readonly TrickRates None = new() { Of = [] };

    /// <summary>What the proof uses.</summary>
    public static readonly TrickRates Usual = new()
    {
        Of = new()
        {
            [Trick.GhostDrive] = 3, [Trick.SilentDrive] = 0.8, [Trick.HolidayDrive] = 0.8, [Trick.WrongClass] = 1.5, [Trick.Detour] = 2.5, [Trick.FarAway] = 0.8, [Trick.NightAway] = 1.5, [Trick.Speeding] = 0.8,
            [Trick.FuelElsewhere] = 1.2, [Trick.FuelTooMuch] = 0.6, [Trick.FuelTwice] = 0.8, [Trick.Rollback] = 0.8, [Trick.Padding] = 1, [Trick.RepairSlices] = 0.8,
        },
    };

    /// <summary>Times a car and year.</summary>
    public required Dictionary<Trick, double> Of { get; init; }
}

/// <summary>
/// Lives one car's time day by day: honest journeys with honest untidiness (late notes, late orders, ways round, drifting receivers, dead terminals, worn meters, half fills, late receipts, drives to the workshop without an order),
/// and now and then a trick. Deterministic for its seed.
/// </summary>
internal sealed partial class CarSimulator
{
    private const double RestKm = 110; // whoever drives farther has a rest on the way

    private readonly Chance chance;
    private readonly Driven driven;
    private readonly SimulatedCar record;
    private readonly TrickRates rates;
    private readonly Spot home;
    private readonly List<(string Name, Spot At, double Factor)> places = [];
    private readonly double tank, burns, meterScale;
    private double meter, litres;
    private (DateOnly Day, double Hour, OrderFacts Order, double Factor)? staying;
    private int numbers;

    private CarSimulator(int seed, int number, TrickRates rates)
    {
        (chance, this.rates) = (new Chance(seed * 7919 + number), rates);
        home = new Spot(chance.Normal(0, 8), chance.Normal(0, 8));
        driven = new Driven(chance, home);
        tank = Math.Round(chance.Between(42, 68));
        (burns, meterScale) = (chance.Between(6.5, 11), chance.Normal(1, 0.018));
        (meter, litres) = (chance.Between(8_000, 160_000), tank * 0.8);
        for (var i = 0; i < 10; i++)
        {
            places.Add(($"目的地{i}", i < 8 ? new Spot(home.X + chance.Normal(0, 14), home.Y + chance.Normal(0, 14)) : new Spot(home.X + chance.Between(75, 190), home.Y + chance.Between(-60, 60)), chance.Between(1.15, 1.5)));
        }

        var kind = chance.Of([VehicleClass.Other, VehicleClass.Emergency, VehicleClass.Research, VehicleClass.Confidential, VehicleClass.Enforcement]);
        record = new SimulatedCar(new CarFacts(IdOf($"car:{seed}:{number}"), $"京S{number:00000}", Guid.Empty, kind) { TankLitres = (decimal)tank, Energy = EnergyKind.Petrol, Home = home.Place });
    }

    /// <summary>Lives a car's days.</summary>
    public static SimulatedCar Live(int seed, int number, (DateOnly From, int Days) time, (Func<DateOnly, bool> Workday, Func<DateOnly, string?> Holiday) calendar, TrickRates rates)
    {
        var life = new CarSimulator(seed, number, rates);
        for (var n = 0; n < time.Days; n++)
        {
            var day = time.From.AddDays(n);
            life.Day(day, calendar.Workday(day), calendar.Holiday(day) is not null, n == 0);
        }

        if (life.staying is { } away)
        {
            life.record.Orders.Add(away.Order); // still under way when the time ends
        }

        life.record.Drives.AddRange(life.driven.Drives);
        life.LoseTerminal(time.From, time.Days);
        return life.record;
    }

    private static Guid IdOf(string name) => Kernel.Demonstration.Planted.Id("simulated " + name);

    private void Day(DateOnly day, bool workday, bool holiday, bool first)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        if (first)
        {
            driven.StandTo(start);
        }

        if (holiday && chance.In(0.25))
        {
            record.Duty.Add(day);
        }

        if (staying is { } stays && stays.Day == day)
        {
            ComeBack(stays.Order, start.AddHours(stays.Hour), stays.Factor);
            staying = null;
        }

        var journeys = staying is not null ? 0 : workday ? chance.Below(4) : holiday ? record.Duty.Contains(day) && chance.In(0.5) ? 1 : chance.In(0.03) ? 1 : 0 : chance.In(0.05) ? 1 : 0;
        for (var (n, hour) = (0, Math.Max(chance.Between(7.6, 10), (driven.Now - start).TotalHours + 0.5)); n < journeys && hour < 15.5 && staying is null; n++)
        {
            Journey(day, hour, holiday);
            hour = (driven.Now - start).TotalHours + chance.Between(0.6, 2);
        }

        if (staying is null)
        {
            Rest(day, workday, holiday, journeys);
        }

        driven.Unplugged = false;
        driven.StandTo(start.AddDays(1));
        foreach (var told in driven.Take().GroupBy(f => DateOnly.FromDateTime(f.At)))
        {
            record.Fixes[told.Key] = [.. record.Fixes.GetValueOrDefault(told.Key) ?? [], .. told];
        }
    }

    private bool Plays(Trick trick) => rates.Of.TryGetValue(trick, out var times) && chance.In(times / 365);

    // Tricks that need a journey are drawn on days with journeys; about two thirds of the days have one, and most of these two.
    private bool PlaysOnJourney(Trick trick) => rates.Of.TryGetValue(trick, out var times) && chance.In(times / 350);

    private void Play(Trick trick, DateOnly from, DateOnly? to = null, OrderFacts? order = null)
    {
        record.Tricks.Add(new Played(trick, from, to ?? from));
        if (order is not null)
        {
            record.Wrong.Add(order.Id);
        }
    }

    private double Kmh(double km) => Math.Clamp(km > 45 ? chance.Normal(78, 9) : chance.Normal(33, 8), 14, 105);

    private double Go(Spot to, double factor, double fastest = 0)
    {
        var straight = driven.At.To(to);
        if (straight * factor > RestKm && chance.In(0.97))
        {
            var half = Drive(driven.At.Toward(to, chance.Between(0.4, 0.6)), factor, fastest);
            driven.StandTo(driven.Now.AddMinutes(chance.Between(21, 45)));
            return half + Drive(to, factor, fastest);
        }

        return Drive(to, factor, fastest);
    }

    private double Drive(Spot to, double factor, double fastest)
    {
        var straight = driven.At.To(to);
        var km = driven.DriveTo(to, factor, fastest > 0 ? fastest * 0.97 : Kmh(straight), fastest);
        meter += km * meterScale;
        litres -= km / 100 * burns * chance.Skewed(1, 0.08);
        return km;
    }

    private void Journey(DateOnly day, double hour, bool holiday)
    {
        var start = day.ToDateTime(TimeOnly.MinValue).AddHours(hour);
        var far = chance.In(0.06);
        var place = places[far ? 8 + chance.Below(2) : chance.Below(8)];
        var (farAway, detour, fast) = (!far && PlaysOnJourney(Trick.FarAway), !far && PlaysOnJourney(Trick.Detour), far && PlaysOnJourney(Trick.Speeding) || far && rates.Of.ContainsKey(Trick.Speeding) && chance.In(0.02));
        var planned = new { Out = Math.Max(0.3, home.To(place.At) * place.Factor / (far ? 70 : 30)), Stay = chance.Skewed(1.1, 0.5) };
        var odometer = Round(meter);
        driven.StandTo(Later(start.AddMinutes(chance.Normal(4, 9))));
        var left = driven.Now;
        var factor = place.Factor * Math.Max(0.86, chance.Skewed(1, 0.05)) * (detour ? chance.Between(1.3, 2.5) : 1);
        var stay = planned.Stay * chance.Skewed(1, 0.25);
        if (farAway)
        {
            Go(new Spot(home.X - chance.Between(50, 140), home.Y + chance.Between(-20, 20)), 1.2);
            driven.StandTo(driven.Now.AddMinutes(chance.Between(20, 120)));
        }

        Go(place.At, Math.Max(1.02, factor), fast ? chance.Between(122, 155) : 0);
        if (chance.In(0.05))
        {
            Go(new Spot(place.At.X + chance.Normal(0, 3), place.At.Y + chance.Normal(0, 3)), 1.3); // one more call nearby
            driven.StandTo(driven.Now.AddMinutes(chance.Between(10, 40)));
        }

        var order = Order(day, start, (planned.Out * 2 + planned.Stay) * 60, place.Name, far, holiday) with { RealStart = Noted(left), OdoOut = odometer };
        if (fast)
        {
            Play(Trick.Speeding, day, null, order);
        }

        if (far && chance.In(0.3))
        {
            staying = (day.AddDays(1), chance.Between(9, 15), order with { LeaderApproved = true, PlanEnd = day.AddDays(1).ToDateTime(new TimeOnly(18, 0)), ParkingExceptionNo = chance.In(0.9) ? "外停〔1〕" : "" }, place.Factor);
            Enough(order, day);
            return;
        }

        driven.StandTo(driven.Now.AddHours(stay));
        Enough(order, day);
        if (detour || farAway)
        {
            Play(detour ? Trick.Detour : Trick.FarAway, day, null, order);
        }

        ComeBack(order, driven.Now, Math.Max(1.02, factor));
    }

    private void ComeBack(OrderFacts order, DateTime at, double factor)
    {
        driven.StandTo(Later(at));
        Go(home, Math.Max(1.02, factor * chance.Skewed(1, 0.04)));
        var day = DateOnly.FromDateTime(driven.Now);
        var back = driven.Now;
        if (PlaysOnJourney(Trick.Padding))
        {
            meter += Math.Max(3, (meter - (double)order.OdoOut.GetValueOrDefault()) * chance.Between(0.1, 0.7));
            Play(Trick.Padding, day, null, order);
        }

        record.Orders.Add(order with { RealEnd = back.AddMinutes(chance.In(0.03) ? -chance.Between(2, 15) : chance.In(0.04) ? chance.Between(30, 150) : chance.Waiting(5)), OdoIn = Round(meter) });
        if (PlaysOnJourney(Trick.Rollback))
        {
            meter -= chance.Between(15, 800);
            Play(Trick.Rollback, day, day.AddDays(4));
        }
    }

    private OrderFacts Order(DateOnly day, DateTime start, double minutes, string place, bool far, bool holiday)
    {
        var late = chance.In(0.02);
        var wrong = record.Car.Class is VehicleClass.Confidential or VehicleClass.Enforcement && PlaysOnJourney(Trick.WrongClass);
        var order = new OrderFacts(IdOf($"order:{record.Car.Id}:{++numbers}"), $"派-{day:yyyyMMdd}-{numbers:0000}", Half(start), Half(start.AddMinutes(minutes + chance.Between(10, 40))))
        {
            Reason = record.Car.Class switch { VehicleClass.Confidential when !wrong => TripReason.ConfidentialDelivery, VehicleClass.Enforcement when !wrong => TripReason.Enforcement, VehicleClass.Emergency => TripReason.Emergency, _ => chance.Of([TripReason.Meeting, TripReason.Research]) },
            Scope = far ? TripScope.OutOfCity : TripScope.InCity,
            Relation = "机关大院→" + place,
            FiledAt = late ? start.AddHours(chance.Between(1, 20)) : start.AddHours(-chance.Between(1, 70)),
            MadeUp = late,
            Emergency = late && chance.In(0.7),
            LeaderApproved = holiday && !late,
        };
        if (wrong)
        {
            Play(Trick.WrongClass, day, null, order);
        }

        return order;
    }

    // Drives of the day that no order covers: to the workshop, within the yard, and the tricks.
    private void Rest(DateOnly day, bool workday, bool holiday, int journeys)
    {
        if (workday && chance.In(5.0 / 250))
        {
            Repair(day);
        }

        if (chance.In(0.05))
        {
            driven.StandTo(driven.Now.AddMinutes(chance.Between(20, 90)));
            Go(new Spot(home.X + chance.Normal(0, 0.07), home.Y + chance.Normal(0, 0.07)), 1.05);
            driven.StandTo(driven.Now.AddMinutes(15));
            Go(home, 1.05);
        }

        if (journeys == 0 && !holiday && Plays(Trick.FuelElsewhere))
        {
            record.Fuel.Add(Bill(day, null, chance.Between(15, 60)));
            Play(Trick.FuelElsewhere, day);
        }

        if (holiday && !record.Duty.Contains(day) && rates.Of.TryGetValue(Trick.HolidayDrive, out var times) && chance.In(times / 25))
        {
            Ghost(day, Trick.HolidayDrive);
        }
        else if (!holiday && (Plays(Trick.GhostDrive) ? Trick.GhostDrive : Plays(Trick.SilentDrive) ? Trick.SilentDrive : Plays(Trick.NightAway) ? Trick.NightAway : (Trick?)null) is { } trick)
        {
            Ghost(day, trick);
        }
    }

    private void Ghost(DateOnly day, Trick trick)
    {
        var earliest = Math.Max(driven.Now.TimeOfDay.TotalHours + chance.Between(0.2, 2), chance.In(0.5) ? 18.3 : 9);
        if (earliest > 21.5 || driven.Now.Date > day.ToDateTime(TimeOnly.MinValue))
        {
            return;
        }

        var (km, bearing, odometer) = (Math.Max(1.2, chance.Skewed(9, 0.8)), chance.Between(0, 6.28), Round(meter));
        driven.StandTo(day.ToDateTime(TimeOnly.MinValue).AddHours(earliest));
        var left = driven.Now;
        driven.Unplugged = trick == Trick.SilentDrive;
        Go(new Spot(home.X + km * Math.Cos(bearing), home.Y + km * Math.Sin(bearing)), chance.Between(1.1, 1.5));
        if (trick == Trick.NightAway)
        {
            driven.StandTo(day.AddDays(1).ToDateTime(new TimeOnly(6, 30)).AddMinutes(chance.Between(0, 45)));
            Go(home, 1.25);
            Play(trick, day, day.AddDays(1));
            return;
        }

        driven.StandTo(driven.Now.AddMinutes(chance.Between(3, 90)));
        Go(home, 1.25);
        Play(trick, day);
        if (trick == Trick.GhostDrive && chance.In(0.25))
        {
            var made = new OrderFacts(IdOf($"order:{record.Car.Id}:{++numbers}"), $"派-{day:yyyyMMdd}-{numbers:0000}", Half(left), Half(driven.Now.AddMinutes(20)))
            {
                Reason = TripReason.Meeting, Relation = "机关大院→补单", MadeUp = true, FiledAt = left.AddHours(chance.Between(28, 100)), RealStart = left, RealEnd = driven.Now, OdoOut = odometer, OdoIn = Round(meter),
            };
            record.Orders.Add(made);
            record.Wrong.Add(made.Id);
        }
    }

    private DateTime Noted(DateTime left) => left.AddMinutes(chance.In(0.05) ? chance.Between(5, 25) : chance.Normal(0, 2));

    private DateTime Later(DateTime wanted) => wanted > driven.Now ? wanted : driven.Now.AddMinutes(1);

    private static decimal Round(double km) => Math.Round((decimal)km, 0);

    private static DateTime Half(DateTime at) => at.Date.AddMinutes(Math.Round(at.TimeOfDay.TotalMinutes / 30) * 30);
}
