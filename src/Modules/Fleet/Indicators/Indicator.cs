using Guiju.Kernel;

namespace Guiju.Fleet.Indicators;

/// <summary>A figure by which the fleet is judged: what is counted over what.</summary>
/// <param name="Key">Name in addresses.</param>
/// <param name="Title">Title.</param>
/// <param name="Formula">How it is worked out.</param>
/// <param name="Measure">Its unit of measure.</param>
/// <param name="Over">Numerator.</param>
/// <param name="Under">Denominator.</param>
/// <param name="Times">What the quotient is multiplied with: 100 for shares and for use on a hundred km.</param>
internal sealed record Indicator(string Key, Bilingual Title, Bilingual Formula, Bilingual Measure, Func<CarTally, decimal> Over, Func<CarTally, decimal> Under, decimal Times = 1)
{
    private const decimal YearDays = 365.25m;
    private static readonly Bilingual Percent = new("%", "%");
    private static readonly Bilingual Kilometres = new("公里", "km");
    private static readonly Bilingual Hours = new("小时", "h");
    private static readonly Bilingual Minutes = new("分钟", "min");

    /// <summary>All of them, in the order of the page.</summary>
    public static readonly IReadOnlyList<Indicator> All =
    [
        new("attendance", new("出勤率", "Days out"), new("出车的车日 ÷（可用车辆 × 工作日）；不含维修、封存车辆", "car-days with a journey ÷ (available cars × workdays); cars in repair or sealed are left out"), Percent, t => t.DaysOut, t => t.Workdays, 100),
        new("time-use", new("时间利用率", "Hours used"), new("工作日办公时间内的用车小时 ÷（可用车辆 × 办公小时）", "hours on journeys within office hours of workdays ÷ (available cars × office hours)"), Percent, t => t.HoursOut, t => t.OfficeHours, 100),
        new("km-per-car", new("车均里程", "Distance a car"), new("行驶公里 ÷ 在编车辆", "km ÷ cars"), Kilometres, t => t.Km, t => t.Cars),
        new("fuel", new("百公里油耗", "Fuel on 100 km"), new("加油升数 ÷ 加过油的车辆行驶公里 × 100", "litres ÷ km of the cars fuelled × 100"), new("升", "L"), t => t.Litres, t => t.FuelledKm, 100),
        new("energy", new("百公里电耗", "Energy on 100 km"), new("充电度数 ÷ 充过电的纯电动车行驶公里 × 100", "kWh ÷ km of the battery cars charged × 100"), new("千瓦时", "kWh"), t => t.Kwh, t => t.ChargedKm, 100),
        new("cost-per-car", new("单车运行费用", "Running cost a car"), new("油电、通行、停车、维修、保险、检验、租车和其他费用 ÷ 在编车辆；不含罚款、人工和折旧", "fuel, charge, toll, parking, repair, insurance, inspection, rented cars and other ÷ cars; without fines, wages and depreciation"), new("元", "yuan"), t => t.Yuan, t => t.Cars),
        new("cost-per-km", new("公里费用", "Cost a km"), new("运行费用（同上）÷ 行驶公里（含租来的车）", "running cost, as above, ÷ km, rented cars included"), new("元", "yuan"), t => t.Yuan, t => t.Km + t.RentedKm),
        new("new-energy", new("新能源占比", "New-energy share"), new("新能源车辆 ÷ 在编车辆", "new-energy cars ÷ cars"), Percent, t => t.NewEnergy, t => t.Cars, 100),
        new("age", new("平均车龄", "Mean age"), new("车龄之和 ÷ 在编车辆", "ages ÷ cars"), new("年", "years"), t => t.AgeDays / YearDays, t => t.Cars),
        new("overdue", new("超过更新年限的占比", "Share past the renewal years"), new("注册满更新年限的车辆 ÷ 在编车辆", "cars registered for the renewal years ÷ cars"), Percent, t => t.Overdue, t => t.Dated, 100),
        new("idle", new("低使用率车辆占比", "Share hardly used"), new("里程低于年度最低里程（按天折算）的车辆 ÷ 在编车辆", "cars below the least yearly distance, by days, ÷ cars"), Percent, t => t.Idle, t => t.Measured, 100),
        new("made-up", new("补单率", "Orders made up"), new("事后补单的行程 ÷ 行程", "journeys whose order was made up ÷ journeys"), Percent, t => t.MadeUp, t => t.Trips, 100),
        new("shareable", new("同意合乘占比", "Share open to sharing"), new("同意合乘的行程 ÷ 行程", "journeys open to sharing ÷ journeys"), Percent, t => t.Shareable, t => t.Trips, 100),
        new("shared", new("合乘率", "Rides shared"), new("与其他行程共用一车的行程 ÷ 行程", "journeys that shared a car with another ÷ journeys"), Percent, t => t.Shared, t => t.Trips, 100),
        new("renewed-new-energy", new("更新车辆新能源占比", "New energy among renewals"), new("期间接替旧车的新能源车辆 ÷ 期间接替旧车的车辆", "new-energy cars that took another's place ÷ cars that did"), Percent, t => t.RenewedNewEnergy, t => t.Renewed, 100),
        new("no-order", new("无单出车率", "Journeys without an order"), new("无派车单用车的报警（误报、设备故障除外）÷（行程 + 这些用车）", "alarms of journeys without an order, mistaken ones and devices left out ÷ (journeys + those)"), Percent, t => t.NoOrder, t => t.Trips + t.NoOrder, 100),
        new("alarms-true", new("报警属实率", "Alarms that were true"), new("认定属实的报警 ÷ 已认定的报警；不含设备报警和数据已说明的", "alarms confirmed ÷ alarms decided on; without those of devices and those that the record explains"), Percent, t => t.AlarmsTrue, t => t.AlarmsJudged, 100),
        new("alarm-hours", new("报警平均处理用时", "Mean time to decide on an alarm"), new("从发现到认定的小时 ÷ 已认定的报警", "hours from finding to deciding ÷ alarms decided on"), Hours, t => t.AlarmHours, t => t.AlarmsJudged),
        new("online", new("终端在线率", "Terminals online"), new("现在在线的终端 ÷ 在车终端；只在期间含今天时计算", "terminals online now ÷ terminals in cars; only where the days reach today"), Percent, t => t.Online, t => t.Bound, 100),
        new("wait", new("平均派车用时", "Mean wait for a car"), new("从申请到派车的分钟 ÷ 先派后行的行程", "minutes from request to dispatch ÷ journeys dispatched before they began"), Minutes, t => t.WaitMinutes, t => t.Awaited),
        new("satisfaction", new("用车满意率", "Satisfied passengers"), new("评分达到满意下限的行程 ÷ 用车人评过分的行程；下限是本局设定", "journeys rated at least as the bureau counts satisfied ÷ journeys that passengers rated"), Percent, t => t.Satisfied, t => t.Rated, 100),
        new("rented", new("租车占比", "Share of rented cars"), new("租来车辆的行程 ÷（本单位、平台车辆的行程 + 租来车辆的行程）", "journeys of rented cars ÷ (journeys of held cars + journeys of rented cars)"), Percent, t => t.RentedTrips, t => t.Trips + t.RentedTrips, 100),
    ];

    /// <summary>The indicator of that key, or null.</summary>
    public static Indicator? Of(string? key) => All.FirstOrDefault(i => i.Key == key);

    /// <summary>Its value, rounded to two digits; null where there is nothing to divide by.</summary>
    public decimal? Value(CarTally tally) => Under(tally) is not 0 and var under ? Math.Round(Over(tally) / under * Times, 2, MidpointRounding.AwayFromZero) : null;
}
