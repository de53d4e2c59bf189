using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Sightings;

/// <summary>What was seen; the set that platforms of official cars keep (V-52), and what fuel and repair bills add (V-40, V-41).</summary>
internal enum AlarmKind
{
    /// <summary>Driven without a dispatch order (无派车单用车).</summary>
    [Display(Name = "无派车单用车")] NoOrder,

    /// <summary>Driven on a holiday while sealed (节假日违规用车).</summary>
    [Display(Name = "节假日用车未经批准")] Holiday,

    /// <summary>Driven outside the time of the order (超出派车时间).</summary>
    [Display(Name = "超出派车时间")] OutOfTime,

    /// <summary>Driven outside the area of the order (超出派车范围).</summary>
    [Display(Name = "超出派车范围")] OutOfArea,

    /// <summary>Class of the car does not fit the reason (车辆用途不符).</summary>
    [Display(Name = "车辆用途不符")] WrongClass,

    /// <summary>Far longer than usual for this way (绕行).</summary>
    [Display(Name = "里程明显多于惯常")] Detour,

    /// <summary>Too fast (超速).</summary>
    [Display(Name = "超速")] Speeding,

    /// <summary>Driven too long without a rest (疲劳驾驶).</summary>
    [Display(Name = "疲劳驾驶")] Fatigue,

    /// <summary>A long stand away from home (异地久停).</summary>
    [Display(Name = "异地长时间停留")] LongStand,

    /// <summary>Not parked at its unit over night (未回单位停放).</summary>
    [Display(Name = "未回单位停放")] NotHome,

    /// <summary>Fuelled without a journey (无出车加油).</summary>
    [Display(Name = "无出车加油")] FuelWithoutTrip,

    /// <summary>More fuel than the tank holds (加油超过油箱容积).</summary>
    [Display(Name = "加油超过油箱容积")] FuelAboveTank,

    /// <summary>Fuelled again too soon (加油间隔过短).</summary>
    [Display(Name = "加油间隔过短")] FuelTooSoon,

    /// <summary>Fuelled where the car was not (加油地点不在轨迹上).</summary>
    [Display(Name = "加油地点不在轨迹上")] FuelElsewhere,

    /// <summary>Burns far more than usual (油耗异常).</summary>
    [Display(Name = "油耗异常")] Consumption,

    /// <summary>Odometer ran backwards (里程表倒退).</summary>
    [Display(Name = "里程表倒退")] OdometerBack,

    /// <summary>Odometer and track do not agree (里程表与轨迹不符).</summary>
    [Display(Name = "里程表与轨迹不符")] OdometerGap,

    /// <summary>Odometer grew between two orders (两单之间里程增加).</summary>
    [Display(Name = "两单之间里程增加")] OdometerJump,

    /// <summary>A repair in slices below the limit of approval (拆分维修).</summary>
    [Display(Name = "拆分维修")] SplitRepair,

    /// <summary>Crossed a geofence that watches it (进出电子围栏).</summary>
    [Display(Name = "进出电子围栏")] Fence,

    /// <summary>Terminal silent (终端离线).</summary>
    [Display(Name = "终端离线")] TerminalOffline,

    /// <summary>Power or antenna of the terminal cut (终端断电或拆卸).</summary>
    [Display(Name = "终端断电或天线断开")] TerminalCut,
}

/// <summary>Which sightings speak of a device and not of what somebody did.</summary>
internal static class AlarmKinds
{
    /// <summary>Whether the kind is a matter of device health, shown and handled apart.</summary>
    public static bool IsDevice(this AlarmKind kind) => kind is AlarmKind.TerminalOffline or AlarmKind.TerminalCut;
}
