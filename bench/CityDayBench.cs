using System.Diagnostics;
using System.Globalization;
using Guiju.Fleet.Planning;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Bench;

/// <summary>
/// A city's day: 600 trips asked for and approved through the desk, 200 cars, the drivers of the register; the product's own day plan, its bound, and then every
/// line dispatched through the desk, which asks the law again. <c>./dev bench city-day [TRIPS] [CARS]</c>.
/// </summary>
internal static class CityDayBench
{
    private const double Limit = 50;
    private static readonly string[] Places = ["市政务中心", "市会议中心", "城南产业园", "北部新区", "市档案馆", "高铁东站", "国际机场", "规山区政府", "矩水区政府", "生态监测站", "应急指挥中心", "市文化馆"];

    public static async Task RunAsync(string[] args)
    {
        var (trips, cars) = (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 600, args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200);
        var folder = Directory.CreateTempSubdirectory("guiju-bench");
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Guiju:Fleet:DemonstrationTrips"] = "2000" }).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddBureau(settings, "sqlite:" + Path.Combine(folder.FullName, "city.db")).AddGuijuIdentity(settings).BuildServiceProvider();
        await Composition.PrepareAsync(services, demonstration: true, _ => Task.CompletedTask, CancellationToken.None);
        var day = Workday(services);
        var kept = await KeepAsync(services, cars);
        var asked = await AskAsync(services, kept, day, trips);
        Console.WriteLine($"{asked} trips approved for {day:yyyy-MM-dd}, {kept.Count} cars in service");

        await using var scope = await DispatcherAsync(services);
        var began = Stopwatch.GetTimestamp();
        var cpu = Environment.CpuUsage.TotalTime;
        var view = await scope.ServiceProvider.GetRequiredService<DayPlanBoard>().AskAsync(day, Limit, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var worked = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds; // what a busy machine does not change
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"planned in {seconds:0.0} s ({worked:0.0} s of processor time): {view.Lines.Sum(l => l.Trips.Count)} of {view.Waiting} trips, {view.Plan.Routes.Count} cars, {view.Plan.Km:0} km, {view.Lines.Count(l => l.Trips.Count > 1)} shared rides; {view.Plan.Unserved.Count} without a car (at least {view.Plan.UnservedAtLeast} in any plan), {view.WithoutDriver} without a driver; what is driven costs {view.Plan.Driven:0.0}, with as many served not less than {view.Plan.DrivenBound:0.0}, gap {view.Plan.Gap:P2}; separate check: {view.Faults.Count} faults"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first come: {view.FirstCome.Routes.Count} cars, {view.FirstCome.Km:0} km, {view.FirstCome.Unserved.Count} without a car; saved {view.FirstCome.Km - view.Plan.Km:0} km ({(view.FirstCome.Km - view.Plan.Km) / view.FirstCome.Km:P1}), {view.FirstCome.Routes.Count - view.Plan.Routes.Count} cars"));
        Console.WriteLine(view.Short is { } few ? $"drivers: at {few.At:HH:mm} {few.Out} drives are out, at least {few.Rides} of them without a driver whoever drives what" : "drivers: enough at every minute of the plan");
        began = Stopwatch.GetTimestamp();
        var results = await scope.ServiceProvider.GetRequiredService<PlanAcceptance>().AcceptAsync(view.Lines.Select(l => l.Key), CancellationToken.None);
        var refused = results.Where(r => r.Refused is not null).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"dispatched through the desk: {results.Count - refused.Count} of {results.Count} in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"));
        foreach (var reason in refused.GroupBy(r => r.Refused?.En))
        {
            Console.WriteLine($"  refused {reason.Count()}: {reason.Key}");
        }

        Measure.Save("city-day", new { trips = view.Waiting, cars = kept.Count, seconds, processorSeconds = worked, sheet = PlanModel.Of(view) with { Lines = [], Unplaced = [] }, dispatched = results.Count - refused.Count, refused = refused.Count, budget = "600 trips, 200 cars within 60 s" });
        folder.Delete(recursive: true);
    }

    private static DateOnly Workday(IServiceProvider services)
    {
        var calendar = services.GetRequiredService<Clocks.WorkCalendar>();
        var day = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime).AddDays(7);
        while (!calendar.IsWorkday(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    // Two in three of the platform, the others of the units; what is beyond the number stands idle.
    private static async Task<List<Vehicle>> KeepAsync(IServiceProvider services, int cars)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        var all = await db.Set<Vehicle>().AsNoTracking().Where(v => v.State == VehicleState.InService && v.Kind == VehicleKind.Small).OrderBy(v => v.PlateNo).ToListAsync();
        var platform = all.Where(v => v.Custody == Custody.Platform).Take(cars * 2 / 3).ToList();
        List<Vehicle> kept = [.. platform, .. all.Where(v => v.Custody == Custody.Unit).Take(cars - platform.Count)];
        var ids = kept.ConvertAll(v => v.Id);
        await db.Set<Vehicle>().Where(v => !ids.Contains(v.Id) && v.State == VehicleState.InService).ExecuteUpdateAsync(s => s.SetProperty(v => v.State, VehicleState.Idle));
        return kept;
    }

    private static async Task<int> AskAsync(IServiceProvider services, List<Vehicle> cars, DateOnly day, int trips)
    {
        var bodies = PlantedUnits.All().Select(u => u.Unit).Where(u => u.Kind is not (UnitKind.City or UnitKind.InnerOffice)).ToList();
        var (chooser, approved) = (new Random(4), 0);
        for (var i = 0; i < trips; i++)
        {
            // Every car could drive the trips that are asked for with it in view, so that none need be left over; which car takes which trip is open all the same.
            var (car, turn) = (cars[i % cars.Count], i / cars.Count);
            var body = car.Custody == Custody.Platform ? bodies[chooser.Next(bodies.Count)] : bodies.Single(b => b.Id == car.UnitId);
            var start = day.ToDateTime(new TimeOnly(8, 0)).AddMinutes(turn * 200 % 600 + 10 * chooser.Next(7));
            var act = new RequestTrip
            {
                Reason = ReasonOf(car.Class), Purpose = "城市的一天", Scope = TripScope.InCity, PlanFrom = body.Name, PlanTo = Places[chooser.Next(Places.Length)], PlanStart = start, PlanEnd = start.AddMinutes(60 + 10 * chooser.Next(6)),
                Passengers = string.Join('、', "来宾甲、来宾乙、来宾丙".Split('、').Take(1 + chooser.Next(3))), ClassWanted = car.Class, ShareOk = chooser.Next(2) == 0, Justification = "公务需要",
            };
            var id = await DoAsync(services, body.Code + "-5", act);
            await DoAsync(services, body.Code + "-2", new ApproveTrip { Id = id, Opinion = "同意" });
            approved++;
        }

        return approved;
    }

    private static TripReason ReasonOf(VehicleClass kind) => kind switch
    {
        VehicleClass.Confidential => TripReason.ConfidentialDelivery,
        VehicleClass.Emergency => TripReason.Emergency,
        VehicleClass.Enforcement or VehicleClass.AdministrativeEnforcement => TripReason.Enforcement,
        VehicleClass.SpecialTechnical => TripReason.Technical,
        VehicleClass.Research => TripReason.Research,
        VehicleClass.RetiredCadre => TripReason.RetiredCadreService,
        _ => TripReason.Meeting,
    };

    private static async Task<Guid> DoAsync(IServiceProvider services, string person, IAct<Guid> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = await scope.ServiceProvider.GetRequiredService<ActorSource>().ForAsync(Planted.Id("person:" + person), CancellationToken.None);
        return await scope.ServiceProvider.GetRequiredService<Desk>().PerformAsync(act, CancellationToken.None) is Outcome<Guid>.Done done ? done.Value : throw new InvalidOperationException($"{act.GetType().Name} of {person} was refused.");
    }

    private static async Task<AsyncServiceScope> DispatcherAsync(IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = await scope.ServiceProvider.GetRequiredService<ActorSource>().ForAsync(Planted.Id("person:B001"), CancellationToken.None);
        return scope;
    }
}
