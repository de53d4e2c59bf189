using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Rentals;

/// <summary>Where a rental stands.</summary>
public enum RentalState
{
    /// <summary>Asked for; somebody decides by the days (待审批).</summary>
    [Display(Name = "待审批")] Requested,

    /// <summary>It may be rented; a supplier is to be chosen (已批准).</summary>
    [Display(Name = "已批准，待选供应商")] Approved,

    /// <summary>The supplier is chosen (待取车).</summary>
    [Display(Name = "已定供应商，待取车")] Ordered,

    /// <summary>The car is in use (使用中).</summary>
    [Display(Name = "使用中")] InUse,

    /// <summary>The car is back with the supplier (已还车).</summary>
    [Display(Name = "已还车，待结算")] Returned,

    /// <summary>The invoice is entered (已结算).</summary>
    [Display(Name = "已结算")] Settled,

    /// <summary>It is not rented (不予租用).</summary>
    [Display(Name = "不予租用")] Refused,

    /// <summary>Given up by whoever asked (已撤回).</summary>
    [Display(Name = "已撤回")] Withdrawn,
}

/// <summary>Who decides on a rental, by its days.</summary>
public enum RentalLevel
{
    /// <summary>The leader of the unit (单位负责人).</summary>
    [Display(Name = "单位负责人")] Leader,

    /// <summary>The vehicle authority after the leader of the unit (主管部门).</summary>
    [Display(Name = "单位负责人和公务用车主管部门")] Bureau,
}
