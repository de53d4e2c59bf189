using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Law.ModelContracts;

/// <summary>A contract that a unit says it needs a model for (合同需求).</summary>
internal sealed class ContractNeed : IRevised
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; init; }

    /// <summary>Kind of contract.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What it is for and what it should settle.</summary>
    public string Wish { get; init; } = "";

    /// <summary>When it was said.</summary>
    public DateOnly On { get; init; }

    /// <summary>The template that answers it; null while it waits.</summary>
    public Guid? TemplateId { get; set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ContractNeed>
    {
        public void Configure(EntityTypeBuilder<ContractNeed> need)
        {
            need.ToTable("law_contract_need");
            need.Property(n => n.Id).ValueGeneratedNever();
            need.Property(n => n.Kind).HasMaxLength(100);
            need.Property(n => n.Wish).HasMaxLength(1000);
            need.HasIndex(n => n.UnitId);
        }
    }
}

/// <summary>A model contract (合同范本); its wording stands in its versions.</summary>
internal sealed class ContractTemplate : IRevised
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>Code.</summary>
    public string Code { get; init; } = "";

    /// <summary>Title of the newest version.</summary>
    public string Title { get; set; } = "";

    /// <summary>English title.</summary>
    public string EnglishTitle { get; set; } = "";

    /// <summary>Kind of contract.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Why it was made where no unit asked for it.</summary>
    public string Initiative { get; init; } = "";

    /// <summary>The version that contracts are drawn from now; null where none is published.</summary>
    public Guid? PublishedId { get; set; }

    /// <summary>How many contracts were drawn from it.</summary>
    public int Drawn { get; set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ContractTemplate>
    {
        public void Configure(EntityTypeBuilder<ContractTemplate> template)
        {
            template.ToTable("law_template");
            template.Property(t => t.Id).ValueGeneratedNever();
            template.Property(t => t.Code).HasMaxLength(60);
            template.Property(t => t.Title).HasMaxLength(200);
            template.Property(t => t.EnglishTitle).HasMaxLength(200);
            template.Property(t => t.Kind).HasMaxLength(100);
            template.Property(t => t.Initiative).HasMaxLength(300);
            template.HasIndex(t => t.Code).IsUnique();
        }
    }
}

/// <summary>Where a version of a template stands.</summary>
public enum VersionState
{
    /// <summary>起草中.</summary>
    [Display(Name = "起草中")] Draft,

    /// <summary>已发布.</summary>
    [Display(Name = "已发布")] Published,

    /// <summary>已撤回.</summary>
    [Display(Name = "已撤回")] Withdrawn,
}

/// <summary>A version of a template. Its source never changes once contracts may be drawn from it.</summary>
internal sealed class TemplateVersion : IRevised
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>The template.</summary>
    public Guid TemplateId { get; init; }

    /// <summary>Number, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The template as written down.</summary>
    public string Source { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public VersionState State { get; private set; }

    /// <summary>Day of publication.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public string Withdrawn { get; private set; } = "";

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Contracts may be drawn from it.</summary>
    public void Publish(DateOnly on, IReadOnlyList<Bilingual> missing)
    {
        Check.That(State == VersionState.Draft, TemplateChecks.IsDraft);
        Check.That(missing.Count == 0, TemplateChecks.HasUsualTerms(missing));
        (State, PublishedOn) = (VersionState.Published, on);
    }

    /// <summary>No further contracts are drawn from it.</summary>
    public void Withdraw(string reason)
    {
        Check.That(State == VersionState.Published, TemplateChecks.IsPublished);
        (State, Withdrawn) = (VersionState.Withdrawn, reason.Trim());
    }

    internal sealed class Mapping : IEntityTypeConfiguration<TemplateVersion>
    {
        public void Configure(EntityTypeBuilder<TemplateVersion> version)
        {
            version.ToTable("law_template_version");
            version.Property(v => v.Id).ValueGeneratedNever();
            version.Property(v => v.Source).HasMaxLength(200_000);
            version.Property(v => v.Withdrawn).HasMaxLength(300);
            version.HasIndex(v => new { v.TemplateId, v.Number }).IsUnique();
        }
    }
}

/// <summary>A contract drawn from a template; it remembers the version and the answers, so that its document can be made again.</summary>
internal sealed class DrawnContract
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>The template.</summary>
    public Guid TemplateId { get; init; }

    /// <summary>The version.</summary>
    public Guid VersionId { get; init; }

    /// <summary>The unit that drew it.</summary>
    public Guid UnitId { get; init; }

    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Answers as JSON.</summary>
    public string Answers { get; init; } = "{}";

    /// <summary>Day it was drawn.</summary>
    public DateOnly On { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DrawnContract>
    {
        public void Configure(EntityTypeBuilder<DrawnContract> drawn)
        {
            drawn.ToTable("law_drawn_contract");
            drawn.Property(d => d.Id).ValueGeneratedNever();
            drawn.Property(d => d.Title).HasMaxLength(200);
            drawn.Property(d => d.Answers).HasMaxLength(100_000);
            drawn.HasIndex(d => new { d.UnitId, d.On });
            drawn.HasIndex(d => d.TemplateId);
        }
    }
}

/// <summary>What must hold for model contracts to make sense.</summary>
internal static class TemplateChecks
{
    public static readonly SystemCheck CanBeRead = new("TemplateChecks.CanBeRead", new("范本写法可以识别。", "The template can be read."));
    public static readonly SystemCheck AnswersNeedOrInitiative = new("TemplateChecks.AnswersNeedOrInitiative", new("范本对应一项需求，或者写明主动制定的理由。", "A template answers a need, or tells why it was made on our own initiative."));
    public static readonly SystemCheck KeepsCode = new("TemplateChecks.KeepsCode", new("新版本沿用范本的代码。", "A new version keeps the template's code."));
    public static readonly SystemCheck IsDraft = new("TemplateChecks.IsDraft", new("只有起草中的版本可以发布。", "Only a draft is published."));
    public static readonly SystemCheck IsPublished = new("TemplateChecks.IsPublished", new("只有已发布的版本可以起草合同、可以撤回。", "Contracts are drawn from published versions only, and only these are withdrawn."));
    public static readonly SystemCheck Known = new("TemplateChecks.Known", new("填写的都是范本中的空白。", "Only blanks of the template are filled."));

    /// <summary>The usual terms stand in the template.</summary>
    public static SystemCheck HasUsualTerms(IReadOnlyList<Bilingual> missing) => new("TemplateChecks.HasUsualTerms",
        new($"范本缺少合同的通常条款：{string.Join("、", missing.Select(m => m.Zh))}。", $"The template lacks usual terms of a contract: {string.Join(", ", missing.Select(m => m.En))}."));

    /// <summary>The blanks are filled, each with what it can hold.</summary>
    public static SystemCheck BlanksFilled(IReadOnlyList<(Blank Blank, bool Missing)> wrong) => new("TemplateChecks.BlanksFilled",
        new(string.Join("；", wrong.Select(w => w.Missing ? $"“{w.Blank.Label.Zh}”没有填写" : $"“{w.Blank.Label.Zh}”填写的内容不符合要求")) + "。", string.Join("; ", wrong.Select(w => w.Missing ? $"\"{w.Blank.Label.En}\" is empty" : $"\"{w.Blank.Label.En}\" cannot hold what was typed")) + "."));
}
