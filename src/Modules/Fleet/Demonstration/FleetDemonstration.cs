using System.Threading.Channels;
using Guiju.Clocks;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Holidays;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Organisations;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Demonstration;

/// <summary>Plants cars, quotas, drivers, suppliers, holiday lists and the trips of a year.</summary>
internal sealed class FleetDemonstration(GuijuDb db, ILaw law, WorkCalendar calendar, TimeProvider clock, IOptions<FleetOptions> options) : IDemonstration
{
    private static readonly DateTime Begun = new(2018, 7, 1, 1, 0, 0, DateTimeKind.Utc);

    public int Order => 20;

    public Bilingual Title { get; } = new("车辆、驾驶员与2023年的出车记录", "Cars, drivers and the trips of 2023");

    public async Task<IReadOnlyDictionary<string, int>> PlantAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var all = PlantedUnits.All();
        var bodies = all.Select(u => u.Unit).Where(u => u.Kind is not (UnitKind.City or UnitKind.InnerOffice)).ToList();
        var byCode = bodies.ToDictionary(b => b.Code);
        var bodyOfUnit = all.Where(u => u.Unit.Kind != UnitKind.City).ToDictionary(u => u.Unit.Id, u => u.Unit.Kind == UnitKind.InnerOffice ? byCode[u.Above ?? ""] : u.Unit);
        var cars = PlantedVehicles.All(bodies, today);
        var drivers = PlantedDrivers.All(bodyOfUnit, today);
        var payees = Payees().ToList();
        var quotas = PlantedVehicles.Quotas(cars).ToList();
        var duties = Duties(cars).ToList();
        using var ledger = new LedgerBulk(db);
        await WriteAsync(ledger, "fleet.PlantFleet", [.. payees, .. quotas, .. duties], ct);
        var book = new TripBook(law, PlantedPeople.All().ToDictionary(p => p.Person.Code, p => p.Person), payees);
        var trips = TripPlanning.All(bodies, cars, drivers, (calendar, options.Value.DemonstrationTrips));
        await WriteTripsAsync(book, trips, ledger, ct);

        // Cars and drivers carry the bookings and odometers of all their trips, so they are written last.
        await WriteAsync(ledger, "fleet.PlantFleet", cars, ct);
        await WriteAsync(ledger, "fleet.PlantFleet", drivers, ct);
        await ledger.FlushAsync(ct);
        return new Dictionary<string, int>
        {
            ["vehicles"] = cars.Count,
            ["drivers"] = drivers.Count,
            ["quotas"] = quotas.Count,
            ["trips"] = trips.Count,
            ["trip costs"] = book.Costs,
            ["ledger entries"] = ledger.Entries,
        };
    }

    private static IEnumerable<Payee> Payees()
    {
        var (from, to) = (new DateOnly(2023, 1, 1), new DateOnly(2028, 12, 31));
        yield return Payee.Contract(Planted.Id("payee:fuel"), "方圆石油定点加油站", ServiceKind.Fuel, "方采定〔2022〕11号", from, to);
        yield return Payee.Contract(Planted.Id("payee:charge"), "方圆充电服务公司", ServiceKind.Charge, "方采定〔2022〕12号", from, to);
        yield return Payee.Contract(Planted.Id("payee:repair"), "方圆汽车维修中心", ServiceKind.Repair, "方采定〔2022〕13号", from, to);
        yield return Payee.Contract(Planted.Id("payee:rental"), "方圆汽车租赁公司", ServiceKind.Rental, "方采定〔2022〕15号", from, to);
        yield return Payee.Contract(Planted.Id("payee:insurance"), "方圆财产保险支公司", ServiceKind.Insurance, "方采定〔2022〕14号", from, to);
    }

    // One car of every body stays on duty over each holiday of the year.
    private IEnumerable<HolidayDuty> Duties(IReadOnlyList<Vehicle> cars)
    {
        var holidays = Enumerable.Range(0, 365).Select(d => calendar.HolidayAround(new DateOnly(TripPlanning.Year, 1, 1).AddDays(d))).OfType<HolidayPeriod>().Distinct().ToList();
        return from car in cars.GroupBy(c => c.UnitId).Select(g => g.First())
               from holiday in holidays
               select HolidayDuty.Assign(Planted.Id($"duty:{car.Id}:{holiday.From}"), (car.UnitId, car.Id), holiday.Name, (holiday.From, holiday.To), $"方车备〔{holiday.From:yyyyMMdd}〕");
    }

    // One core lives and judges the trips, the other writes them.
    private static async Task WriteTripsAsync(TripBook book, IReadOnlyList<PlannedTrip> trips, LedgerBulk ledger, CancellationToken ct)
    {
        var written = Channel.CreateBounded<IReadOnlyList<(BulkAct Act, object[] Rows)>>(500);
        var writing = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var trip in trips)
                    {
                        await written.Writer.WriteAsync(book.Write(trip), ct);
                    }

                    written.Writer.Complete();
                }
                catch (Exception failure)
                {
                    written.Writer.Complete(failure);
                    throw;
                }
            },
            ct);
        await foreach (var acts in written.Reader.ReadAllAsync(ct))
        {
            foreach (var (act, rows) in acts)
            {
                await ledger.AddAsync(act, rows, ct);
            }
        }

        await writing;
    }

    private static async Task WriteAsync(LedgerBulk ledger, string act, IEnumerable<object> rows, CancellationToken ct)
    {
        foreach (var chunk in rows.Chunk(300))
        {
            await ledger.AddAsync(new BulkAct(Begun, act, "{}", chunk.Select(SubjectOf).OfType<(string, Guid)>().ToList()), chunk, ct);
        }
    }

    private static (string Kind, Guid Id)? SubjectOf(object row) => row switch
    {
        Vehicle car => (FleetKinds.Vehicle, car.Id),
        Driver driver => (FleetKinds.Driver, driver.Id),
        Quota quota => (FleetKinds.Quota, quota.Id),
        Payee payee => (FleetKinds.Payee, payee.Id),
        _ => null,
    };
}
