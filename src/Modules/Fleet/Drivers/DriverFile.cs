using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Drivers;

/// <summary>One driver's file: sheet, account, trips lately.</summary>
internal sealed class DriverFile(GuijuDb db, ActorHolder asker, Bodies bodies, TimeProvider clock)
{
    private const int RecentTrips = 20;

    /// <summary>The file, or null where there is none within the asker's reach.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct)
    {
        var driver = await db.Set<Driver>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, d => d.UnitId).FirstOrDefaultAsync(d => d.Id == id, ct);
        if (driver is null)
        {
            return null;
        }

        var seen = db.Set<Vehicle>().Seen(asker.Current);
        var trips = await db.Set<Trip>().AsNoTracking().Where(t => t.DriverId == id).OrderByDescending(t => t.Day).ThenByDescending(t => t.Code).Take(RecentTrips)
            .Select(t => new { t.Id, t.Code, t.Day, t.PlanTo, t.State, t.OdoIn, t.OdoOut, Plate = seen.Where(v => v.Id == t.VehicleId).Select(v => v.PlateNo).FirstOrDefault() })
            .ToListAsync(ct);
        return new View
        {
            Sheet = driver.Sheet(),
            Unit = (await bodies.TreeAsync(ct)).NameOf(driver.UnitId),
            Person = await db.Set<Person>().AsNoTracking().Where(p => p.Id == driver.PersonId).Select(p => p.Name + " " + p.Code).FirstOrDefaultAsync(ct) ?? "",
            Today = clock.Today(),
            Trips = trips.ConvertAll(t => new VehicleFile.TripLine(t.Id, t.Code, t.Day, t.PlanTo, t.State, t.OdoIn - t.OdoOut) { With = t.Plate ?? "" }),
            MayChange = asker.Current.For(FleetPermissions.Keep).Covers(driver.UnitId),
        };
    }

    /// <summary>The file.</summary>
    internal sealed record View
    {
        public required ChangeDriver Sheet { get; init; }

        public string Unit { get; init; } = "";

        public string Person { get; init; } = "";

        public DateOnly Today { get; init; }

        public IReadOnlyList<VehicleFile.TripLine> Trips { get; init; } = [];

        public bool MayChange { get; init; }
    }
}
