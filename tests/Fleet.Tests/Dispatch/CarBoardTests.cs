using Guiju.Fleet.Board;
using Guiju.Fleet.Dispatch;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;

namespace Guiju.Fleet.Tests.Dispatch;

/// <summary>Cars beside hours, the waiting list in its order, and the offer of a car that has become free.</summary>
public sealed class CarBoardTests
{
    private static readonly DateOnly Day = new(2023, 5, 9);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trip_stands_over_its_hours_and_emergencies_wait_first()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = await bureau.ApprovedTripAsync(Ct), VehicleId = car, DriverId = driver }, Ct);
        var usual = await bureau.ApprovedTripAsync(Ct);
        var urgent = await bureau.ApprovedTripAsync(Ct, Samples.Journey() with { Emergency = true });

        var view = await bureau.AskAsync<CarBoard, CarBoard.View>(bureau.Dispatcher, board => board.AskAsync(Day, 1, (null, null), 1, Ct));

        Assert.Equal([urgent, usual], view.Waiting.Select(w => w.Id));
        Assert.Equal([(6, false), (12, true), (14, false)], HourCells.Of(Assert.Single(view.Rows), Day).Select(c => (c.Span, c.Trip is not null))); // nine to three, of six to ten
        var week = await bureau.AskAsync<CarBoard, CarBoard.View>(bureau.Dispatcher, board => board.AskAsync(Day.AddDays(-1), 7, (null, null), 1, Ct));
        Assert.Equal(2, week.Waiting.Count);
        Assert.Empty((await bureau.AskAsync<CarBoard, CarBoard.View>(bureau.Dispatcher, board => board.AskAsync(Day, 1, (VehicleClass.Emergency, null), 1, Ct))).Rows);
    }

    [Fact]
    public async Task A_car_that_becomes_free_is_offered_to_the_first_that_waits()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        var given = await bureau.ApprovedTripAsync(Ct);
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = given, VehicleId = car, DriverId = driver }, Ct);
        var first = await bureau.ApprovedTripAsync(Ct);
        await bureau.ApprovedTripAsync(Ct);
        await bureau.DoneAsync(bureau.Clerk, new CancelTrip { Id = given, Reason = "会议取消" }, Ct);

        var freed = await bureau.TripAsync(given, Ct);
        Assert.Equal(first, await bureau.AskAsync<WaitingOffer, Guid?>(bureau.Dispatcher, offer => offer.OfferAsync(freed, Ct)));
        await bureau.DoneAsync(bureau.Dispatcher, new DispatchTrip { Id = first, VehicleId = car, DriverId = driver }, Ct);
        Assert.Null(await bureau.AskAsync<WaitingOffer, Guid?>(bureau.Dispatcher, offer => offer.OfferAsync(freed, Ct))); // taken again
    }
}
