using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Law.Duties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Law.Driving;

/// <summary>Kinds of units whose matters are governed (单位主体).</summary>
public enum GovernedUnit
{
    /// <summary>党的机关.</summary>
    [Display(Name = "党的机关")] Party,

    /// <summary>人大、政协机关.</summary>
    [Display(Name = "人大、政协机关")] Assembly,

    /// <summary>行政机关.</summary>
    [Display(Name = "行政机关")] Government,

    /// <summary>监察、审判、检察机关.</summary>
    [Display(Name = "监察、审判、检察机关")] Justice,

    /// <summary>群团机关.</summary>
    [Display(Name = "群团机关")] MassOrganisation,

    /// <summary>事业单位.</summary>
    [Display(Name = "事业单位")] Institution,
}

/// <summary>Kinds of assets (资产类型).</summary>
public enum GovernedAsset
{
    /// <summary>土地.</summary>
    [Display(Name = "土地")] Land,

    /// <summary>办公用房.</summary>
    [Display(Name = "办公用房")] Office,

    /// <summary>其他房屋.</summary>
    [Display(Name = "其他房屋")] OtherBuilding,

    /// <summary>公务用车.</summary>
    [Display(Name = "公务用车")] Vehicle,

    /// <summary>设备家具.</summary>
    [Display(Name = "设备家具")] Equipment,

    /// <summary>无形资产.</summary>
    [Display(Name = "无形资产")] Intangible,

    /// <summary>能源资源.</summary>
    [Display(Name = "能源资源")] Energy,
}

/// <summary>Steps of managing (管理事项).</summary>
public enum GovernedStep
{
    /// <summary>标准与计划.</summary>
    [Display(Name = "标准与计划")] Plan,

    /// <summary>配置.</summary>
    [Display(Name = "配置")] Acquire,

    /// <summary>使用.</summary>
    [Display(Name = "使用")] Use,

    /// <summary>维护.</summary>
    [Display(Name = "维护")] Maintain,

    /// <summary>调剂处置.</summary>
    [Display(Name = "调剂处置")] Dispose,

    /// <summary>报告公开.</summary>
    [Display(Name = "报告公开")] Report,

    /// <summary>监督问责.</summary>
    [Display(Name = "监督问责")] Supervise,
}

/// <summary>A cell of the matrix that a provision governs.</summary>
internal sealed class CoverageMark
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>Permanent address of the provision.</summary>
    public string Address { get; init; } = "";

    /// <summary>Units.</summary>
    public GovernedUnit Unit { get; init; }

    /// <summary>Assets.</summary>
    public GovernedAsset Asset { get; init; }

    /// <summary>Step.</summary>
    public GovernedStep Step { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CoverageMark>
    {
        public void Configure(EntityTypeBuilder<CoverageMark> mark)
        {
            mark.ToTable("law_coverage");
            mark.Property(m => m.Id).ValueGeneratedNever();
            mark.Property(m => m.Address).HasMaxLength(300);
            mark.HasIndex(m => new { m.Unit, m.Asset, m.Step, m.Address }).IsUnique();
        }
    }
}

/// <summary>A provision is entered in cells of the matrix.</summary>
[Needs(LawModule.KeepDuties), Display(Name = "登记条款覆盖")]
public sealed record MarkCoverage : IAct<int>
{
    /// <summary>The provision.</summary>
    [Display(Name = "条款地址"), Required, StringLength(300), RegularExpression(@"[^~\s]+(~[\w\-]+)?")] public string Address { get; init; } = "";

    /// <summary>Units; none: all kinds.</summary>
    [Display(Name = "单位主体")] public GovernedUnit? Unit { get; init; }

    /// <summary>Assets.</summary>
    [Display(Name = "资产类型"), Required] public GovernedAsset? Asset { get; init; }

    /// <summary>Step.</summary>
    [Display(Name = "管理事项"), Required] public GovernedStep? Step { get; init; }

    internal sealed class Handler(GuijuDb db, KnownProvisions known, Journal journal, ActorHolder asker) : IHandler<MarkCoverage, int>
    {
        public async Task<int> HandleAsync(MarkCoverage act, CancellationToken ct)
        {
            Check.That(await known.HasAsync(act.Address, ct), DutyChecks.ProvisionExists, nameof(act.Address));
            var (asset, step) = (act.Asset.GetValueOrDefault(), act.Step.GetValueOrDefault());
            var there = await db.Set<CoverageMark>().Where(m => m.Address == act.Address && m.Asset == asset && m.Step == step).Select(m => m.Unit).ToListAsync(ct);
            var wanted = (act.Unit is { } one ? [one] : Enum.GetValues<GovernedUnit>()).Except(there).ToList();
            foreach (var unit in wanted)
            {
                var mark = new CoverageMark { Id = Guid.CreateVersion7(), Address = act.Address, Unit = unit, Asset = asset, Step = step };
                db.Add(mark);
                journal.Concerns(LawKinds.Coverage, mark.Id, asker.Current.UnitId);
            }

            return wanted.Count;
        }
    }
}

/// <summary>A provision is taken out of a cell of the matrix.</summary>
[Needs(LawModule.KeepDuties), Display(Name = "撤销条款覆盖")]
public sealed record UnmarkCoverage : IAct<Guid>
{
    /// <summary>The mark.</summary>
    [Required] public Guid? Id { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal, ActorHolder asker) : IHandler<UnmarkCoverage, Guid>
    {
        public async Task<Guid> HandleAsync(UnmarkCoverage act, CancellationToken ct)
        {
            var mark = await db.Set<CoverageMark>().SingleOrDefaultAsync(m => m.Id == act.Id, ct) ?? throw new NotWithinReachException("mark");
            db.Remove(mark);
            journal.Concerns(LawKinds.Coverage, mark.Id, asker.Current.UnitId);
            return mark.Id;
        }
    }
}

/// <summary>The matrix of units × assets × steps: which provisions govern a cell, and which cells nobody governs.</summary>
internal sealed class CoverageMatrix(GuijuDb db)
{
    /// <summary>The cells of a kind of unit.</summary>
    public async Task<IReadOnlyDictionary<(GovernedAsset Asset, GovernedStep Step), IReadOnlyList<CoverageMark>>> OfAsync(GovernedUnit unit, CancellationToken ct)
    {
        var marks = (await db.Set<CoverageMark>().AsNoTracking().Where(m => m.Unit == unit).OrderBy(m => m.Address).ToListAsync(ct)).ToLookup(m => (m.Asset, m.Step));
        return (from asset in Enum.GetValues<GovernedAsset>() from step in Enum.GetValues<GovernedStep>() select (asset, step)).ToDictionary(cell => cell, cell => (IReadOnlyList<CoverageMark>)[.. marks[cell]]);
    }

    /// <summary>Cells without a provision, of all units.</summary>
    public async Task<IReadOnlyList<(GovernedUnit Unit, GovernedAsset Asset, GovernedStep Step)>> GapsAsync(CancellationToken ct)
    {
        var filled = (await db.Set<CoverageMark>().AsNoTracking().Select(m => new { m.Unit, m.Asset, m.Step }).Distinct().ToListAsync(ct)).Select(m => (m.Unit, m.Asset, m.Step)).ToHashSet();
        return (from unit in Enum.GetValues<GovernedUnit>() from asset in Enum.GetValues<GovernedAsset>() from step in Enum.GetValues<GovernedStep>() where !filled.Contains((unit, asset, step)) select (unit, asset, step)).ToList();
    }
}
