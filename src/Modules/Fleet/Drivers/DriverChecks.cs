using Guiju.Kernel;

namespace Guiju.Fleet.Drivers;

/// <summary>What must hold for a driver's record to make sense.</summary>
internal static class DriverChecks
{
    public static readonly SystemCheck LicenceEndsAfterIssue = Statement(nameof(LicenceEndsAfterIssue),
        "驾驶证有效期止不能早于初次领证日期。", "The licence cannot end before it was first issued.");

    public static readonly SystemCheck LicenceIsFree = Statement(nameof(LicenceIsFree),
        "已有另一名驾驶员登记了这个驾驶证号。", "Another driver is registered under this licence number.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(DriverChecks)}.{name}", new Bilingual(zh, en));
}
