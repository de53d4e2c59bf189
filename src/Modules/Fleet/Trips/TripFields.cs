using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Vehicles;

namespace Guiju.Fleet.Trips;

/// <summary>What a request for a car asks. Everything may be empty while the form is being filled in.</summary>
public abstract record TripFields
{
    [Display(Name = "用车理由"), Required] public TripReason? Reason { get; init; }
    [Display(Name = "事由"), Required, StringLength(200, MinimumLength = 1)] public string Purpose { get; init; } = "";
    [Display(Name = "公函文号"), StringLength(80)] public string? LetterNo { get; init; }
    [Display(Name = "行程范围"), Required] public TripScope? Scope { get; init; }
    [Display(Name = "出发地"), Required, StringLength(120, MinimumLength = 1)] public string PlanFrom { get; init; } = "";
    [Display(Name = "目的地"), Required, StringLength(120, MinimumLength = 1)] public string PlanTo { get; init; } = "";
    [Display(Name = "计划出车时间"), Required] public DateTime? PlanStart { get; init; }
    [Display(Name = "计划返回时间"), Required] public DateTime? PlanEnd { get; init; }
    [Display(Name = "乘车人"), Required, StringLength(400, MinimumLength = 1)] public string Passengers { get; init; } = "";
    [Display(Name = "用车类别"), Required] public VehicleClass? ClassWanted { get; init; }
    [Display(Name = "可以合乘")] public bool ShareOk { get; init; }
    [Display(Name = "应急用车")] public bool Emergency { get; init; }
    [Display(Name = "自驾用车（本人驾驶）")] public bool SelfDrive { get; init; }
    [Display(Name = "取车点")] public Guid? PickUpFenceId { get; init; }
    [Display(Name = "还车点")] public Guid? ReturnFenceId { get; init; }
    [Display(Name = "领取补贴人员乘车情形")] public AllowanceException? AllowanceException { get; init; }
}
