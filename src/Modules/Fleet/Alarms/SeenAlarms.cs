using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Alarms;

/// <summary>Alarms of the cars that a person may know of; a driver knows of what he drove.</summary>
internal static class SeenAlarms
{
    /// <summary>Those whose car is not kept from the person.</summary>
    public static IQueryable<Alarm> AlarmsSeen(this GuijuDb db, Actor actor)
    {
        var seen = db.Set<Vehicle>().Seen(actor);
        Guid? me = actor.PersonId;
        return db.Set<Alarm>().Where(a => seen.Any(v => v.Id == a.VehicleId) || (me != null && a.DriverPersonId == me));
    }
}
