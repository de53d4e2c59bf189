using Guiju.Fleet.Costs;
using Guiju.Fleet.Months;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Statements;

/// <summary>Joins lines to cars by card and plate, to journeys by time, and to what drivers have entered.</summary>
internal sealed class LineJoin(GuijuDb db, ActorHolder asker, Bodies bodies)
{
    // Clocks of stations and toll gates are not the driver's.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    private static readonly TripState[] OnRoad = [TripState.Departed, TripState.Returned, TripState.Settled];

    /// <summary>The unit whose matter a line is while no car is known: the body that pays, else the own body of whoever takes it in, else the city.</summary>
    public async Task<Guid> HomeAsync(Guid? payer, CancellationToken ct)
    {
        var tree = await bodies.TreeAsync(ct);
        return payer ?? (asker.Current.UnitId is { } home ? tree.BodyOf(home)?.Id : null) ?? tree.All.FirstOrDefault(u => u.Kind == UnitKind.City)?.Id ?? Guid.Empty;
    }

    /// <summary>Joins every line that leads to a car within the asker's reach; the others stay without one.</summary>
    public async Task JoinAsync(IReadOnlyList<StatementLine> lines, CancellationToken ct)
    {
        var issuers = lines.Select(l => l.Issuer).Distinct().ToList();
        var cards = (await db.Set<CostCard>().AsNoTracking().Where(c => issuers.Contains(c.Issuer)).ToListAsync(ct)).ToLookup(c => (c.Issuer, c.CardNo));
        var plates = lines.Select(l => PlateNumber.Normalise(l.PlateNo)).Where(p => p.Length > 0).Distinct().ToList();
        var held = lines.SelectMany(l => cards[(l.Issuer, l.CardNo)].Select(c => c.VehicleId)).Distinct().ToList();
        var cars = await db.Set<Vehicle>().AsNoTracking().Within(asker.Current, FleetPermissions.Settle, v => v.UnitId).Seen(asker.Current).Where(v => plates.Contains(v.PlateNo) || held.Contains(v.Id))
            .Select(v => new { v.Id, v.PlateNo, v.UnitId }).ToListAsync(ct);
        var (byId, byPlate) = (cars.ToDictionary(c => c.Id), cars.ToDictionary(c => c.PlateNo));

        // One card, one car: the card goes before the plate that somebody typed at the pump.
        var joined = lines.Select(line =>
        {
            var card = cards[(line.Issuer, line.CardNo)].FirstOrDefault(c => c.From <= line.Day && (c.To is null || c.To >= line.Day));
            return (Line: line, Car: card is not null ? byId.GetValueOrDefault(card.VehicleId) : byPlate.GetValueOrDefault(PlateNumber.Normalise(line.PlateNo)));
        }).Where(l => l.Car is not null).ToList();
        await ToCarsAsync(joined.ConvertAll(j => (j.Line, j.Car!.Id, j.Car.UnitId)), ct); // filtered
    }

    /// <summary>Joins lines to the cars that are named.</summary>
    public async Task ToCarsAsync(IReadOnlyList<(StatementLine Line, Guid Car, Guid Unit)> lines, CancellationToken ct)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var cars = lines.Select(l => l.Car).Distinct().ToList();
        var (first, last) = (lines.Min(l => l.Line.Day).AddDays(-31), lines.Max(l => l.Line.Day).AddDays(1));
        var trips = (await db.Set<Trip>().AsNoTracking().Where(t => t.VehicleId != null && cars.Contains(t.VehicleId.Value) && t.Day >= first && t.Day <= last && OnRoad.Contains(t.State))
            .Select(t => new Drive(t.Id, t.VehicleId, t.Day, t.RealStart, t.RealEnd)).ToListAsync(ct)).ToLookup(t => t.Car);
        var closed = (await db.Set<MonthClosing>().AsNoTracking().Where(m => cars.Contains(m.VehicleId)).Select(m => new { m.VehicleId, m.Month }).ToListAsync(ct)).Select(m => (m.VehicleId, m.Month)).ToHashSet();
        var taken = (await db.Set<StatementLine>().AsNoTracking().Where(l => l.VehicleId != null && cars.Contains(l.VehicleId.Value) && l.TripCostId != null).Select(l => l.TripCostId).ToListAsync(ct)).ToHashSet();
        var of = lines.Select(l => (l.Line, l.Car, l.Unit, Trip: Of(l.Line, trips[l.Car].ToList()))).ToList();
        var ridden = of.Where(l => l.Trip is not null).Select(l => l.Trip!.Value).Distinct().ToList(); // filtered
        var entered = (await db.Set<TripCost>().AsNoTracking().Where(c => ridden.Contains(c.TripId)).ToListAsync(ct)).ToLookup(c => (c.TripId, c.Kind));
        var sums = of.GroupBy(l => (l.Trip, l.Line.Kind)).ToDictionary(g => g.Key, g => g.Sum(l => l.Line.AmountYuan));
        foreach (var (line, car, unit, trip) in of)
        {
            var month = CarMonths.FirstOf(line.Day);
            while (closed.Contains((car, month)))
            {
                month = month.AddMonths(1); // what comes after the closing counts in the first month that is open
            }

            line.Join((car, unit), trip, trip is { } ride ? Against((line.AmountYuan, sums[(trip, line.Kind)]), entered[(ride, line.Kind)].Where(c => !taken.Contains(c.Id)).ToList(), taken) : (LineState.NoTrip, null), month);
        }
    }

    // The journey under way at that time; where only the day is known, the one journey of the day.
    private static Guid? Of(StatementLine line, List<Drive> trips)
    {
        if (line.Timed)
        {
            return trips.Where(t => t.Start is { } start && start - Tolerance <= line.At && (t.End is not { } end || line.At <= end + Tolerance))
                .OrderBy(t => t.Start <= line.At && (t.End is null || line.At <= t.End) ? 0 : 1).ThenBy(t => t.Start).Select(t => (Guid?)t.Id).FirstOrDefault();
        }

        return trips.Where(t => t.Day == line.Day).Take(2).ToList() is [var only] ? only.Id : null;
    }

    // The tolls of a journey are often entered as one sum; fuel with another amount is another matter.
    private static (LineState, Guid?) Against((decimal One, decimal All) paid, List<TripCost> entered, HashSet<Guid?> taken)
    {
        if (entered.Find(c => c.AmountYuan == paid.One) is { } same)
        {
            taken.Add(same.Id);
            return (LineState.Entered, same.Id);
        }

        return entered.Count == 0 ? (LineState.Joined, null) : entered.Sum(c => c.AmountYuan) == paid.All ? (LineState.Entered, entered[0].Id) : (LineState.Differs, entered[0].Id);
    }

    private sealed record Drive(Guid Id, Guid? Car, DateOnly Day, DateTime? Start, DateTime? End);
}
