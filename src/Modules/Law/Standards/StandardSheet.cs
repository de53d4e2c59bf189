using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Standards;

/// <summary>What a person writes down about a standard.</summary>
public abstract record StandardSheet
{
    /// <summary>Number; empty where it is not known.</summary>
    [Display(Name = "标准编号"), StringLength(60)] public string? Number { get; init; }

    /// <summary>Title.</summary>
    [Display(Name = "标准名称"), Required, StringLength(300, MinimumLength = 2)] public string Title { get; init; } = "";

    /// <summary>Family.</summary>
    [Display(Name = "标准族"), Required] public StandardFamily? Family { get; init; }

    /// <summary>The bureau's part.</summary>
    [Display(Name = "本局角色"), Required] public StandardRole? Role { get; init; }

    /// <summary>Day of publication.</summary>
    [Display(Name = "发布日期")] public DateOnly? PublishedOn { get; init; }

    /// <summary>First day in force.</summary>
    [Display(Name = "实施日期")] public DateOnly? From { get; init; }

    /// <summary>Purpose in our own words.</summary>
    [Display(Name = "适用范围（自拟）"), StringLength(2000)] public string? Purpose { get; init; }

    /// <summary>Whether the number was verified.</summary>
    [Display(Name = "编号已核实")] public bool Verified { get; init; }

    /// <summary>Where it was seen.</summary>
    [Display(Name = "核实来源"), StringLength(300)] public string? SeenAt { get; init; }

    /// <summary>Whether the full text may be kept.</summary>
    [Display(Name = "已获全文授权")] public bool Licensed { get; init; }
}

/// <summary>A standard is registered in the library.</summary>
[Needs(LawModule.KeepStandards), Display(Name = "登记标准")]
public sealed record RegisterStandard : StandardSheet, IAct<Guid>
{
    internal sealed class Handler(GuijuDb db, Journal journal, ActorHolder asker) : IHandler<RegisterStandard, Guid>
    {
        public async Task<Guid> HandleAsync(RegisterStandard act, CancellationToken ct)
        {
            var standard = Standard.Register(Guid.CreateVersion7(), act);
            Check.That(standard.Number.Length == 0 || !await db.Set<Standard>().AnyAsync(s => s.Number == standard.Number, ct), StandardChecks.NumberOnce, nameof(act.Number));
            db.Add(standard);
            journal.Concerns(LawKinds.Standard, standard.Id, asker.Current.UnitId);
            return standard.Id;
        }
    }
}

/// <summary>What is written about a standard is changed, e.g. its number verified.</summary>
[Needs(LawModule.KeepStandards), Display(Name = "变更标准登记")]
public sealed record ChangeStandard : StandardSheet, IAct<Guid>
{
    /// <summary>The standard.</summary>
    [Required] public Guid? Id { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal, ActorHolder asker) : IHandler<ChangeStandard, Guid>
    {
        public async Task<Guid> HandleAsync(ChangeStandard act, CancellationToken ct)
        {
            var standard = await db.Set<Standard>().SingleOrDefaultAsync(s => s.Id == act.Id, ct) ?? throw new NotWithinReachException("standard");
            standard.Take(act);
            Check.That(standard.Number.Length == 0 || !await db.Set<Standard>().AnyAsync(s => s.Number == standard.Number && s.Id != standard.Id, ct), StandardChecks.NumberOnce, nameof(act.Number));
            standard.Revision++;
            journal.Concerns(LawKinds.Standard, standard.Id, asker.Current.UnitId);
            return standard.Id;
        }
    }
}

/// <summary>A standard gives way to another.</summary>
[Needs(LawModule.KeepStandards), Display(Name = "登记标准被代替")]
public sealed record ReplaceStandard : IAct<Guid>
{
    /// <summary>The standard that gives way.</summary>
    [Required] public Guid? Id { get; init; }

    /// <summary>The one that takes its place.</summary>
    [Display(Name = "代替它的标准"), Required] public Guid? By { get; init; }

    /// <summary>From which day.</summary>
    [Display(Name = "代替日期"), Required] public DateOnly? On { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal, ActorHolder asker) : IHandler<ReplaceStandard, Guid>
    {
        public async Task<Guid> HandleAsync(ReplaceStandard act, CancellationToken ct)
        {
            var standard = await db.Set<Standard>().SingleOrDefaultAsync(s => s.Id == act.Id, ct) ?? throw new NotWithinReachException("standard");
            var next = await db.Set<Standard>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == act.By, ct) ?? throw new NotWithinReachException("standard");
            for (var later = next.ReplacedBy; later is not null;)
            {
                Check.That(later != standard.Id, StandardChecks.NoCircle, nameof(act.By));
                later = await db.Set<Standard>().Where(s => s.Id == later).Select(s => s.ReplacedBy).SingleOrDefaultAsync(ct);
            }

            standard.GiveWay(next.Id, act.On.GetValueOrDefault());
            standard.Revision++;
            journal.Concerns(LawKinds.Standard, standard.Id, asker.Current.UnitId);
            return standard.Id;
        }
    }
}

/// <summary>The result of a standard's review is written down.</summary>
[Needs(LawModule.KeepStandards), Display(Name = "登记标准复审")]
public sealed record ReviewStandard : IAct<Guid>
{
    /// <summary>The standard.</summary>
    [Required] public Guid? Id { get; init; }

    /// <summary>Day of the review.</summary>
    [Display(Name = "复审日期"), Required] public DateOnly? On { get; init; }

    /// <summary>Its result.</summary>
    [Display(Name = "复审结论"), Required] public ReviewConclusion? Conclusion { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal, ActorHolder asker) : IHandler<ReviewStandard, Guid>
    {
        public async Task<Guid> HandleAsync(ReviewStandard act, CancellationToken ct)
        {
            var standard = await db.Set<Standard>().SingleOrDefaultAsync(s => s.Id == act.Id, ct) ?? throw new NotWithinReachException("standard");
            standard.Review(act.On.GetValueOrDefault(), act.Conclusion.GetValueOrDefault());
            standard.Revision++;
            journal.Concerns(LawKinds.Standard, standard.Id, asker.Current.UnitId);
            return standard.Id;
        }
    }
}
