using Guiju.Kernel;

namespace Guiju.Fleet.Trips;

internal sealed partial class Trip
{
    /// <summary>Is to ride with another trip's car. The lead is dispatched, both agreed to share, and their times are near.</summary>
    public void Join(Trip lead, TimeSpan near)
    {
        Check.That(lead.State == TripState.Dispatched && lead.LeadId is null, ShareChecks.LeadAwaitsDeparture, "WithTripId");
        Check.That(ShareOk && lead.ShareOk, ShareChecks.BothAgree, "WithTripId");
        Check.That((PlanStart - lead.PlanStart).Duration() <= near && (PlanEnd - lead.PlanEnd).Duration() <= near, ShareChecks.TimesAreNear, "WithTripId");
        LeadId = lead.Id;
    }

    /// <summary>Becomes the lead of those that rode with it, or rides with the new one: the old lead was given up.</summary>
    public void RideWith(Trip? lead) => LeadId = lead?.Id;

    /// <summary>Leaves with its lead.</summary>
    public void DepartWith(Trip lead) => (OdoOut, RealStart, State) = (lead.OdoOut, lead.RealStart, TripState.Departed);

    /// <summary>Is back with its lead. The kilometres stand with the lead, so that no car drives them twice.</summary>
    public void ReturnWith(Trip lead)
    {
        (OdoOut, OdoIn, RealEnd, State) = (lead.OdoIn, lead.OdoIn, lead.RealEnd, TripState.Returned);
        (ParkedInPlace, ParkingExceptionNo, DrivingMinutes, RestMinutes, Incident) = (lead.ParkedInPlace, lead.ParkingExceptionNo, lead.DrivingMinutes, lead.RestMinutes, lead.Incident);
        (NoFuel, NoCosts) = (true, true); // costs of the car stand with the lead as well
    }
}

/// <summary>What must hold for shared rides to make sense.</summary>
internal static class ShareChecks
{
    public static readonly SystemCheck LeadAwaitsDeparture = Statement(nameof(LeadAwaitsDeparture),
        "合乘主单须已派车、尚未出车，且本身不是搭乘他单。", "The trip to ride with must be dispatched, not yet under way, and not ride with another itself.");

    public static readonly SystemCheck BothAgree = Statement(nameof(BothAgree),
        "两份申请都同意合乘，才能合乘。", "A car is shared only where both requests agree to it.");

    public static readonly SystemCheck TimesAreNear = Statement(nameof(TimesAreNear),
        "两份申请的起止时间相差超过合乘允许的等候和绕行时间。", "The two trips lie further apart in time than sharing allows.");

    public static readonly SystemCheck SameCarAndDriver = Statement(nameof(SameCarAndDriver),
        "合乘须用主单的车辆和驾驶员。", "A shared ride uses the car and driver of its lead.");

    public static readonly SystemCheck SeatsForAll = Statement(nameof(SeatsForAll),
        "座位不够：合乘各单的乘车人加驾驶员超过该车座位数。", "Too few seats for all who share the car and the driver.");

    public static readonly SystemCheck GoesWithItsLead = Statement(nameof(GoesWithItsLead),
        "这是合乘单，随主单出车、收车。", "This trip shares a car: it leaves and returns with its lead.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(ShareChecks)}.{name}", new Bilingual(zh, en));
}
