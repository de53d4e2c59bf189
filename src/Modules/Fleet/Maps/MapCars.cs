using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Terminals;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Maps;

/// <summary>What a car on the map does.</summary>
internal enum CarMotion
{
    /// <summary>Driving (行驶).</summary>
    [Display(Name = "行驶")] Driving,

    /// <summary>Standing (停驶).</summary>
    [Display(Name = "停驶")] Standing,

    /// <summary>Heard no longer (无信号).</summary>
    [Display(Name = "无信号")] Silent,
}

/// <summary>Where the cars within reach were last seen. Cars exempt for secrecy are not among them but for whoever may see those.</summary>
internal sealed class MapCars(GuijuDb db, ActorHolder asker, Bodies bodies, TimeProvider clock, MapGround map, IOptions<FleetOptions> options)
{
    /// <summary>Most cars of an answer.</summary>
    public const int Most = 2000;

    private const double WalkingKmh = 3;

    /// <summary>The cars, those that drive first.</summary>
    /// <param name="unitId">One unit and those below; null: all within reach.</param>
    /// <param name="words">Part of a plate.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Car>> AskAsync(Guid? unitId, string? words, CancellationToken ct)
    {
        var cars = db.Set<Vehicle>().AsNoTracking().Readable(asker.Current);
        var tree = await bodies.TreeAsync(ct);
        if (unitId is { } unit)
        {
            var below = tree.Subtree(unit).ToArray();
            cars = cars.Where(v => below.Contains(v.UnitId));
        }

        if (words?.Trim() is { Length: > 0 } sought)
        {
            cars = cars.Where(v => v.PlateNo.Contains(sought));
        }

        var rows = await (
            from car in cars
            join terminal in db.Set<FittedTerminal>() on car.Id equals terminal.VehicleId
            join last in db.Set<LastPosition>() on terminal.Number equals last.Terminal
            where terminal.RemovedOn == null && last.FixAt != null
            let trip = db.Set<Trip>().Where(t => t.VehicleId == car.Id && t.State == TripState.Departed).OrderByDescending(t => t.RealStart).Select(t => new { t.Id, t.Code, t.PlanTo }).FirstOrDefault()
            orderby last.FixAt descending, car.PlateNo
            select new { car.Id, car.PlateNo, car.UnitId, last.HeardAt, last.FixAt, last.Latitude, last.Longitude, last.SpeedKmh, last.Direction, last.Status, Trip = trip }).Take(Most).ToListAsync(ct);
        var fresh = clock.UtcNow().AddMinutes(-options.Value.Map.FreshMinutes);
        return rows.Select(r => new Car(r.Id, r.PlateNo, tree.NameOf(r.UnitId), MotionOf(r.HeardAt, fresh, r.SpeedKmh), map.Shown(r.Latitude.GetValueOrDefault(), r.Longitude.GetValueOrDefault()), r.FixAt.GetValueOrDefault())
        {
            SpeedKmh = r.SpeedKmh,
            Direction = r.Direction,
            TripId = r.Trip?.Id,
            Trip = r.Trip is null ? null : $"{r.Trip.Code} {r.Trip.PlanTo}",
        }).OrderBy(c => c.Motion).ThenBy(c => c.PlateNo, StringComparer.Ordinal).ToList();
    }

    private static CarMotion MotionOf(DateTime heard, DateTime fresh, double? speed) => heard < fresh ? CarMotion.Silent : speed > WalkingKmh ? CarMotion.Driving : CarMotion.Standing;

    /// <summary>A car on the map.</summary>
    /// <param name="Id">The car.</param>
    /// <param name="PlateNo">Plate.</param>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Motion">What it does.</param>
    /// <param name="At">[latitude, longitude] as the map shows it.</param>
    /// <param name="FixAt">When it was there, UTC.</param>
    internal sealed record Car(Guid Id, string PlateNo, string Unit, CarMotion Motion, double[] At, DateTime FixAt)
    {
        /// <summary>Kilometres per hour.</summary>
        public double? SpeedKmh { get; init; }

        /// <summary>Degrees clockwise from north.</summary>
        public int? Direction { get; init; }

        /// <summary>The journey it is on.</summary>
        public Guid? TripId { get; init; }

        /// <summary>Number and destination of that journey.</summary>
        public string? Trip { get; init; }
    }
}
