using Guiju.Kernel.Identity;

namespace Guiju.Fleet.Vehicles;

/// <summary>
/// Cars that are exempt for secrecy (国家安全、侦查办案等依规免喷标识) stand in no list, map or export but for whoever holds <see cref="FleetPermissions.SeeExempt"/> for their unit.
/// </summary>
internal static class SeenCars
{
    /// <summary>The cars that a person may know of.</summary>
    public static IQueryable<Vehicle> Seen(this IQueryable<Vehicle> cars, Actor actor)
    {
        var reach = actor.For(FleetPermissions.SeeExempt);
        if (reach.All)
        {
            return cars;
        }

        var units = reach.Units.ToArray();
        return units.Length == 0 ? cars.Where(v => !v.SecrecyExempt) : cars.Where(v => !v.SecrecyExempt || units.Contains(v.UnitId));
    }

    /// <summary>The cars that a person may not know of, to leave out what is recorded of them: <c>rows.Where(r => !hidden.Any(v => v.Id == r.VehicleId))</c>.</summary>
    public static IQueryable<Vehicle> Hidden(this IQueryable<Vehicle> cars, Actor actor)
    {
        var reach = actor.For(FleetPermissions.SeeExempt);
        var units = reach.Units.ToArray();
        return reach.All ? cars.Where(v => false) : units.Length == 0 ? cars.Where(v => v.SecrecyExempt) : cars.Where(v => v.SecrecyExempt && !units.Contains(v.UnitId));
    }

    /// <summary>The cars that a person reads: within reach, and not secret.</summary>
    public static IQueryable<Vehicle> Readable(this IQueryable<Vehicle> cars, Actor actor) => cars.Within(actor, FleetPermissions.Read, v => v.UnitId).Seen(actor);
}
