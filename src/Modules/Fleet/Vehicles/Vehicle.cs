using Guiju.Fleet.Terminals;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Vehicles;

/// <summary>An official vehicle, from its plan to its disposal.</summary>
internal sealed partial class Vehicle : IRevised
{
    private Vehicle()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Number plate, unique (号牌号码).</summary>
    public string PlateNo { get; private set; } = "";

    /// <summary>Plate kind (号牌种类).</summary>
    public PlateKind PlateKind { get; private set; }

    /// <summary>VIN, unique (车辆识别代号).</summary>
    public string Vin { get; private set; } = "";

    /// <summary>Engine no (发动机号).</summary>
    public string EngineNo { get; private set; } = "";

    /// <summary>Brand (品牌).</summary>
    public string Brand { get; private set; } = "";

    /// <summary>Model (型号).</summary>
    public string Model { get; private set; } = "";

    /// <summary>Kind (车辆类型).</summary>
    public VehicleKind Kind { get; private set; }

    /// <summary>Body (车身形式).</summary>
    public VehicleBody Body { get; private set; }

    /// <summary>Seats (座位数).</summary>
    public int Seats { get; private set; }

    /// <summary>Energy (能源种类).</summary>
    public EnergyKind Energy { get; private set; }

    /// <summary>Displacement in litres; null without an engine (排量).</summary>
    public decimal? Displacement { get; private set; }

    /// <summary>Battery kwh (电池容量（千瓦时）).</summary>
    public decimal? BatteryKwh { get; private set; }

    /// <summary>Range km (续驶里程（公里）).</summary>
    public int? RangeKm { get; private set; }

    /// <summary>Tank, litres (油箱容积（升）).</summary>
    public decimal? TankLitres { get; private set; }

    /// <summary>Emission stage (排放阶段).</summary>
    public string EmissionStage { get; private set; } = "";

    /// <summary>Colour (颜色).</summary>
    public string Colour { get; private set; } = "";

    /// <summary>Origin (产地).</summary>
    public Origin Origin { get; private set; }

    /// <summary>Price without purchase tax (不含税价格（元）).</summary>
    public decimal PriceYuan { get; private set; }

    /// <summary>Purchase tax yuan (购置税（元）).</summary>
    public decimal PurchaseTaxYuan { get; private set; }

    /// <summary>Fiscal money yuan (财政资金（元）).</summary>
    public decimal? FiscalMoneyYuan { get; private set; }

    /// <summary>Other money yuan (其他资金（元）).</summary>
    public decimal? OtherMoneyYuan { get; private set; }

    /// <summary>Fund source (资金来源).</summary>
    public FundSource FundSource { get; private set; }

    /// <summary>Contract no (合同编号).</summary>
    public string ContractNo { get; private set; } = "";

    /// <summary>Invoice no (发票号码).</summary>
    public string InvoiceNo { get; private set; } = "";

    /// <summary>Supplier (供应商).</summary>
    public string Supplier { get; private set; } = "";

    /// <summary>Acquire way (取得方式).</summary>
    public AcquireWay AcquireWay { get; private set; }

    /// <summary>Value kind (价值类型).</summary>
    public ValueKind ValueKind { get; private set; }

    /// <summary>Fully depreciated (已提足折旧).</summary>
    public bool FullyDepreciated { get; private set; }

    /// <summary>Booked on (入账日期).</summary>
    public DateOnly? BookedOn { get; private set; }

    /// <summary>Class (车辆类别).</summary>
    public VehicleClass Class { get; private set; }

    /// <summary>Quota state (编制情况).</summary>
    public QuotaState QuotaState { get; private set; }

    /// <summary>Quota doc no (定编文号).</summary>
    public string QuotaDocNo { get; private set; } = "";

    /// <summary>Standard tier (配备档次).</summary>
    public StandardTier StandardTier { get; private set; }

    /// <summary>Special case doc (特殊情况批准文号).</summary>
    public string SpecialCaseDoc { get; private set; } = "";

    /// <summary>Unit id (使用单位).</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Owner unit id (登记所有人).</summary>
    public Guid OwnerUnitId { get; private set; }

    /// <summary>Region code (行政区划代码).</summary>
    public string RegionCode { get; private set; } = "";

    /// <summary>Registered on (注册登记日期).</summary>
    public DateOnly RegisteredOn { get; private set; }

    /// <summary>In service on (启用日期).</summary>
    public DateOnly? InServiceOn { get; private set; }

    /// <summary>Warranty to (质保到期).</summary>
    public DateOnly? WarrantyTo { get; private set; }

    /// <summary>Mileage km (里程表读数（公里）).</summary>
    public decimal MileageKm { get; private set; }

    /// <summary>Inspection due (检验有效期止).</summary>
    public DateOnly InspectionDue { get; private set; }

    /// <summary>Compulsory insurance to (交强险有效期止).</summary>
    public DateOnly CompulsoryInsuranceTo { get; private set; }

    /// <summary>Commercial insurance to (商业险有效期止).</summary>
    public DateOnly? CommercialInsuranceTo { get; private set; }

    /// <summary>Mark code (公务用车标识编号).</summary>
    public string MarkCode { get; private set; } = "";

    /// <summary>Mark colour (标识颜色).</summary>
    public string MarkColour { get; private set; } = "";

    /// <summary>Secrecy exempt (依规免喷标识).</summary>
    public bool SecrecyExempt { get; private set; }

    /// <summary>Terminal id (定位终端编号).</summary>
    public string TerminalId { get; private set; } = "";

    /// <summary>Terminal state (终端状态).</summary>
    public TerminalState TerminalState { get; private set; }

    /// <summary>Parking place (停放地点).</summary>
    public string ParkingPlace { get; private set; } = "";

    /// <summary>Custody (管理方式).</summary>
    public Custody Custody { get; private set; }

    /// <summary>Assigned to (配用岗位).</summary>
    public PostKind AssignedTo { get; private set; }

    /// <summary>Fixed person (固定使用人).</summary>
    public string FixedPerson { get; private set; } = "";

    /// <summary>Terrain note (地形或工作性质说明).</summary>
    public string TerrainNote { get; private set; } = "";

    /// <summary>Terminal seen at (终端最近上报时间).</summary>
    public DateTime? TerminalSeenAt { get; private set; }

    /// <summary>Replaces vehicle id (被替换车辆).</summary>
    public Guid? ReplacesVehicleId { get; private set; }

    /// <summary>The approved application under which it was acquired; null where it came before there were any here, or by another way.</summary>
    public Guid? ApplicationId { get; private set; }

    /// <summary>Day of the odometer reading.</summary>
    public DateOnly MileageOn { get; private set; }

    /// <summary>Where it stands in its life.</summary>
    public VehicleState State { get; private set; }

    /// <summary>How often it was dispatched; grows with every dispatch, so that two dispatchers never both win.</summary>
    public int Bookings { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Puts a vehicle on the register, in service.</summary>
    public static Vehicle Register(Guid id, VehicleFields fields, DateOnly today)
    {
        var vehicle = new Vehicle { Id = id, State = VehicleState.InService };
        vehicle.Write(fields, today);
        return vehicle;
    }

    /// <summary>Changes the sheet and the state.</summary>
    public void Change(VehicleFields fields, VehicleState state, DateOnly today)
    {
        Check.That(state == State || (state != VehicleState.Disposed && State != VehicleState.Disposed), VehicleChecks.LeavesByDisposal, nameof(State));
        Write(fields, today);
        State = state;
    }

    /// <summary>The car has left the body, its mark and terminal taken off.</summary>
    public void Leave()
    {
        State = VehicleState.Disposed;
        (MarkCode, MarkColour, TerminalId) = ("", "", "");
    }

    /// <summary>Takes over a new last day of insurance or inspection; an earlier one than the present does not shorten it.</summary>
    public void Renew(Costs.CarCostKind paper, DateOnly to)
    {
        (CompulsoryInsuranceTo, CommercialInsuranceTo, InspectionDue) = paper switch
        {
            Costs.CarCostKind.CompulsoryInsurance when to > CompulsoryInsuranceTo => (to, CommercialInsuranceTo, InspectionDue),
            Costs.CarCostKind.CommercialInsurance when CommercialInsuranceTo is null || to > CommercialInsuranceTo => (CompulsoryInsuranceTo, to, InspectionDue),
            Costs.CarCostKind.Inspection when to > InspectionDue => (CompulsoryInsuranceTo, CommercialInsuranceTo, to),
            _ => (CompulsoryInsuranceTo, CommercialInsuranceTo, InspectionDue),
        };
    }

    /// <summary>Marks one more dispatch.</summary>
    public void Book() => Bookings++;

    /// <summary>Notes the terminal that was fitted; until it is heard it counts as offline.</summary>
    public void CarryTerminal(string number)
    {
        (TerminalId, TerminalState) = (number, TerminalState is TerminalState.Online ? TerminalState.Online : TerminalState.Offline);
    }

    /// <summary>Notes that the terminal was taken out.</summary>
    public void DropTerminal(string number)
    {
        if (TerminalNumber.Of(TerminalId) == number)
        {
            (TerminalId, TerminalState) = ("", TerminalState.None);
        }
    }

    /// <summary>Takes over an odometer reading; it never runs backwards.</summary>
    public void ReadOdometer(decimal km, DateOnly on)
    {
        Check.That(km >= MileageKm, VehicleChecks.MileageGrows, nameof(MileageKm));
        MileageKm = km;
        MileageOn = on;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Vehicle>
    {
        public void Configure(EntityTypeBuilder<Vehicle> vehicle)
        {
            vehicle.ToTable("fleet_vehicle");
            vehicle.Property(v => v.Id).ValueGeneratedNever();
            vehicle.Property(v => v.PlateNo).HasMaxLength(20);
            vehicle.Property(v => v.Vin).HasMaxLength(30);
            vehicle.Property(v => v.EngineNo).HasMaxLength(40);
            vehicle.Property(v => v.Brand).HasMaxLength(60);
            vehicle.Property(v => v.Model).HasMaxLength(60);
            vehicle.Property(v => v.EmissionStage).HasMaxLength(20);
            vehicle.Property(v => v.Colour).HasMaxLength(20);
            vehicle.Property(v => v.ContractNo).HasMaxLength(60);
            vehicle.Property(v => v.InvoiceNo).HasMaxLength(60);
            vehicle.Property(v => v.Supplier).HasMaxLength(120);
            vehicle.Property(v => v.QuotaDocNo).HasMaxLength(80);
            vehicle.Property(v => v.SpecialCaseDoc).HasMaxLength(80);
            vehicle.Property(v => v.RegionCode).HasMaxLength(12);
            vehicle.Property(v => v.MarkCode).HasMaxLength(40);
            vehicle.Property(v => v.MarkColour).HasMaxLength(20);
            vehicle.Property(v => v.TerminalId).HasMaxLength(40);
            vehicle.Property(v => v.ParkingPlace).HasMaxLength(120);
            vehicle.Property(v => v.FixedPerson).HasMaxLength(60);
            vehicle.Property(v => v.TerrainNote).HasMaxLength(200);
            vehicle.Property(v => v.Displacement).HasPrecision(4, 1);
            vehicle.Property(v => v.MileageKm).HasPrecision(10, 1);
            vehicle.HasIndex(v => v.PlateNo).IsUnique();
            vehicle.HasIndex(v => v.Vin).IsUnique();
            vehicle.HasIndex(v => v.ApplicationId);
            // The register's usual orders, over the whole city and within a unit: the index holds what the list of ids needs, secrecy last, so that no row is read before it is shown.
            vehicle.HasIndex(v => new { v.PlateNo, v.Id, v.UnitId, v.SecrecyExempt });
            vehicle.HasIndex(v => new { v.PriceYuan, v.Id, v.UnitId, v.SecrecyExempt });
            vehicle.HasIndex(v => new { v.RegisteredOn, v.Id, v.UnitId, v.SecrecyExempt });
            vehicle.HasIndex(v => new { v.UnitId, v.PlateNo, v.Id, v.SecrecyExempt });
            vehicle.HasIndex(v => new { v.UnitId, v.PriceYuan, v.Id, v.SecrecyExempt });
            vehicle.HasIndex(v => new { v.UnitId, v.RegisteredOn, v.Id, v.SecrecyExempt });
            vehicle.HasIndex(v => new { v.UnitId, v.Class, v.Energy, v.State, v.SecrecyExempt });
            vehicle.HasIndex(v => new { v.Class, v.Energy, v.State, v.UnitId, v.PlateNo, v.Id, v.SecrecyExempt });
            vehicle.HasIndex(v => v.Custody);
        }
    }
}
