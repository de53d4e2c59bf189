using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Disposals;

/// <summary>How far a disposal has come.</summary>
public enum DisposalState
{
    /// <summary>Before those who decide, or approved and not yet carried out.</summary>
    [Display(Name = "已提出")] Proposed,

    /// <summary>The vehicle has left; marks and terminal are off it.</summary>
    [Display(Name = "已处置")] CarriedOut,

    /// <summary>Proceeds are handed over, books are closed.</summary>
    [Display(Name = "已销账")] Closed,

    /// <summary>Not approved; another proposal took its place.</summary>
    [Display(Name = "未获准")] Refused,
}

/// <summary>One vehicle's way out of the body: proposed, decided in its case, carried out, its proceeds handed over, its books closed (车辆处置).</summary>
internal sealed class Disposal : IRevised
{
    private Disposal()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The vehicle.</summary>
    public Guid VehicleId { get; private init; }

    /// <summary>Its plate, as it was.</summary>
    public string PlateNo { get; private init; } = "";

    /// <summary>The unit that held it.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>How it leaves.</summary>
    public DisposalRoute Route { get; private init; }

    /// <summary>Why it is scrapped.</summary>
    public ScrapGround Ground { get; private init; }

    /// <summary>Where the proceeds go.</summary>
    public IncomeAccount Income { get; private init; }

    /// <summary>Valuation report; empty where none was made.</summary>
    public string ValuationReport { get; private init; } = "";

    /// <summary>Day of the proposal.</summary>
    public DateOnly ProposedOn { get; private init; }

    /// <summary>How far it has come.</summary>
    public DisposalState State { get; private set; }

    /// <summary>Day on which the vehicle left.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>Who received, bought or recycled it.</summary>
    public string Receiver { get; private set; } = "";

    /// <summary>Sale record, transfer note or receipt.</summary>
    public string DocumentNo { get; private set; } = "";

    /// <summary>Certificate of recovery of a scrapped vehicle.</summary>
    public string RecyclingCertificate { get; private set; } = "";

    /// <summary>Certificate that the licence was cancelled or transferred.</summary>
    public string LicenceDocNo { get; private set; } = "";

    /// <summary>Proceeds, yuan.</summary>
    public decimal ProceedsYuan { get; private set; }

    /// <summary>Taxes and fees taken off the proceeds, yuan.</summary>
    public decimal CostsYuan { get; private set; }

    /// <summary>Day on which the net proceeds were handed over.</summary>
    public DateOnly? HandedOn { get; private set; }

    /// <summary>Number of the payment voucher.</summary>
    public string VoucherNo { get; private set; } = "";

    /// <summary>Day on which ledger and accounts were closed.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Number of the entry that closed the accounts.</summary>
    public string AccountsDocNo { get; private set; } = "";

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>What is to be handed over, yuan.</summary>
    public decimal NetYuan => Math.Max(0, ProceedsYuan - CostsYuan);

    /// <summary>A proposal.</summary>
    public static Disposal Propose(Guid id, (Guid Id, string PlateNo, Guid UnitId) car, ProposeDisposal act, DateOnly on) => new()
    {
        Id = id,
        VehicleId = car.Id,
        PlateNo = car.PlateNo,
        UnitId = car.UnitId,
        Route = act.Route.GetValueOrDefault(),
        Ground = act.Ground.GetValueOrDefault(),
        Income = act.Income.GetValueOrDefault(),
        ValuationReport = act.ValuationReport?.Trim() ?? "",
        ProposedOn = on,
    };

    /// <summary>Another proposal takes the place of one that was not approved.</summary>
    public void GiveWay() => State = DisposalState.Refused;

    /// <summary>The vehicle has left.</summary>
    public void CarryOut(CarryOutDisposal act, DateOnly today)
    {
        Check.That(State == DisposalState.Proposed, DisposalChecks.NotYetCarriedOut);
        var done = act.DoneOn.GetValueOrDefault();
        Check.That(done >= ProposedOn && done <= today, DisposalChecks.DoneMeanwhile, nameof(act.DoneOn));
        Check.That(Route != DisposalRoute.Scrap || !string.IsNullOrWhiteSpace(act.RecyclingCertificate), DisposalChecks.ScrapIsCertified, nameof(act.RecyclingCertificate));
        (State, DoneOn, Receiver, DocumentNo) = (DisposalState.CarriedOut, done, act.Receiver.Trim(), act.DocumentNo.Trim());
        (RecyclingCertificate, LicenceDocNo) = (act.RecyclingCertificate?.Trim() ?? "", act.LicenceDocNo.Trim());
        (ProceedsYuan, CostsYuan) = (act.ProceedsYuan.GetValueOrDefault(), act.CostsYuan.GetValueOrDefault());
    }

    /// <summary>The net proceeds have been handed over.</summary>
    public void HandOver(HandOverProceeds act, DateOnly today)
    {
        Check.That(State == DisposalState.CarriedOut && NetYuan > 0 && HandedOn is null, DisposalChecks.ProceedsAreOpen);
        Check.That(act.HandedOn >= DoneOn && act.HandedOn <= today, DisposalChecks.DoneMeanwhile, nameof(act.HandedOn));
        Check.That(act.AmountYuan == NetYuan, DisposalChecks.WholeNet(NetYuan), nameof(act.AmountYuan));
        (HandedOn, VoucherNo) = (act.HandedOn, act.VoucherNo.Trim());
    }

    /// <summary>Ledger and accounts are closed.</summary>
    public void Close(string accountsDocNo, DateOnly today)
    {
        Check.That(State == DisposalState.CarriedOut, DisposalChecks.CarriedOutFirst);
        Check.That(NetYuan == 0 || HandedOn is not null, DisposalChecks.ProceedsFirst);
        (State, ClosedOn, AccountsDocNo) = (DisposalState.Closed, today, accountsDocNo.Trim());
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Disposal>
    {
        public void Configure(EntityTypeBuilder<Disposal> disposal)
        {
            disposal.ToTable("fleet_disposal");
            disposal.Property(d => d.Id).ValueGeneratedNever();
            disposal.Property(d => d.PlateNo).HasMaxLength(20);
            disposal.Property(d => d.ValuationReport).HasMaxLength(80);
            disposal.Property(d => d.Receiver).HasMaxLength(120);
            disposal.Property(d => d.DocumentNo).HasMaxLength(80);
            disposal.Property(d => d.RecyclingCertificate).HasMaxLength(80);
            disposal.Property(d => d.LicenceDocNo).HasMaxLength(80);
            disposal.Property(d => d.VoucherNo).HasMaxLength(80);
            disposal.Property(d => d.AccountsDocNo).HasMaxLength(80);
            disposal.HasIndex(d => new { d.VehicleId, d.ProposedOn });
            disposal.HasIndex(d => new { d.UnitId, d.ProposedOn });
        }
    }
}

/// <summary>What must hold of disposals.</summary>
internal static class DisposalChecks
{
    public static readonly SystemCheck StillHeld = Make(nameof(StillHeld), "车辆已经处置或注销。", "The vehicle has been disposed of or cancelled already.");
    public static readonly SystemCheck IsApproved = Make(nameof(IsApproved), "处置须先经审批同意。", "The disposal must first be approved.");
    public static readonly SystemCheck NotYetCarriedOut = Make(nameof(NotYetCarriedOut), "这件处置已经执行或未获准。", "This disposal was carried out already, or was not approved.");
    public static readonly SystemCheck DoneMeanwhile = Make(nameof(DoneMeanwhile), "日期须在前一步之后，且不晚于今天。", "The day lies after the step before and not after today.");
    public static readonly SystemCheck ScrapIsCertified = Make(nameof(ScrapIsCertified), "报废车辆须填写回收证明编号。", "A scrapped vehicle needs its certificate of recovery.");
    public static readonly SystemCheck MarkIsOff = Make(nameof(MarkIsOff), "交付前须清除公务用车标识。", "The official mark must be taken off before the vehicle is handed over.");
    public static readonly SystemCheck TerminalIsOff = Make(nameof(TerminalIsOff), "交付前须拆除车载终端。", "The terminal must be taken out before the vehicle is handed over.");
    public static readonly SystemCheck NoTripsOpen = Make(nameof(NoTripsOpen), "该车还有已派或在途的用车，须先收车或改派。", "The vehicle still has trips dispatched or under way; take it back or dispatch another first.");
    public static readonly SystemCheck ProceedsAreOpen = Make(nameof(ProceedsAreOpen), "没有待缴的处置收入。", "There are no proceeds left to hand over.");
    public static readonly SystemCheck CarriedOutFirst = Make(nameof(CarriedOutFirst), "处置执行之后才能销账，且只销一次。", "Books are closed once, after the disposal was carried out.");
    public static readonly SystemCheck ProceedsFirst = Make(nameof(ProceedsFirst), "处置收入缴清后才能销账。", "The proceeds must be handed over before the books are closed.");

    public static SystemCheck WholeNet(decimal net) => Make(nameof(WholeNet), $"须足额上缴：收入减去税费为 {OfficialAmount(net)} 元。", $"The whole must be handed over: proceeds less taxes and fees are {OfficialAmount(net)} yuan.");

    private static string OfficialAmount(decimal yuan) => yuan.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    private static SystemCheck Make(string name, string zh, string en) => new($"{nameof(DisposalChecks)}.{name}", new(zh, en));
}
