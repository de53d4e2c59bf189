using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Geofences;

/// <summary>What is written down of a geofence.</summary>
public abstract record GeofenceFields
{
    [Display(Name = "围栏名称"), Required, StringLength(60, MinimumLength = 1)] public string Name { get; init; } = "";

    [Display(Name = "所属单位"), Required] public Guid? UnitId { get; init; }

    [Display(Name = "形状"), Required] public FenceShape? Shape { get; init; }

    [Display(Name = "各点坐标"), Required, StringLength(20000, MinimumLength = 1)] public string Points { get; init; } = "";

    [Display(Name = "半径或半宽（米）"), Range(1d, 100000d)] public decimal? WidthM { get; init; }

    [Display(Name = "方向"), Required] public FenceDirection? Direction { get; init; }

    [Display(Name = "生效日"), Required] public IReadOnlyList<FenceDay> Days { get; init; } = [];

    [Display(Name = "时段自")] public TimeOnly? From { get; init; }

    [Display(Name = "时段至")] public TimeOnly? To { get; init; }

    [Display(Name = "严重程度"), Required] public FenceSeverity? Severity { get; init; }

    [Display(Name = "只管这些车辆"), StringLength(4000)] public string? Plates { get; init; }
}
