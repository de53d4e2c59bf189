using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Geofences;

/// <summary>Shape of a geofence.</summary>
public enum FenceShape
{
    /// <summary>Polygon (多边形).</summary>
    [Display(Name = "多边形")] Polygon,

    /// <summary>Circle (圆形).</summary>
    [Display(Name = "圆形")] Circle,

    /// <summary>Corridor along a line (沿线走廊).</summary>
    [Display(Name = "沿线走廊")] Corridor,
}

/// <summary>Which way over the border counts.</summary>
public enum FenceDirection
{
    /// <summary>Entering and leaving (进出都计).</summary>
    [Display(Name = "进出都计")] Both,

    /// <summary>Entering (驶入).</summary>
    [Display(Name = "驶入")] Enter,

    /// <summary>Leaving (驶出).</summary>
    [Display(Name = "驶出")] Leave,
}

/// <summary>How grave a crossing is.</summary>
public enum FenceSeverity
{
    /// <summary>To be noted (提示).</summary>
    [Display(Name = "提示")] Note,

    /// <summary>To be looked at (一般).</summary>
    [Display(Name = "一般")] Ordinary,

    /// <summary>Grave (严重).</summary>
    [Display(Name = "严重")] Grave,
}

/// <summary>A day of the week, Monday first.</summary>
public enum FenceDay
{
    /// <summary>Monday (周一).</summary>
    [Display(Name = "周一")] Monday = 1,

    /// <summary>Tuesday (周二).</summary>
    [Display(Name = "周二")] Tuesday,

    /// <summary>Wednesday (周三).</summary>
    [Display(Name = "周三")] Wednesday,

    /// <summary>Thursday (周四).</summary>
    [Display(Name = "周四")] Thursday,

    /// <summary>Friday (周五).</summary>
    [Display(Name = "周五")] Friday,

    /// <summary>Saturday (周六).</summary>
    [Display(Name = "周六")] Saturday,

    /// <summary>Sunday (周日).</summary>
    [Display(Name = "周日")] Sunday,
}

/// <summary>Whether a geofence counts.</summary>
public enum FenceState
{
    /// <summary>In use (启用).</summary>
    [Display(Name = "启用")] InUse,

    /// <summary>Ended (停用).</summary>
    [Display(Name = "停用")] Ended,
}
