using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Terminals;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Disposals;

/// <summary>An approved disposal has been carried out: the vehicle is sold, given, taken back or scrapped, and stripped of mark and terminal. Its quota is free from then on.</summary>
[Needs(FleetPermissions.Apply), Display(Name = "登记处置执行")]
public sealed record CarryOutDisposal : IAct<Guid>
{
    /// <summary>The disposal.</summary>
    [Required] public Guid? Id { get; init; }

    /// <summary>Day on which the vehicle left.</summary>
    [Display(Name = "处置日期"), Required] public DateOnly? DoneOn { get; init; }

    /// <summary>Who received, bought or recycled it.</summary>
    [Display(Name = "接收、受让或回收单位"), Required, StringLength(120, MinimumLength = 1)] public string Receiver { get; init; } = "";

    /// <summary>Sale record, transfer note or receipt.</summary>
    [Display(Name = "成交、移交或回收单据"), Required, StringLength(80, MinimumLength = 1)] public string DocumentNo { get; init; } = "";

    /// <summary>Certificate that the licence was cancelled or transferred.</summary>
    [Display(Name = "注销或转移登记证明"), Required, StringLength(80, MinimumLength = 1)] public string LicenceDocNo { get; init; } = "";

    /// <summary>Certificate of recovery, for scrapping.</summary>
    [Display(Name = "报废机动车回收证明"), StringLength(80)] public string? RecyclingCertificate { get; init; }

    /// <summary>Proceeds, yuan.</summary>
    [Display(Name = "处置收入（元）"), Required, Range(0d, 100_000_000d)] public decimal? ProceedsYuan { get; init; }

    /// <summary>Taxes and fees, yuan.</summary>
    [Display(Name = "相关税费（元）"), Range(0d, 100_000_000d)] public decimal? CostsYuan { get; init; }

    /// <summary>Whether the official mark is off.</summary>
    [Display(Name = "标识已清除")] public bool MarkRemoved { get; init; }

    /// <summary>Whether the terminal is out.</summary>
    [Display(Name = "终端已拆除")] public bool TerminalRemoved { get; init; }

    internal sealed class Handler(GuijuDb db, DisposalFolder folder, Journal journal, TimeProvider clock) : IHandler<CarryOutDisposal, Guid>
    {
        private static readonly TripState[] Open = [TripState.Dispatched, TripState.Departed];

        public async Task<Guid> HandleAsync(CarryOutDisposal act, CancellationToken ct)
        {
            var (disposal, car) = await folder.OpenAsync(act.Id, FleetPermissions.Apply, ct);
            Check.That(await folder.IsApprovedAsync(disposal, ct), DisposalChecks.IsApproved);
            Check.That(act.MarkRemoved || car.MarkCode.Length == 0, DisposalChecks.MarkIsOff, nameof(MarkRemoved));
            Check.That(act.TerminalRemoved || car.TerminalId.Length == 0, DisposalChecks.TerminalIsOff, nameof(TerminalRemoved));
            Check.That(!await db.Set<Trip>().AnyAsync(t => t.VehicleId == car.Id && Open.Contains(t.State), ct), DisposalChecks.NoTripsOpen);
            disposal.CarryOut(act, clock.Today());
            if (await db.Set<FittedTerminal>().FirstOrDefaultAsync(t => t.VehicleId == car.Id && t.RemovedOn == null, ct) is { } terminal)
            {
                terminal.Remove(act.DoneOn.GetValueOrDefault(), clock.Today(), "车辆处置");
                journal.Concerns(FleetKinds.Terminal, terminal.Id);
            }

            car.Leave();
            return disposal.Id;
        }
    }
}
