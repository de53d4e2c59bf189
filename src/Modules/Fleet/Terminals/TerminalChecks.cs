using Guiju.Kernel;

namespace Guiju.Fleet.Terminals;

/// <summary>What must hold for the register of terminals to make sense.</summary>
internal static class TerminalChecks
{
    public static readonly SystemCheck NumberIsDigits = Statement(nameof(NumberIsDigits),
        "终端号应为 1 至 20 位数字。", "A terminal's number is of 1 to 20 digits.");

    public static readonly SystemCheck CarIsKnown = Statement(nameof(CarIsKnown),
        "没有这辆车，或者不在您的可及范围内。", "There is no such car, or it is not within your reach.");

    public static readonly SystemCheck NumberIsFree = Statement(nameof(NumberIsFree),
        "该终端仍装在另一辆车上，请先登记拆除。", "This terminal is still in another car; enter its removal first.");

    public static readonly SystemCheck CarIsFree = Statement(nameof(CarIsFree),
        "该车已装有终端，请先登记拆除。", "This car has a terminal; enter its removal first.");

    public static readonly SystemCheck FittedByToday = Statement(nameof(FittedByToday),
        "安装日期不能晚于今天。", "It cannot have been fitted after today.");

    public static readonly SystemCheck FittedAfterRemoval = Statement(nameof(FittedAfterRemoval),
        "安装日期不能早于该终端、该车上次拆除之日。", "It cannot be fitted before the terminal was last removed, or the car's last terminal was.");

    public static readonly SystemCheck StillFitted = Statement(nameof(StillFitted),
        "该终端已经拆除。", "This terminal has been removed already.");

    public static readonly SystemCheck RemovedAfterFitting = Statement(nameof(RemovedAfterFitting),
        "拆除日期不能早于安装日期，也不能晚于今天。", "It cannot be removed before it was fitted, nor after today.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(TerminalChecks)}.{name}", new Bilingual(zh, en));
}
