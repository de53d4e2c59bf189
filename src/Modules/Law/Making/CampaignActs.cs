using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Law.Stored;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Making;

/// <summary>A clean-up is opened over all texts in force, or those of one pack.</summary>
[Needs(LawModule.KeepTexts), Display(Name = "启动规定清理")]
public sealed record OpenCampaign : IAct<Guid>
{
    /// <summary>Title.</summary>
    [Display(Name = "清理名称"), Required, StringLength(200, MinimumLength = 2)] public string Title { get; init; } = "";

    /// <summary>What asks for it.</summary>
    [Display(Name = "清理依据"), Required, StringLength(500, MinimumLength = 2)] public string Basis { get; init; } = "";

    /// <summary>Day by which it is to be done.</summary>
    [Display(Name = "完成期限"), Required] public DateOnly? DueOn { get; init; }

    /// <summary>Pack that it is limited to; empty for all.</summary>
    [Display(Name = "适用范围"), StringLength(20)] public string? Pack { get; init; }

    internal sealed class Handler(GuijuDb db, Shelf shelf, Journal journal, TimeProvider clock) : IHandler<OpenCampaign, Guid>
    {
        public async Task<Guid> HandleAsync(OpenCampaign act, CancellationToken ct)
        {
            var today = clock.Today();
            var campaign = Campaign.Open(Guid.CreateVersion7(), act.Title, act.Basis, today, act.DueOn.GetValueOrDefault());
            var texts = (await shelf.AllAsync(ct)).Where(t => t.Standing(today) == TextStanding.InForce && (string.IsNullOrEmpty(act.Pack) || t.Text.Pack == act.Pack)).ToList();
            Check.That(texts.Count > 0, MakingChecks.CampaignHasTexts);
            db.Add(campaign);
            db.AddRange(texts.Select(t => new CampaignItem { Id = Guid.CreateVersion7(), CampaignId = campaign.Id, TextId = t.Text.Id }));
            journal.Concerns(LawKinds.Campaign, campaign.Id);
            return campaign.Id;
        }
    }
}

/// <summary>A text of a clean-up gets its conclusion with reason and basis.</summary>
[Needs(LawModule.KeepTexts), Display(Name = "作出清理结论")]
public sealed record ConcludeText : IAct<Guid>
{
    /// <summary>The item of the campaign.</summary>
    [Display(Name = "清理事项"), Required] public Guid? ItemId { get; init; }

    /// <summary>The conclusion.</summary>
    [Display(Name = "清理结论"), Required] public Conclusion? Conclusion { get; init; }

    /// <summary>Why.</summary>
    [Display(Name = "理由"), Required, StringLength(1000, MinimumLength = 2)] public string Reason { get; init; } = "";

    /// <summary>What it rests on.</summary>
    [Display(Name = "结论依据"), Required, StringLength(500, MinimumLength = 2)] public string Basis { get; init; } = "";

    internal sealed class Handler(GuijuDb db, Journal journal) : IHandler<ConcludeText, Guid>
    {
        public async Task<Guid> HandleAsync(ConcludeText act, CancellationToken ct)
        {
            var item = await db.Set<CampaignItem>().FirstOrDefaultAsync(i => i.Id == act.ItemId, ct) ?? throw new NotWithinReachException("item");
            var campaign = await db.Set<Campaign>().SingleAsync(c => c.Id == item.CampaignId, ct);
            item.Conclude(campaign, act.Conclusion.GetValueOrDefault(), act.Reason, act.Basis);
            journal.Concerns(LawKinds.Campaign, campaign.Id);
            journal.Concerns(LawKinds.Text, item.TextId);
            return item.Id;
        }
    }
}

/// <summary>A clean-up is closed; refused while a text has no conclusion.</summary>
[Needs(LawModule.KeepTexts), Display(Name = "办结规定清理")]
public sealed record CloseCampaign : IAct<Guid>
{
    /// <summary>The campaign.</summary>
    [Display(Name = "清理"), Required] public Guid? Id { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal, TimeProvider clock) : IHandler<CloseCampaign, Guid>
    {
        public async Task<Guid> HandleAsync(CloseCampaign act, CancellationToken ct)
        {
            var campaign = await db.Set<Campaign>().FirstOrDefaultAsync(c => c.Id == act.Id, ct) ?? throw new NotWithinReachException("campaign");
            campaign.Close(await db.Set<CampaignItem>().Where(i => i.CampaignId == campaign.Id).ToListAsync(ct), clock.Today());
            journal.Concerns(LawKinds.Campaign, campaign.Id);
            return campaign.Id;
        }
    }
}
