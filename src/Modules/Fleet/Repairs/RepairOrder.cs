using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Repairs;

/// <summary>A repair of a car (维修单): fault, quote, decision by amount, work with parts and photos, invoice.</summary>
internal sealed class RepairOrder : IRevised
{
    private RepairOrder()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Number, e.g. 修-20230508-0001.</summary>
    public string Code { get; private init; } = "";

    /// <summary>The car.</summary>
    public Guid VehicleId { get; private init; }

    /// <summary>The unit that holds it.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>The part at fault.</summary>
    public CarPart Part { get; private init; }

    /// <summary>What is wrong.</summary>
    public string Fault { get; private init; } = "";

    /// <summary>Odometer, km.</summary>
    public decimal? OdometerKm { get; private init; }

    /// <summary>Day of the report.</summary>
    public DateOnly ReportedOn { get; private init; }

    /// <summary>Who reported it.</summary>
    public Guid? ReportedById { get; private init; }

    /// <summary>Name of who reported it.</summary>
    public string ReportedBy { get; private init; } = "";

    /// <summary>The contract shop.</summary>
    public Guid? ShopId { get; private set; }

    /// <summary>Name of the shop.</summary>
    public string ShopName { get; private set; } = "";

    /// <summary>What the quote lists: parts, hours, prices.</summary>
    public string QuoteText { get; private set; } = "";

    /// <summary>Amount of the quote, yuan.</summary>
    public decimal? QuoteYuan { get; private set; }

    /// <summary>Who decides.</summary>
    public RepairLevel Level { get; private set; }

    /// <summary>Whether the office head has agreed where the leader decides.</summary>
    public bool HeadAgreed { get; private set; }

    /// <summary>Where it stands.</summary>
    public RepairState State { get; private set; }

    /// <summary>Day on which it was ready.</summary>
    public DateOnly? FinishedOn { get; private set; }

    /// <summary>Parts replaced.</summary>
    public int PartsReplaced { get; private set; }

    /// <summary>Photos of new parts.</summary>
    public int NewPartPhotos { get; private set; }

    /// <summary>Photos of old parts.</summary>
    public int OldPartPhotos { get; private set; }

    /// <summary>Whether the old parts came back.</summary>
    public bool OldPartsReturned { get; private set; }

    /// <summary>Last day of the shop's warranty.</summary>
    public DateOnly? WarrantyTo { get; private set; }

    /// <summary>Amount of the invoice, yuan.</summary>
    public decimal? InvoiceYuan { get; private set; }

    /// <summary>Why it was refused, or what was said last.</summary>
    public string Opinion { get; private set; } = "";

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>The step of the procedure that is awaited while it is quoted.</summary>
    public string AwaitedStep => Level switch
    {
        RepairLevel.Dispatcher => RepairSteps.Dispatcher,
        RepairLevel.Leader when HeadAgreed => RepairSteps.Leader,
        _ => RepairSteps.Head,
    };

    /// <summary>Reports a fault.</summary>
    public static RepairOrder Report(string code, (Guid Car, Guid Unit) of, ReportRepair fault, TripHand by, DateOnly today) => new()
    {
        Id = Guid.CreateVersion7(),
        Code = code,
        VehicleId = of.Car,
        UnitId = of.Unit,
        Part = fault.Part.GetValueOrDefault(),
        Fault = fault.Fault.Trim(),
        OdometerKm = fault.OdometerKm,
        ReportedOn = today,
        ReportedById = by.PersonId,
        ReportedBy = by.Name,
        State = RepairState.Reported,
    };

    /// <summary>Enters the shop's quote; it goes to whoever decides on such an amount.</summary>
    public void Quote((Guid? Id, string Name) shop, string text, decimal yuan, RepairLevel level)
    {
        Check.That(State is RepairState.Reported or RepairState.Quoted && !HeadAgreed, RepairChecks.AwaitsQuote);
        (ShopId, ShopName, QuoteText, QuoteYuan, Level, State) = (shop.Id, shop.Name.Trim(), text.Trim(), yuan, level, RepairState.Quoted);
    }

    /// <summary>Decides; nobody decides on a repair of an own report, unless the amount is the dispatcher's.</summary>
    public void Decide(bool approved, string? opinion, TripHand by)
    {
        Check.That(State == RepairState.Quoted, RepairChecks.AwaitsDecision);
        Check.That(Level == RepairLevel.Dispatcher || by.PersonId is null || by.PersonId != ReportedById, RepairChecks.NotOneself);
        Check.That(approved || !string.IsNullOrWhiteSpace(opinion), RepairChecks.RefusalHasReason, nameof(Opinion));
        Opinion = opinion?.Trim() ?? "";
        if (!approved)
        {
            State = RepairState.Refused;
        }
        else if (Level == RepairLevel.Leader && !HeadAgreed)
        {
            HeadAgreed = true;
        }
        else
        {
            State = RepairState.Approved;
        }
    }

    /// <summary>The car is ready and was checked.</summary>
    public void Finish(FinishRepair work, DateOnly? warrantyTo)
    {
        Check.That(State == RepairState.Approved, RepairChecks.IsApproved);
        Check.That(work.FinishedOn >= ReportedOn, RepairChecks.FinishedAfterReport, nameof(FinishedOn));
        Check.That(warrantyTo is null || warrantyTo >= work.FinishedOn, RepairChecks.WarrantyAfterWork, nameof(WarrantyTo));
        (FinishedOn, PartsReplaced, NewPartPhotos, OldPartPhotos, OldPartsReturned) = (work.FinishedOn, work.PartsReplaced.GetValueOrDefault(), work.NewPartPhotos.GetValueOrDefault(), work.OldPartPhotos.GetValueOrDefault(), work.OldPartsReturned);
        (WarrantyTo, State) = (warrantyTo, RepairState.Finished);
    }

    /// <summary>The invoice is put on the car's account.</summary>
    public void Settle(decimal invoiceYuan)
    {
        Check.That(State == RepairState.Finished, RepairChecks.IsFinished);
        (InvoiceYuan, State) = (invoiceYuan, RepairState.Settled);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<RepairOrder>
    {
        public void Configure(EntityTypeBuilder<RepairOrder> repair)
        {
            repair.ToTable("fleet_repair");
            repair.Property(r => r.Id).ValueGeneratedNever();
            repair.Property(r => r.Code).HasMaxLength(30);
            repair.Property(r => r.Fault).HasMaxLength(400);
            repair.Property(r => r.ReportedBy).HasMaxLength(100);
            repair.Property(r => r.ShopName).HasMaxLength(120);
            repair.Property(r => r.QuoteText).HasMaxLength(1000);
            repair.Property(r => r.Opinion).HasMaxLength(400);
            repair.Property(r => r.OdometerKm).HasPrecision(10, 1);
            repair.Ignore(r => r.AwaitedStep);
            repair.HasIndex(r => r.Code).IsUnique();
            repair.HasIndex(r => new { r.VehicleId, r.ReportedOn });
            repair.HasIndex(r => new { r.UnitId, r.Code, r.Id });
        }
    }
}

/// <summary>The steps of <c>law/fleet/repair.bpmn</c>.</summary>
internal static class RepairSteps
{
    public const string Quote = "quote";
    public const string Dispatcher = "dispatcher";
    public const string Head = "head";
    public const string Leader = "leader";
    public const string Work = "work";
    public const string Settle = "settle";
}

/// <summary>What must hold of repairs.</summary>
internal static class RepairChecks
{
    public static readonly SystemCheck AwaitsQuote = Statement(nameof(AwaitsQuote), "维修单不在待报价状态，不能再改报价。", "The order does not wait for a quote.");
    public static readonly SystemCheck AwaitsDecision = Statement(nameof(AwaitsDecision), "维修单还没有报价，或者已经审批。", "The order has no quote yet, or was decided on already.");
    public static readonly SystemCheck NotOneself = Statement(nameof(NotOneself), "本人报修的，由他人审批。", "Who reported the fault does not decide on it.");
    public static readonly SystemCheck RefusalHasReason = Statement(nameof(RefusalHasReason), "不予维修的，须写明意见。", "A refusal needs a reason.");
    public static readonly SystemCheck IsApproved = Statement(nameof(IsApproved), "维修单没有批准，不能登记修竣。", "The order is not approved.");
    public static readonly SystemCheck PhotosAreAttached = Statement(nameof(PhotosAreAttached), "登记的照片张数多于办件上所附的图片；请先把照片附到办件上（同一张只算一次）。", "More photos are entered than pictures are attached to the case; attach them first (the same one counts once).");
    public static readonly SystemCheck FinishedAfterReport = Statement(nameof(FinishedAfterReport), "修竣日期不能早于报修日期。", "Work cannot be ready before it was reported.");
    public static readonly SystemCheck WarrantyAfterWork = Statement(nameof(WarrantyAfterWork), "质保到期日不能早于修竣日期。", "A warranty cannot end before the work.");
    public static readonly SystemCheck IsFinished = Statement(nameof(IsFinished), "维修单没有修竣，不能结算。", "The order is not finished.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(RepairChecks)}.{name}", new Bilingual(zh, en));
}
