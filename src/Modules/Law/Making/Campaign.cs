using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Law.Making;

/// <summary>What a clean-up concludes of a text.</summary>
public enum Conclusion
{
    /// <summary>继续有效.</summary>
    [Display(Name = "继续有效")] Keep,

    /// <summary>予以修改.</summary>
    [Display(Name = "予以修改")] Amend,

    /// <summary>予以废止.</summary>
    [Display(Name = "予以废止")] Repeal,

    /// <summary>宣布失效.</summary>
    [Display(Name = "宣布失效")] DeclareInvalid,
}

/// <summary>A clean-up of rules (规定清理): it closes only when every text has a conclusion with its reason.</summary>
internal sealed class Campaign : IRevised
{
    private Campaign()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Title.</summary>
    public string Title { get; private init; } = "";

    /// <summary>What asks for it.</summary>
    public string Basis { get; private init; } = "";

    /// <summary>First day.</summary>
    public DateOnly OpenedOn { get; private init; }

    /// <summary>Day by which it is to be done.</summary>
    public DateOnly DueOn { get; private init; }

    /// <summary>Day it was closed; null while open.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Opens a campaign.</summary>
    public static Campaign Open(Guid id, string title, string basis, DateOnly today, DateOnly dueOn)
    {
        Check.That(dueOn >= today, MakingChecks.CampaignIsDueLater, nameof(DueOn));
        return new Campaign { Id = id, Title = title.Trim(), Basis = basis.Trim(), OpenedOn = today, DueOn = dueOn };
    }

    /// <summary>Closes it.</summary>
    public void Close(IReadOnlyList<CampaignItem> items, DateOnly today)
    {
        Check.That(ClosedOn is null, MakingChecks.CampaignIsOpen);
        Check.That(items.All(i => i.Conclusion is not null && !string.IsNullOrWhiteSpace(i.Reason)), MakingChecks.EveryTextIsConcluded);
        ClosedOn = today;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Campaign>
    {
        public void Configure(EntityTypeBuilder<Campaign> campaign)
        {
            campaign.ToTable("law_campaign");
            campaign.Property(c => c.Id).ValueGeneratedNever();
            campaign.Property(c => c.Title).HasMaxLength(200);
            campaign.Property(c => c.Basis).HasMaxLength(500);
        }
    }
}

/// <summary>One text within a clean-up.</summary>
internal sealed class CampaignItem : IRevised
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>The campaign.</summary>
    public Guid CampaignId { get; init; }

    /// <summary>The text.</summary>
    public Guid TextId { get; init; }

    /// <summary>What is concluded; null while open.</summary>
    public Conclusion? Conclusion { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What the conclusion rests on.</summary>
    public string Basis { get; private set; } = "";

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Concludes, or concludes anew while the campaign is open.</summary>
    public void Conclude(Campaign campaign, Conclusion conclusion, string reason, string basis)
    {
        Check.That(campaign.ClosedOn is null, MakingChecks.CampaignIsOpen);
        (Conclusion, Reason, Basis) = (conclusion, reason.Trim(), basis.Trim());
    }

    internal sealed class Mapping : IEntityTypeConfiguration<CampaignItem>
    {
        public void Configure(EntityTypeBuilder<CampaignItem> item)
        {
            item.ToTable("law_campaign_item");
            item.Property(i => i.Id).ValueGeneratedNever();
            item.Property(i => i.Reason).HasMaxLength(1000);
            item.Property(i => i.Basis).HasMaxLength(500);
            item.HasIndex(i => new { i.CampaignId, i.TextId }).IsUnique();
        }
    }
}
