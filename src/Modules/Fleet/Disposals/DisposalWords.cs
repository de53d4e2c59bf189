using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Disposals;

/// <summary>How a vehicle leaves the body (处置方式).</summary>
public enum DisposalRoute
{
    /// <summary>Given to another body (调剂).</summary>
    [Display(Name = "调剂")] Adjust,

    /// <summary>Sold at public auction (公开拍卖).</summary>
    [Display(Name = "公开拍卖")] Auction,

    /// <summary>Taken back by the maker (厂家回收).</summary>
    [Display(Name = "厂家回收")] TakeBack,

    /// <summary>Scrapped (报废).</summary>
    [Display(Name = "报废")] Scrap,

    /// <summary>Transferred for value (有偿转让).</summary>
    [Display(Name = "有偿转让")] TransferForValue,

    /// <summary>Swapped (置换).</summary>
    [Display(Name = "置换")] Swap,
}

/// <summary>Why a vehicle is scrapped (报废依据).</summary>
public enum ScrapGround
{
    /// <summary>It is not scrapped (无).</summary>
    [Display(Name = "无")] None,

    /// <summary>Not worth repairing (技术原因或无维修价值).</summary>
    [Display(Name = "技术原因或无维修价值")] NoRepairValue,

    /// <summary>Past its years and unfit (超过年限且无法使用).</summary>
    [Display(Name = "超过年限且无法使用")] AgeAndUnfit,

    /// <summary>Lost (盘亏灭失).</summary>
    [Display(Name = "盘亏灭失")] Loss,

    /// <summary>Destroyed by force majeure (不可抗力毁损).</summary>
    [Display(Name = "不可抗力毁损")] ForceMajeure,

    /// <summary>At the limit of compulsory scrapping (达到强制报废标准).</summary>
    [Display(Name = "达到强制报废标准")] Compulsory,
}

/// <summary>Where the proceeds go (收入去向).</summary>
public enum IncomeAccount
{
    /// <summary>To the treasury (上缴国库).</summary>
    [Display(Name = "上缴国库")] Treasury,

    /// <summary>To the unit's own account (本单位账户).</summary>
    [Display(Name = "本单位账户")] UnitAccount,

    /// <summary>To the account of a subordinate unit (下属单位账户).</summary>
    [Display(Name = "下属单位账户")] SubordinateAccount,
}
