namespace Guiju.Fleet;

/// <summary>Kinds of records as ledger, cases and timelines name them.</summary>
internal static class FleetKinds
{
    /// <summary>A trip.</summary>
    public const string Trip = "fleet.trip";

    /// <summary>A vehicle.</summary>
    public const string Vehicle = "fleet.vehicle";

    /// <summary>A driver.</summary>
    public const string Driver = "fleet.driver";

    /// <summary>A quota.</summary>
    public const string Quota = "fleet.quota";

    /// <summary>An application to acquire or renew.</summary>
    public const string Application = "fleet.application";

    /// <summary>A vehicle's disposal.</summary>
    public const string Disposal = "fleet.disposal";

    /// <summary>A contract payee.</summary>
    public const string Payee = "fleet.payee";

    /// <summary>A unit's list of cars on duty over a holiday.</summary>
    public const string HolidayDuty = "fleet.holiday-duty";

    /// <summary>A repair.</summary>
    public const string Repair = "fleet.repair";

    /// <summary>A unit's accounts of a month as shown inside it.</summary>
    public const string MonthNotice = "fleet.month-notice";

    /// <summary>A card issuer's statement.</summary>
    public const string Statement = "fleet.statement";

    /// <summary>A line of one.</summary>
    public const string StatementLine = "fleet.statement-line";
    /// <summary>A terminal in a car.</summary>
    public const string Terminal = "fleet.terminal";

    /// <summary>A geofence.</summary>
    public const string Geofence = "fleet.geofence";
    /// <summary>A round of the census.</summary>
    public const string Census = "fleet.census";

    /// <summary>Spending that was made public.</summary>
    public const string Publication = "fleet.publication";

    /// <summary>What one unit says in a round of the census.</summary>
    public const string CensusReturn = "fleet.census-return";

    /// <summary>A rental.</summary>
    public const string Rental = "fleet.rental";

    /// <summary>A complaint of the 12345 hotline.</summary>
    public const string Complaint = "fleet.complaint";

    /// <summary>An alarm.</summary>
    public const string Alarm = "fleet.alarm";
}
