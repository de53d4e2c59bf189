using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Vehicles;

/// <summary>Kind of number plate.</summary>
public enum PlateKind
{
    /// <summary>Small vehicle, blue (小型汽车号牌).</summary>
    [Display(Name = "小型汽车号牌")] Small,

    /// <summary>Large vehicle, yellow (大型汽车号牌).</summary>
    [Display(Name = "大型汽车号牌")] Large,

    /// <summary>Small new-energy vehicle, green (小型新能源汽车号牌).</summary>
    [Display(Name = "小型新能源汽车号牌")] NewEnergySmall,

    /// <summary>Large new-energy vehicle (大型新能源汽车号牌).</summary>
    [Display(Name = "大型新能源汽车号牌")] NewEnergyLarge,

    /// <summary>Police (警用号牌).</summary>
    [Display(Name = "警用号牌")] Police,
}

/// <summary>How a vehicle came to the unit.</summary>
public enum AcquireWay
{
    /// <summary>Bought new (新购).</summary>
    [Display(Name = "新购")] Purchase,

    /// <summary>Transferred in by the authority (调入).</summary>
    [Display(Name = "调入")] TransferIn,

    /// <summary>Swapped with another unit (置换).</summary>
    [Display(Name = "置换")] Swap,

    /// <summary>Found at stock-taking (盘盈).</summary>
    [Display(Name = "盘盈")] InventorySurplus,

    /// <summary>Borrowed (借用).</summary>
    [Display(Name = "借用")] Borrow,

    /// <summary>Occupied (占用).</summary>
    [Display(Name = "占用")] Occupy,

    /// <summary>Donated (接受捐赠).</summary>
    [Display(Name = "接受捐赠")] Donation,

    /// <summary>Rented (租赁).</summary>
    [Display(Name = "租赁")] Lease,
}

/// <summary>Where a vehicle was made.</summary>
public enum Origin
{
    /// <summary>Made in the country (国产).</summary>
    [Display(Name = "国产")] Domestic,

    /// <summary>Imported (进口).</summary>
    [Display(Name = "进口")] Imported,
}

/// <summary>Budget line that pays.</summary>
public enum FundSource
{
    /// <summary>Budget for buying and running official vehicles (公务用车购置及运行费预算).</summary>
    [Display(Name = "公务用车购置及运行费预算")] VehicleBudget,

    /// <summary>Any other budget money (其他预算经费).</summary>
    [Display(Name = "其他预算经费")] OtherBudget,

    /// <summary>Project money (项目资金).</summary>
    [Display(Name = "项目资金")] ProjectFunds,

    /// <summary>Money of a subordinate unit (下属单位资金).</summary>
    [Display(Name = "下属单位资金")] SubordinateUnit,

    /// <summary>Donated money (捐赠资金).</summary>
    [Display(Name = "捐赠资金")] Donations,
}

/// <summary>Whether a vehicle stands within the quota.</summary>
public enum QuotaState
{
    /// <summary>Within the quota (编制内).</summary>
    [Display(Name = "编制内")] InQuota,

    /// <summary>Beyond the quota (超编).</summary>
    [Display(Name = "超编")] OutOfQuota,

    /// <summary>Quota not fixed (未定编).</summary>
    [Display(Name = "未定编")] NotFixed,
}

/// <summary>Tier of the standard under which a vehicle was equipped.</summary>
public enum StandardTier
{
    /// <summary>Basic tier (基本档).</summary>
    [Display(Name = "基本档")] Basic,

    /// <summary>Second tier, by work need (工作需要档).</summary>
    [Display(Name = "工作需要档")] WorkNeed,

    /// <summary>Special tier, by approval (特殊情况档).</summary>
    [Display(Name = "特殊情况档")] Special,
}

/// <summary>How the book value was found.</summary>
public enum ValueKind
{
    /// <summary>Original value (原值).</summary>
    [Display(Name = "原值")] Original,

    /// <summary>Provisional value (暂估值).</summary>
    [Display(Name = "暂估值")] Provisional,

    /// <summary>Appraised value (评估值).</summary>
    [Display(Name = "评估值")] Appraised,

    /// <summary>Replacement value (重置价值).</summary>
    [Display(Name = "重置价值")] Replacement,

    /// <summary>Nominal amount (名义金额).</summary>
    [Display(Name = "名义金额")] Nominal,
}

/// <summary>Who keeps and dispatches a vehicle.</summary>
public enum Custody
{
    /// <summary>The bureau's platform (平台集中管理).</summary>
    [Display(Name = "平台集中管理")] Platform,

    /// <summary>One dispatch point of the unit (单位统一调度).</summary>
    [Display(Name = "单位统一调度")] Unit,

    /// <summary>An inner office by itself (内设机构自管).</summary>
    [Display(Name = "内设机构自管")] InnerOffice,
}

/// <summary>To what a vehicle is assigned.</summary>
public enum PostKind
{
    /// <summary>Common pool of the unit (公用).</summary>
    [Display(Name = "公用")] Pool,

    /// <summary>Front-line enforcement (一线执法岗位).</summary>
    [Display(Name = "一线执法岗位")] FrontLine,

    /// <summary>Internal management (内部管理岗位).</summary>
    [Display(Name = "内部管理岗位")] InternalManagement,

    /// <summary>Logistics (后勤岗位).</summary>
    [Display(Name = "后勤岗位")] Logistics,

    /// <summary>Fixed use of a leader (领导干部固定使用).</summary>
    [Display(Name = "领导干部固定使用")] Leader,
}

/// <summary>State of the Beidou terminal.</summary>
public enum TerminalState
{
    /// <summary>No terminal (未安装).</summary>
    [Display(Name = "未安装")] None,

    /// <summary>Online (在线).</summary>
    [Display(Name = "在线")] Online,

    /// <summary>Offline (离线).</summary>
    [Display(Name = "离线")] Offline,

    /// <summary>Faulty (故障).</summary>
    [Display(Name = "故障")] Faulty,
}

/// <summary>Where a vehicle stands in its life.</summary>
public enum VehicleState
{
    /// <summary>Planned (计划配备).</summary>
    [Display(Name = "计划配备")] Planned,

    /// <summary>Being bought (采购中).</summary>
    [Display(Name = "采购中")] Purchasing,

    /// <summary>In service (在用).</summary>
    [Display(Name = "在用")] InService,

    /// <summary>Under repair (维修).</summary>
    [Display(Name = "维修")] Repairing,

    /// <summary>Sealed (封存).</summary>
    [Display(Name = "封存")] Sealed,

    /// <summary>Idle (闲置).</summary>
    [Display(Name = "闲置")] Idle,

    /// <summary>To be disposed of (待处置).</summary>
    [Display(Name = "待处置")] ToDispose,

    /// <summary>Disposed of (已处置).</summary>
    [Display(Name = "已处置")] Disposed,

    /// <summary>Cancelled (已注销).</summary>
    [Display(Name = "已注销")] Cancelled,
}
