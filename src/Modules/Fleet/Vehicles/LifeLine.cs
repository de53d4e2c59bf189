using Guiju.Fleet.Applications;
using Guiju.Fleet.Disposals;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Vehicles;

/// <summary>A car's life from contract to the books closed (全生命周期), in the order in which it is lived: what has happened, and what is still to come.</summary>
internal static class LifeLine
{
    /// <summary>The stages; those that have not come yet stand without a day.</summary>
    public static async Task<IReadOnlyList<LifeStage>> OfAsync(GuijuDb db, Actor reader, Vehicle car, CancellationToken ct)
    {
        var trips = await db.Set<Trip>().Where(t => t.VehicleId == car.Id && t.OdoIn != null).GroupBy(t => 1).Select(g => new { First = g.Min(t => t.Day), Last = g.Max(t => t.Day), Count = g.Count() }).FirstOrDefaultAsync(ct);
        var renewal = await db.Set<FleetApplication>().AsNoTracking().Where(a => a.ReplacedVehicleId == car.Id).OrderByDescending(a => a.FiledAt).FirstOrDefaultAsync(ct);
        var acquired = car.ApplicationId is { } under ? await db.Set<FleetApplication>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == under, ct) : null;
        var before = car.ReplacesVehicleId is { } old ? await db.Set<Vehicle>().Seen(reader).Where(v => v.Id == old).Select(v => v.PlateNo).FirstOrDefaultAsync(ct) : null;
        var disposal = await db.Set<Disposal>().AsNoTracking().Where(d => d.VehicleId == car.Id && d.State != DisposalState.Refused).OrderByDescending(d => d.ProposedOn).FirstOrDefaultAsync(ct);
        var page = disposal is null ? null : $"/fleet/disposals/{disposal.Id}";
        return
        [
            new(new("配备审批", "Approved application"), acquired?.FiledOn, acquired?.Code ?? "", acquired is not null) { Address = acquired is null ? null : $"/fleet/applications/{acquired.Id}" },
            new(new("合同与发票", "Contract and invoice"), null, Joined(car.ContractNo, car.InvoiceNo, car.Supplier), car.ContractNo.Length + car.InvoiceNo.Length > 0) { Address = before is null ? null : $"/fleet/vehicles/{car.ReplacesVehicleId}", Other = before is null ? null : new($"接替 {before}", $"in place of {before}") },
            new(new("注册登记", "Registration"), car.RegisteredOn, car.PlateNo, true),
            new(new("资产入账", "Booked as an asset"), car.BookedOn, "", car.BookedOn is not null),
            new(new("标识", "Official mark"), null, car.MarkCode, car.MarkCode.Length > 0),
            new(new("车载终端", "Terminal"), null, car.TerminalId, car.TerminalId.Length > 0),
            new(new("投入使用", "In service"), car.InServiceOn ?? trips?.First, "", car.InServiceOn is not null || trips is not null),
            new(new("用车", "Use"), trips?.Last, "", trips is not null) { Other = trips is null ? null : new($"{trips.Count} 次，累计 {car.MileageKm:0} 公里", $"{trips.Count} trips, {car.MileageKm:0} km on the odometer") },
            new(new("更新申请", "Application to renew"), renewal?.FiledOn, renewal?.Code ?? "", renewal is not null) { Address = renewal is null ? null : $"/fleet/applications/{renewal.Id}" },
            new(new("提出处置", "Disposal proposed"), disposal?.ProposedOn, "", disposal is not null) { Address = page },
            new(new("处置执行", "Disposal carried out"), disposal?.DoneOn, Joined(disposal?.Receiver, disposal?.DocumentNo), disposal?.DoneOn is not null) { Address = page },
            new(new("收入上缴", "Proceeds handed over"), disposal?.HandedOn, disposal?.VoucherNo ?? "", disposal?.HandedOn is not null) { Address = page },
            new(new("销账", "Books closed"), disposal?.ClosedOn, disposal?.AccountsDocNo ?? "", disposal?.ClosedOn is not null) { Address = page },
        ];
    }

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
}

/// <summary>A stage of a car's life.</summary>
/// <param name="Title">What.</param>
/// <param name="On">Day; null where none is kept or it has not come.</param>
/// <param name="Detail">Numbers and names that stand for it.</param>
/// <param name="IsReached">Whether it has come.</param>
public sealed record LifeStage(Bilingual Title, DateOnly? On, string Detail, bool IsReached)
{
    /// <summary>Page with more.</summary>
    public string? Address { get; init; }

    /// <summary>What else there is to say.</summary>
    public Bilingual? Other { get; init; }
}
