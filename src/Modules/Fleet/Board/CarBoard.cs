using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Board;

/// <summary>Cars beside hours: who is out when, which trips still wait, over a day or a week.</summary>
internal sealed class CarBoard(GuijuDb db, ActorHolder asker, Bodies bodies, TimeProvider clock)
{
    /// <summary>Cars on a page.</summary>
    public const int Size = 25;

    private const int MostWaiting = 60;
    private static readonly TripState[] Given = [TripState.Dispatched, TripState.Departed, TripState.Returned, TripState.Settled];

    /// <summary>The board of some days.</summary>
    /// <param name="from">First day.</param>
    /// <param name="days">How many: 1 or 7.</param>
    /// <param name="only">A class and a body, where only those are wanted.</param>
    /// <param name="page">Page of the cars.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<View> AskAsync(DateOnly from, int days, (VehicleClass? Class, Guid? Unit) only, int page, CancellationToken ct)
    {
        var tree = await bodies.TreeAsync(ct);
        var (begin, end) = (clock.ToUtc(from.ToDateTime(default)), clock.ToUtc(from.AddDays(days).ToDateTime(default)));
        var cars = db.Set<Vehicle>().AsNoTracking().Within(asker.Current, FleetPermissions.Dispatch, v => v.UnitId).Seen(asker.Current).Where(v => v.State == VehicleState.InService && (only.Class == null || v.Class == only.Class) && (only.Unit == null || v.UnitId == only.Unit));
        var given = db.Set<Trip>().AsNoTracking().Where(t => Given.Contains(t.State) && t.PlanStart < end && t.PlanEnd > begin);

        // Cars that are out stand first, then those of the platform.
        var total = await cars.CountAsync(ct);
        var rows = await cars.OrderByDescending(v => given.Any(t => t.VehicleId == v.Id)).ThenByDescending(v => v.Custody == Custody.Platform).ThenBy(v => v.PlateNo)
            .Skip((page - 1) * Size).Take(Size).Select(v => new { v.Id, v.PlateNo, v.Model, v.Class, v.Seats, v.UnitId }).ToListAsync(ct);
        var ids = rows.ConvertAll(r => (Guid?)r.Id);
        var trips = await given.Where(t => ids.Contains(t.VehicleId)).OrderBy(t => t.PlanStart).Select(t => new { t.Id, t.Code, t.VehicleId, t.PlanStart, t.PlanEnd, t.PlanTo, t.State, t.LeadId }).ToListAsync(ct);
        var byCar = trips.ToLookup(t => t.VehicleId.GetValueOrDefault(), t => new Block(t.Id, t.Code, clock.ToLocal(t.PlanStart), clock.ToLocal(t.PlanEnd), t.PlanTo, t.State, t.LeadId is not null));
        return new View(from, days, rows.ConvertAll(r => new Row(r.Id, r.PlateNo, r.Model, r.Class, r.Seats, tree.NameOf(r.UnitId), byCar[r.Id].ToList())), total)
        {
            Waiting = await WaitingAsync(from, days, ct),
        };
    }

    // The order in which they are served: emergencies, then who waits longest.
    private async Task<IReadOnlyList<Waiter>> WaitingAsync(DateOnly from, int days, CancellationToken ct)
    {
        var tree = await bodies.TreeAsync(ct);
        var last = from.AddDays(days - 1);
        var rows = await db.Set<Trip>().AsNoTracking().Within(asker.Current, FleetPermissions.Dispatch, t => t.UnitId).Where(t => t.State == TripState.Approved && t.Day >= from && t.Day <= last)
            .OrderByDescending(t => t.Emergency).ThenBy(t => t.FiledAt).ThenBy(t => t.Code).Take(MostWaiting).Select(t => new { t.Id, t.Code, t.UnitId, t.PlanStart, t.PlanEnd, t.PlanTo, t.ClassWanted, t.Passengers, t.Emergency }).ToListAsync(ct);
        return rows.ConvertAll(t => new Waiter(t.Id, t.Code, tree.NameOf(t.UnitId), clock.ToLocal(t.PlanStart), clock.ToLocal(t.PlanEnd), t.PlanTo, t.ClassWanted, t.Passengers.Count, t.Emergency));
    }

    /// <summary>The board.</summary>
    internal sealed record View(DateOnly From, int Days, IReadOnlyList<Row> Rows, int Total)
    {
        public required IReadOnlyList<Waiter> Waiting { get; init; }
    }

    /// <summary>A car with what it does.</summary>
    internal sealed record Row(Guid Id, string PlateNo, string Model, VehicleClass Class, int Seats, string Unit, IReadOnlyList<Block> Blocks)
    {
        /// <summary>What the car does on one day, shared rides under their lead.</summary>
        public IEnumerable<Block> On(DateOnly day) => Blocks.Where(b => !b.Rides && DateOnly.FromDateTime(b.Start) <= day && DateOnly.FromDateTime(b.End) >= day);
    }

    /// <summary>A trip on the board, local times.</summary>
    internal sealed record Block(Guid Id, string Code, DateTime Start, DateTime End, string To, TripState State, bool Rides);

    /// <summary>A trip that waits for a car, local times.</summary>
    internal sealed record Waiter(Guid Id, string Code, string Unit, DateTime Start, DateTime End, string To, VehicleClass Class, int People, bool Emergency);
}

/// <summary>A car's day cut into half hours for a table: stretches that are free, and trips over as many columns as they last.</summary>
internal static class HourCells
{
    /// <summary>First hour shown.</summary>
    public const int First = 6;

    /// <summary>Hour after the last shown.</summary>
    public const int Last = 22;

    /// <summary>Columns: half hours.</summary>
    public const int Columns = (Last - First) * 2;

    /// <summary>The cells of one car on one day; what lies outside the hours shown is cut.</summary>
    public static IReadOnlyList<(int Span, CarBoard.Block? Trip)> Of(CarBoard.Row row, DateOnly day)
    {
        var (cells, at) = (new List<(int, CarBoard.Block?)>(), 0);
        foreach (var block in row.On(day).OrderBy(b => b.Start))
        {
            var from = Math.Max(at, Column(block.Start, day, up: false));
            var to = Math.Max(from + 1, Column(block.End, day, up: true));
            if (from >= Columns || to <= 0)
            {
                continue;
            }

            if (from > at)
            {
                cells.Add((from - at, null));
            }

            cells.Add((Math.Min(to, Columns) - from, block));
            at = Math.Min(to, Columns);
        }

        if (at < Columns)
        {
            cells.Add((Columns - at, null));
        }

        return cells;
    }

    private static int Column(DateTime time, DateOnly day, bool up)
    {
        var halves = (time - day.ToDateTime(new TimeOnly(First, 0))).TotalMinutes / 30;
        return (int)Math.Clamp(up ? Math.Ceiling(halves) : Math.Floor(halves), 0, Columns);
    }
}
