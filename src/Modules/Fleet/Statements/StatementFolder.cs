using Guiju.Fleet.Costs;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Verdicts;
using Guiju.Ui;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Statements;

/// <summary>What the pages of statements show: one line with all that belongs to it, the cards, the issuers.</summary>
internal sealed class StatementFolder(GuijuDb db, ActorHolder asker, Bodies bodies)
{
    private const int MostCards = 2_000;

    /// <summary>A line within reach; null where there is none.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct)
    {
        var hidden = db.Set<Vehicle>().Hidden(asker.Current);
        var line = await db.Set<StatementLine>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, l => l.UnitId).FirstOrDefaultAsync(l => l.Id == id && !hidden.Any(v => v.Id == l.VehicleId), ct);
        if (line is null)
        {
            return null;
        }

        var statement = await db.Set<Statement>().AsNoTracking().FirstAsync(s => s.Id == line.StatementId, ct);
        var verdicts = await db.Set<StoredVerdict>().AsNoTracking().Where(v => v.SubjectId == id).OrderByDescending(v => v.At).ToListAsync(ct);
        return new View(line, statement)
        {
            Plate = await db.Set<Vehicle>().Where(v => v.Id == line.VehicleId).Select(v => v.PlateNo).FirstOrDefaultAsync(ct) ?? "",
            Trip = await db.Set<Trip>().Where(t => t.Id == line.TripId).Select(t => t.Code).FirstOrDefaultAsync(ct) ?? "",
            EnteredYuan = await db.Set<TripCost>().Where(c => c.TripId == line.TripId && c.Kind == line.Kind).Select(c => c.AmountYuan).ToListAsync(ct),
            Unit = (await bodies.TreeAsync(ct)).NameOf(line.UnitId),
            Verdicts = verdicts.ConvertAll(v => (v.Id, v.Read())),
            MaySettle = line.SettledAt is null && asker.Current.For(FleetPermissions.Settle).Covers(line.UnitId),
        };
    }

    /// <summary>Issuers that cards or statements name, and payees for fuel, charging and tolls.</summary>
    public async Task<IReadOnlyList<string>> IssuersAsync(CancellationToken ct)
    {
        var layouts = await db.Set<StatementLayout>().Select(l => l.Issuer).ToListAsync(ct);
        var payees = await db.Set<Payee>().Where(p => p.Service == ServiceKind.Fuel || p.Service == ServiceKind.Charge || p.Service == ServiceKind.Toll).Select(p => p.Name).ToListAsync(ct);
        return layouts.Union(payees).Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>Cars that costs of the asker's may go to.</summary>
    public async Task<IReadOnlyList<Choice>> CarsAsync(CancellationToken ct) =>
        (await db.Set<Vehicle>().AsNoTracking().Within(asker.Current, FleetPermissions.Settle, v => v.UnitId).Seen(asker.Current).Where(v => v.State != VehicleState.Disposed && v.State != VehicleState.Cancelled).OrderBy(v => v.PlateNo)
            .Select(v => new { v.Id, v.PlateNo, v.Brand, v.Model }).ToListAsync(ct)).ConvertAll(v => new Choice(v.Id.ToString(), $"{v.PlateNo} {v.Brand} {v.Model}"));

    /// <summary>The cards of the cars within reach, by issuer and number.</summary>
    public async Task<IReadOnlyList<CardRow>> CardsAsync(CancellationToken ct)
    {
        var cars = db.Set<Vehicle>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, v => v.UnitId).Seen(asker.Current);
        return await db.Set<CostCard>().AsNoTracking().Join(cars, c => c.VehicleId, v => v.Id, (c, v) => new { c, v.PlateNo }).OrderBy(r => r.c.Issuer).ThenBy(r => r.c.CardNo).ThenBy(r => r.c.From)
            .Select(r => new CardRow(r.c.Issuer, r.c.CardNo, r.c.VehicleId, r.PlateNo, r.c.From, r.c.To)).Take(MostCards).ToListAsync(ct);
    }

    /// <summary>A line.</summary>
    internal sealed record View(StatementLine Line, Statement Statement)
    {
        public string Plate { get; init; } = "";

        public string Trip { get; init; } = "";

        public IReadOnlyList<decimal> EnteredYuan { get; init; } = [];

        public string Unit { get; init; } = "";

        public IReadOnlyList<(Guid Id, Verdict Verdict)> Verdicts { get; init; } = [];

        public bool MaySettle { get; init; }
    }

    /// <summary>A card.</summary>
    internal sealed record CardRow(string Issuer, string CardNo, Guid VehicleId, string PlateNo, DateOnly From, DateOnly? To);
}
