using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Census;

/// <summary>Tables of the census.</summary>
public enum CensusGroup
{
    /// <summary>Cars held, by class (在编车辆).</summary>
    [Display(Name = "在编车辆")] Cars,

    /// <summary>Quota, by class (核定编制).</summary>
    [Display(Name = "核定编制")] Quota,

    /// <summary>Cars held, by energy (按能源的在编车辆).</summary>
    [Display(Name = "按能源的在编车辆")] Energy,

    /// <summary>Drivers (驾驶员).</summary>
    [Display(Name = "驾驶员人数")] Drivers,

    /// <summary>Running cost, by class (运行费用).</summary>
    [Display(Name = "运行费用")] Cost,

    /// <summary>Running cost, by energy (按能源的运行费用).</summary>
    [Display(Name = "按能源的运行费用")] EnergyCost,
}

/// <summary>Where a round of the census stands.</summary>
public enum CensusState
{
    /// <summary>Units answer (填报中).</summary>
    [Display(Name = "填报中")] Open,

    /// <summary>Ended; nothing changes any more (已办结).</summary>
    [Display(Name = "已办结")] Closed,
}

/// <summary>What a unit did with its figures.</summary>
public enum ReturnState
{
    /// <summary>Nothing yet (待确认).</summary>
    [Display(Name = "待确认")] Awaited,

    /// <summary>Confirmed as the record had them (已确认).</summary>
    [Display(Name = "已确认")] Confirmed,

    /// <summary>Corrected, with the reason (已更正).</summary>
    [Display(Name = "已更正")] Corrected,

    /// <summary>Never answered; the round ended without it (逾期未报).</summary>
    [Display(Name = "逾期未报")] Missing,
}
