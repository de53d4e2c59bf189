using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Costs;

/// <summary>One line of costs as a driver enters it.</summary>
public abstract record CostLine
{
    [Display(Name = "费用种类"), Required] public CostKind? Kind { get; init; }
    [Display(Name = "发生日期"), Required] public DateOnly? On { get; init; }
    [Display(Name = "金额（元）"), Required, Range(0.01d, 1000000d)] public decimal? AmountYuan { get; init; }
    [Display(Name = "数量（升或千瓦时）"), Range(0d, 2000d)] public decimal? Quantity { get; init; }
    [Display(Name = "定点单位")] public Guid? PayeeId { get; init; }
    [Display(Name = "收款方（非定点）"), StringLength(120)] public string? PayeeName { get; init; }
    [Display(Name = "站点或地点"), StringLength(120)] public string? Station { get; init; }
}
