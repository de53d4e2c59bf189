using Guiju.Kernel;

namespace Guiju.Fleet.Trips;

/// <summary>Acts of trips by their names in the ledger: the page of a car or a driver lists the trips, so its timeline leaves them out.</summary>
internal static class TripActs
{
    public static readonly IReadOnlyList<string> OnRoad =
    [
        ActDescription.NameOf(typeof(DispatchTrip)), ActDescription.NameOf(typeof(RedispatchTrip)), ActDescription.NameOf(typeof(DepartTrip)),
        ActDescription.NameOf(typeof(ReturnTrip)), ActDescription.NameOf(typeof(SettleTrip)), TakenOver,
    ];

    /// <summary>A trip taken over from an older record.</summary>
    public const string TakenOver = "fleet.TakeOverTrip";
}
