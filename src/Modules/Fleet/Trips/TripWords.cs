using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Trips;

/// <summary>Why a car is wanted.</summary>
public enum TripReason
{
    /// <summary>Confidential delivery (机要文件交换).</summary>
    [Display(Name = "机要文件交换")] ConfidentialDelivery,

    /// <summary>Emergency (应急处突).</summary>
    [Display(Name = "应急处突")] Emergency,

    /// <summary>Enforcement (执法执勤).</summary>
    [Display(Name = "执法执勤")] Enforcement,

    /// <summary>Research (调研).</summary>
    [Display(Name = "调研")] Research,

    /// <summary>Reception (公务接待).</summary>
    [Display(Name = "公务接待")] Reception,

    /// <summary>Service of retired cadres (离退休干部服务).</summary>
    [Display(Name = "离退休干部服务")] RetiredCadreService,

    /// <summary>Meeting (会议活动).</summary>
    [Display(Name = "会议活动")] Meeting,

    /// <summary>Ordinary official travel (普通公务出行).</summary>
    [Display(Name = "普通公务出行")] Ordinary,

    /// <summary>Special technical work (特种专业技术作业).</summary>
    [Display(Name = "特种专业技术作业")] Technical,

    /// <summary>Private matter (私人事务).</summary>
    [Display(Name = "私人事务")] Private,

    /// <summary>Other official reason (其他公务).</summary>
    [Display(Name = "其他公务")] OtherReason,
}

/// <summary>How far a trip goes.</summary>
public enum TripScope
{
    /// <summary>In the city (市内).</summary>
    [Display(Name = "市内")] InCity,

    /// <summary>Out of the city (市外省内).</summary>
    [Display(Name = "市外省内")] OutOfCity,

    /// <summary>Into another province (跨省).</summary>
    [Display(Name = "跨省")] CrossProvince,
}

/// <summary>Where a trip stands in its life.</summary>
public enum TripState
{
    /// <summary>Draft (草稿).</summary>
    [Display(Name = "草稿")] Draft,

    /// <summary>Submitted (待审批).</summary>
    [Display(Name = "待审批")] Submitted,

    /// <summary>Sent back (已退回).</summary>
    [Display(Name = "已退回")] SentBack,

    /// <summary>Approved (待派车).</summary>
    [Display(Name = "待派车")] Approved,

    /// <summary>Dispatched (已派车).</summary>
    [Display(Name = "已派车")] Dispatched,

    /// <summary>Departed (行驶中).</summary>
    [Display(Name = "行驶中")] Departed,

    /// <summary>Returned (已收车).</summary>
    [Display(Name = "已收车")] Returned,

    /// <summary>Settled (已结算).</summary>
    [Display(Name = "已结算")] Settled,

    /// <summary>Cancelled (已取消).</summary>
    [Display(Name = "已取消")] Cancelled,
}

/// <summary>Why a passenger with allowance may ride within the allowance area.</summary>
public enum AllowanceException
{
    /// <summary>None (无).</summary>
    [Display(Name = "无")] None,

    /// <summary>Several people together (多人集体出行).</summary>
    [Display(Name = "多人集体出行")] GroupTravel,

    /// <summary>External reception (外事或接待任务).</summary>
    [Display(Name = "外事或接待任务")] ExternalReception,

    /// <summary>Confidential task (机要任务).</summary>
    [Display(Name = "机要任务")] ConfidentialTask,

    /// <summary>Emergency (应急任务).</summary>
    [Display(Name = "应急任务")] EmergencyTask,
}
