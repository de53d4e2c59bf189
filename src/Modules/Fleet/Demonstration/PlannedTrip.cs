using Guiju.Fleet.Drivers;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Organisations;

namespace Guiju.Fleet.Demonstration;

/// <summary>What is deliberately wrong with a planted trip, so that findings exist.</summary>
internal enum Irregularity
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A reception without an official letter.</summary>
    NoLetter,

    /// <summary>A car whose inspection had run out.</summary>
    InspectionLapsed,

    /// <summary>Fuel from a supplier on no contract.</summary>
    OffContract,

    /// <summary>A holiday trip without the leader's approval.</summary>
    HolidayUnapproved,

    /// <summary>Ordinary travel of somebody who draws the allowance, within the allowance area.</summary>
    AllowanceDrawn,
}

/// <summary>A trip of the demonstration year before it is written down.</summary>
internal sealed record PlannedTrip(int Number, DateOnly Day, bool Afternoon, bool Holiday, Unit Body, Vehicle Car, Driver Driver, Irregularity Wrong)
{
    /// <summary>Reason that the class of the car is meant for.</summary>
    public TripReason Reason => Wrong switch
    {
        Irregularity.NoLetter => TripReason.Reception,
        Irregularity.AllowanceDrawn => TripReason.Ordinary,
        Irregularity.HolidayUnapproved => TripReason.Meeting,
        _ => Car.Class switch
        {
            VehicleClass.Confidential => TripReason.ConfidentialDelivery,
            VehicleClass.Emergency => TripReason.Emergency,
            VehicleClass.Enforcement or VehicleClass.AdministrativeEnforcement => TripReason.Enforcement,
            VehicleClass.SpecialTechnical => TripReason.Technical,
            VehicleClass.Research => TripReason.Research,
            VehicleClass.RetiredCadre => TripReason.RetiredCadreService,
            _ => Number % 3 == 0 ? TripReason.Reception : TripReason.Meeting,
        },
    };
}

/// <summary>Chooses the trips of 2023: by the real calendar, no car or driver twice at a time.</summary>
internal static class TripPlanning
{
    /// <summary>The year.</summary>
    public const int Year = 2023;

    private const int RestDayShare = 2200; // one trip on every rest day for so many trips in all
    private const int OneWrongIn = 37;

    /// <summary>The trips in order of day.</summary>
    public static IReadOnlyList<PlannedTrip> All(IReadOnlyList<Unit> bodies, IReadOnlyList<Vehicle> cars, IReadOnlyList<Driver> drivers, (Clocks.WorkCalendar Calendar, int Trips) year)
    {
        var chooser = Planted.Chooser("trips");
        var days = Enumerable.Range(0, 365).Select(d => new DateOnly(Year, 1, 1).AddDays(d)).ToList();
        var (calendar, trips) = year;
        var workdays = days.Count(calendar.IsWorkday);
        var onRestDays = trips / RestDayShare;
        var onWorkdays = (trips - (days.Count - workdays) * onRestDays) / workdays;
        var rest = trips - (days.Count - workdays) * onRestDays - onWorkdays * workdays;
        var (byBody, driversByBody) = (Serving(cars, c => c.UnitId), Serving(drivers, d => d.UnitId));
        var planned = new List<PlannedTrip>(trips);
        foreach (var day in days)
        {
            var (free, wanted) = (new HashSet<(Guid, bool)>(), calendar.IsWorkday(day) ? onWorkdays + (rest-- > 0 ? 1 : 0) : onRestDays);
            for (var made = 0; made < wanted;)
            {
                var body = bodies[chooser.Next(bodies.Count)];
                var afternoon = chooser.Next(2) == 1;
                var car = Pick(chooser, byBody, body, c => c.Id, afternoon, free);
                var driver = Pick(chooser, driversByBody, body, d => d.Id, afternoon, free);
                if (car is null || driver is null || car.Kind is not (VehicleKind.Small or VehicleKind.Special))
                {
                    continue;
                }

                free.Add((car.Id, afternoon));
                free.Add((driver.Id, afternoon));
                var holiday = calendar.IsStatutoryRest(day);
                planned.Add(new PlannedTrip(planned.Count + 1, day, afternoon, holiday, body, car, driver, WrongOf(planned.Count + 1, holiday)));
                made++;
            }
        }

        return planned;
    }

    private static Irregularity WrongOf(int number, bool holiday) => number % OneWrongIn != 0
        ? Irregularity.None
        : holiday ? Irregularity.HolidayUnapproved : (number / OneWrongIn % 4) switch
        {
            0 => Irregularity.NoLetter,
            1 => Irregularity.InspectionLapsed,
            2 => Irregularity.OffContract,
            _ => Irregularity.AllowanceDrawn,
        };

    private static Dictionary<Guid, List<T>> Serving<T>(IReadOnlyList<T> all, Func<T, Guid> unit) => all.GroupBy(unit).ToDictionary(g => g.Key, g => g.ToList());

    // A body's own first, now and then one of the bureau's platform.
    private static T? Pick<T>(Random chooser, Dictionary<Guid, List<T>> byBody, Unit body, Func<T, Guid> id, bool afternoon, HashSet<(Guid, bool)> taken)
        where T : class
    {
        var platform = byBody[Planted.Id("unit:" + PlantedUnits.Bureau)];
        var own = byBody.GetValueOrDefault(body.Id) ?? platform;
        var from = chooser.Next(4) == 0 ? platform : own;
        var one = from[chooser.Next(from.Count)];
        return taken.Contains((id(one), afternoon)) ? null : one;
    }
}
