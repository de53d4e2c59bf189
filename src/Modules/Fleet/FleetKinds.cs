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

    /// <summary>A contract payee.</summary>
    public const string Payee = "fleet.payee";

    /// <summary>A unit's list of cars on duty over a holiday.</summary>
    public const string HolidayDuty = "fleet.holiday-duty";

    /// <summary>An alarm.</summary>
    public const string Alarm = "fleet.alarm";
}
