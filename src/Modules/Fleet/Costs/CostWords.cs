using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Costs;

/// <summary>What money was spent on.</summary>
public enum CostKind
{
    /// <summary>Fuel (加油).</summary>
    [Display(Name = "加油")] Fuel,

    /// <summary>Charging (充电).</summary>
    [Display(Name = "充电")] Charge,

    /// <summary>Toll (通行费).</summary>
    [Display(Name = "通行费")] Toll,

    /// <summary>Parking (停车费).</summary>
    [Display(Name = "停车费")] Parking,
}

/// <summary>What a contract payee provides.</summary>
public enum ServiceKind
{
    /// <summary>Fuel stations (加油服务).</summary>
    [Display(Name = "加油服务")] Fuel,

    /// <summary>Charging stations (充电服务).</summary>
    [Display(Name = "充电服务")] Charge,

    /// <summary>Repair (维修服务).</summary>
    [Display(Name = "维修服务")] Repair,

    /// <summary>Insurance (保险服务).</summary>
    [Display(Name = "保险服务")] Insurance,

    /// <summary>Toll (通行服务).</summary>
    [Display(Name = "通行服务")] Toll,

    /// <summary>Parking (停车服务).</summary>
    [Display(Name = "停车服务")] Parking,

    /// <summary>Renting out cars (租车服务).</summary>
    [Display(Name = "租车服务")] Rental,
}
