using Guiju.Fleet.Applications;
using Guiju.Fleet.Disposals;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Demonstration;

/// <summary>Plants one disposal under decision, through the desk: the oldest car of a body.</summary>
internal sealed class PlantedDisposal(GuijuDb db, Desk desk, (ActorSource People, ActorHolder Asker) who) : IDemonstration
{
    private const string Body = "0316";

    public int Order => 35;

    public Bilingual Title { get; } = new("车辆处置", "A disposal");

    public async Task<IReadOnlyDictionary<string, int>> PlantAsync(CancellationToken ct)
    {
        var (planter, unit) = (who.Asker.Current, Planted.Id("unit:" + Body));
        var car = await db.Set<Vehicle>().AsNoTracking().Where(v => v.UnitId == unit && v.State == VehicleState.InService).OrderBy(v => v.RegisteredOn).ThenBy(v => v.PlateNo).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(ct);
        who.Asker.Current = await who.People.ForAsync(Planted.Id($"person:{Body}-2"), ct);
        await desk.PerformAsync(new ProposeDisposal { VehicleId = car, Route = DisposalRoute.Auction, Ground = ScrapGround.None, Technical = TechnicalState.Usable, ValuationReport = "方评〔2026〕18号", Income = IncomeAccount.Treasury }, ct);
        who.Asker.Current = planter;
        return new Dictionary<string, int> { ["disposals"] = await db.Set<Disposal>().CountAsync(ct) };
    }
}
