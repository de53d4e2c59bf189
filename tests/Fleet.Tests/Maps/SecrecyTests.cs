using Guiju.Fleet.Drivers;
using Guiju.Fleet.Holidays;
using Guiju.Fleet.Indicators;
using Guiju.Fleet.Maps;
using Guiju.Fleet.Terminals;
using Guiju.Fleet.Tests.Terminals;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.People;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Tests.Maps;

/// <summary>A car that is exempt for secrecy stands in nothing that somebody without the permission can read, and everything reads right for whoever holds it.</summary>
public sealed class SecrecyTests
{
    private const string Secret = "京A00002";
    private static readonly string Number = FittedTerminalTests.Fitting(2).Number;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_exports_maps_and_files_hide_it_from_all_but_those_who_may_see_it()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (open, secret, driver) = await FleetAsync(bureau);
        var trip = await TripAsync(bureau, secret, driver);
        await bureau.DoneAsync(bureau.Chauffeur, new Fleet.Repairs.ReportRepair { VehicleId = secret, Part = Enum.GetValues<Fleet.Repairs.CarPart>()[0], Fault = "异响" }, Ct);

        foreach (var (person, sees) in ((Person, bool)[])[(bureau.Desk, true), (bureau.Leader, true), (bureau.Dispatcher, false), (bureau.Head, false), (bureau.UnitDesk, true)])
        {
            var told = await ToldAsync(bureau, person, secret, driver, trip);

            Assert.True(told.All(t => t.Has == sees), $"{person.Code}: {string.Join(", ", told.Where(t => t.Has != sees).Select(t => t.Where))}");
            Assert.NotNull(await bureau.AskAsync<VehicleFile, VehicleFile.View?>(person, f => f.AskAsync(open, Ct)));
        }
    }

    [Fact]
    public async Task Nobody_without_the_permission_changes_it_or_fits_a_terminal_to_it()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (_, secret, _) = await FleetAsync(bureau);
        var keeper = bureau.Desk;
        var sheet = (await bureau.AskAsync<VehicleFile, VehicleFile.View?>(keeper, f => f.AskAsync(secret, Ct)))!.Sheet;

        await using var scope = bureau.Scoped(keeper);
        var holder = scope.ServiceProvider.GetRequiredService<Kernel.Identity.ActorHolder>();
        holder.Current = holder.Current with { Grants = holder.Current.Grants.Where(g => g.Key != FleetPermissions.SeeExempt).ToDictionary() };
        var desk = scope.ServiceProvider.GetRequiredService<Desk>();

        Assert.IsType<Outcome<Guid>.Missing>(await desk.PerformAsync(sheet, Ct));
        Assert.Equal(TerminalChecks.CarIsKnown, Assert.IsType<Outcome<Guid>.Broken>(await desk.PerformAsync(FittedTerminalTests.Fitting(2), Ct)).Check);
    }

    private static async Task<(Guid Open, Guid Secret, Guid Driver)> FleetAsync(Bureau bureau)
    {
        var (open, driver) = await bureau.PairAsync(Ct);
        var secret = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2) with { SecrecyExempt = true }, Ct);
        await bureau.DoneAsync(bureau.Desk, FittedTerminalTests.Fitting(1), Ct);
        await bureau.DoneAsync(bureau.Desk, FittedTerminalTests.Fitting(2), Ct);
        await bureau.AddAsync(Ct, FittedTerminalTests.Heard(1, Samples.Now, Samples.Now), FittedTerminalTests.Heard(2, Samples.Now, Samples.Now));
        return (open, secret, driver);
    }

    private static async Task<Guid> TripAsync(Bureau bureau, Guid car, Guid driver)
    {
        var trip = await bureau.ApprovedTripAsync(Ct);
        var order = new DispatchTrip { Id = trip, VehicleId = car, DriverId = driver };
        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(bureau.Dispatcher, order, Ct)); // nor does he send out what he may not know of
        await using (var scope = bureau.Scoped(bureau.Dispatcher))
        {
            var holder = scope.ServiceProvider.GetRequiredService<Kernel.Identity.ActorHolder>();
            holder.Current = holder.Current with { Grants = holder.Current.Grants.Append(new(FleetPermissions.SeeExempt, Kernel.Identity.Reach.Everything)).ToDictionary() };
            Assert.IsType<Outcome<Guid>.Done>(await scope.ServiceProvider.GetRequiredService<Desk>().PerformAsync(order, Ct));
        }

        await bureau.DoneAsync(bureau.Chauffeur, new DepartTrip { Id = trip, OdometerKm = 0 }, Ct);
        return trip;
    }

    private static async Task<List<(string Where, bool Has)>> ToldAsync(Bureau bureau, Person person, Guid secret, Guid driver, Guid trip)
    {
        await using var scope = bureau.Scoped(person);
        var services = scope.ServiceProvider;
        var told = new List<(string, bool)>();
        foreach (var key in (string[])["fleet.vehicles", "fleet.terminals"])
        {
            told.Add((key, (await Lists.RowsAsync(services, key, Ct)).Exists(row => row.Contains(Secret) || row.Contains(Number))));
        }

        told.Add(("map", (await services.GetRequiredService<MapCars>().AskAsync(null, null, Ct)).Any(c => c.PlateNo == Secret)));
        told.Add(("map, asked by plate", (await services.GetRequiredService<MapCars>().AskAsync(null, "00002", Ct)).Count > 0));
        told.Add(("replay of the day", await services.GetRequiredService<Replay>().OfDayAsync(secret, Samples.Today, Ct) is not null));
        told.Add(("replay of the journey", await services.GetRequiredService<Replay>().OfTripAsync(trip, Ct) is not null));
        told.Add(("file", await services.GetRequiredService<VehicleFile>().AskAsync(secret, Ct) is not null));
        told.Add(("terminal of the car", await services.GetRequiredService<TerminalFile>().OfCarAsync(secret, Ct) is not null));
        told.Add(("driver's file", (await services.GetRequiredService<DriverFile>().AskAsync(driver, Ct))?.Trips.Any(t => t.With == Secret) == true));
        told.Add(("indicators", (await services.GetRequiredService<IndicatorBoard>().AskAsync(Samples.Today, Samples.Today, null, Ct)).Cars.Any(c => c.PlateNo == Secret)));
        if (services.GetRequiredService<Kernel.Identity.ActorHolder>().Current.Can(FleetPermissions.Dispatch))
        {
            told.Add(("board", (await services.GetRequiredService<Fleet.Board.CarBoard>().AskAsync(Samples.Today, 1, (null, null), 1, Ct)).Rows.Any(r => r.PlateNo == Secret)));
            told.Add(("trips under way", (await services.GetRequiredService<Fleet.Dispatch.DispatchQueue>().AskAsync(TripState.Departed, Ct)).Any(r => r.PlateNo == Secret)));
            told.Add(("cars of the day's plan", (await services.GetRequiredService<Fleet.Planning.DayReader>().WithAsync(Samples.Today, [], [], [bureau.Organ.Id], Ct)).Cars.Any(c => c.PlateNo == Secret)));
        }

        told.Add(("repairs", (await Lists.RowsAsync(services, "fleet.repairs", Ct)).Count > 0));
        told.Add(("sealed", (await services.GetRequiredService<SealedOn>().AskAsync(new DateOnly(2023, 5, 1), null, Ct)).Cars.Any(c => c.PlateNo == Secret)));
        return told;
    }
}
