using Guiju.Fleet.Planning;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Dispatch;

/// <summary>A day's plan proposes only what the desk then dispatches, shares rides where people agreed, and says why a trip has no car.</summary>
public sealed class DayPlanTests
{
    private static readonly DateOnly Day = new(2023, 5, 9);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Bureau.Databases), MemberType = typeof(Bureau))]
    public async Task What_is_planned_is_dispatched_line_by_line_and_a_shared_ride_drives_once(string database)
    {
        await using var bureau = await Bureau.OpenAsync(database, Ct);
        var (car, _) = await bureau.PairAsync(Ct);
        var (lead, rider) = (await TripAsync(bureau, 9, share: true), await TripAsync(bureau, 9, share: true));
        var later = await TripAsync(bureau, 14, share: false);

        var view = await PlanAsync(bureau);
        var results = await bureau.AskAsync<PlanAcceptance, IReadOnlyList<PlanAcceptance.Result>>(bureau.Dispatcher, p => p.AcceptAsync(view.Lines.Select(l => l.Key), Ct));

        Assert.Empty(view.Faults);
        Assert.Equal((2, 1, true), (view.Lines.Count, view.Plan.Routes.Count, view.Plan.IsOptimal)); // one car, two drives, one of them shared
        Assert.Equal([2, 1], view.Lines.Select(l => l.Trips.Count));
        Assert.All(results, r => Assert.Null(r.Refused));
        Assert.Equal([car, car, car], new[] { await bureau.TripAsync(lead, Ct), await bureau.TripAsync(rider, Ct), await bureau.TripAsync(later, Ct) }.Select(t => t.VehicleId.GetValueOrDefault()));
        var (led, rode) = (await bureau.TripAsync(lead, Ct) is { LeadId: null } ? (lead, rider) : (rider, lead));
        Assert.Equal(led, (await bureau.TripAsync(rode, Ct)).LeadId);

        Assert.Equal(ShareChecks.GoesWithItsLead, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Chauffeur, new DepartTrip { Id = rode, OdometerKm = 1000, Justification = "随主单" }, Ct)).Check);
        bureau.Clock.SetUtcNow(new DateTimeOffset(2023, 5, 9, 1, 0, 0, TimeSpan.Zero));
        await bureau.DoneAsync(bureau.Chauffeur, new DepartTrip { Id = led, OdometerKm = 1000 }, Ct);
        bureau.Clock.Advance(TimeSpan.FromHours(3));
        await bureau.DoneAsync(bureau.Chauffeur, new ReturnTrip { Id = led, OdometerKm = 1050, ParkedInPlace = true }, Ct);
        var (first, second) = (await bureau.TripAsync(led, Ct), await bureau.TripAsync(rode, Ct));
        Assert.Equal((TripState.Returned, TripState.Returned, 50m, 0m), (first.State, second.State, first.Km.GetValueOrDefault(), second.Km.GetValueOrDefault()));
        await bureau.DoneAsync(bureau.Dispatcher, new SettleTrip { Id = rode, FundSource = FundSource.VehicleBudget }, Ct);

        // Planned again, both share the one car; first come has none for the second, so that kilometres are not compared.
        var year = await bureau.AskAsync<YearSaving, IReadOnlyList<YearSaving.Day>>(bureau.Dispatcher, async saving =>
        {
            var days = new List<YearSaving.Day>();
            await foreach (var one in saving.AskAsync(2023, 5, [0, 20], 1, Ct))
            {
                days.Add(one);
            }

            return days;
        });
        Assert.Equal([0.0, 20], year.Select(d => d.CarKm));
        Assert.All(year, d => Assert.Equal((1, 0, 2, false, 0), (d.FirstCome.Unserved.Count, d.Plan.Unserved.Count, d.Shared.Trips, d.Alike, d.Faults)));
        var sum = year.Aggregate(YearSaving.Sum.None, (all, one) => all + one);
        Assert.Equal((2, 4, 0, 0.0, 0), (sum.Days, sum.Trips, sum.AlikeDays, sum.SavedKm, sum.Dearer));
    }

    [Fact]
    public async Task A_plan_is_told_beside_first_come_and_better_in_kilometres_and_cars()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.PairAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2), Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id, 2), Ct);
        await TripAsync(bureau, 9, share: true);
        await TripAsync(bureau, 9, share: true);

        var view = await PlanAsync(bureau);
        var sheet = PlanModel.Of(view);

        Assert.Equal((2, 0, 1, 0), (view.FirstCome.Routes.Count, view.FirstCome.Unserved.Count, view.Plan.Routes.Count, view.Plan.Unserved.Count));
        Assert.True(view.Plan.Km < view.FirstCome.Km && view.Plan.Cost < view.FirstCome.Cost, $"{view.Plan.Km} km against {view.FirstCome.Km}");
        Assert.Equal((1, 2, 4), (view.Shared.Drives, view.Shared.Trips, view.Shared.People));
        Assert.Equal(2 * view.Shared.Km, view.Shared.AloneKm, 3);
        Assert.Equal((view.Plan.Km / view.FirstCome.Km, 2, 0, 0), (1 - view.Saved.GetValueOrDefault(), sheet.SharedTrips, sheet.WithoutDriver, sheet.UnservedAtLeast));
        Assert.Null(view.Short);
    }

    [Fact]
    public async Task Where_drivers_are_too_few_whoever_drives_what_the_minute_is_told()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.PairAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2), Ct);
        await TripAsync(bureau, 9, share: false);
        await TripAsync(bureau, 9, share: false);

        var view = await PlanAsync(bureau);

        Assert.Equal((1, 1, 2, 1), (view.Lines.Count, view.WithoutDriver, view.Short?.Out, view.Short?.Rides));
        Assert.Equal(9, view.Short?.At.Hour);
    }

    [Fact]
    public async Task Sharing_is_refused_where_somebody_does_not_agree_seats_are_short_or_times_lie_apart()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        var lead = await TripAsync(bureau, 9, share: true);
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = lead, VehicleId = car, DriverId = driver }, Ct);

        Assert.Equal(ShareChecks.BothAgree, await BrokenAsync(await TripAsync(bureau, 9, share: false)));
        Assert.Equal(ShareChecks.TimesAreNear, await BrokenAsync(await TripAsync(bureau, 10, share: true)));
        Assert.Equal(ShareChecks.SeatsForAll, await BrokenAsync(await TripAsync(bureau, 9, share: true, "甲、乙、丙")));
        var rider = await TripAsync(bureau, 9, share: true);
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = rider, VehicleId = car, DriverId = driver, WithTripId = lead }, Ct);
        await bureau.DoneAsync(bureau.Clerk, new CancelTrip { Id = lead, Reason = "会议取消" }, Ct);
        Assert.Null((await bureau.TripAsync(rider, Ct)).LeadId); // leads now, and keeps the car

        async Task<SystemCheck> BrokenAsync(Guid trip) =>
            Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Dispatcher, new DispatchTrip { Id = trip, VehicleId = car, DriverId = driver, WithTripId = lead }, Ct)).Check;
    }

    [Fact]
    public async Task A_trip_without_a_car_is_told_which_rules_stand_against_it_and_what_is_lawful_instead()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.PairAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2) with { InspectionDue = new DateOnly(2023, 5, 8) }, Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 3) with { MarkCode = null }, Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Other.Id, 4) with { Custody = Custody.Platform, Class = VehicleClass.Emergency }, Ct);
        await TripAsync(bureau, 9, share: false);
        await TripAsync(bureau, 9, share: false);

        var clash = Assert.Single((await PlanAsync(bureau)).Unplaced);

        Assert.Equal(["V-37", "V-43", "V-51", "class"], clash.Causes.Select(c => c.Rule.Split('#')[^1]).Order(StringComparer.Ordinal));
        Assert.Contains(clash.Causes, c => c.Citation.Length > 0);
        Assert.Equal(5, clash.Ways.Count);
        Assert.All(new[] { "本单位 京A00003", "平台 京A00004", "改在 12:30", "本单位和平台", "改乘公共" }.Zip(clash.Ways), pair => Assert.StartsWith(pair.First, pair.Second.Text.Zh, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_planned_who_may_not_drive_and_nothing_is_planned_into_hours_that_are_taken()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id, 2) with { Points = 12 }, Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = await TripAsync(bureau, 9, share: false), VehicleId = car, DriverId = driver }, Ct);
        await TripAsync(bureau, 10, share: false);
        var free = await TripAsync(bureau, 15, share: false);

        var view = await PlanAsync(bureau);

        Assert.Equal([free], view.Lines.SelectMany(l => l.Trips).Select(t => t.Id));
        Assert.Equal(driver, view.Lines[0].Driver.Id);
        Assert.Single(view.Unplaced);
    }

    private static Task<DayPlanBoard.View> PlanAsync(Bureau bureau) => bureau.AskAsync<DayPlanBoard, DayPlanBoard.View>(bureau.Dispatcher, board => board.AskAsync(Day, 10, Ct));

    private static Task<Guid> TripAsync(Bureau bureau, int hour, bool share, string people = "王五、赵六") =>
        bureau.ApprovedTripAsync(Ct, Samples.Journey(Day.ToDateTime(new TimeOnly(hour, 0))) with { PlanEnd = Day.ToDateTime(new TimeOnly(hour + 3, 0)), ShareOk = share, Passengers = people });
}
