using Guiju.Fleet.Dispatch;
using Guiju.Fleet.Indicators;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;

namespace Guiju.Fleet.Tests.Trips;

public sealed class ConfirmTripTests
{
    private static readonly (DateOnly From, DateOnly To) Year = (new(2023, 1, 1), new(2023, 12, 31));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Bureau.Databases), MemberType = typeof(Bureau))]
    public async Task A_rated_journey_counts_in_the_satisfaction_of_its_car(string database)
    {
        await using var bureau = await Bureau.OpenAsync(database, Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        foreach (var rating in new[] { 5, 4, 3 })
        {
            await bureau.DoneAsync(bureau.Clerk, new ConfirmTrip { Id = await ReturnedAsync(bureau, car, driver), Real = true, Rating = rating }, Ct);
        }

        await ReturnedAsync(bureau, car, driver);
        var part = await bureau.AskAsync<IndicatorBoard, IndicatorBoard.Part>(bureau.Head, b => b.AskAsync(Year.From, Year.To, null, Ct));
        var before = await bureau.AskAsync<IndicatorBoard, IndicatorBoard.Part>(bureau.Head, b => b.AskAsync(Year.From.AddYears(-1), Year.To.AddYears(-1), null, Ct));

        Assert.Equal((4, 3, 2), (part.All.Trips, part.All.Rated, part.All.Satisfied));
        Assert.Equal((66.67m, 0m), (Indicator.Of("satisfaction")!.Value(part.All), Indicator.Of("rented")!.Value(part.All)));
        Assert.Equal(part.All, part.Cars.Aggregate(CarTally.None, (sum, c) => sum + c.Tally));
        Assert.Null(Indicator.Of("satisfaction")!.Value(before.All));
        Assert.Contains(part.Figures, f => f.Id == IndicatorBoard.SatisfiedFrom);
    }

    [Fact]
    public async Task A_journey_that_was_none_and_a_complaint_stand_before_the_dispatcher_until_somebody_looked_into_them()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        var (none, bad, good) = (await ReturnedAsync(bureau, car, driver), await ReturnedAsync(bureau, car, driver), await ReturnedAsync(bureau, car, driver));
        await bureau.DoneAsync(bureau.Clerk, new ConfirmTrip { Id = none, Real = false, Complaint = "当天没有用车" }, Ct);
        await bureau.DoneAsync(bureau.Clerk, new ConfirmTrip { Id = bad, Real = true, Rating = 2, Complaint = "迟到半小时" }, Ct);
        await bureau.DoneAsync(bureau.Clerk, new ConfirmTrip { Id = good, Real = true, Rating = 5 }, Ct);

        var raised = await bureau.AskAsync<DispatchQueue, IReadOnlyList<DispatchQueue.Row>>(bureau.Dispatcher, q => q.DoubtedAsync(Ct));
        var file = await bureau.AskAsync<TripFile, TripFile.View?>(bureau.Dispatcher, f => f.AskAsync(none, Ct));
        Assert.Equal([none, bad], raised.Select(r => r.Id).Order());
        Assert.Equal((ConfirmationState.Doubted, true, false), (file!.Trip.Word.State, file.May.FollowUp, file.May.Confirm));
        Assert.Equal(ConfirmationChecks.SomethingWasSaid, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Dispatcher, new FollowUpTrip { Id = good, Finding = "没有问题" }, Ct)).Check);
        Assert.IsType<Outcome<Guid>.Denied>(await bureau.DoAsync(bureau.Clerk, new FollowUpTrip { Id = none, Finding = "没有问题" }, Ct));

        await bureau.DoneAsync(bureau.Dispatcher, new FollowUpTrip { Id = none, Finding = "驾驶员填错单，已更正" }, Ct);

        Assert.Equal([bad], (await bureau.AskAsync<DispatchQueue, IReadOnlyList<DispatchQueue.Row>>(bureau.Dispatcher, q => q.DoubtedAsync(Ct))).Select(r => r.Id));
        Assert.Equal(1, await bureau.AskAsync<DispatchQueue, int>(bureau.Dispatcher, q => q.CountDoubtedAsync(Ct)));
    }

    [Fact]
    public async Task After_the_limit_a_journey_counts_as_confirmed()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        var trip = await ReturnedAsync(bureau, car, driver);

        bureau.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal((ConfirmationState.Awaited, true), await StandingAsync());
        bureau.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((ConfirmationState.Lapsed, false), await StandingAsync());
        Assert.Equal(ConfirmationChecks.InTime, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Clerk, new ConfirmTrip { Id = trip, Real = true, Rating = 5 }, Ct)).Check);
        Assert.Equal(ConfirmationState.Lapsed, (await bureau.AskAsync<MyTrips, IReadOnlyList<MyTrips.Row>>(bureau.Clerk, t => t.AskAsync(false, Ct))).Single().Word);

        async Task<(ConfirmationState, bool)> StandingAsync() => await bureau.AskAsync<TripFile, TripFile.View?>(bureau.Clerk, f => f.AskAsync(trip, Ct)) is { } view ? (view.Trip.Word.State, view.May.Confirm) : default;
    }

    [Fact]
    public async Task A_word_is_said_once_by_the_applicant_after_the_return_and_makes_sense()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        var waiting = await bureau.ApprovedTripAsync(Ct);
        await BrokenAsync(new ConfirmTrip { Id = waiting, Real = true, Rating = 5 }, ConfirmationChecks.HasReturned);
        var trip = await ReturnedAsync(bureau, car, driver);
        await BrokenAsync(new ConfirmTrip { Id = trip, Real = true }, ConfirmationChecks.RealOnesAreRated);
        await BrokenAsync(new ConfirmTrip { Id = trip, Real = false, Rating = 1, Complaint = "没有用车" }, ConfirmationChecks.RealOnesAreRated);
        await BrokenAsync(new ConfirmTrip { Id = trip, Real = false }, ConfirmationChecks.DoubtIsExplained);
        Assert.IsType<Outcome<Guid>.Invalid>(await bureau.DoAsync(bureau.Clerk, new ConfirmTrip { Id = trip, Real = true, Rating = 6 }, Ct));
        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(bureau.Chauffeur, new ConfirmTrip { Id = trip, Real = true, Rating = 5 }, Ct));
        await bureau.DoneAsync(bureau.Clerk, new ConfirmTrip { Id = trip, Real = true, Rating = 5 }, Ct);
        await BrokenAsync(new ConfirmTrip { Id = trip, Real = true, Rating = 1 }, ConfirmationChecks.NotYet);

        async Task BrokenAsync(ConfirmTrip act, SystemCheck check) => Assert.Equal(check, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Clerk, act, Ct)).Check);
    }

    private static async Task<Guid> ReturnedAsync(Bureau bureau, Guid car, Guid driver)
    {
        var start = bureau.Clock.GetLocalNow().DateTime.AddHours(1);
        var id = await bureau.ApprovedTripAsync(Ct, Samples.Journey(start) with { PlanEnd = start.AddHours(1) });
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = id, VehicleId = car, DriverId = driver }, Ct);
        var odometer = (await bureau.ReadAsync(db => db.FindAsync<Vehicle>([car], Ct).AsTask()))!.MileageKm;
        bureau.Clock.Advance(TimeSpan.FromMinutes(20));
        await bureau.DoneAsync(bureau.Chauffeur, new DepartTrip { Id = id, OdometerKm = odometer }, Ct);
        bureau.Clock.Advance(TimeSpan.FromMinutes(20));
        await bureau.DoneAsync(bureau.Chauffeur, new ReturnTrip { Id = id, OdometerKm = odometer + 10, ParkedInPlace = true }, Ct);
        return id;
    }
}
