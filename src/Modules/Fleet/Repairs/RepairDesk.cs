using Guiju.Decisions.Contracts;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Repairs;

/// <summary>Opens repairs for whoever acts on them, and knows what the law asks about them.</summary>
internal sealed class RepairDesk(GuijuDb db, ActorHolder asker, IFigures figures, Journal journal, TimeProvider clock)
{
    private const string HeadFrom = "fleet.repair.head-from";
    private const string LeaderFrom = "fleet.repair.leader-from";
    private const string SplitDays = "fleet.repair.split-days";
    private const string WarrantyDays = "fleet.repair.warranty-days";

    /// <summary>Who acts, now.</summary>
    public TripHand Hand => new(asker.Current.PersonId, asker.Current.Name, clock.UtcNow());

    /// <summary>Today in the bureau.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>The repair, tracked, within the reach of a permission.</summary>
    public async Task<RepairOrder> OpenAsync(Guid? id, string permission, CancellationToken ct)
    {
        var hidden = db.Set<Vehicle>().Hidden(asker.Current);
        var repair = await db.Set<RepairOrder>().Within(asker.Current, permission, r => r.UnitId).FirstOrDefaultAsync(r => r.Id == id && !hidden.Any(v => v.Id == r.VehicleId), ct) ?? throw new NotWithinReachException("repair");
        journal.Concerns(FleetKinds.Repair, repair.Id, repair.UnitId);
        journal.Concerns(FleetKinds.Vehicle, repair.VehicleId);
        return repair;
    }

    /// <summary>A car that the asker may report: of a unit within reach, or one that the asker has driven.</summary>
    public async Task<Vehicle> CarAsync(Guid? id, CancellationToken ct)
    {
        var me = asker.Current.PersonId;
        var driven = db.Set<Trip>().Where(t => t.DriverPersonId == me && t.VehicleId == id);
        return await db.Set<Vehicle>().Within(asker.Current, FleetPermissions.EnterCosts, v => v.UnitId).Seen(asker.Current).FirstOrDefaultAsync(v => v.Id == id, ct)
            ?? (me is not null && await driven.AnyAsync(ct) ? await db.Set<Vehicle>().FirstOrDefaultAsync(v => v.Id == id, ct) : null) ?? throw new NotWithinReachException("vehicle");
    }

    /// <summary>Whether the approver may act at the step that is awaited.</summary>
    public bool MayDecide(RepairOrder repair) => asker.Current.For(repair.AwaitedStep switch
    {
        RepairSteps.Dispatcher => FleetPermissions.Settle,
        RepairSteps.Leader => FleetPermissions.ApproveAsLeader,
        _ => FleetPermissions.Approve,
    }).Covers(repair.UnitId);

    /// <summary>Who decides on such an amount. Where no figure is in force the leader does.</summary>
    public RepairLevel LevelOf(decimal yuan) => Number(HeadFrom) is not { } head || Number(LeaderFrom) is not { } leader || yuan > leader ? RepairLevel.Leader : yuan > head ? RepairLevel.Head : RepairLevel.Dispatcher;

    /// <summary>Last day of the bureau's own warranty, where the shop names none.</summary>
    public DateOnly? WarrantyTo(DateOnly finishedOn) => Number(WarrantyDays) is { } days ? finishedOn.AddDays((int)days) : null;

    /// <summary>The question of a quote: contract shop, splitting, warranty of an earlier repair.</summary>
    public async Task<LawQuestion> OfQuoteAsync(RepairOrder repair, (Guid? Shop, string? Name, decimal? Yuan) quote, CancellationToken ct)
    {
        var shop = quote.Name?.Trim() ?? "";
        decimal? near = null; // without the figure nobody can say what was split
        if (Number(SplitDays) is { } days)
        {
            var from = Today.AddDays(-(int)days);
            near = (await db.Set<RepairOrder>().AsNoTracking().Where(r => r.VehicleId == repair.VehicleId && r.Id != repair.Id && r.ReportedOn >= from && r.State != RepairState.Refused && (r.ShopId == quote.Shop && quote.Shop != null || r.ShopName == shop && quote.Shop == null))
                .Select(r => r.QuoteYuan).ToListAsync(ct)).OfType<decimal>().Sum(); // not quoted yet is nothing yet
        }

        var contracted = await db.Set<Payee>().AnyAsync(p => p.Id == quote.Shop && p.Service == ServiceKind.Repair && p.From <= Today && p.To >= Today, ct);
        return new LawQuestion(Today, new Dictionary<string, object?>
        {
            ["offContractLines"] = contracted ? 0 : 1,
            ["quoteYuan"] = quote.Yuan,
            ["recentRepairYuan"] = near,
            ["sameUnderWarranty"] = await db.Set<RepairOrder>().AnyAsync(r => r.VehicleId == repair.VehicleId && r.Id != repair.Id && r.Part == repair.Part && r.FinishedOn != null && r.FinishedOn <= repair.ReportedOn && r.WarrantyTo >= repair.ReportedOn, ct),
        });
    }

    private decimal? Number(string id) => figures.On(id, Today)?.Value as decimal?;
}
