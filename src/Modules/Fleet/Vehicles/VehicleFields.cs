using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Vehicles;

/// <summary>What a vehicle's sheet asks for. Everything may be empty while it is being filled in; the shape says what is missing.</summary>
public abstract record VehicleFields
{
    [Display(Name = "号牌号码"), Required, StringLength(20, MinimumLength = 1)] public string PlateNo { get; init; } = "";
    [Display(Name = "号牌种类"), Required] public PlateKind? PlateKind { get; init; }
    [Display(Name = "车辆识别代号"), Required, StringLength(30, MinimumLength = 1)] public string Vin { get; init; } = "";
    [Display(Name = "发动机号"), StringLength(40)] public string? EngineNo { get; init; }
    [Display(Name = "品牌"), Required, StringLength(60, MinimumLength = 1)] public string Brand { get; init; } = "";
    [Display(Name = "型号"), Required, StringLength(60, MinimumLength = 1)] public string Model { get; init; } = "";
    [Display(Name = "车辆类型"), Required] public VehicleKind? Kind { get; init; }
    [Display(Name = "车身形式"), Required] public VehicleBody? Body { get; init; }
    [Display(Name = "座位数"), Required, Range(1, 100)] public int? Seats { get; init; }
    [Display(Name = "能源种类"), Required] public EnergyKind? Energy { get; init; }
    [Display(Name = "排量"), StringLength(20)] public string? Displacement { get; init; }
    [Display(Name = "电池容量（千瓦时）"), Range(0d, 2000d)] public decimal? BatteryKwh { get; init; }
    [Display(Name = "续驶里程（公里）"), Range(0, 3000)] public int? RangeKm { get; init; }
    [Display(Name = "油箱容积（升）"), Range(0d, 2000d)] public decimal? TankLitres { get; init; }
    [Display(Name = "排放阶段"), StringLength(20)] public string? EmissionStage { get; init; }
    [Display(Name = "颜色"), StringLength(20)] public string? Colour { get; init; }
    [Display(Name = "产地"), Required] public Origin? Origin { get; init; }
    [Display(Name = "不含税价格（元）"), Required, Range(0d, 100000000d)] public decimal? PriceYuan { get; init; }
    [Display(Name = "购置税（元）"), Range(0d, 100000000d)] public decimal? PurchaseTaxYuan { get; init; }
    [Display(Name = "财政资金（元）"), Range(0d, 100000000d)] public decimal? FiscalMoneyYuan { get; init; }
    [Display(Name = "其他资金（元）"), Range(0d, 100000000d)] public decimal? OtherMoneyYuan { get; init; }
    [Display(Name = "资金来源"), Required] public FundSource? FundSource { get; init; }
    [Display(Name = "合同编号"), StringLength(60)] public string? ContractNo { get; init; }
    [Display(Name = "发票号码"), StringLength(60)] public string? InvoiceNo { get; init; }
    [Display(Name = "供应商"), StringLength(120)] public string? Supplier { get; init; }
    [Display(Name = "取得方式"), Required] public AcquireWay? AcquireWay { get; init; }
    [Display(Name = "价值类型")] public ValueKind? ValueKind { get; init; }
    [Display(Name = "已提足折旧")] public bool FullyDepreciated { get; init; }
    [Display(Name = "入账日期")] public DateOnly? BookedOn { get; init; }
    [Display(Name = "车辆类别"), Required] public VehicleClass? Class { get; init; }
    [Display(Name = "编制情况"), Required] public QuotaState? QuotaState { get; init; }
    [Display(Name = "定编文号"), StringLength(80)] public string? QuotaDocNo { get; init; }
    [Display(Name = "配备档次")] public StandardTier? StandardTier { get; init; }
    [Display(Name = "特殊情况批准文号"), StringLength(80)] public string? SpecialCaseDoc { get; init; }
    [Display(Name = "使用单位"), Required] public Guid? UnitId { get; init; }
    [Display(Name = "登记所有人"), Required] public Guid? OwnerUnitId { get; init; }
    [Display(Name = "行政区划代码"), StringLength(12)] public string? RegionCode { get; init; }
    [Display(Name = "注册登记日期"), Required] public DateOnly? RegisteredOn { get; init; }
    [Display(Name = "启用日期")] public DateOnly? InServiceOn { get; init; }
    [Display(Name = "质保到期")] public DateOnly? WarrantyTo { get; init; }
    [Display(Name = "里程表读数（公里）"), Range(0d, 9999999d)] public decimal? MileageKm { get; init; }
    [Display(Name = "检验有效期止"), Required] public DateOnly? InspectionDue { get; init; }
    [Display(Name = "交强险有效期止"), Required] public DateOnly? CompulsoryInsuranceTo { get; init; }
    [Display(Name = "商业险有效期止")] public DateOnly? CommercialInsuranceTo { get; init; }
    [Display(Name = "公务用车标识编号"), StringLength(40)] public string? MarkCode { get; init; }
    [Display(Name = "标识颜色"), StringLength(20)] public string? MarkColour { get; init; }
    [Display(Name = "依规免喷标识")] public bool SecrecyExempt { get; init; }
    [Display(Name = "定位终端编号"), StringLength(40)] public string? TerminalId { get; init; }
    [Display(Name = "终端状态")] public TerminalState? TerminalState { get; init; }
    [Display(Name = "停放地点"), StringLength(120)] public string? ParkingPlace { get; init; }
    [Display(Name = "管理方式"), Required] public Custody? Custody { get; init; }
    [Display(Name = "配用岗位"), Required] public PostKind? AssignedTo { get; init; }
    [Display(Name = "固定使用人"), StringLength(60)] public string? FixedPerson { get; init; }
    [Display(Name = "地形或工作性质说明"), StringLength(200)] public string? TerrainNote { get; init; }
    [Display(Name = "终端最近上报时间")] public DateTime? TerminalSeenAt { get; init; }
    [Display(Name = "被替换车辆")] public Guid? ReplacesVehicleId { get; init; }
    [Display(Name = "所依据的配备、更新申请")] public Guid? ApplicationId { get; init; }
}
