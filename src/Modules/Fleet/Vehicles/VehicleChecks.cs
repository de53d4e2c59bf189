using Guiju.Kernel;

namespace Guiju.Fleet.Vehicles;

/// <summary>What must hold for a vehicle's record to make sense.</summary>
internal static class VehicleChecks
{
    public static readonly SystemCheck DisplacementIsAVolume = Statement(nameof(DisplacementIsAVolume),
        "排量须为升或毫升的数值，如 1.8、1.8L、1798mL；“1.8T”里的 T 表示涡轮增压，不是容积，请照行驶证填毫升，如 1798mL。",
        "Displacement must be a volume in litres or millilitres, such as 1.8, 1.8L or 1798mL; the T of “1.8T” means a turbocharger and is no volume: write the millilitres of the vehicle licence, such as 1798mL.");

    public static readonly SystemCheck VinIsRight = Statement(nameof(VinIsRight),
        "车辆识别代号须为 17 位（不含 I、O、Q），且第 9 位校验码正确。", "The VIN must have 17 signs (no I, O or Q) and a correct check sign in the ninth place.");

    public static readonly SystemCheck PlateIsRight = Statement(nameof(PlateIsRight),
        "号牌号码的格式不对，应如 京A12345 或 京AD12345。", "The plate number has the wrong form; it looks like 京A12345 or 京AD12345.");

    public static readonly SystemCheck PlateIsFree = Statement(nameof(PlateIsFree),
        "已有另一辆车登记了这个号牌号码。", "Another vehicle is registered under this plate number.");

    public static readonly SystemCheck VinIsFree = Statement(nameof(VinIsFree),
        "已有另一辆车登记了这个车辆识别代号。", "Another vehicle is registered under this VIN.");

    public static readonly SystemCheck EngineHasDisplacement = Statement(nameof(EngineHasDisplacement),
        "有发动机的车辆须填写排量。", "A vehicle with an engine needs its displacement.");

    public static readonly SystemCheck NoEngineNoDisplacement = Statement(nameof(NoEngineNoDisplacement),
        "纯电动和燃料电池车辆没有排量，请留空。", "Battery-electric and fuel-cell vehicles have no displacement: leave it empty.");

    public static readonly SystemCheck InServiceAfterRegistration = Statement(nameof(InServiceAfterRegistration),
        "启用日期不能早于注册登记日期。", "The vehicle cannot enter service before it is registered.");

    public static readonly SystemCheck RegisteredInThePast = Statement(nameof(RegisteredInThePast),
        "注册登记日期不能晚于今天。", "The registration date cannot lie in the future.");

    public static readonly SystemCheck InspectionAfterRegistration = Statement(nameof(InspectionAfterRegistration),
        "检验有效期止不能早于注册登记日期。", "The inspection cannot end before the registration.");

    public static readonly SystemCheck MoneyAddsUp = Statement(nameof(MoneyAddsUp),
        "财政资金与其他资金之和须等于不含税价格与购置税之和。", "Fiscal and other money together must equal price and purchase tax.");

    public static readonly SystemCheck MileageGrows = Statement(nameof(MileageGrows),
        "里程表读数不能小于上次记录。", "The odometer cannot show less than before.");

    public static readonly SystemCheck UnitIsABody = Statement(nameof(UnitIsABody),
        "单位须为现存的法人单位，不能是内设机构。", "The unit must exist and be a body, not an inner office of one.");

    public static readonly SystemCheck ApplicationFits = Statement(nameof(ApplicationFits),
        "申请须已批准，单位、类别一致，且批准的辆数没有登记满。", "The application must be approved, for this unit and class, with cars left to register.");

    public static readonly SystemCheck LeavesByDisposal = Statement(nameof(LeavesByDisposal),
        "车辆只能经处置程序退出，处置后也不能改回。", "A vehicle leaves by its disposal only, and does not come back from it.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(VehicleChecks)}.{name}", new Bilingual(zh, en));
}
