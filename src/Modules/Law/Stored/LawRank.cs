using System.ComponentModel.DataAnnotations;

namespace Guiju.Law.Stored;

/// <summary>Ranks of texts, highest first; the last is for what could not be told.</summary>
public enum LawRank
{
    /// <summary>宪法.</summary>
    [Display(Name = "宪法")] Constitution,

    /// <summary>法律.</summary>
    [Display(Name = "法律")] Law,

    /// <summary>行政法规.</summary>
    [Display(Name = "行政法规")] AdministrativeRegulation,

    /// <summary>党内法规.</summary>
    [Display(Name = "党内法规")] PartyRegulation,

    /// <summary>地方性法规.</summary>
    [Display(Name = "地方性法规")] LocalRegulation,

    /// <summary>部门规章.</summary>
    [Display(Name = "部门规章")] DepartmentalRule,

    /// <summary>地方政府规章.</summary>
    [Display(Name = "地方政府规章")] LocalRule,

    /// <summary>中央规范性文件.</summary>
    [Display(Name = "中央规范性文件")] CentralMeasure,

    /// <summary>部门规范性文件.</summary>
    [Display(Name = "部门规范性文件")] MinistryNotice,

    /// <summary>地方规范性文件.</summary>
    [Display(Name = "地方规范性文件")] LocalMeasure,

    /// <summary>内部制度.</summary>
    [Display(Name = "内部制度")] InternalRule,

    /// <summary>Not told by the text; a person says it.</summary>
    [Display(Name = "位阶待定")] Unclassified,
}

/// <summary>The five core domains of the bureau's work, and what serves them all.</summary>
public enum LawDomain
{
    /// <summary>国有资产.</summary>
    [Display(Name = "国有资产")] StateAssets,

    /// <summary>公务用车.</summary>
    [Display(Name = "公务用车")] OfficialVehicles,

    /// <summary>办公用房.</summary>
    [Display(Name = "办公用房")] OfficeSpace,

    /// <summary>公共机构节能.</summary>
    [Display(Name = "公共机构节能")] EnergySaving,

    /// <summary>后勤服务.</summary>
    [Display(Name = "后勤服务")] Logistics,

    /// <summary>综合.</summary>
    [Display(Name = "综合事务")] General,
}

/// <summary>Where a version stands on a day.</summary>
public enum TextStanding
{
    /// <summary>尚未生效.</summary>
    [Display(Name = "尚未生效")] NotYetInForce,

    /// <summary>现行有效.</summary>
    [Display(Name = "现行有效")] InForce,

    /// <summary>已被修改: a later version has taken its place.</summary>
    [Display(Name = "已被修改")] Amended,

    /// <summary>失效: its validity period is over.</summary>
    [Display(Name = "失效")] Expired,

    /// <summary>废止.</summary>
    [Display(Name = "废止")] Repealed,
}

/// <summary>What is done with rules: 立改废释.</summary>
public enum ChangeKind
{
    /// <summary>立: a text is made.</summary>
    [Display(Name = "制定")] Made,

    /// <summary>改: a text is revised or amended.</summary>
    [Display(Name = "修改")] Revised,

    /// <summary>废: a text is repealed.</summary>
    [Display(Name = "废止")] Repealed,

    /// <summary>释: a text is interpreted.</summary>
    [Display(Name = "解释")] Interpreted,
}
