using Guiju.Fleet.Terminals;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Guiju.Fleet.Tests.Terminals;

/// <summary>Whether a car may be sent out by V-38 follows from what its terminal was heard to say, where this server hears it.</summary>
public sealed class CarsHeardTests
{
    private static readonly FleetOptions Serving = new() { Terminals = new GatewayOptions { Serve = true } };

    public static TheoryData<string> Databases => Bureau.Databases;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_car_is_online_offline_or_silent_since_it_was_fitted_by_the_register_of_terminals(string database)
    {
        await using var bureau = await Bureau.OpenAsync(database, Ct);
        var cars = new List<Guid>();
        foreach (var number in (int[])[1, 2, 3, 4])
        {
            cars.Add(await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, number), Ct));
        }

        foreach (var number in (int[])[1, 2, 3])
        {
            await bureau.DoneAsync(bureau.Desk, FittedTerminalTests.Fitting(number), Ct);
        }

        var trip = await bureau.TripAsync(await bureau.ApprovedTripAsync(Ct), Ct);
        await bureau.AddAsync(Ct, FittedTerminalTests.Heard(1, Samples.Now.AddMinutes(-5), Samples.Now), FittedTerminalTests.Heard(2, Samples.Now.AddHours(-30), Samples.Now));

        await using var scope = bureau.Scoped(bureau.Dispatcher);
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<GuijuDb>();
        var heard = await new CarsHeard(db, Options.Create(Serving), bureau.Clock).AskAsync(cars, Ct);
        var sheets = await db.Set<Vehicle>().AsNoTracking().ToDictionaryAsync(v => v.Id, Ct);
        var told = cars.ConvertAll(id => services.GetRequiredService<TripQuestions>().OfDispatch(trip, "government", new CarStanding(sheets[id], false, false, "") { HeardAt = heard.TryGetValue(id, out var at) ? at : null }, null).Facts);

        Assert.Equal(["online", "offline", "offline", "online"], told.Select(f => (string?)f["terminalState"])); // the last has none on the register: its sheet holds
        Assert.Equal([0, 30, (int)(Samples.Now - bureau.Clock.ToUtc(FittedTerminalTests.Fitting(3).FittedOn!.Value.ToDateTime(TimeOnly.MinValue))).TotalHours, 0], told.Select(f => (int?)f["offlineHours"]));
        Assert.Equal(LawOutcome.Acknowledge, services.GetRequiredService<ILaw>().Judge(FleetControlPoints.DispatchTrip, new LawQuestion(Samples.Today, told[1])).Findings.Single(f => f.Rule.StartsWith("V-38", StringComparison.Ordinal)).Outcome);
        Assert.Empty(await new CarsHeard(db, Options.Create(new FleetOptions()), bureau.Clock).AskAsync(cars, Ct)); // terminals are received elsewhere
    }
}
