using System.ComponentModel.DataAnnotations;

namespace Guiju.Kernel.Organisations;

/// <summary>What is known of a unit is corrected: names, kind, level, authorised staff.</summary>
[Needs(KernelPermissions.KeepUnits), Display(Name = "变更机构信息")]
public sealed record ChangeUnit : IAct<Guid>
{
    /// <summary>The unit.</summary>
    public Guid UnitId { get; init; }

    /// <summary>Full name.</summary>
    [Required, StringLength(200, MinimumLength = 2), Display(Name = "机构名称")]
    public string Name { get; init; } = "";

    /// <summary>English name.</summary>
    [StringLength(200), Display(Name = "英文名称")]
    public string EnglishName { get; init; } = "";

    /// <summary>Kind of body.</summary>
    [EnumDataType(typeof(UnitKind)), Display(Name = "机构类别")]
    public UnitKind Kind { get; init; }

    /// <summary>Administrative level.</summary>
    [EnumDataType(typeof(UnitLevel)), Display(Name = "行政层级")]
    public UnitLevel Level { get; init; }

    /// <summary>Authorised staff.</summary>
    [Range(0, 100_000), Display(Name = "编制人数")]
    public int AuthorisedStaff { get; init; }

    internal sealed class Handler(UnitBook book, Journal journal) : IHandler<ChangeUnit, Guid>
    {
        public async Task<Guid> HandleAsync(ChangeUnit act, CancellationToken ct)
        {
            var unit = await book.FindAsync(act.UnitId, ct);
            unit.Name = act.Name.Trim();
            unit.EnglishName = act.EnglishName.Trim();
            unit.Kind = act.Kind;
            unit.Level = act.Level;
            unit.AuthorisedStaff = act.AuthorisedStaff;
            journal.Concerns(KernelKinds.Unit, unit.Id, unit.Id);
            return unit.Id;
        }
    }
}
