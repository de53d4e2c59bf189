using Guiju.Fleet.Drivers;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;

namespace Guiju.Fleet.Trips;

internal sealed partial class Trip
{
    private const int MostDays = 31;
    private const int MostPassengers = 50;

    /// <summary>Files a request; it waits for approval.</summary>
    public static Trip File(Guid id, string code, Guid unitId, TripHand applicant, TripPlan plan)
    {
        var trip = new Trip
        {
            Id = id,
            Code = code,
            UnitId = unitId,
            ApplicantId = applicant.PersonId,
            ApplicantName = applicant.Name,
            FiledAt = applicant.At,
            State = TripState.Submitted,
        };
        trip.Plan(plan, applicant.At);
        return trip;
    }

    /// <summary>The applicant takes the request back; it becomes a draft.</summary>
    public void Withdraw(TripHand by)
    {
        Check.That(State == TripState.Submitted, TripChecks.AwaitsApproval);
        Check.That(by.PersonId == ApplicantId, TripChecks.OwnMatter);
        State = TripState.Draft;
    }

    /// <summary>The applicant changes a draft or a request sent back, and submits it again.</summary>
    public void Resubmit(TripHand by, TripPlan plan)
    {
        Check.That(State is TripState.Draft or TripState.SentBack, TripChecks.MayBeChanged);
        Check.That(by.PersonId == ApplicantId, TripChecks.OwnMatter);
        Plan(plan, by.At);
        EarlierApprovals = Approvals.Count;
        State = TripState.Submitted;
    }

    /// <summary>Approves the awaited step; the last one frees the request for dispatch.</summary>
    public void Approve(TripHand by, bool isLeader, string? opinion)
    {
        var step = Decide(by, isLeader);
        Approvals = [.. Approvals, new TripApproval(step, by.PersonId, by.Name, by.At, Approved: true, opinion?.Trim() ?? "")];
        State = step == TripSteps.UnitHead && NeedsLeader ? TripState.Submitted : TripState.Approved;
    }

    /// <summary>Sends the request back with an opinion.</summary>
    public void SendBack(TripHand by, bool isLeader, string opinion)
    {
        var step = Decide(by, isLeader);
        Check.That(!string.IsNullOrWhiteSpace(opinion), TripChecks.OpinionGiven, "Opinion");
        Approvals = [.. Approvals, new TripApproval(step, by.PersonId, by.Name, by.At, Approved: false, opinion.Trim())];
        State = TripState.SentBack;
    }

    /// <summary>Gives the journey up before it begins.</summary>
    public void Cancel(string reason)
    {
        Check.That(State is TripState.Draft or TripState.Submitted or TripState.SentBack or TripState.Approved or TripState.Dispatched, TripChecks.MayBeCancelled);
        State = TripState.Cancelled;
        CancelReason = reason.Trim();
    }

    /// <summary>Gives the request a car and a driver.</summary>
    public void Dispatch(Vehicle car, Driver driver, TripHand by)
    {
        Check.That(State == TripState.Approved, TripChecks.AwaitsDispatch);
        Assign(car, driver, by);
        State = TripState.Dispatched;
    }

    /// <summary>Changes car or driver before departure.</summary>
    public void Redispatch(Vehicle car, Driver driver, TripHand by, string reason)
    {
        Check.That(State == TripState.Dispatched, TripChecks.IsDispatched);
        Assign(car, driver, by);
        (RedispatchReason, LeadId) = (reason.Trim(), null);
    }

    /// <summary>The driver leaves.</summary>
    public void Depart(Vehicle car, decimal odometerKm, DateTime at, DateOnly today)
    {
        Check.That(State == TripState.Dispatched, TripChecks.IsDispatched);
        Check.That(LeadId is null, ShareChecks.GoesWithItsLead);
        car.ReadOdometer(odometerKm, today);
        (OdoOut, RealStart, State) = (odometerKm, at, TripState.Departed);
    }

    /// <summary>The driver is back.</summary>
    public void Return(Vehicle car, decimal odometerKm, (DateTime At, DateOnly Today) now, ReturnNote note)
    {
        Check.That(State == TripState.Departed, TripChecks.IsUnderWay);
        Check.That(LeadId is null, ShareChecks.GoesWithItsLead);
        Check.That(odometerKm >= OdoOut, TripChecks.OdometerGrows, "OdometerKm");
        Check.That(now.At >= RealStart, TripChecks.ReturnsAfterDeparture);
        car.ReadOdometer(odometerKm, now.Today);
        (OdoIn, RealEnd, State) = (odometerKm, now.At, TripState.Returned);
        (ParkedInPlace, ParkingExceptionNo) = (note.ParkedInPlace, note.ParkingExceptionNo?.Trim() ?? "");
        (DrivingMinutes, RestMinutes, Incident) = (note.DrivingMinutes, note.RestMinutes, note.Incident?.Trim() ?? "");
        (NoFuel, NoCosts) = (note.NoFuel, note.NoCosts);
    }

    /// <summary>The account of the journey is closed.</summary>
    public void Settle(TripHand by, bool noFuel, bool noCosts)
    {
        Check.That(State == TripState.Returned, TripChecks.HasReturned);
        (NoFuel, NoCosts) = (NoFuel || noFuel, NoCosts || noCosts);
        (SettledById, SettledAt, State) = (by.PersonId, by.At, TripState.Settled);
    }

    private void Plan(TripPlan plan, DateTime now)
    {
        var fields = plan.Fields;
        Check.That(plan.End > plan.Start, TripChecks.EndsAfterStart, nameof(fields.PlanEnd));
        Check.That(plan.End - plan.Start <= TimeSpan.FromDays(MostDays), TripChecks.LastsNotTooLong, nameof(fields.PlanEnd));
        Check.That(plan.Start >= now || fields.Emergency, TripChecks.StartsInTheFuture, nameof(fields.PlanStart));
        Check.That(plan.Passengers.Count is > 0 and <= MostPassengers, TripChecks.NamesPassengers, nameof(fields.Passengers));
        Reason = fields.Reason.GetValueOrDefault();
        Purpose = fields.Purpose.Trim();
        LetterNo = fields.LetterNo?.Trim() ?? "";
        Scope = fields.Scope.GetValueOrDefault();
        PlanFrom = fields.PlanFrom.Trim();
        PlanTo = fields.PlanTo.Trim();
        (PlanStart, PlanEnd, Day) = (plan.Start, plan.End, plan.Day);
        Passengers = plan.Passengers;
        ClassWanted = fields.ClassWanted.GetValueOrDefault();
        ShareOk = fields.ShareOk;
        Emergency = fields.Emergency;
        MadeUp = plan.Start < now;
        Holiday = plan.Holiday;
        NeedsLeader = plan.NeedsLeader;
        AllowanceException = fields.AllowanceException.GetValueOrDefault();
        PlanSelfDrive(fields);
    }

    private string Decide(TripHand by, bool isLeader)
    {
        Check.That(State == TripState.Submitted, TripChecks.AwaitsApproval);
        Check.That(by.PersonId is null || by.PersonId != ApplicantId, TripChecks.NotOwnRequest);
        Check.That(AwaitedStep != TripSteps.Leader || isLeader, TripChecks.LeaderDecidesHere);
        return AwaitedStep;
    }

    private void Assign(Vehicle car, Driver driver, TripHand by)
    {
        Check.That(car.State == VehicleState.InService, TripChecks.CarInService, "VehicleId");
        Check.That(driver.State == DriverState.OnDuty, TripChecks.DriverOnDuty, "DriverId");
        Check.That(car.UnitId == UnitId || car.Custody == Custody.Platform, TripChecks.CarMayServe, "VehicleId");
        Check.That(driver.UnitId == UnitId || driver.Custody == Custody.Platform, TripChecks.DriverMayServe, "DriverId");
        Check.That(car.Seats > Passengers.Count, TripChecks.SeatsSuffice, "VehicleId");
        HoldSelfDrive(driver);
        car.Book();
        driver.Book();
        (VehicleId, DriverId, DriverPersonId) = (car.Id, driver.Id, driver.PersonId);
        (DispatchedById, DispatchedByName, DispatchedAt) = (by.PersonId, by.Name, by.At);
    }
}

/// <summary>A request's plan as the record keeps it: UTC times, known passengers, the calendar's and the law's word.</summary>
internal sealed record TripPlan(TripFields Fields, DateTime Start, DateTime End, DateOnly Day, IReadOnlyList<Passenger> Passengers, bool Holiday, bool NeedsLeader);

/// <summary>What a driver notes on return.</summary>
internal sealed record ReturnNote(bool ParkedInPlace, string? ParkingExceptionNo, int? DrivingMinutes, int? RestMinutes, string? Incident, bool NoFuel, bool NoCosts);
