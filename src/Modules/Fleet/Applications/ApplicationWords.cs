using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Applications;

/// <summary>What is asked for.</summary>
public enum ApplicationKind
{
    /// <summary>A new car (配备).</summary>
    [Display(Name = "配备")] Acquire,

    /// <summary>A car in place of an old one (更新).</summary>
    [Display(Name = "更新")] Renew,
}

/// <summary>Where an application stands.</summary>
public enum ApplicationState
{
    /// <summary>Submitted (待审核).</summary>
    [Display(Name = "待审核")] Submitted,

    /// <summary>Approved (已批准).</summary>
    [Display(Name = "已批准")] Approved,

    /// <summary>Sent back (已退回).</summary>
    [Display(Name = "已退回")] SentBack,

    /// <summary>Withdrawn (已撤回).</summary>
    [Display(Name = "已撤回")] Withdrawn,
}

/// <summary>Why a car is to be renewed.</summary>
public enum RenewalReason
{
    /// <summary>Age (达到更新年限).</summary>
    [Display(Name = "达到更新年限")] Age,

    /// <summary>Promotion (职务晋升).</summary>
    [Display(Name = "职务晋升")] Promotion,

    /// <summary>Transfer of a leader (干部调任).</summary>
    [Display(Name = "干部调任")] Transfer,

    /// <summary>A new leader (新任领导到岗).</summary>
    [Display(Name = "新任领导到岗")] NewLeader,

    /// <summary>Safety (安全隐患).</summary>
    [Display(Name = "安全隐患")] Safety,

    /// <summary>Damage (损毁).</summary>
    [Display(Name = "损毁")] Damage,
}

/// <summary>Technical state of a car to be renewed.</summary>
public enum TechnicalState
{
    /// <summary>Still usable (可继续使用).</summary>
    [Display(Name = "可继续使用")] Usable,

    /// <summary>Unfit (无法继续使用).</summary>
    [Display(Name = "无法继续使用")] Unfit,

    /// <summary>Dangerous (存在安全隐患).</summary>
    [Display(Name = "存在安全隐患")] Dangerous,
}

/// <summary>How a car is to be bought.</summary>
public enum PurchaseWay
{
    /// <summary>Through the central purchasing body (集中采购).</summary>
    [Display(Name = "集中采购")] CentralPurchase,

    /// <summary>By open tender (公开招标).</summary>
    [Display(Name = "公开招标")] OpenTender,

    /// <summary>By the unit itself (单位自行采购).</summary>
    [Display(Name = "单位自行采购")] SelfPurchase,
}

/// <summary>Fittings asked for.</summary>
public enum VehicleOption
{
    /// <summary>Standard (标准配置).</summary>
    [Display(Name = "标准配置")] Standard,

    /// <summary>Reversing camera (倒车影像).</summary>
    [Display(Name = "倒车影像")] ReversingCamera,

    /// <summary>Dash camera (行车记录仪).</summary>
    [Display(Name = "行车记录仪")] DashCamera,

    /// <summary>Luxury interior (豪华内饰).</summary>
    [Display(Name = "豪华内饰")] LuxuryInterior,

    /// <summary>High-grade equipment (高档配置).</summary>
    [Display(Name = "高档配置")] HighGradeEquipment,
}

/// <summary>Exception relied on for an imported vehicle.</summary>
public enum OriginException
{
    /// <summary>None (无).</summary>
    [Display(Name = "无")] None,

    /// <summary>Not to be had in the country (境内无法获取).</summary>
    [Display(Name = "境内无法获取")] NotAvailable,

    /// <summary>Not to be had in the country on reasonable terms (境内无法以合理商业条件获取).</summary>
    [Display(Name = "境内无法以合理商业条件获取")] NotOnReasonableTerms,

    /// <summary>Bought for use abroad (为境外使用采购).</summary>
    [Display(Name = "为境外使用采购")] UseAbroad,

    /// <summary>Another law or regulation says so (法律法规另有规定).</summary>
    [Display(Name = "法律法规另有规定")] OtherLaw,
}
