using Guiju.Fleet.Alarms;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Irregularities;
using Guiju.Fleet.Sightings;
using Guiju.Fleet.Tests.Sightings;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Tests.Alarms;

/// <summary>Some weeks of simulated cars written into the registers and the position tables: the night watch keeps what the detectors see in the pure record.</summary>
public sealed class SimulatedYearTests
{
    private const int Days = 18;
    private const int Cars = 3;

    private static readonly DateOnly From = new(2023, 4, 6);

    // What rests on orders, odometer and positions alone; home and bills come into the registers by other ways.
    private static readonly AlarmKind[] Compared = [AlarmKind.NoOrder, AlarmKind.OutOfTime, AlarmKind.OdometerGap, AlarmKind.OdometerJump, AlarmKind.OdometerBack, AlarmKind.WrongClass, AlarmKind.Detour, AlarmKind.Speeding, AlarmKind.Fatigue];

    private static readonly TrickRates Many = new() { Of = new() { [Trick.SilentDrive] = 20, [Trick.NightAway] = 20, [Trick.WrongClass] = 40, [Trick.Detour] = 30, [Trick.Padding] = 40, [Trick.Rollback] = 15 } };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Bureau.Databases), MemberType = typeof(Bureau))]
    public async Task The_registers_show_the_detectors_what_the_pure_record_shows_them(string kind)
    {
        await using var bureau = await Bureau.OpenAsync(kind, Ct);
        var (expected, measures) = (new List<string>(), await bureau.MeasuresAsync(From));
        for (var n = 1; n <= Cars; n++)
        {
            var car = CarSimulator.Live(21, n, (From, Days), (d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday), _ => null), Many);
            await WriteAsync(bureau, car, n);
            expected.AddRange(car.Days(From, Days, _ => null, measures).SelectMany(d => d.Seen).Where(s => Compared.Contains(s.Kind)).Select(s => Told($"京A{n:00000}", s.Kind, s.Time.From)));
        }

        for (var n = 0; n < Days; n++)
        {
            await bureau.DoneAsync(bureau.Desk, new WatchDay { Day = From.AddDays(n) }, Ct);
        }

        var kept = await bureau.ReadAsync(db => db.Set<Alarm>().AsNoTracking().ToListAsync(Ct));
        Assert.True(expected.Count > 5, $"{expected.Count} sightings");
        var found = kept.Where(a => Compared.Contains(a.Kind)).Select(a => Told(a.PlateNo, a.Kind, a.From.AddHours(8))).ToList();
        Assert.Equal("", string.Join('\n', expected.Except(found).Select(e => "missed " + e).Concat(found.Except(expected).Select(f => "not expected " + f)).Order(StringComparer.Ordinal)));
    }

    private static string Told(string plate, AlarmKind kind, DateTime at) => $"{plate} {kind} {at:MM-dd HH:mm:ss}";

    private static async Task WriteAsync(Bureau bureau, SimulatedCar simulated, int number)
    {
        var id = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, number), Ct);
        var driver = await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id, number), Ct);
        await using (var scope = bureau.Scoped(bureau.Desk))
        {
            var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
            var (car, chauffeur) = ((await db.FindAsync<Vehicle>([id], Ct))!, (await db.FindAsync<Driver>([driver], Ct))!);
            db.Entry(car).Property(nameof(Vehicle.Class)).CurrentValue = simulated.Car.Class;
            foreach (var order in simulated.Orders)
            {
                Add(db, order, car, chauffeur, bureau);
            }

            await db.SaveChangesAsync(Ct);
        }

        await bureau.StoreAsync($"T{number:00000}", simulated.Fixes.Values.SelectMany(f => f), Ct);
    }

    // Lived through the trip's own transitions; then what the simulation noted is set, for no transition would let an odometer run backwards.
    private static void Add(GuijuDb db, OrderFacts order, Vehicle car, Driver driver, Bureau bureau)
    {
        var fields = Samples.Journey(order.PlanStart) with { PlanEnd = order.PlanEnd, Reason = order.Reason, Scope = order.Scope, PlanFrom = order.Relation.Split('→')[0], PlanTo = order.Relation.Split('→')[1], Emergency = true };
        DateTime Utc(DateTime local) => DateTime.SpecifyKind(local.AddHours(-8), DateTimeKind.Utc);
        var trip = Trip.File(Guid.CreateVersion7(), order.Code + car.PlateNo[^2..], bureau.Organ.Id, new TripHand(bureau.Clerk.Id, "林清", Utc(order.FiledAt)),
            new TripPlan(fields, Utc(order.PlanStart), Utc(order.PlanEnd), DateOnly.FromDateTime(order.PlanStart), [new Passenger(null, "王五", "", false)], false, false));
        trip.Approve(Samples.Hand(), false, null);
        trip.Dispatch(car, driver, Samples.Hand());
        db.Add(trip);
        var entry = db.Entry(trip);
        (string Name, object? Value)[] noted =
        [
            (nameof(Trip.Emergency), order.Emergency), (nameof(Trip.MadeUp), order.MadeUp), (nameof(Trip.OdoOut), order.OdoOut), (nameof(Trip.OdoIn), order.OdoIn), (nameof(Trip.RealStart), order.RealStart is { } left ? Utc(left) : null), (nameof(Trip.RealEnd), order.RealEnd is { } back ? Utc(back) : null),
            (nameof(Trip.ParkingExceptionNo), order.ParkingExceptionNo), (nameof(Trip.State), order.RealEnd is null ? TripState.Departed : TripState.Returned),
        ];
        foreach (var (name, value) in noted)
        {
            entry.Property(name).CurrentValue = value;
        }
    }
}
