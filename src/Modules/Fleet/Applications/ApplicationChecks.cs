using Guiju.Kernel;

namespace Guiju.Fleet.Applications;

/// <summary>What must hold for applications to make sense.</summary>
internal static class ApplicationChecks
{
    public static readonly SystemCheck AwaitsDecision = Statement(nameof(AwaitsDecision),
        "这份申请不在待审核状态。", "This application is not waiting for a decision.");

    public static readonly SystemCheck ReplacesOwnCar = Statement(nameof(ReplacesOwnCar),
        "拟更新的车辆须为本单位在册车辆。", "The car to be replaced must be one of the unit's own.");

    public static readonly SystemCheck OneApplicationPerCar = Statement(nameof(OneApplicationPerCar),
        "这辆车已有一份待审核或已批准的更新申请。", "There is already an application, waiting or approved, to replace this car.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(ApplicationChecks)}.{name}", new Bilingual(zh, en));
}
