using System.Runtime.CompilerServices;
using Guiju.Decisions.Contracts;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Populations;

/// <summary>
/// The cars on the register, as if each were to be acquired, renewed and assigned on the day: what a new standard would say of the fleet as it stands.
/// What the register does not hold stays unknown, so a rule that needs it cannot decide.
/// </summary>
internal sealed class VehiclePopulation(GuijuDb db, UnitTrees trees) : IPopulation
{
    private const int Part = 8192;
    private const string Hidden = "＊＊＊"; // a car exempt for secrecy counts, and is named to nobody

    private static readonly VehicleState[] Gone = [VehicleState.Disposed, VehicleState.Cancelled];

    public string Name => "vehicles";

    public Bilingual Title { get; } = new("在册车辆", "Vehicles on the register");

    public IReadOnlyList<string> ControlPoints { get; } = [FleetControlPoints.AssignVehicle, FleetControlPoints.AcquireVehicle, FleetControlPoints.RenewVehicle];

    public Task<int> CountAsync(DateOnly on, CancellationToken ct) => Standing(on).CountAsync(ct);

    public async IAsyncEnumerable<PopulationPart> ReadAsync(DateOnly on, IReadOnlySet<string> facts, [EnumeratorCancellation] CancellationToken ct)
    {
        var reading = Facts(await trees.AsOfAsync(on, ct), on).Reading(facts, v => v.Id, v => v.SecrecyExempt ? Hidden : v.PlateNo, v => v.UnitId, v => v.Class, v => v.Kind, v => v.PriceYuan);
        var (classes, kinds, last) = (Enum.GetValues<VehicleClass>().ToDictionary(c => c, c => EnumWords.Both(c)), Enum.GetValues<VehicleKind>().ToDictionary(k => k, k => EnumWords.Both(k)), Guid.Empty);
        while (true)
        {
            var cars = await Standing(on).Where(v => v.Id.CompareTo(last) > 0).OrderBy(v => v.Id).Take(Part).Select(reading.Select).ToListAsync(ct);
            if (cars.Count > 0)
            {
                yield return new PopulationPart(
                    cars.ConvertAll(v => new PopulationRecord((Guid)v[0]!, (string)v[1]!, (Guid)v[2]!, classes[(VehicleClass)v[3]!], kinds[(VehicleKind)v[4]!], (decimal)v[5]!, $"/fleet/vehicles/{v[0]}")), // the columns are never null
                    reading.Columns(cars));
                last = (Guid)cars[^1][0]!; // the key
            }

            if (cars.Count < Part)
            {
                yield break;
            }
        }
    }

    private static FactProjection<Vehicle> Facts(UnitTree tree, DateOnly on) => new FactProjection<Vehicle>()
        .Fact("unitKind", v => v.UnitId, id => LawCode.Of(tree.BodyOf((Guid)id!)?.Kind))
        .Fact("class", v => v.Class, c => LawCode.Of((VehicleClass)c!))
        .Fact("vehicleKind", v => v.Kind, k => LawCode.Of((VehicleKind)k!))
        .Fact("body", v => v.Body, b => LawCode.Of((VehicleBody)b!))
        .Fact("energy", v => v.Energy, e => LawCode.Of((EnergyKind)e!))
        .Fact("price", v => v.PriceYuan)
        .Fact("displacement", v => v.Displacement)
        .Fact("specialCaseDoc", v => v.SpecialCaseDoc)
        .Fact("workNeedDoc", v => v.StandardTier == StandardTier.WorkNeed ? v.QuotaDocNo : "")
        .Fact("origin", v => v.Origin, o => LawCode.Of((Origin)o!))
        .Fact("fundSource", v => v.FundSource, f => LawCode.Of((FundSource)f!))
        .Fact("acquireWay", v => v.AcquireWay, w => LawCode.Of((AcquireWay)w!))
        .Fact("postKind", v => v.AssignedTo, p => LawCode.Of((PostKind)p!))
        .Fact("custody", v => v.Custody, c => LawCode.Of((Custody)c!))
        .Fact("fixedPerson", v => v.FixedPerson)
        .Fact("terrainNote", v => v.TerrainNote)
        .Fact("ownerCode", v => v.OwnerUnitId, id => tree.BodyOf((Guid)id!)?.Code)
        .Fact("unitCode", v => v.UnitId, id => tree.BodyOf((Guid)id!)?.Code)
        .Fact("registerDate", v => v.RegisteredOn)
        .Fact("applyDate", v => v.RegionCode, _ => on)
        .Fact("renewalReason", v => v.RegionCode, _ => LawCode.Of(Applications.RenewalReason.Age))
        .Fact("mileage", v => v.MileageKm); // every column here but the displacement is never null

    private IQueryable<Vehicle> Standing(DateOnly on) => db.Set<Vehicle>().AsNoTracking().Where(v => v.RegisteredOn <= on && !Gone.Contains(v.State));
}
