using Guiju.Law.Making;
using Guiju.Law.Tests.Standards;
using Guiju.Texts.Citing;

namespace Guiju.Law.Tests.Making;

/// <summary>A clean-up closes only when every text has a conclusion with its reason.</summary>
public sealed class CampaignTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void It_does_not_close_while_a_text_lacks_a_conclusion_or_its_reason()
    {
        var campaign = Campaign.Open(Guid.CreateVersion7(), "年度清理", "年度计划", Today, Today.AddMonths(2));
        CampaignItem[] items = [.. Enumerable.Range(0, 3).Select(_ => new CampaignItem { Id = Guid.CreateVersion7(), CampaignId = campaign.Id, TextId = Guid.CreateVersion7() })];
        items[0].Conclude(campaign, Conclusion.Keep, "与上位法一致", "本局会议纪要");
        items[1].Conclude(campaign, Conclusion.Repeal, " ", "本局会议纪要");

        StandardTests.Broken("MakingChecks.EveryTextIsConcluded", () => campaign.Close(items, Today));
        items[2].Conclude(campaign, Conclusion.DeclareInvalid, "调整对象已消失", "本局会议纪要");
        StandardTests.Broken("MakingChecks.EveryTextIsConcluded", () => campaign.Close(items, Today));
        Assert.Null(campaign.ClosedOn);

        items[1].Conclude(campaign, Conclusion.Repeal, "已有新规定", "本局会议纪要");
        campaign.Close(items, Today);
        Assert.Equal(Today, campaign.ClosedOn);
        StandardTests.Broken("MakingChecks.CampaignIsOpen", () => items[0].Conclude(campaign, Conclusion.Amend, "另有考虑", "本局会议纪要"));
        StandardTests.Broken("MakingChecks.CampaignIsOpen", () => campaign.Close(items, Today));
    }

    [Fact]
    public void It_is_not_due_before_it_begins() =>
        StandardTests.Broken("MakingChecks.CampaignIsDueLater", () => Campaign.Open(Guid.CreateVersion7(), "年度清理", "年度计划", Today, Today.AddDays(-1)));

    [Theory]
    [InlineData("本办法自2024年3月1日起施行。《甲办法》同时废止。", "甲办法", null)]
    [InlineData("本办法自2024年3月1日起施行。某局1990年发布的《甲办法》、《乙规定》同时废止。", "甲办法 乙规定", null)]
    [InlineData("《甲办法》自2024年6月30日起废止。", "甲办法", "2024-06-30")]
    [InlineData("制定、修改、废止《甲办法》规定的事项，适用本办法。", "", null)]
    [InlineData("《甲办法》的废止，由本局决定。", "", null)]
    public void A_clause_that_repeals_names_what_it_repeals(string words, string titles, string? on)
    {
        var read = RepealClause.Read(words);

        Assert.Equal(titles, string.Join(' ', read.Select(r => r.Title)));
        Assert.All(read, r => Assert.Equal(on is null ? null : DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), r.On));
    }
}
