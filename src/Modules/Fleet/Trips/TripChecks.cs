using Guiju.Kernel;

namespace Guiju.Fleet.Trips;

/// <summary>What must hold for a trip's record to make sense.</summary>
internal static class TripChecks
{
    public static readonly SystemCheck EndsAfterStart = Statement(nameof(EndsAfterStart),
        "计划返回时间须晚于计划出车时间。", "The trip must end after it starts.");

    public static readonly SystemCheck StartsInTheFuture = Statement(nameof(StartsInTheFuture),
        "计划出车时间已过；只有应急用车可以补办。", "The planned start has passed; only an emergency may be filed afterwards.");

    public static readonly SystemCheck LastsNotTooLong = Statement(nameof(LastsNotTooLong),
        "一次用车不能超过 31 天。", "One trip cannot last more than 31 days.");

    public static readonly SystemCheck NamesPassengers = Statement(nameof(NamesPassengers),
        "请写明乘车人姓名，用顿号隔开，最多 50 人。", "Name the passengers, separated by commas, fifty at most.");

    public static readonly SystemCheck AwaitsApproval = Statement(nameof(AwaitsApproval),
        "这份用车申请不在待审批状态。", "This request is not waiting for approval.");

    public static readonly SystemCheck NotOwnRequest = Statement(nameof(NotOwnRequest),
        "不能审批自己提出的申请。", "Nobody approves their own request.");

    public static readonly SystemCheck LeaderDecidesHere = Statement(nameof(LeaderDecidesHere),
        "此步须由单位主要负责人审批。", "The principal leader of the unit decides this step.");

    public static readonly SystemCheck OpinionGiven = Statement(nameof(OpinionGiven),
        "退回时请写明意见。", "Say why it is sent back.");

    public static readonly SystemCheck OwnMatter = Statement(nameof(OwnMatter),
        "只有申请人可以办理此步。", "Only the applicant may do this.");

    public static readonly SystemCheck MayBeChanged = Statement(nameof(MayBeChanged),
        "只有草稿或被退回的申请可以修改后重新提交。", "Only a draft or a request sent back can be changed and submitted again.");

    public static readonly SystemCheck MayBeCancelled = Statement(nameof(MayBeCancelled),
        "已出车的用车单不能取消。", "A trip that has departed cannot be cancelled.");

    public static readonly SystemCheck AwaitsDispatch = Statement(nameof(AwaitsDispatch),
        "这份申请不在待派车状态。", "This request is not waiting for a car.");

    public static readonly SystemCheck IsDispatched = Statement(nameof(IsDispatched),
        "这份用车单不在已派车状态。", "This trip has not been dispatched, or has already left.");

    public static readonly SystemCheck CarMayServe = Statement(nameof(CarMayServe),
        "该车属于其他单位，且未纳入平台统一调度。", "The car belongs to another unit and is not dispatched by the platform.");

    public static readonly SystemCheck DriverMayServe = Statement(nameof(DriverMayServe),
        "该驾驶员属于其他单位，且不由平台统一调度。", "The driver belongs to another unit and is not planned by the platform.");

    public static readonly SystemCheck CarInService = Statement(nameof(CarInService),
        "该车当前不是在用状态。", "The car is not in service.");

    public static readonly SystemCheck DriverOnDuty = Statement(nameof(DriverOnDuty),
        "该驾驶员当前不在岗。", "The driver is not on duty.");

    public static readonly SystemCheck SeatsSuffice = Statement(nameof(SeatsSuffice),
        "座位不够：乘车人加驾驶员超过该车座位数。", "Too few seats for the passengers and the driver.");

    public static readonly SystemCheck CarIsFree = Statement(nameof(CarIsFree),
        "该车在这段时间已派出。", "The car is already dispatched in that time.");

    public static readonly SystemCheck DriverIsFree = Statement(nameof(DriverIsFree),
        "该驾驶员在这段时间已有任务。", "The driver already has a trip in that time.");

    public static readonly SystemCheck IsUnderWay = Statement(nameof(IsUnderWay),
        "这份用车单不在行驶中。", "This trip is not under way.");

    public static readonly SystemCheck OwnDrive = Statement(nameof(OwnDrive),
        "这份用车单派给了另一名驾驶员。", "This trip is given to another driver.");

    public static readonly SystemCheck OdometerGrows = Statement(nameof(OdometerGrows),
        "收车读数不能小于出车读数。", "The odometer cannot show less at return than at departure.");

    public static readonly SystemCheck ReturnsAfterDeparture = Statement(nameof(ReturnsAfterDeparture),
        "收车时间不能早于出车时间。", "The car cannot return before it departed.");

    public static readonly SystemCheck HasReturned = Statement(nameof(HasReturned),
        "收车之后才能结算。", "A trip is settled after the car has returned.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(TripChecks)}.{name}", new Bilingual(zh, en));
}
