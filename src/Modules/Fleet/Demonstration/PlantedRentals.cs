using Guiju.Fleet.Applications;
using Guiju.Fleet.Hotline;
using Guiju.Fleet.Rentals;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Demonstration;

/// <summary>Plants one rental that waits for the leader, one whose car is in use, and a complaint of the hotline, through the desk.</summary>
internal sealed class PlantedRentals(GuijuDb db, Desk desk, (ActorSource People, ActorHolder Asker) who, TimeProvider clock) : IDemonstration
{
    private const string Body = "0303";

    public int Order => 36;

    public Bilingual Title { get; } = new("租车和 12345 诉求", "Rentals and a hotline complaint");

    public async Task<IReadOnlyDictionary<string, int>> PlantAsync(CancellationToken ct)
    {
        var (planter, today) = (who.Asker.Current, clock.Today());
        await ActAsAsync($"{Body}-2", ct);
        await desk.PerformAsync(Asked("赴外省考察学习", today.AddDays(7), 12, EnergyKind.Diesel), ct);
        if (await desk.PerformAsync(Asked("接送参会代表", today, 3, EnergyKind.Bev), ct) is Outcome<Guid>.Done { Value: var rental })
        {
            await ActAsAsync($"{Body}-1", ct);
            await desk.PerformAsync(new DecideRental { Id = rental, Approved = true, Opinion = "会期集中，同意租用" }, ct);
            await ActAsAsync($"{Body}-2", ct);
            await desk.PerformAsync(new OrderRental { Id = rental, SupplierId = Planted.Id("payee:rental"), Way = PurchaseWay.SelfPurchase, QuoteYuan = 2400 }, ct);
            await desk.PerformAsync(new TakeRental { Id = rental, PlateNo = "京B00088", Model = "纯电动多用途乘用车", Energy = EnergyKind.Bev, PriceYuan = 160000, OdometerKm = 21500 }, ct);
        }

        await ActAsAsync("B003", ct);
        var plate = await db.Set<Vehicle>().AsNoTracking().Where(v => v.State == VehicleState.InService && !v.SecrecyExempt).OrderBy(v => v.PlateNo).Select(v => v.PlateNo).FirstOrDefaultAsync(ct);
        await desk.PerformAsync(new TakeComplaint { Number = $"{today:yyyyMMdd}0001", ReceivedAt = today.AddDays(-1).ToDateTime(new TimeOnly(10, 20)), Channel = ComplaintChannel.Phone, Content = "来电人反映该车中午停在商场门前。", PlateNo = plate }, ct);
        who.Asker.Current = planter;
        return new Dictionary<string, int> { ["rentals"] = await db.Set<Rental>().CountAsync(ct), ["complaints"] = await db.Set<Complaint>().CountAsync(ct) };
    }

    private static RequestRental Asked(string purpose, DateOnly from, int days, EnergyKind energy) => new()
    {
        Reason = TripReason.Meeting, Purpose = purpose, From = from, To = from.AddDays(days - 1), Heads = 6, Class = VehicleClass.Other, Kind = VehicleKind.Small, Body = VehicleBody.Mpv, Energy = energy,
        PriceYuan = 160000, Displacement = energy == EnergyKind.Bev ? null : 1.8m, FundSource = FundSource.VehicleBudget, WithDriver = true, Justification = "平台车辆已安排其他保障任务",
    };

    private async Task ActAsAsync(string person, CancellationToken ct) => who.Asker.Current = await who.People.ForAsync(Planted.Id("person:" + person), ct);
}
