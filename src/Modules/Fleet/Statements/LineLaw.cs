using Guiju.Fleet.Costs;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Statements;

/// <summary>Asks the law about each line, with the facts as far as the bureau's own record holds them: what it does not hold is left open, never guessed.</summary>
internal sealed class LineLaw(GuijuDb db, ILaw law, Journal journal, TimeProvider clock)
{
    private const int BaselineDays = 365;
    private const int HundredKm = 100;

    private static readonly TripState[] Ordered = [TripState.Dispatched, TripState.Departed, TripState.Returned, TripState.Settled];
    private static readonly TripState[] Driven = [TripState.Returned, TripState.Settled];

    /// <summary>Judges the lines; each takes over the outcome, and the verdicts are stored with the running act. <paramref name="payer"/> is the body that pays, where the statement is one body's alone.</summary>
    public async Task JudgeAsync(IReadOnlyList<StatementLine> lines, Guid? payer, CancellationToken ct)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var known = await KnownAsync(lines, ct);
        foreach (var line in lines)
        {
            var car = line.VehicleId is { } id ? known.Cars[id] : null;
            var facts = new Dictionary<string, object?> { ["foreignLines"] = car is null || payer is { } body && car.UnitId != body ? 1 : 0 };
            if (line.Kind == CostKind.Fuel)
            {
                facts["offContractLines"] = known.Payees.Any(p => p.Name == line.Issuer && p.From <= line.Day && p.To >= line.Day) ? 0 : 1;
                facts = facts.With(Fuel(line, car, known));
            }

            var question = new LawQuestion(line.Day, facts);
            var verdict = law.Judge(line.Kind == CostKind.Fuel ? FleetControlPoints.RecordFuel : FleetControlPoints.RecordCharge, question);
            line.Judge(verdict.Outcome);
            journal.Judged(FleetKinds.StatementLine, line.Id, question, verdict);
        }
    }

    private Dictionary<string, object?> Fuel(StatementLine line, Vehicle? car, Known known)
    {
        var rides = car is null ? [] : known.Rides[car.Id].ToList();
        var since = car is null ? null : KmSince(line, rides, known.Fillings[car.Id].Where(f => f.Id != line.Id && (f.At is { } at ? at < line.At : f.Day < line.Day)).OrderBy(f => f.Day).ThenBy(f => f.At).LastOrDefault());
        return new Dictionary<string, object?>
        {
            ["litres"] = line.Quantity,
            ["tank"] = car?.TankLitres,
            ["orderToday"] = car is null ? null : rides.Exists(r => r.Day <= line.Day && (r.Day == line.Day || DateOnly.FromDateTime(clock.ToLocal(r.PlanEnd)) >= line.Day)),
            ["kmSinceRefuel"] = since,
            ["gradeMatches"] = car is null ? null : FuelGrade.Matches(line.Grade, car.Energy),
            ["consumption"] = since is > 0 && line.Quantity is { } litres ? Math.Round(litres * HundredKm / since.Value, 2, MidpointRounding.AwayFromZero) : null,
            ["baseline"] = car is null ? null : known.Baselines.GetValueOrDefault((car.Brand, car.Model)),
        };
    }

    // Two readings of the odometer, or the journeys that ended in between. Without an earlier filling nobody can say.
    private static decimal? KmSince(StatementLine line, List<Ride> rides, Filling? before)
    {
        if (before is null)
        {
            return null;
        }

        return line.OdometerKm is { } now && before.OdometerKm is { } then && now >= then
            ? now - then
            : rides.Where(r => r.Km is not null && r.Day > before.Day && r.Day <= line.Day).Sum(r => r.Km ?? 0);
    }

    private async Task<Known> KnownAsync(IReadOnlyList<StatementLine> lines, CancellationToken ct)
    {
        var ids = lines.Select(l => l.VehicleId).OfType<Guid>().Distinct().ToList();
        var (first, last) = (lines.Min(l => l.Day), lines.Max(l => l.Day));
        var from = first.AddDays(-BaselineDays);
        var cars = await db.Set<Vehicle>().AsNoTracking().Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, ct);
        var rides = await db.Set<Trip>().AsNoTracking().Where(t => t.VehicleId != null && ids.Contains(t.VehicleId.Value) && t.Day >= from && t.Day <= last && Ordered.Contains(t.State))
            .Select(t => new Ride(t.VehicleId, t.Day, t.PlanEnd, t.OdoIn - t.OdoOut)).ToListAsync(ct);
        var entered = await db.Set<TripCost>().AsNoTracking().Where(c => ids.Contains(c.VehicleId) && c.Kind == CostKind.Fuel && c.On >= from && c.On <= last)
            .Select(c => new Filling(c.Id, c.VehicleId, c.On, null, null)).ToListAsync(ct);
        var stated = await db.Set<StatementLine>().AsNoTracking().Where(l => l.VehicleId != null && ids.Contains(l.VehicleId.Value) && l.Kind == CostKind.Fuel && l.Day >= from && l.Day <= last)
            .Select(l => new Filling(l.Id, l.VehicleId, l.Day, l.At, l.OdometerKm)).ToListAsync(ct);
        var own = lines.Where(l => l is { VehicleId: not null, Kind: CostKind.Fuel, AmountYuan: > 0 }).Select(l => new Filling(l.Id, l.VehicleId, l.Day, l.At, l.OdometerKm));
        return new Known(
            cars,
            rides.ToLookup(r => r.Car.GetValueOrDefault()),
            entered.Concat(stated).Concat(own).DistinctBy(f => f.Id).ToLookup(f => f.Car.GetValueOrDefault()),
            await db.Set<Payee>().AsNoTracking().Where(p => p.Service == ServiceKind.Fuel).ToListAsync(ct),
            await BaselinesAsync(cars.Values, (from, first), ct));
    }

    // What cars of the same make and model have used over the year before; fuel that was entered over distance that was driven.
    private async Task<Dictionary<(string Brand, string Model), decimal?>> BaselinesAsync(IEnumerable<Vehicle> cars, (DateOnly From, DateOnly To) span, CancellationToken ct)
    {
        var models = cars.Select(c => c.Model).Distinct().ToList();
        var alike = db.Set<Vehicle>().Where(v => models.Contains(v.Model));
        var journeys = db.Set<Trip>().AsNoTracking().Where(t => t.Day >= span.From && t.Day < span.To && Driven.Contains(t.State)).Join(alike, t => t.VehicleId, v => (Guid?)v.Id, (t, v) => new { Trip = t, v.Brand, v.Model });
        var km = await journeys.Select(j => new { j.Brand, j.Model, Km = j.Trip.OdoIn - j.Trip.OdoOut }).ToListAsync(ct);
        var fuel = (await journeys.Join(db.Set<TripCost>().Where(c => c.Kind == CostKind.Fuel), j => j.Trip.Id, c => c.TripId, (j, c) => new { j.Brand, j.Model, c.Quantity }).ToListAsync(ct)).ToLookup(f => (f.Brand, f.Model), f => f.Quantity ?? 0);
        return km.GroupBy(k => (k.Brand, k.Model)).ToDictionary(g => g.Key, g => g.Sum(k => k.Km ?? 0) is > 0 and var driven && fuel[g.Key].Sum() is > 0 and var litres ? Math.Round(litres * HundredKm / driven, 2, MidpointRounding.AwayFromZero) : (decimal?)null);
    }

    private sealed record Known(Dictionary<Guid, Vehicle> Cars, ILookup<Guid, Ride> Rides, ILookup<Guid, Filling> Fillings, List<Payee> Payees, Dictionary<(string Brand, string Model), decimal?> Baselines);

    private sealed record Ride(Guid? Car, DateOnly Day, DateTime PlanEnd, decimal? Km);

    private sealed record Filling(Guid Id, Guid? Car, DateOnly Day, DateTime? At, decimal? OdometerKm);
}

/// <summary>Kinds of fuel as stations print them.</summary>
internal static class FuelGrade
{
    private static readonly string[] Petrol = ["汽油", "92", "95", "98", "89", "93", "97", "petrol", "gasoline"];
    private static readonly string[] Diesel = ["柴油", "0#", "0号", "-10", "-20", "-35", "diesel"];

    /// <summary>Whether the fuel is one that a car of this kind burns; null where nothing that we know is printed.</summary>
    public static bool? Matches(string printed, Vehicles.EnergyKind energy)
    {
        var text = printed.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
        var (petrol, diesel) = (Array.Exists(Petrol, text.Contains), Array.Exists(Diesel, text.Contains));
        return (petrol, diesel) switch
        {
            (true, false) => energy is Vehicles.EnergyKind.Petrol or Vehicles.EnergyKind.Phev,
            (false, true) => energy is Vehicles.EnergyKind.Diesel,
            _ => null,
        };
    }
}
