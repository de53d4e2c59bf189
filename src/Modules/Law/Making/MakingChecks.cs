using Guiju.Kernel;

namespace Guiju.Law.Making;

/// <summary>System checks of making and changing rules.</summary>
public static class MakingChecks
{
    /// <summary>An amendment is worked in once.</summary>
    public static readonly SystemCheck AmendmentIsOpen = new("MakingChecks.AmendmentIsOpen", new("该修改尚未并入，也未搁置。", "The amendment has been neither worked in nor set aside."));

    /// <summary>The amended wording differs from the one in force.</summary>
    public static readonly SystemCheck ChangesSomething = new("MakingChecks.ChangesSomething", new("并入后的文本与原文本不同。", "The wording after the amendment differs from the one before."));

    /// <summary>The reviewed wording is still the same text.</summary>
    public static readonly SystemCheck IsTheSameText = new("MakingChecks.IsTheSameText", new("并入后的文本仍是同一部规定。", "The reviewed wording is still the same text."));

    /// <summary>A campaign concerns at least one text.</summary>
    public static readonly SystemCheck CampaignHasTexts = new("MakingChecks.CampaignHasTexts", new("清理范围内至少有一部规定。", "At least one text is within the campaign."));

    /// <summary>A campaign is not due before it begins.</summary>
    public static readonly SystemCheck CampaignIsDueLater = new("MakingChecks.CampaignIsDueLater", new("完成期限不早于启动日期。", "The campaign is not due before it begins."));

    /// <summary>A closed campaign does not change any more.</summary>
    public static readonly SystemCheck CampaignIsOpen = new("MakingChecks.CampaignIsOpen", new("清理尚未办结。", "The campaign is still open."));

    /// <summary>Every text has a conclusion before a campaign closes.</summary>
    public static readonly SystemCheck EveryTextIsConcluded = new("MakingChecks.EveryTextIsConcluded", new("清理范围内每部规定都有结论和理由，方可办结。", "Every text of the campaign has a conclusion with its reason before it closes."));

    /// <summary>A review day or the end of a validity period lies after the text's first day.</summary>
    public static readonly SystemCheck ValidAfterBeginning = new("MakingChecks.ValidAfterBeginning", new("有效期届满日不早于首个版本的施行日期。", "A validity period ends after the text's first day in force."));
}
