using Guiju.Fleet.Drivers;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;

namespace Guiju.Fleet.Tests.Trips;

public sealed class TripTests
{
    private static readonly Guid Unit = Guid.CreateVersion7();
    private static readonly Guid Applicant = Guid.CreateVersion7();

    private readonly Vehicle car = Vehicle.Register(Guid.CreateVersion7(), Samples.Car(Unit), Samples.Today);
    private readonly Driver driver = Driver.Register(Guid.CreateVersion7(), Samples.Driver(Unit));

    [Fact]
    public void A_trip_lives_from_request_to_settlement()
    {
        var trip = File();
        trip.Approve(Samples.Hand(Guid.CreateVersion7()), isLeader: false, "同意");
        trip.Dispatch(car, driver, Samples.Hand());
        trip.Depart(car, 1000, Samples.Now.AddHours(1), Samples.Today);
        trip.Return(car, 1080.5m, (Samples.Now.AddHours(5), Samples.Today), Note);
        trip.Settle(Samples.Hand(), noFuel: true, noCosts: true);

        Assert.Equal(TripState.Settled, trip.State);
        Assert.Equal(80.5m, trip.Km);
        Assert.Equal(1080.5m, car.MileageKm);
        Assert.Equal((1, 1), (car.Bookings, driver.Bookings));
    }

    [Fact]
    public void Nobody_approves_their_own_request() =>
        Broken.By(TripChecks.NotOwnRequest, () => File().Approve(Samples.Hand(Applicant), isLeader: true, "同意"));

    [Fact]
    public void Where_the_leader_must_approve_the_office_head_only_endorses()
    {
        var trip = File(needsLeader: true);
        trip.Approve(Samples.Hand(Guid.CreateVersion7()), isLeader: false, "");

        Assert.Equal((TripState.Submitted, TripSteps.Leader), (trip.State, trip.AwaitedStep));
        Broken.By(TripChecks.LeaderDecidesHere, () => trip.Approve(Samples.Hand(Guid.CreateVersion7()), isLeader: false, ""));
        trip.Approve(Samples.Hand(Guid.CreateVersion7()), isLeader: true, "");
        Assert.Equal(TripState.Approved, trip.State);
        Assert.NotEqual("", trip.LeaderApprovalNo);
    }

    [Fact]
    public void A_request_changed_after_an_approval_is_approved_anew()
    {
        var trip = File(needsLeader: true);
        trip.Approve(Samples.Hand(Guid.CreateVersion7()), isLeader: false, "");
        trip.Withdraw(Samples.Hand(Applicant));
        trip.Resubmit(Samples.Hand(Applicant), Samples.Plan(Samples.Journey(), needsLeader: true));

        Assert.Equal(TripSteps.UnitHead, trip.AwaitedStep);
    }

    [Fact]
    public void Sending_back_needs_an_opinion_and_only_the_applicant_amends()
    {
        var trip = File();

        Broken.By(TripChecks.OpinionGiven, () => trip.SendBack(Samples.Hand(), isLeader: false, " "));
        trip.SendBack(Samples.Hand(), isLeader: false, "请补充公函");
        Broken.By(TripChecks.OwnMatter, () => trip.Resubmit(Samples.Hand(Guid.CreateVersion7()), Samples.Plan(Samples.Journey())));
        trip.Resubmit(Samples.Hand(Applicant), Samples.Plan(Samples.Journey()));
        Assert.Equal(TripState.Submitted, trip.State);
    }

    [Fact]
    public void A_trip_ends_after_it_begins_and_begins_in_the_future()
    {
        var journey = Samples.Journey();

        Broken.By(TripChecks.EndsAfterStart, () => File(journey with { PlanEnd = journey.PlanStart }));
        Broken.By(TripChecks.LastsNotTooLong, () => File(journey with { PlanEnd = journey.PlanStart?.AddDays(32) }));
        Broken.By(TripChecks.StartsInTheFuture, () => File(Samples.Journey(new DateTime(2023, 5, 7, 9, 0, 0))));
        Assert.True(File(Samples.Journey(new DateTime(2023, 5, 7, 9, 0, 0)) with { Emergency = true }).MadeUp);
    }

    [Fact]
    public void A_car_of_another_unit_serves_only_from_the_platform()
    {
        var foreign = Vehicle.Register(Guid.CreateVersion7(), Samples.Car(Guid.CreateVersion7(), 2), Samples.Today);
        var pooled = Vehicle.Register(Guid.CreateVersion7(), Samples.Car(Guid.CreateVersion7(), 3) with { Custody = Custody.Platform }, Samples.Today);
        var trip = Approved();

        Broken.By(TripChecks.CarMayServe, () => trip.Dispatch(foreign, driver, Samples.Hand()), "VehicleId");
        trip.Dispatch(pooled, driver, Samples.Hand());
        Assert.Equal(pooled.Id, trip.VehicleId);
    }

    [Fact]
    public void A_car_with_too_few_seats_is_not_dispatched()
    {
        var trip = File(Samples.Journey() with { Passengers = "甲、乙、丙、丁、戊" });
        trip.Approve(Samples.Hand(), isLeader: false, "");

        Broken.By(TripChecks.SeatsSuffice, () => trip.Dispatch(car, driver, Samples.Hand()), "VehicleId");
    }

    [Fact]
    public void A_car_or_driver_is_changed_only_before_departure()
    {
        var trip = Approved();
        trip.Dispatch(car, driver, Samples.Hand());
        trip.Redispatch(car, driver, Samples.Hand(), "原车故障");
        trip.Depart(car, 1000, Samples.Now, Samples.Today);

        Broken.By(TripChecks.IsDispatched, () => trip.Redispatch(car, driver, Samples.Hand(), "再改"));
        Broken.By(TripChecks.MayBeCancelled, () => trip.Cancel("不去了"));
    }

    [Fact]
    public void The_odometer_shows_no_less_at_return_than_at_departure()
    {
        var trip = Approved();
        trip.Dispatch(car, driver, Samples.Hand());
        trip.Depart(car, 1000, Samples.Now, Samples.Today);

        Broken.By(TripChecks.OdometerGrows, () => trip.Return(car, 999, (Samples.Now, Samples.Today), Note), "OdometerKm");
    }

    [Fact]
    public void Passengers_are_read_from_any_separator() =>
        Assert.Equal(["张三", "李四", "王五"], PassengerList.Names("张三、李四，王五\n张三;"));

    private static readonly ReturnNote Note = new(true, null, null, null, null, true, true);

    private static Trip File(RequestTrip? journey = null, bool needsLeader = false) =>
        Trip.File(Guid.CreateVersion7(), "派-20230508-0001", Unit, Samples.Hand(Applicant), Samples.Plan(journey ?? Samples.Journey(), needsLeader));

    private static Trip Approved()
    {
        var trip = File();
        trip.Approve(Samples.Hand(), isLeader: false, "");
        return trip;
    }
}
