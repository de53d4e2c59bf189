using Guiju.Fleet.Applications;
using Guiju.Fleet.Census;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Indicators;
using Guiju.Fleet.Openness;
using Guiju.Fleet.Rentals;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Rentals;

public sealed class RentalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(7, RentalLevel.Leader)]
    [InlineData(8, RentalLevel.Bureau)]
    public async Task The_days_say_who_decides(int days, RentalLevel level)
    {
        await using var bureau = await Bureau.OpenAsync(Ct);

        var rental = await bureau.DoneAsync(bureau.Head, Asked(days), Ct);

        Assert.Equal(level, (await OneAsync(bureau, rental)).Level);
    }

    [Theory]
    [MemberData(nameof(Bureau.Databases), MemberType = typeof(Bureau))]
    public async Task A_rental_runs_from_the_request_to_the_unit_s_running_costs(string database)
    {
        await using var bureau = await Bureau.OpenAsync(database, Ct);
        var car = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id) with { Seats = 5 }, Ct);
        var supplier = await SupplierAsync(bureau);
        var rental = await bureau.DoneAsync(bureau.Head, Asked(10) with { Heads = 6 }, Ct);

        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(bureau.Desk, new DecideRental { Id = rental, Approved = true, Opinion = "同意" }, Ct)); // the leader comes first
        await bureau.DoneAsync(bureau.Leader, new DecideRental { Id = rental, Approved = true, Opinion = "同意" }, Ct);
        await bureau.DoneAsync(bureau.Desk, new DecideRental { Id = rental, Approved = true, Opinion = "同意" }, Ct);
        await bureau.DoneAsync(bureau.Head, Ordered(rental, supplier, 5000), Ct);
        await bureau.DoneAsync(bureau.Head, Taken(rental), Ct);
        bureau.Clock.Advance(TimeSpan.FromDays(2));
        await bureau.DoneAsync(bureau.Head, Journey(rental, 9, 1000), Ct);
        await bureau.DoneAsync(bureau.Head, Journey(rental, 14, 1080), Ct);
        await bureau.DoneAsync(bureau.Head, new ReturnRental { Id = rental, On = Samples.Today.AddDays(2), OdometerKm = 1200 }, Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new SettleRental { Id = rental, On = Samples.Today.AddDays(2), Yuan = 4800, InvoiceNo = "F1", EnergyIncluded = true }, Ct);

        var done = await OneAsync(bureau, rental);
        Assert.Equal((RentalState.Settled, 4800m, bureau.Organ.Id), (done.State, done.InvoiceYuan, done.UnitId));
        Assert.Equal((1, 1, 0), (done.Snapshot.Own.Cars, done.Snapshot.Own.TooSmall, done.Snapshot.Own.Free)); // five seats, six people and a driver

        var (from, to) = (new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31));
        var part = await bureau.AskAsync<IndicatorBoard, IndicatorBoard.Part>(bureau.Head, b => b.AskAsync(from, to, null, Ct));
        var other = await bureau.AskAsync<IndicatorBoard, IndicatorBoard.Part>(bureau.Desk, b => b.AskAsync(from, to, bureau.Other.Id, Ct));
        var census = (await bureau.AskAsync<CensusRecord, IReadOnlyDictionary<Guid, CensusFigures>>(bureau.Desk, r => r.AskAsync(from, to, Ct)))[bureau.Organ.Id];
        var published = await bureau.AskAsync<SpendingSum, SpendingStatement>(bureau.Desk, s => s.AskAsync(2023, Ct));
        Assert.Equal((1, 4800m, 2, 130m), (part.All.Cars, part.All.Yuan, part.All.RentedTrips, part.All.RentedKm));
        Assert.Equal((100m, 2), (Indicator.Of("rented")!.Value(part.All), part.Cars.Count));
        Assert.Equal(part.All, part.Cars.Aggregate(CarTally.None, (sum, c) => sum + c.Tally));
        Assert.Equal(0, other.All.Yuan);
        Assert.Equal(4800m, CensusLine.All.Where(l => l.Group == CensusGroup.Cost).Sum(l => census[l.Key]));
        Assert.Equal((4800m, 4800m), (published.RunningYuan, published.Units.Single(u => u.Code == bureau.Organ.Code).RunningYuan));
        Assert.NotEqual(Guid.Empty, car);
    }

    [Fact]
    public async Task A_free_car_asks_for_a_reason_and_what_the_system_saw_stays_with_the_request()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Authority.Id, 2) with { Custody = Custody.Platform }, Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Authority.Id, 3) with { Custody = Custody.Platform, Class = VehicleClass.Enforcement, AssignedTo = PostKind.FrontLine }, Ct);

        var seen = await bureau.PreviewAsync(bureau.Head, Asked(3), Ct);
        Assert.Contains(seen!.Findings, f => f.Row == "V-46-order-r1" && f.Stated == LawOutcome.Acknowledge);
        Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Head, Asked(3), Ct));
        var trip = await bureau.ApprovedTripAsync(Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = trip, VehicleId = car, DriverId = driver }, Ct);
        var rental = await bureau.DoneAsync(bureau.Head, Asked(3) with { Justification = "平台车辆要跑长途" }, Ct);
        var kept = (await OneAsync(bureau, rental)).Snapshot;
        var unsaid = Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Leader, new DecideRental { Id = rental, Approved = true }, Ct));

        Assert.Equal((1, 1, 0), (kept.Own.Cars, kept.Own.Busy, kept.Own.Free));
        Assert.Equal((2, 1, 1), (kept.Platform.Cars, kept.Platform.OtherUse, kept.Platform.Free));
        Assert.Equal(["京A00002"], kept.Platform.Plates);
        Assert.Contains(unsaid.Verdict.Findings, f => f.Row == "V-46-order-r2");
        await bureau.DoneAsync(bureau.Leader, new DecideRental { Id = rental, Approved = true, Opinion = "同意" }, Ct);
    }

    [Fact]
    public async Task A_supplier_without_contract_a_car_over_standard_and_a_missing_trip_list_are_held_up()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var supplier = await SupplierAsync(bureau);
        var rental = await bureau.DoneAsync(bureau.Head, Asked(2), Ct);
        await bureau.DoneAsync(bureau.Leader, new DecideRental { Id = rental, Approved = true }, Ct);

        Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Head, Ordered(rental, null, 900) with { SupplierName = "路边租车行", Justification = "就近" }, Ct));
        await BrokenAsync(bureau, bureau.Head, Ordered(rental, supplier, 900) with { SupplierName = "路边租车行" }, RentalChecks.SupplierIsNamed);
        await bureau.DoneAsync(bureau.Head, Ordered(rental, supplier, 900), Ct);
        Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Head, Taken(rental) with { PriceYuan = 300000, Displacement = 2 }, Ct));
        await bureau.DoneAsync(bureau.Head, Taken(rental), Ct);
        await bureau.DoneAsync(bureau.Head, new ReturnRental { Id = rental, On = Samples.Today, OdometerKm = 1000 }, Ct);
        var bill = new SettleRental { Id = rental, On = Samples.Today, Yuan = 950, InvoiceNo = "F", EnergyIncluded = true };
        Assert.Contains(Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Dispatcher, bill, Ct)).Verdict.Findings, f => f.Row == "V-31-r3");
    }

    [Fact]
    public async Task Journeys_lie_within_the_rental_and_after_each_other_and_an_invoice_beyond_the_price_is_explained()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var rental = await bureau.DoneAsync(bureau.Head, Asked(5), Ct);
        await BrokenAsync(bureau, bureau.Head, Journey(rental, 9, 1000), RentalChecks.IsInUse);
        await bureau.DoneAsync(bureau.Leader, new DecideRental { Id = rental, Approved = true }, Ct);
        await bureau.DoneAsync(bureau.Head, Ordered(rental, await SupplierAsync(bureau), 900), Ct);
        await bureau.DoneAsync(bureau.Head, Taken(rental), Ct);
        await BrokenAsync(bureau, bureau.Head, Journey(rental, 9, 1000), RentalChecks.WithinTheRental); // tomorrow
        bureau.Clock.Advance(TimeSpan.FromDays(2));
        await bureau.DoneAsync(bureau.Head, Journey(rental, 9, 1000), Ct);
        await BrokenAsync(bureau, bureau.Head, Journey(rental, 10, 1100), RentalChecks.JourneysDoNotOverlap);
        await BrokenAsync(bureau, bureau.Head, Journey(rental, 14, 1010), RentalChecks.OdometerGrows);
        await BrokenAsync(bureau, bureau.Head, new ReturnRental { Id = rental, On = Samples.Today, OdometerKm = 1100 }, RentalChecks.ReturnedAfterTaken); // there was a journey later
        await BrokenAsync(bureau, bureau.Head, new ReturnRental { Id = rental, On = Samples.Today.AddDays(2), OdometerKm = 1020 }, RentalChecks.OdometerGrows);
        await bureau.DoneAsync(bureau.Head, new ReturnRental { Id = rental, On = Samples.Today.AddDays(2), OdometerKm = 1060 }, Ct);
        var bill = new SettleRental { Id = rental, On = Samples.Today.AddDays(2), Yuan = 950, InvoiceNo = "F", EnergyIncluded = true };
        await BrokenAsync(bureau, bureau.Dispatcher, bill, RentalChecks.InvoiceBeyondQuoteIsExplained);
        await bureau.DoneAsync(bureau.Dispatcher, bill with { Justification = "延时还车一小时" }, Ct);
    }

    [Fact]
    public async Task Nobody_decides_on_the_own_request_and_who_asked_may_give_it_up()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var rental = await bureau.DoneAsync(bureau.Dispatcher, Asked(2) with { UnitId = bureau.Organ.Id }, Ct);

        Assert.IsType<Outcome<Guid>.Denied>(await bureau.DoAsync(bureau.Clerk, Asked(2), Ct));
        Assert.Equal(RentalChecks.OwnMatter, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Head, new WithdrawRental { Id = rental }, Ct)).Check);
        await bureau.DoneAsync(bureau.Dispatcher, new WithdrawRental { Id = rental }, Ct);
        Assert.Equal(RentalState.Withdrawn, (await OneAsync(bureau, rental)).State);
        Assert.Equal(RentalChecks.AwaitsDecision, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Leader, new DecideRental { Id = rental, Approved = true }, Ct)).Check);
        Assert.Equal(RentalChecks.StartsInTheFuture, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Head, Asked(2) with { From = Samples.Today.AddDays(-1) }, Ct)).Check);
    }

    [Fact]
    public async Task A_trip_that_found_no_car_fills_the_request_in()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var trip = await bureau.ApprovedTripAsync(Ct);

        var begun = await bureau.AskAsync<RentalFile, RequestRental?>(bureau.Dispatcher, f => f.FromTripAsync(trip, Ct));
        var elsewhere = await bureau.AskAsync<RentalFile, RequestRental?>(bureau.Clerk, f => f.FromTripAsync(trip, Ct));

        Assert.Equal((trip, bureau.Organ.Id, 2, new DateOnly(2023, 5, 9)), (begun!.TripId, begun.UnitId, begun.Heads, begun.From));
        Assert.Null(elsewhere);
    }

    [Fact]
    public async Task The_register_is_read_within_reach_and_exported()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.DoneAsync(bureau.Head, Asked(2), Ct);
        await bureau.DoneAsync(bureau.Dispatcher, Asked(2) with { UnitId = bureau.Other.Id }, Ct);

        await using var own = bureau.Scoped(bureau.Head);
        await using var all = bureau.Scoped(bureau.Desk);

        Assert.Single(await Lists.RowsAsync(own.ServiceProvider, "fleet.rentals", Ct));
        Assert.Equal(2, (await Lists.RowsAsync(all.ServiceProvider, "fleet.rentals", Ct)).Count);
    }

    private static async Task BrokenAsync(Bureau bureau, Kernel.People.Person who, IAct<Guid> act, SystemCheck check) => Assert.Equal(check, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(who, act, Ct)).Check);

    private static RequestRental Asked(int days) => new()
    {
        Reason = TripReason.Research,
        Purpose = "赴各区调研",
        From = Samples.Today,
        To = Samples.Today.AddDays(days - 1),
        Heads = 4,
        Class = VehicleClass.Research,
        Kind = VehicleKind.Small,
        Body = VehicleBody.Mpv,
        Energy = EnergyKind.Petrol,
        PriceYuan = 170000,
        Displacement = 1.8m,
        FundSource = FundSource.VehicleBudget,
    };

    private static OrderRental Ordered(Guid rental, Guid? supplier, decimal yuan) => new() { Id = rental, SupplierId = supplier, Way = PurchaseWay.SelfPurchase, QuoteYuan = yuan };

    private static TakeRental Taken(Guid rental) => new() { Id = rental, PlateNo = "京B54321", Model = "别克 GL8", Energy = EnergyKind.Petrol, PriceYuan = 170000, Displacement = 1.8m, OdometerKm = 1000 };

    // On the day after tomorrow's eve: two hours, fifty or eighty km.
    private static AddRentalTrip Journey(Guid rental, int hour, decimal odometer) => new()
    {
        Id = rental,
        Start = Samples.Today.AddDays(1).ToDateTime(new TimeOnly(hour, 0)),
        End = Samples.Today.AddDays(1).ToDateTime(new TimeOnly(hour + 2, 0)),
        From = "机关大院",
        To = "临川区",
        Purpose = "调研",
        Driver = "供应商驾驶员",
        OdoOut = odometer,
        OdoIn = odometer + (odometer == 1000 ? 50 : 80),
    };

    private static Task<Guid> SupplierAsync(Bureau bureau) => bureau.DoneAsync(bureau.Desk, new AddPayee { Name = "定点租车公司", Service = ServiceKind.Rental, ContractNo = "Z-1", From = new DateOnly(2023, 1, 1), To = new DateOnly(2023, 12, 31) }, Ct);

    private static Task<Rental> OneAsync(Bureau bureau, Guid id) => bureau.ReadAsync(db => db.Set<Rental>().AsNoTracking().SingleAsync(r => r.Id == id, Ct));
}
