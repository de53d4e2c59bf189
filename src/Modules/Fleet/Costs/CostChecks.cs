using Guiju.Kernel;

namespace Guiju.Fleet.Costs;

/// <summary>What must hold for costs to make sense.</summary>
internal static class CostChecks
{
    public static readonly SystemCheck ContractEndsAfterStart = Statement(nameof(ContractEndsAfterStart),
        "合同终止日不能早于起始日。", "A contract cannot end before it begins.");

    public static readonly SystemCheck PayeeIsNew = Statement(nameof(PayeeIsNew),
        "该单位的同种服务、同一起始日的合同已经登记。", "A contract of this payee for the same service and first day is already on the list.");

    public static readonly SystemCheck QuantityForFuelAndCharge = Statement(nameof(QuantityForFuelAndCharge),
        "加油须填写升数，充电须填写千瓦时数；通行费和停车费不填数量。", "Fuel needs litres, charging needs kilowatt-hours; tolls and parking have no quantity.");

    public static readonly SystemCheck AfterDeparture = Statement(nameof(AfterDeparture),
        "出车之后、结算之前才能登记费用。", "Costs are entered after departure and before settlement.");

    public static readonly SystemCheck ValidityForPapers = Statement(nameof(ValidityForPapers),
        "保险、检验须填有效期止；其他费用不填。", "Insurance and inspection need the last day on which they hold; other costs have none.");

    public static readonly SystemCheck ValidAfterPayment = Statement(nameof(ValidAfterPayment),
        "有效期止不能早于发生日期。", "What is paid for cannot end before it was paid.");

    public static readonly SystemCheck MonthIsOpen = Statement(nameof(MonthIsOpen),
        "该车当月已结账，不能再变动。", "This car's month has been closed and can no longer change.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(CostChecks)}.{name}", new Bilingual(zh, en));
}
