using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Law.Standards;

/// <summary>Kinds of standards by who makes them.</summary>
public enum StandardKind
{
    /// <summary>国家标准.</summary>
    [Display(Name = "国家标准")] National,

    /// <summary>行业标准.</summary>
    [Display(Name = "行业标准")] Trade,

    /// <summary>地方标准.</summary>
    [Display(Name = "地方标准")] Local,

    /// <summary>团体标准.</summary>
    [Display(Name = "团体标准")] Group,

    /// <summary>企业标准.</summary>
    [Display(Name = "企业标准")] Enterprise,
}

/// <summary>The four families of the bureau's standards.</summary>
public enum StandardFamily
{
    /// <summary>通用.</summary>
    [Display(Name = "通用标准")] Common,

    /// <summary>资产资源配置和日常使用管理.</summary>
    [Display(Name = "资产资源配置和日常使用管理标准")] AssetAllocation,

    /// <summary>后勤服务项目和定额.</summary>
    [Display(Name = "后勤服务项目和定额标准")] Logistics,

    /// <summary>能耗定额.</summary>
    [Display(Name = "能耗定额标准")] EnergyQuota,
}

/// <summary>What the bureau has to do with a standard.</summary>
public enum StandardRole
{
    /// <summary>执行.</summary>
    [Display(Name = "执行")] Applies,

    /// <summary>参与起草.</summary>
    [Display(Name = "参与起草")] Drafts,

    /// <summary>主编.</summary>
    [Display(Name = "主编")] Leads,
}

/// <summary>What a review ends with.</summary>
public enum ReviewConclusion
{
    /// <summary>继续有效.</summary>
    [Display(Name = "继续有效")] Continue,

    /// <summary>修订.</summary>
    [Display(Name = "修订")] Revise,

    /// <summary>废止.</summary>
    [Display(Name = "废止")] Repeal,
}

/// <summary>A standard of the library (标准库): what is known about it; its full text only where a licence lets it be kept.</summary>
internal sealed class Standard : IRevised
{
    private Standard()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Number as printed; empty where it is not known. Shown only when verified.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Whether somebody has seen the number on the standard itself or in the official list.</summary>
    public bool Verified { get; private set; }

    /// <summary>Where the number was seen.</summary>
    public string SeenAt { get; private set; } = "";

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Kind; null where the number is not known.</summary>
    public StandardKind? Kind { get; private set; }

    /// <summary>Whether it binds by itself.</summary>
    public bool Mandatory { get; private set; }

    /// <summary>Family.</summary>
    public StandardFamily Family { get; private set; }

    /// <summary>What the bureau has to do with it.</summary>
    public StandardRole Role { get; private set; }

    /// <summary>What it is for, in our own words.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Day of publication.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>First day in force.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Day from which it no longer holds.</summary>
    public DateOnly? AbolishedOn { get; private set; }

    /// <summary>The standard that took its place.</summary>
    public Guid? ReplacedBy { get; private set; }

    /// <summary>Day of the last review; null before the first.</summary>
    public DateOnly? ReviewedOn { get; private set; }

    /// <summary>Result of the last review.</summary>
    public ReviewConclusion? Conclusion { get; private set; }

    /// <summary>Whether the full text may be kept here.</summary>
    public bool Licensed { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Days from which the five years of a review run.</summary>
    public DateOnly? ReviewBase => ReviewedOn ?? PublishedOn ?? From;

    /// <summary>Registers a standard.</summary>
    public static Standard Register(Guid id, RegisterStandard act)
    {
        var standard = new Standard { Id = id };
        standard.Take(act);
        return standard;
    }

    /// <summary>Takes over what the sheet says.</summary>
    public void Take(StandardSheet act)
    {
        var number = StandardNumber.Read(act.Number);
        Check.That(string.IsNullOrWhiteSpace(act.Number) || number is not null, StandardChecks.FollowsGrammar, nameof(act.Number));
        Check.That(!act.Verified || number is not null, StandardChecks.VerifiedHasNumber, nameof(act.Number));
        Check.That(!act.Verified || !string.IsNullOrWhiteSpace(act.SeenAt), StandardChecks.VerifiedHasPlace, nameof(act.SeenAt));
        Check.That(act.PublishedOn is null || act.From is null || act.From >= act.PublishedOn, StandardChecks.InForceAfterPublishing, nameof(act.From));
        (Number, Verified, SeenAt, Title) = (number?.ToString() ?? "", act.Verified, act.SeenAt?.Trim() ?? "", act.Title.Trim());
        (Kind, Mandatory) = (number?.Kind, number?.Mandatory ?? false);
        (Family, Role, Purpose, Licensed) = (act.Family.GetValueOrDefault(), act.Role.GetValueOrDefault(), act.Purpose?.Trim() ?? "", act.Licensed);
        (PublishedOn, From) = (act.PublishedOn, act.From);
    }

    /// <summary>Another standard takes its place.</summary>
    public void GiveWay(Guid by, DateOnly on)
    {
        Check.That(by != Id, StandardChecks.NotByItself, "By");
        Check.That(AbolishedOn is null, StandardChecks.StillHolds);
        (ReplacedBy, AbolishedOn) = (by, on);
    }

    /// <summary>It was reviewed.</summary>
    public void Review(DateOnly on, ReviewConclusion conclusion)
    {
        Check.That(AbolishedOn is null, StandardChecks.StillHolds);
        Check.That(ReviewBase is not { } last || on >= last, StandardChecks.ReviewFollowsTheLast, "On");
        (ReviewedOn, Conclusion) = (on, conclusion);
        AbolishedOn = conclusion == ReviewConclusion.Repeal ? on : null;
    }

    /// <summary>Where it stands on a day, from its dates.</summary>
    public StandardStanding On(DateOnly day) => AbolishedOn <= day ? ReplacedBy is null ? StandardStanding.Abolished : StandardStanding.Replaced
        : From is null || From <= day ? StandardStanding.InForce : StandardStanding.Coming;

    internal sealed class Mapping : IEntityTypeConfiguration<Standard>
    {
        public void Configure(EntityTypeBuilder<Standard> standard)
        {
            standard.ToTable("law_standard");
            standard.Property(s => s.Id).ValueGeneratedNever();
            standard.Property(s => s.Number).HasMaxLength(60);
            standard.Property(s => s.SeenAt).HasMaxLength(300);
            standard.Property(s => s.Title).HasMaxLength(300);
            standard.Property(s => s.Purpose).HasMaxLength(2000);
            standard.Ignore(s => s.ReviewBase);
            standard.HasIndex(s => s.Number);
            standard.HasIndex(s => s.Family);
        }
    }
}

/// <summary>Where a standard stands on a day.</summary>
public enum StandardStanding
{
    /// <summary>即将实施.</summary>
    [Display(Name = "即将实施")] Coming,

    /// <summary>现行.</summary>
    [Display(Name = "现行")] InForce,

    /// <summary>被代替.</summary>
    [Display(Name = "被代替")] Replaced,

    /// <summary>废止.</summary>
    [Display(Name = "废止")] Abolished,
}

/// <summary>What must hold for standards to make sense.</summary>
internal static class StandardChecks
{
    public static readonly SystemCheck FollowsGrammar = new("StandardChecks.FollowsGrammar", new("编号形如 GB/T 12345-2020、DB11/T 1764.28-2021、T/CAS 123-2020。", "The number looks like GB/T 12345-2020, DB11/T 1764.28-2021 or T/CAS 123-2020."));
    public static readonly SystemCheck VerifiedHasNumber = new("StandardChecks.VerifiedHasNumber", new("标为已核实的标准须有编号。", "A standard marked verified has a number."));
    public static readonly SystemCheck VerifiedHasPlace = new("StandardChecks.VerifiedHasPlace", new("标为已核实的标准须写明在何处核实。", "A standard marked verified tells where the number was seen."));
    public static readonly SystemCheck InForceAfterPublishing = new("StandardChecks.InForceAfterPublishing", new("实施日期不早于发布日期。", "A standard does not come into force before it is published."));
    public static readonly SystemCheck NumberOnce = new("StandardChecks.NumberOnce", new("这一编号的标准已在库中。", "A standard of that number is in the library already."));
    public static readonly SystemCheck NotByItself = new("StandardChecks.NotByItself", new("标准不能被自身代替。", "A standard is not replaced by itself."));
    public static readonly SystemCheck StillHolds = new("StandardChecks.StillHolds", new("该标准已被代替或者废止。", "The standard was replaced or abolished already."));
    public static readonly SystemCheck ReviewFollowsTheLast = new("StandardChecks.ReviewFollowsTheLast", new("复审日期不早于发布或者上次复审日期。", "A review is not earlier than the publication or the last review."));
    public static readonly SystemCheck NoCircle = new("StandardChecks.NoCircle", new("代替关系不能绕成一圈。", "Replacements do not run in a circle."));
}
