using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Vehicles;

namespace Guiju.Fleet.Applications;

/// <summary>What an application to acquire or renew a car asks. Everything may be empty while the form is being filled in.</summary>
public abstract record ApplicationFields
{
    [Display(Name = "申请单位")] public Guid? UnitId { get; init; }
    [Display(Name = "车辆类别"), Required] public VehicleClass? Class { get; init; }
    [Display(Name = "车辆类型"), Required] public VehicleKind? Kind { get; init; }
    [Display(Name = "车身形式"), Required] public VehicleBody? Body { get; init; }
    [Display(Name = "能源种类"), Required] public EnergyKind? Energy { get; init; }
    [Display(Name = "不含税价格（元）"), Required, Range(0d, 100000000d)] public decimal? PriceYuan { get; init; }
    [Display(Name = "排量"), StringLength(20)] public string? Displacement { get; init; }
    [Display(Name = "产地"), Required] public Origin? Origin { get; init; }
    [Display(Name = "进口例外情形")] public OriginException? OriginException { get; init; }
    [Display(Name = "选装配置"), MaxLength(20)] public IReadOnlyList<VehicleOption> Options { get; init; } = [];
    [Display(Name = "配用岗位"), Required] public PostKind? AssignedTo { get; init; }
    [Display(Name = "工作需要说明"), StringLength(80)] public string? WorkNeedDoc { get; init; }
    [Display(Name = "特殊情况说明"), StringLength(80)] public string? SpecialCaseDoc { get; init; }
    [Display(Name = "专用车辆标准文件"), StringLength(80)] public string? StandardDocNo { get; init; }
    [Display(Name = "专用设备固定安装在车上")] public bool EquipmentFixed { get; init; }
    [Display(Name = "主要在固定线路使用")] public bool FixedRoute { get; init; }
    [Display(Name = "仅在城区使用")] public bool UrbanOnly { get; init; }
    [Display(Name = "地形或工作性质说明"), StringLength(200)] public string? TerrainNote { get; init; }
    [Display(Name = "年度计划编号"), StringLength(80)] public string? PlanItem { get; init; }
    [Display(Name = "预算项目编号"), StringLength(80)] public string? BudgetLine { get; init; }
    [Display(Name = "资金来源"), Required] public FundSource? FundSource { get; init; }
    [Display(Name = "采购方式"), Required] public PurchaseWay? PurchaseWay { get; init; }
    [Display(Name = "列入集中采购目录")] public bool InCatalogue { get; init; } = true;
    [Display(Name = "属于政府采购")] public bool UnderProcurementLaw { get; init; } = true;
    [Display(Name = "预算已调整或经批准采用其他方式")] public bool SplitExempt { get; init; }
    [Display(Name = "申请事由"), Required, StringLength(400, MinimumLength = 1)] public string Purpose { get; init; } = "";
    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }
}
