using Guiju.Fleet.Terminals;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Tests.Terminals;

public sealed class FittedTerminalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_terminal_is_fitted_found_in_the_cars_file_removed_and_fitted_to_another_car()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id), Ct);
        var other = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2), Ct);

        var id = await bureau.DoneAsync(bureau.Desk, Fitting(1) with { Number = "0" + Fitting(1).Number }, Ct);
        var file = await bureau.AskAsync<TerminalFile, TerminalFile.View?>(bureau.Head, f => f.AskAsync(id, Ct));
        Assert.Equal(("13900000001", "京A00001", TerminalHealth.NeverHeard, false), (file!.Row.Number, file.Row.PlateNo, file.Row.Health, file.MayRemove));

        Refused(TerminalChecks.NumberIsFree, await bureau.DoAsync(bureau.Desk, Fitting(2) with { Number = Fitting(1).Number }, Ct));
        Refused(TerminalChecks.CarIsFree, await bureau.DoAsync(bureau.Desk, Fitting(1) with { Number = "13900000009" }, Ct));
        Refused(TerminalChecks.NumberIsDigits, await bureau.DoAsync(bureau.Desk, Fitting(2) with { Number = "12x" }, Ct));
        Refused(TerminalChecks.FittedByToday, await bureau.DoAsync(bureau.Desk, Fitting(2) with { FittedOn = Samples.Today.AddDays(1) }, Ct));
        Refused(TerminalChecks.CarIsKnown, await bureau.DoAsync(bureau.Desk, Fitting(7), Ct));
        Assert.IsType<Outcome<Guid>.Denied>(await bureau.DoAsync(bureau.Head, Fitting(2), Ct));

        Refused(TerminalChecks.RemovedAfterFitting, await bureau.DoAsync(bureau.Desk, new RemoveTerminal { Id = id, RemovedOn = Samples.Today.AddDays(-20), Reason = "损坏" }, Ct));
        await bureau.DoneAsync(bureau.Desk, new RemoveTerminal { Id = id, RemovedOn = Samples.Today.AddDays(-2), Reason = "换装" }, Ct);
        Refused(TerminalChecks.StillFitted, await bureau.DoAsync(bureau.Desk, new RemoveTerminal { Id = id, RemovedOn = Samples.Today, Reason = "换装" }, Ct));
        Refused(TerminalChecks.FittedAfterRemoval, await bureau.DoAsync(bureau.Desk, Fitting(2) with { Number = Fitting(1).Number, FittedOn = Samples.Today.AddDays(-5) }, Ct));
        await bureau.DoneAsync(bureau.Desk, Fitting(2) with { Number = Fitting(1).Number, FittedOn = Samples.Today.AddDays(-1) }, Ct);

        Assert.Equal("13900000001", (await bureau.AskAsync<TerminalFile, TerminalRow?>(bureau.Desk, f => f.OfCarAsync(other, Ct)))!.Number);
        Assert.Equal(("13900000001", TerminalState.Online), await bureau.ReadAsync(async db => await db.FindAsync<Vehicle>([other], Ct) is { } car ? (car.TerminalId, car.TerminalState) : default));
    }

    [Fact]
    public async Task The_register_tells_what_is_wrong_with_each_terminal_and_can_be_asked_for_it()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var now = Samples.Now;
        var (car, driver) = await bureau.PairAsync(Ct);
        for (var number = 2; number <= 6; number++)
        {
            await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, number), Ct);
        }

        for (var number = 1; number <= 6; number++)
        {
            await bureau.DoneAsync(bureau.Desk, Fitting(number), Ct);
        }

        await bureau.AddAsync(Ct,
            Heard(1, now.AddHours(-2), now.AddHours(-2)), Heard(2, now.AddHours(-1), now.AddHours(-1)), Heard(3, now.AddHours(-25), now.AddHours(-25)),
            Heard(4, now.AddHours(-1), now.AddHours(-4)), Heard(5, now.AddHours(-1), now.AddHours(-1), ahead: -400));
        var trip = await bureau.ApprovedTripAsync(Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = trip, VehicleId = car, DriverId = driver }, Ct);
        await bureau.DoneAsync(bureau.Chauffeur, new DepartTrip { Id = trip, OdometerKm = 0 }, Ct);

        var health = (await RowsAsync(bureau, ["number", "health"])).ToDictionary(r => (string)r[0]!, r => (TerminalHealth)r[1]!);

        Assert.Equal(
            [TerminalHealth.SilentOnTrip, TerminalHealth.Sound, TerminalHealth.Offline, TerminalHealth.NoFix, TerminalHealth.ClockWrong, TerminalHealth.NeverHeard],
            Enumerable.Range(1, 6).Select(n => health[Fitting(n).Number]));
        Assert.Equal("13900000003", Assert.Single(await RowsAsync(bureau, ["number"], ("f.health", "Offline")))[0]);
        Assert.Equal("13900000003", (await RowsAsync(bureau, ["number"], ("sort", "-heardAt"), ("f.heardAt.as", "filled")))[^1][0]);
    }

    [Fact]
    public async Task Of_two_desks_that_fit_one_terminal_at_once_one_does()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id), Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2), Ct);

        var outcomes = await Task.WhenAll(
            Task.Run(() => bureau.DoAsync(bureau.Desk, Fitting(1), Ct)),
            Task.Run(() => bureau.DoAsync(bureau.UnitDesk, Fitting(2) with { Number = Fitting(1).Number }, Ct)));

        Assert.Single(outcomes, o => o is Outcome<Guid>.Done);
        Assert.Single(outcomes, o => o is Outcome<Guid>.Broken);
    }

    internal static FitTerminal Fitting(int number) => new()
    {
        PlateNo = $"京A{number:00000}", Number = $"139{number:00000000}", Protocol = TerminalProtocol.Of2019, Model = "北斗", FittedOn = Samples.Today.AddDays(-10),
    };

    internal static LastPosition Heard(int number, DateTime at, DateTime? fix, int ahead = 0) =>
        new() { Terminal = Fitting(number).Number, HeardAt = at, FixAt = fix, ClockAheadS = ahead, Latitude = 38.2, Longitude = 107.3, SpeedKmh = 30, Direction = 90, Alarms = 0, Status = 3 };

    private static void Refused<T>(SystemCheck check, Outcome<T> outcome) => Assert.Equal(check, Assert.IsType<Outcome<T>.Broken>(outcome).Check);

    private static async Task<List<object?[]>> RowsAsync(Bureau bureau, string[] columns, params (string Key, string Value)[] asked)
    {
        await using var scope = bureau.Scoped(bureau.Desk);
        var register = scope.ServiceProvider.GetServices<IRegister>().Single(r => r.Key == "fleet.terminals");
        var state = RegisterState.Read(register, [.. asked.Select(a => KeyValuePair.Create(a.Key, new string?[] { a.Value })), KeyValuePair.Create("cols", new string?[] { string.Join(',', columns) })]);
        Assert.Empty(state.Faults);
        var rows = new List<object?[]>();
        await foreach (var row in register.AllAsync(await Lists.ToolsAsync(scope.ServiceProvider, Ct), state, Ct))
        {
            rows.Add(row);
        }

        return rows;
    }
}
