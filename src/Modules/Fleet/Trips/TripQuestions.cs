using Guiju.Clocks;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Trips;

/// <summary>Puts the facts of a trip into the words in which the law is asked (law/fleet/control-points.yaml).</summary>
internal sealed class TripQuestions(Bodies bodies, PassengerList passengers, WorkCalendar calendar, TimeProvider clock, IOptions<FleetOptions> options)
{
    /// <summary>Whether a day of the trip is off by the State Council's notice; null while a time is open.</summary>
    public bool? IsHoliday(DateTime? localStart, DateTime? localEnd)
    {
        if (localStart is not { } start)
        {
            return null;
        }

        var last = DateOnly.FromDateTime(localEnd is { } end && end > start ? end : start);
        var day = DateOnly.FromDateTime(start);
        for (var tried = 0; day <= last && tried <= 31; tried++, day = day.AddDays(1))
        {
            if (calendar.IsStatutoryRest(day))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The question of a request as it stands on the form.</summary>
    public async Task<LawQuestion> OfRequestAsync(TripFields fields, Guid bodyId, CancellationToken ct)
    {
        var travellers = await passengers.ReadAsync(fields.Passengers, bodyId, ct);
        return new LawQuestion(clock.Today(), new Dictionary<string, object?>
        {
            ["unitKind"] = await bodies.KindAsync(bodyId, ct),
            ["reason"] = LawCode.Of(fields.Reason),
            ["class"] = LawCode.Of(fields.ClassWanted),
            ["letterNo"] = fields.LetterNo?.Trim() ?? "",
            ["allowance"] = travellers.Count == 0 ? null : travellers.Any(p => p.DrawsAllowance),
            ["insideArea"] = fields.Scope is null ? null : fields.Scope == TripScope.InCity,
            ["allowanceException"] = LawCode.Of(fields.AllowanceException.GetValueOrDefault()),
            ["holiday"] = IsHoliday(fields.PlanStart, fields.PlanEnd),
            ["onDutyList"] = false, // the car is not yet known
            ["leaderApprovalId"] = "",
            ["filingId"] = "",
            ["lateHours"] = fields.PlanEnd is { } end ? LateHours(clock.ToUtc(end), clock.UtcNow()) : null,
        });
    }

    /// <summary>Hours from the return to the request, to a tenth; 0 where it was asked for before.</summary>
    public static decimal LateHours(DateTime endUtc, DateTime filedUtc) => Math.Max(0, Math.Round((decimal)(filedUtc - endUtc).TotalHours, 1, MidpointRounding.AwayFromZero));

    /// <summary>The question of the approval that takes effect. A leader's approval is filed with the bureau by being given here.</summary>
    public async Task<LawQuestion> OfApprovalAsync(Trip trip, CancellationToken ct)
    {
        var byLeader = trip.AwaitedStep == TripSteps.Leader;
        return new LawQuestion(clock.Today(), new Dictionary<string, object?>
        {
            ["unitKind"] = await bodies.KindAsync(trip.UnitId, ct),
            ["reason"] = LawCode.Of(trip.Reason),
            ["class"] = LawCode.Of(trip.ClassWanted),
            ["letterNo"] = trip.LetterNo,
            ["allowance"] = trip.Passengers.Any(p => p.DrawsAllowance),
            ["insideArea"] = trip.Scope == TripScope.InCity,
            ["allowanceException"] = LawCode.Of(trip.AllowanceException),
            ["holiday"] = trip.Holiday,
            ["onDutyList"] = false,
            ["leaderApprovalId"] = byLeader ? $"{trip.Code}-L" : trip.LeaderApprovalNo,
            ["filingId"] = byLeader ? trip.Code : "",
        }) { Matter = trip.Id };
    }

    /// <summary>The question of one car and one driver for a trip. A partner not yet chosen counts as one against whom nothing can be said.</summary>
    public LawQuestion OfDispatch(Trip trip, string? unitKind, CarStanding? car, DriverStanding? driver) => new(clock.Today(), new Dictionary<string, object?>
    {
        ["unitKind"] = unitKind,
        ["reason"] = LawCode.Of(trip.Reason),
        ["class"] = LawCode.Of(car?.Car.Class ?? trip.ClassWanted),
        ["marked"] = car is null || car.Car.MarkCode.Length > 0,
        ["secrecyExempt"] = car?.Car.SecrecyExempt ?? false,
        ["terminalState"] = LawCode.Of(car is null ? TerminalState.Online : StateOf(car)),
        ["offlineHours"] = car is null ? 0 : OfflineHours(car),
        ["custody"] = LawCode.Of(car?.Car.Custody ?? Custody.Platform),
        ["carBusy"] = car?.Busy ?? false,
        ["driverBusy"] = driver?.Busy ?? false,
        ["holiday"] = trip.Holiday,
        ["onDutyList"] = car?.OnDuty ?? true,
        ["leaderApprovalId"] = trip.LeaderApprovalNo,
        ["filingId"] = Filing(trip, car),
    }.With(Papers(trip.Day, car?.Car, driver?.Driver))) { Matter = trip.Id };

    /// <summary>The question of leaving the yard.</summary>
    public LawQuestion OfDeparture(Trip trip, CarStanding car, Driver driver)
    {
        var now = clock.GetLocalNow().DateTime;
        var today = DateOnly.FromDateTime(now);
        var atWork = calendar.IsWorkday(today) && TimeOnly.FromDateTime(now) >= options.Value.OfficeFrom && TimeOnly.FromDateTime(now) <= options.Value.OfficeTo;
        return new LawQuestion(today, new Dictionary<string, object?>
        {
            ["orderNo"] = trip.State == TripState.Dispatched ? trip.Code : "",
            ["emergency"] = trip.Emergency,
            ["offHours"] = !atWork,
            ["holiday"] = calendar.IsStatutoryRest(today),
            ["onDutyList"] = car.OnDuty,
            ["leaderApprovalId"] = trip.LeaderApprovalNo,
            ["filingId"] = Filing(trip, car),
        }.With(Papers(today, car.Car, driver))) { Matter = trip.Id };
    }

    private static string Filing(Trip trip, CarStanding? car) => trip.LeaderApprovalNo.Length > 0 ? trip.Code : car?.FilingNo ?? "";

    private static Dictionary<string, object?> Papers(DateOnly day, Vehicle? car, Driver? driver) => new()
    {
        ["vehicleKind"] = LawCode.Of(car?.Kind ?? VehicleKind.Mini), // a mini is what every licence covers
        ["departureDate"] = day,
        ["nextInspection"] = car?.InspectionDue ?? day,
        ["insuranceTo"] = car?.CompulsoryInsuranceTo ?? day,
        ["licenceClass"] = LawCode.Of(driver?.LicenceClass ?? LicenceClass.A1), // the licence that covers every size
        ["licenceTo"] = driver?.LicenceTo ?? day,
        ["points"] = driver?.Points ?? 0,
    };

    // The register of terminals knows better than the sheet; that a terminal is faulty only a person can tell.
    private TerminalState StateOf(CarStanding car) => car.HeardAt is null || car.Car.TerminalState == TerminalState.Faulty ? car.Car.TerminalState
        : OfflineHours(car) == 0 ? TerminalState.Online
        : TerminalState.Offline;

    private int? OfflineHours(CarStanding car) => car.HeardAt is null && car.Car.TerminalState == TerminalState.Online ? 0
        : (car.HeardAt ?? car.Car.TerminalSeenAt) is { } seen ? Math.Max(0, (int)(clock.UtcNow() - seen).TotalHours)
        : null;
}

/// <summary>A car as it stands for one trip: taken in that time, and on duty over its holiday.</summary>
internal sealed record CarStanding(Vehicle Car, bool Busy, bool OnDuty, string FilingNo)
{
    /// <summary>When its terminal was last heard, UTC, where the register of terminals tells.</summary>
    public DateTime? HeardAt { get; init; }
}

/// <summary>A driver as he stands for one trip.</summary>
internal sealed record DriverStanding(Driver Driver, bool Busy, bool OnLeave = false);

/// <summary>Puts two sets of facts together.</summary>
internal static class FactSets
{
    public static Dictionary<string, object?> With(this Dictionary<string, object?> facts, Dictionary<string, object?> more)
    {
        foreach (var (name, value) in more)
        {
            facts[name] = value;
        }

        return facts;
    }
}
