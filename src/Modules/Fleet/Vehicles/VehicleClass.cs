using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Vehicles;

/// <summary>Classes of official vehicles as the Beijing measure divides them; the class decides standard and purpose.</summary>
public enum VehicleClass
{
    /// <summary>Confidential communication (机要通信用车).</summary>
    [Display(Name = "机要通信用车")] Confidential,

    /// <summary>Emergency support (应急保障用车).</summary>
    [Display(Name = "应急保障用车")] Emergency,

    /// <summary>Law enforcement, centrally approved systems (执法执勤用车).</summary>
    [Display(Name = "执法执勤用车")] Enforcement,

    /// <summary>Administrative enforcement (行政执法用车).</summary>
    [Display(Name = "行政执法用车")] AdministrativeEnforcement,

    /// <summary>Special technical (特种专业技术用车).</summary>
    [Display(Name = "特种专业技术用车")] SpecialTechnical,

    /// <summary>Post-based guaranteed car (实物保障岗位用车).</summary>
    [Display(Name = "实物保障岗位用车")] PostGuaranteed,

    /// <summary>Retired-cadre service (离退休干部服务用车).</summary>
    [Display(Name = "离退休干部服务用车")] RetiredCadre,

    /// <summary>Research (调研用车).</summary>
    [Display(Name = "调研用车")] Research,

    /// <summary>Other (其他用车).</summary>
    [Display(Name = "其他用车")] Other,
}

/// <summary>Size of a vehicle by the traffic police's classes.</summary>
public enum VehicleKind
{
    /// <summary>Mini passenger vehicle (微型客车).</summary>
    [Display(Name = "微型客车")] Mini,

    /// <summary>Small passenger vehicle (小型客车).</summary>
    [Display(Name = "小型客车")] Small,

    /// <summary>Medium passenger vehicle (中型客车).</summary>
    [Display(Name = "中型客车")] Medium,

    /// <summary>Large passenger vehicle (大型客车).</summary>
    [Display(Name = "大型客车")] Large,

    /// <summary>Goods vehicle (货车).</summary>
    [Display(Name = "货车")] Truck,

    /// <summary>Special-purpose vehicle (专项作业车).</summary>
    [Display(Name = "专项作业车")] Special,
}

/// <summary>Shape of the body.</summary>
public enum VehicleBody
{
    /// <summary>Sedan (轿车).</summary>
    [Display(Name = "轿车")] Sedan,

    /// <summary>Off-road vehicle (越野车).</summary>
    [Display(Name = "越野车")] OffRoad,

    /// <summary>Multi-purpose passenger car (多用途乘用车).</summary>
    [Display(Name = "多用途乘用车")] Mpv,

    /// <summary>Van (面包车).</summary>
    [Display(Name = "面包车")] Van,

    /// <summary>Bus (大客车).</summary>
    [Display(Name = "大客车")] Bus,

    /// <summary>Lorry (货车).</summary>
    [Display(Name = "货车")] Truck,

    /// <summary>Special body (专用车).</summary>
    [Display(Name = "专用车")] Special,
}

/// <summary>What drives the vehicle.</summary>
public enum EnergyKind
{
    /// <summary>Petrol (汽油).</summary>
    [Display(Name = "汽油")] Petrol,

    /// <summary>Diesel (柴油).</summary>
    [Display(Name = "柴油")] Diesel,

    /// <summary>Battery electric (纯电动).</summary>
    [Display(Name = "纯电动")] Bev,

    /// <summary>Plug-in hybrid (插电式混合动力).</summary>
    [Display(Name = "插电式混合动力")] Phev,

    /// <summary>Fuel cell (燃料电池).</summary>
    [Display(Name = "燃料电池")] Fcev,

    /// <summary>Anything else (其他能源).</summary>
    [Display(Name = "其他能源")] OtherEnergy,
}
