using Guiju.Kernel;

namespace Guiju.Fleet.Rentals;

/// <summary>The steps of <c>law/fleet/rental.bpmn</c>.</summary>
internal static class RentalSteps
{
    public const string Leader = "leader";
    public const string Bureau = "bureau";
    public const string Order = "order";
    public const string Take = "take";
    public const string Return = "return";
    public const string Settle = "settle";
}

/// <summary>What must hold of rentals.</summary>
internal static class RentalChecks
{
    public static readonly SystemCheck EndsAfterStart = Statement(nameof(EndsAfterStart), "还车日期不能早于取车日期。", "The last day cannot come before the first.");
    public static readonly SystemCheck LastsNotTooLong = Statement(nameof(LastsNotTooLong), "一次租用不超过一年。", "One rental lasts a year at most.");
    public static readonly SystemCheck StartsInTheFuture = Statement(nameof(StartsInTheFuture), "租用起始日期已过，不能事后补办。", "The first day has passed; renting is not asked for afterwards.");
    public static readonly SystemCheck AwaitsDecision = Statement(nameof(AwaitsDecision), "这份租车申请不在待审批状态。", "The request does not wait for a decision.");
    public static readonly SystemCheck NotOneself = Statement(nameof(NotOneself), "不能审批自己提出的租车申请。", "Nobody decides on their own request.");
    public static readonly SystemCheck RefusalHasReason = Statement(nameof(RefusalHasReason), "不予租用的，须写明意见。", "A refusal needs a reason.");
    public static readonly SystemCheck OwnMatter = Statement(nameof(OwnMatter), "只有提出人可以撤回。", "Only whoever asked may give it up.");
    public static readonly SystemCheck IsApproved = Statement(nameof(IsApproved), "租车申请没有批准，或者已经定了供应商。", "The rental is not approved, or has its supplier already.");
    public static readonly SystemCheck SupplierIsNamed = Statement(nameof(SupplierIsNamed), "请选择定点租车单位，或者写明供应商名称，二者填一项。", "Choose a contract supplier or name another one: one of the two.");
    public static readonly SystemCheck IsOrdered = Statement(nameof(IsOrdered), "还没有定供应商，或者已经取车。", "The rental has no supplier yet, or the car was taken already.");
    public static readonly SystemCheck IsInUse = Statement(nameof(IsInUse), "租用的车辆不在使用中。", "The rented car is not in use.");
    public static readonly SystemCheck WithinTheRental = Statement(nameof(WithinTheRental), "行程的日期须在取车之后、今天之前。", "A journey lies between the day on which the car was taken and today.");
    public static readonly SystemCheck JourneyEndsAfterStart = Statement(nameof(JourneyEndsAfterStart), "到达时间须晚于出发时间。", "A journey must end after it starts.");
    public static readonly SystemCheck JourneysDoNotOverlap = Statement(nameof(JourneysDoNotOverlap), "这段时间已经登记了另一次行程。", "Another journey is entered for that time.");
    public static readonly SystemCheck OdometerGrows = Statement(nameof(OdometerGrows), "里程表读数不能小于前一次的读数。", "The odometer cannot show less than before.");
    public static readonly SystemCheck ReturnedAfterTaken = Statement(nameof(ReturnedAfterTaken), "还车日期不能早于取车日期，也不能晚于今天。", "The car goes back between the day on which it was taken and today.");
    public static readonly SystemCheck IsReturned = Statement(nameof(IsReturned), "还车之后才能结算。", "A rental is settled when the car is back.");
    public static readonly SystemCheck InvoiceAfterTaken = Statement(nameof(InvoiceAfterTaken), "发票日期不能早于取车日期。", "The invoice cannot be older than the rental.");
    public static readonly SystemCheck InvoiceBeyondQuoteIsExplained = Statement(nameof(InvoiceBeyondQuoteIsExplained), "发票金额超过合同金额，须说明原因。", "An invoice beyond the agreed price needs a reason.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(RentalChecks)}.{name}", new Bilingual(zh, en));
}
