using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Costs;

/// <summary>What a car costs beside its journeys.</summary>
public enum CarCostKind
{
    /// <summary>Repair and upkeep (维修保养).</summary>
    [Display(Name = "维修保养")] Repair,

    /// <summary>Compulsory insurance (交强险).</summary>
    [Display(Name = "交强险")] CompulsoryInsurance,

    /// <summary>Commercial insurance (商业险).</summary>
    [Display(Name = "商业险")] CommercialInsurance,

    /// <summary>Inspection (检验).</summary>
    [Display(Name = "检验")] Inspection,

    /// <summary>Washing (洗车).</summary>
    [Display(Name = "洗车")] Wash,

    /// <summary>Allowance of the driver for journeys (驾驶员出车补助).</summary>
    [Display(Name = "驾驶员出车补助")] DriverAllowance,

    /// <summary>Anything else (其他费用).</summary>
    [Display(Name = "其他费用")] Other,

    /// <summary>A fine: recorded, never reimbursed (违章罚款).</summary>
    [Display(Name = "违章罚款（只登记，不报销）")] Fine,
}

/// <summary>Money spent on a car beside its journeys; part of the account of the month it is booked in.</summary>
internal sealed class CarCost
{
    private CarCost()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The car.</summary>
    public Guid VehicleId { get; private init; }

    /// <summary>Unit that held it on that day.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>On what.</summary>
    public CarCostKind Kind { get; private init; }

    /// <summary>Day of the payment.</summary>
    public DateOnly On { get; private init; }

    /// <summary>Amount, yuan.</summary>
    public decimal AmountYuan { get; private init; }

    /// <summary>Contract payee; null where the money went to somebody else.</summary>
    public Guid? PayeeId { get; private init; }

    /// <summary>Payee as printed.</summary>
    public string PayeeName { get; private init; } = "";

    /// <summary>Invoice, policy or report.</summary>
    public string DocNo { get; private init; } = "";

    /// <summary>Until when insurance or inspection holds.</summary>
    public DateOnly? ValidTo { get; private init; }

    /// <summary>What it was for.</summary>
    public string Note { get; private init; } = "";

    /// <summary>The repair that it pays for.</summary>
    public Guid? RepairId { get; private init; }

    /// <summary>First day of the month in whose account it counts.</summary>
    public DateOnly BookedIn { get; private init; }

    /// <summary>Whether the kind renews a deadline of the car.</summary>
    public static bool Renews(CarCostKind kind) => kind is CarCostKind.CompulsoryInsurance or CarCostKind.CommercialInsurance or CarCostKind.Inspection;

    /// <summary>Enters a cost.</summary>
    public static CarCost Enter(CarCostLine line, (Guid Vehicle, Guid Unit) of, Payee? payee, DateOnly bookedIn, Guid? repairId = null)
    {
        var (kind, on) = (line.Kind.GetValueOrDefault(), line.On.GetValueOrDefault());
        Check.That(Renews(kind) == line.ValidTo is not null, CostChecks.ValidityForPapers, nameof(line.ValidTo));
        Check.That(line.ValidTo is not { } to || to >= on, CostChecks.ValidAfterPayment, nameof(line.ValidTo));
        return new CarCost
        {
            Id = Guid.CreateVersion7(),
            VehicleId = of.Vehicle,
            UnitId = of.Unit,
            Kind = kind,
            On = on,
            AmountYuan = line.AmountYuan.GetValueOrDefault(),
            PayeeId = payee?.Id,
            PayeeName = payee?.Name ?? line.PayeeName?.Trim() ?? "",
            DocNo = line.DocNo?.Trim() ?? "",
            ValidTo = line.ValidTo,
            Note = line.Note?.Trim() ?? "",
            RepairId = repairId,
            BookedIn = bookedIn,
        };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<CarCost>
    {
        public void Configure(EntityTypeBuilder<CarCost> cost)
        {
            cost.ToTable("fleet_car_cost");
            cost.Property(c => c.Id).ValueGeneratedNever();
            cost.Property(c => c.PayeeName).HasMaxLength(120);
            cost.Property(c => c.DocNo).HasMaxLength(80);
            cost.Property(c => c.Note).HasMaxLength(200);
            cost.HasIndex(c => new { c.VehicleId, c.On });
            cost.HasIndex(c => new { c.BookedIn, c.VehicleId });
            cost.HasIndex(c => c.RepairId);
        }
    }
}

/// <summary>A cost of a car as it is entered.</summary>
public abstract record CarCostLine
{
    [Display(Name = "费用种类"), Required] public CarCostKind? Kind { get; init; }
    [Display(Name = "发生日期"), Required] public DateOnly? On { get; init; }
    [Display(Name = "金额（元）"), Required, Range(0.01d, 1000000d)] public decimal? AmountYuan { get; init; }
    [Display(Name = "定点单位")] public Guid? PayeeId { get; init; }
    [Display(Name = "收款方（非定点）"), StringLength(120)] public string? PayeeName { get; init; }
    [Display(Name = "发票、保单或报告号"), StringLength(80)] public string? DocNo { get; init; }
    [Display(Name = "有效期止（保险、检验）")] public DateOnly? ValidTo { get; init; }
    [Display(Name = "摘要"), StringLength(200)] public string? Note { get; init; }
}
