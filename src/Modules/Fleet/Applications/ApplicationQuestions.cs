using Guiju.Fleet.Quotas;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Applications;

/// <summary>Puts an application into the words in which the law is asked (law/fleet/control-points.yaml).</summary>
internal sealed class ApplicationQuestions(GuijuDb db, Bodies bodies, QuotaLedger quotas, TimeProvider clock)
{
    /// <summary>Facts of a new car for the body: standard, origin, money, quota.</summary>
    public async Task<Dictionary<string, object?>> OfCarAsync(ApplicationFields fields, Guid bodyId, (int? Cars, int Replaced) counts, CancellationToken ct)
    {
        var (quota, held) = fields.Class is { } kind ? await quotas.OfAsync(bodyId, kind, clock.Today(), ct) : (null, 0);
        return new Dictionary<string, object?>
        {
            ["unitKind"] = await bodies.KindAsync(bodyId, ct),
            ["class"] = LawCode.Of(fields.Class),
            ["vehicleKind"] = LawCode.Of(fields.Kind),
            ["body"] = LawCode.Of(fields.Body),
            ["energy"] = LawCode.Of(fields.Energy),
            ["price"] = fields.PriceYuan,
            ["displacement"] = Displacement.Parse(fields.Displacement, nameof(fields.Displacement)),
            ["quota"] = quota,
            ["inService"] = fields.Class is null ? null : held,
            ["qty"] = counts.Cars,
            ["replaces"] = counts.Replaced,
            ["workNeedDoc"] = fields.WorkNeedDoc?.Trim() ?? "",
            ["specialCaseDoc"] = fields.SpecialCaseDoc?.Trim() ?? "",
            ["standardDocId"] = fields.StandardDocNo?.Trim() ?? "",
            ["equipmentFixed"] = fields.EquipmentFixed,
            ["origin"] = LawCode.Of(fields.Origin),
            ["originException"] = LawCode.Of(fields.OriginException.GetValueOrDefault()),
            ["underProcurementLaw"] = fields.UnderProcurementLaw,
            ["fixedRoute"] = fields.FixedRoute,
            ["urbanOnly"] = fields.UrbanOnly,
            ["terrainNote"] = fields.TerrainNote?.Trim() ?? "",
            ["options"] = fields.Options.Select(LawCode.Of).ToList(),
            ["postKind"] = LawCode.Of(fields.AssignedTo),
            ["planItem"] = fields.PlanItem?.Trim() ?? "",
            ["budgetLine"] = fields.BudgetLine?.Trim() ?? "",
            ["inCatalogue"] = fields.InCatalogue,
            ["purchaseWay"] = LawCode.Of(fields.PurchaseWay),
            ["fundSource"] = LawCode.Of(fields.FundSource),
            ["amounts"] = await EarlierAmountsAsync(fields, bodyId, ct),
            ["splitExempt"] = fields.SplitExempt,
            ["oldestUndisposedDays"] = await OldestUndisposedDaysAsync(bodyId, ct),
        };
    }

    /// <summary>Facts of the car that is to be replaced.</summary>
    public static Dictionary<string, object?> OfOldCar(RenewVehicle act, Vehicle? old, DateOnly today) => new()
    {
        ["registerDate"] = old?.RegisteredOn,
        ["applyDate"] = today,
        ["renewalReason"] = LawCode.Of(act.Reason),
        ["technicalState"] = LawCode.Of(act.Technical),
        ["mileage"] = old?.MileageKm,
    };

    // Earlier purchases of the same budget line in the same year that did not go to open tender.
    private async Task<List<decimal>> EarlierAmountsAsync(ApplicationFields fields, Guid bodyId, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(fields.BudgetLine))
        {
            return [];
        }

        var (line, first) = (fields.BudgetLine.Trim(), new DateOnly(clock.Today().Year, 1, 1));
        var earlier = await db.Set<FleetApplication>().AsNoTracking()
            .Where(a => a.UnitId == bodyId && a.BudgetLine == line && a.FiledOn >= first && a.State == ApplicationState.Approved && a.PurchaseWay != PurchaseWay.OpenTender)
            .Select(a => new { a.PriceYuan, a.Cars }).ToListAsync(ct);
        return earlier.ConvertAll(a => a.PriceYuan * a.Cars);
    }

    // How long the longest-waiting replaced car has stood without a disposal since its successor was registered.
    private async Task<int> OldestUndisposedDaysAsync(Guid bodyId, CancellationToken ct)
    {
        var since = await db.Set<Vehicle>().AsNoTracking().Where(v => v.UnitId == bodyId && v.ReplacesVehicleId != null)
            .Join(db.Set<Vehicle>().Where(o => o.State != VehicleState.ToDispose && o.State != VehicleState.Disposed && o.State != VehicleState.Cancelled),
                v => v.ReplacesVehicleId, o => o.Id, (v, o) => (DateOnly?)v.RegisteredOn).MinAsync(ct);
        return since is { } day ? Math.Max(0, clock.Today().DayNumber - day.DayNumber) : 0;
    }
}
