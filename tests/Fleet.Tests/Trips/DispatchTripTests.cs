using Guiju.Fleet.Costs;
using Guiju.Fleet.Months;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Trips;

public sealed class DispatchTripTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trip_runs_from_request_to_the_closed_month()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        var payee = await bureau.DoneAsync(bureau.Desk, new AddPayee { Name = "定点加油站", Service = ServiceKind.Fuel, ContractNo = "C-1", From = new DateOnly(2023, 1, 1), To = new DateOnly(2023, 12, 31) }, Ct);
        var id = await bureau.ApprovedTripAsync(Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = id, VehicleId = car, DriverId = driver }, Ct);
        bureau.Clock.SetUtcNow(new DateTimeOffset(2023, 5, 9, 1, 0, 0, TimeSpan.Zero));
        await bureau.DoneAsync(bureau.Chauffeur, new DepartTrip { Id = id, OdometerKm = 1000 }, Ct);
        bureau.Clock.SetUtcNow(new DateTimeOffset(2023, 5, 9, 4, 0, 0, TimeSpan.Zero));
        await bureau.DoneAsync(bureau.Chauffeur, new ReturnTrip { Id = id, OdometerKm = 1090, ParkedInPlace = true }, Ct);
        await bureau.DoneAsync(bureau.Chauffeur, new AddTripCost { TripId = id, Kind = CostKind.Fuel, On = new DateOnly(2023, 5, 9), AmountYuan = 320.5m, Quantity = 40, PayeeId = payee }, Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new SettleTrip { Id = id, FundSource = FundSource.VehicleBudget }, Ct);
        var month = await bureau.AskAsync<CarMonths, CarMonthSum>(bureau.Dispatcher, months => months.OfAsync(car, new DateOnly(2023, 5, 1), Ct));

        Assert.Equal(new CarMonthSum(new DateOnly(2023, 5, 1), 1, 90, 40, 0, 320.5m, 0, 0), month);
        bureau.Clock.SetUtcNow(new DateTimeOffset(2023, 6, 2, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal((1, 0, true, false), await BoardAsync(bureau, bureau.Dispatcher));
        Assert.Equal((1, 0, false, false), await BoardAsync(bureau, bureau.Desk)); // reads, but does not settle
        await bureau.DoneAsync(bureau.Dispatcher, new CloseMonth { VehicleId = car, Month = new DateOnly(2023, 5, 9) }, Ct);
        Assert.Equal((1, 0, false, true), await BoardAsync(bureau, bureau.Dispatcher));
        Assert.Equal(4, await bureau.ReadAsync(db => db.Set<StoredVerdict>().CountAsync(v => v.SubjectId == id && v.ControlPoint != FleetControlPoints.RequestTrip && v.ControlPoint != FleetControlPoints.ApproveTrip, Ct)));
        Assert.Equal(MonthChecks.NotClosedYet, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Dispatcher, new CloseMonth { VehicleId = car, Month = new DateOnly(2023, 5, 1) }, Ct)).Check);
    }

    // Without a month named, the latest one with a settled trip.
    private static async Task<(int Trips, int Unsettled, bool MayClose, bool Closed)> BoardAsync(Bureau bureau, Kernel.People.Person person)
    {
        var row = Assert.Single((await bureau.AskAsync<MonthBoard, MonthBoard.Part>(person, board => board.AskAsync(null, false, null, false, Ct))).Rows);
        return (row.Sum.Trips, row.Unsettled, row.MayClose, row.Closed);
    }

    [Fact]
    public async Task A_car_past_its_inspection_is_not_dispatched()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (_, driver) = await bureau.PairAsync(Ct);
        var overdue = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2) with { InspectionDue = new DateOnly(2023, 5, 8) }, Ct);
        var id = await bureau.ApprovedTripAsync(Ct);
        var refused = Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Dispatcher, new DispatchTrip { Id = id, VehicleId = overdue, DriverId = driver }, Ct));

        var finding = Assert.Single(refused.Verdict.Findings, f => f.Outcome == LawOutcome.Forbidden);
        Assert.StartsWith("V-43", finding.Rule, StringComparison.Ordinal);
        Assert.Equal(TripState.Approved, (await bureau.TripAsync(id, Ct)).State);
    }

    [Fact]
    public async Task On_its_last_day_of_inspection_a_car_still_goes()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (_, driver) = await bureau.PairAsync(Ct);
        var car = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2) with { InspectionDue = new DateOnly(2023, 5, 9) }, Ct);

        Assert.IsType<Outcome<Guid>.Done>(await bureau.DoAsync(bureau.Dispatcher, new DispatchTrip { Id = await bureau.ApprovedTripAsync(Ct), VehicleId = car, DriverId = driver }, Ct));
    }

    [Fact]
    public async Task A_driver_with_twelve_points_is_not_sent()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, _) = await bureau.PairAsync(Ct);
        var driver = await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id, 2) with { Points = 12 }, Ct);

        Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Dispatcher, new DispatchTrip { Id = await bureau.ApprovedTripAsync(Ct), VehicleId = car, DriverId = driver }, Ct));
    }

    [Fact]
    public async Task An_unmarked_car_goes_only_where_the_vehicle_authority_allows_it()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (_, driver) = await bureau.PairAsync(Ct);
        var unmarked = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2) with { MarkCode = null }, Ct);
        var act = new DispatchTrip { Id = await bureau.ApprovedTripAsync(Ct), VehicleId = unmarked, DriverId = driver, Justification = "标识补办中" };

        Assert.Equal(LawOutcome.Approval, Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Dispatcher, act, Ct)).Verdict.Outcome);
    }

    [Fact]
    public async Task A_car_that_is_out_is_not_sent_again()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        var second = await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id, 2), Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = await bureau.ApprovedTripAsync(Ct), VehicleId = car, DriverId = driver }, Ct);
        var refused = Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Dispatcher, new DispatchTrip { Id = await bureau.ApprovedTripAsync(Ct), VehicleId = car, DriverId = second }, Ct));

        Assert.Contains(refused.Verdict.Findings, f => f.Rule.StartsWith("V-51", StringComparison.Ordinal) && f.Outcome == LawOutcome.Forbidden);
    }

    [Fact]
    public async Task Of_two_dispatchers_at_once_exactly_one_wins()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        for (var round = 1; round <= 5; round++)
        {
            var (car, driver) = await bureau.PairAsync(Ct, round);
            var trips = new[] { await bureau.ApprovedTripAsync(Ct), await bureau.ApprovedTripAsync(Ct) };
            var outcomes = await Task.WhenAll(trips.Select(id => Task.Run(() => bureau.DoAsync(bureau.Dispatcher, new DispatchTrip { Id = id, VehicleId = car, DriverId = driver }, Ct), Ct)));

            Assert.Single(outcomes.OfType<Outcome<Guid>.Done>());
            Assert.Single(outcomes, o => o is Outcome<Guid>.Stale or Outcome<Guid>.Refused or Outcome<Guid>.Broken);
            Assert.Equal(1, await bureau.ReadAsync(db => db.Set<Trip>().CountAsync(t => t.VehicleId == car, Ct)));
        }
    }

    [Fact]
    public async Task A_driver_drives_only_the_trips_given_to_him()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, _) = await bureau.PairAsync(Ct);
        var stranger = await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id, 2), Ct);
        var id = await bureau.ApprovedTripAsync(Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = id, VehicleId = car, DriverId = stranger }, Ct);

        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(bureau.Chauffeur, new DepartTrip { Id = id, OdometerKm = 1 }, Ct));
    }

    [Fact]
    public async Task A_car_not_in_its_place_and_fuel_off_the_contract_list_are_told()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        var id = await bureau.ApprovedTripAsync(Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = id, VehicleId = car, DriverId = driver }, Ct);
        await bureau.DoneAsync(bureau.Chauffeur, new DepartTrip { Id = id, OdometerKm = 1000, }, Ct);

        var elsewhere = new ReturnTrip { Id = id, OdometerKm = 1090 };
        Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Chauffeur, elsewhere, Ct));
        await bureau.DoneAsync(bureau.Chauffeur, elsewhere with { Justification = "次日凌晨有任务" }, Ct);
        var settle = new SettleTrip { Id = id, FundSource = FundSource.VehicleBudget };
        Assert.Contains(Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Dispatcher, settle, Ct)).Verdict.Findings, f => f.Rule.StartsWith("V-31", StringComparison.Ordinal));
        await bureau.DoneAsync(bureau.Chauffeur, new AddTripCost { TripId = id, Kind = CostKind.Fuel, On = Samples.Today, AmountYuan = 100, Quantity = 12, PayeeName = "路边加油站" }, Ct);
        Assert.Contains(Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Dispatcher, settle, Ct)).Verdict.Findings, f => f.Rule.StartsWith("V-39", StringComparison.Ordinal));
    }
}
