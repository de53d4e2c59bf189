using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Terminals;

/// <summary>A terminal with its car and what was last heard of it.</summary>
internal sealed class TerminalRow
{
    /// <summary>Id of the fitting.</summary>
    public Guid Id { get; init; }

    /// <summary>Number.</summary>
    public string Number { get; init; } = "";

    /// <summary>Edition of the protocol.</summary>
    public TerminalProtocol Protocol { get; init; }

    /// <summary>Model.</summary>
    public string Model { get; init; } = "";

    /// <summary>The car.</summary>
    public Guid VehicleId { get; init; }

    /// <summary>Its plate.</summary>
    public string PlateNo { get; init; } = "";

    /// <summary>Its unit.</summary>
    public Guid UnitId { get; init; }

    /// <summary>Fitted on.</summary>
    public DateOnly FittedOn { get; init; }

    /// <summary>Removed on.</summary>
    public DateOnly? RemovedOn { get; init; }

    /// <summary>Why it was removed.</summary>
    public string RemovedBecause { get; init; } = "";

    /// <summary>Last heard, UTC; null for a terminal that was never heard or is removed.</summary>
    public DateTime? HeardAt { get; init; }

    /// <summary>Last fix, UTC.</summary>
    public DateTime? FixAt { get; init; }

    /// <summary>Seconds by which its clock is ahead.</summary>
    public int? ClockAheadS { get; init; }

    /// <summary>How it is.</summary>
    public TerminalHealth Health { get; init; }

    /// <summary>The terminals of the cars given.</summary>
    public static IQueryable<TerminalRow> Of(DbContext db, IQueryable<Vehicle> cars, HealthBounds bounds) =>
        from terminal in db.Set<FittedTerminal>().AsNoTracking()
        join car in cars on terminal.VehicleId equals car.Id
        join heard in db.Set<LastPosition>() on terminal.Number equals heard.Terminal into heards
        from last in heards.DefaultIfEmpty()
        let left = db.Set<Trip>().Where(t => t.VehicleId == car.Id && t.RealStart != null).Max(t => t.RealStart)
        select new TerminalRow
        {
            Id = terminal.Id,
            Number = terminal.Number,
            Protocol = terminal.Protocol,
            Model = terminal.Model,
            VehicleId = car.Id,
            PlateNo = car.PlateNo,
            UnitId = car.UnitId,
            FittedOn = terminal.FittedOn,
            RemovedOn = terminal.RemovedOn,
            RemovedBecause = terminal.RemovedBecause,
            HeardAt = terminal.RemovedOn != null || last == null ? null : last.HeardAt,
            FixAt = terminal.RemovedOn != null || last == null ? null : last.FixAt,
            ClockAheadS = terminal.RemovedOn != null || last == null ? null : last.ClockAheadS,
            Health = terminal.RemovedOn != null ? TerminalHealth.Removed
                : last == null ? TerminalHealth.NeverHeard
                : left > last.HeardAt ? TerminalHealth.SilentOnTrip
                : last.HeardAt < bounds.OfflineBefore ? TerminalHealth.Offline
                : last.FixAt == null || last.FixAt.Value.AddSeconds(bounds.NoFixS) < last.HeardAt ? TerminalHealth.NoFix
                : last.ClockAheadS > bounds.ClockS || last.ClockAheadS < -bounds.ClockS ? TerminalHealth.ClockWrong
                : TerminalHealth.Sound,
        };
}
