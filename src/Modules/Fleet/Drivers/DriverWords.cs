using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Drivers;

/// <summary>How a driver is employed.</summary>
public enum StaffKind
{
    /// <summary>Civil servant (公务员).</summary>
    [Display(Name = "公务员")] CivilServant,

    /// <summary>On contract (聘用制).</summary>
    [Display(Name = "聘用制")] Contract,

    /// <summary>Hired through a company (劳务派遣).</summary>
    [Display(Name = "劳务派遣")] Hired,
}

/// <summary>Whether a driver may be planned.</summary>
public enum DriverState
{
    /// <summary>On duty (在岗).</summary>
    [Display(Name = "在岗")] OnDuty,

    /// <summary>Away (离岗).</summary>
    [Display(Name = "离岗")] Away,

    /// <summary>Left (已离职).</summary>
    [Display(Name = "已离职")] Left,
}

/// <summary>Class of driving licence (准驾车型).</summary>
public enum LicenceClass
{
    /// <summary>A1 large passenger vehicles (A1 大型客车).</summary>
    [Display(Name = "A1 大型客车")] A1,

    /// <summary>A2 heavy articulated vehicles (A2 重型牵引挂车).</summary>
    [Display(Name = "A2 重型牵引挂车")] A2,

    /// <summary>A3 city buses (A3 城市公交车).</summary>
    [Display(Name = "A3 城市公交车")] A3,

    /// <summary>B1 medium passenger vehicles (B1 中型客车).</summary>
    [Display(Name = "B1 中型客车")] B1,

    /// <summary>B2 large goods vehicles (B2 大型货车).</summary>
    [Display(Name = "B2 大型货车")] B2,

    /// <summary>C1 small vehicles (C1 小型汽车).</summary>
    [Display(Name = "C1 小型汽车")] C1,

    /// <summary>C2 small automatic vehicles (C2 小型自动挡汽车).</summary>
    [Display(Name = "C2 小型自动挡汽车")] C2,
}
