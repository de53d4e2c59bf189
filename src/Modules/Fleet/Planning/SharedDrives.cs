using Guiju.Rides.Days;

namespace Guiju.Fleet.Planning;

/// <summary>The drives of a plan that serve several trips.</summary>
/// <param name="Drives">Drives.</param>
/// <param name="Trips">Trips that they serve.</param>
/// <param name="People">People on board, drivers not counted.</param>
/// <param name="Km">Kilometres out and back.</param>
/// <param name="AloneKm">Kilometres that the same trips would drive one by one.</param>
internal sealed record SharedDrives(int Drives, int Trips, int People, double Km, double AloneKm)
{
    /// <summary>Those of a plan.</summary>
    public static SharedDrives Of(DayProblem problem, DayPlan plan)
    {
        var rides = plan.Routes.SelectMany(r => r.Rides).Select(r => problem.Rides[r]).Where(r => r.IsShared).ToList();
        return new(rides.Count, rides.Sum(r => r.Trips.Count), rides.Sum(r => r.People), rides.Sum(r => r.Km), rides.Sum(r => r.Trips.Sum(t => problem.Rides[t].Km)));
    }

    public static SharedDrives operator +(SharedDrives one, SharedDrives other) =>
        new(one.Drives + other.Drives, one.Trips + other.Trips, one.People + other.People, one.Km + other.Km, one.AloneKm + other.AloneKm);
}
