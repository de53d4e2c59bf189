using System.ComponentModel.DataAnnotations;
using Guiju.Kernel.Data;

namespace Guiju.Kernel.Organisations;

/// <summary>A unit is set up below another one.</summary>
[Needs(KernelPermissions.KeepUnits), Display(Name = "设立机构")]
public sealed record AddUnit : IAct<Guid>
{
    /// <summary>Code that people see.</summary>
    [Required, RegularExpression("^[A-Za-z0-9-]{1,40}$"), Display(Name = "机构代码")]
    public string Code { get; init; } = "";

    /// <summary>Full name.</summary>
    [Required, StringLength(200, MinimumLength = 2), Display(Name = "机构名称")]
    public string Name { get; init; } = "";

    /// <summary>English name.</summary>
    [StringLength(200), Display(Name = "英文名称")]
    public string EnglishName { get; init; } = "";

    /// <summary>Kind of body.</summary>
    [EnumDataType(typeof(UnitKind)), Display(Name = "机构类别")]
    public UnitKind Kind { get; init; } = UnitKind.InnerOffice;

    /// <summary>Administrative level.</summary>
    [EnumDataType(typeof(UnitLevel)), Display(Name = "行政层级")]
    public UnitLevel Level { get; init; }

    /// <summary>Authorised staff.</summary>
    [Range(0, 100_000), Display(Name = "编制人数")]
    public int AuthorisedStaff { get; init; }

    /// <summary>The unit above; null only for the first unit of all.</summary>
    [Display(Name = "上级机构")]
    public Guid? ParentId { get; init; }

    /// <summary>First day; today where none is given.</summary>
    [Display(Name = "设立日期")]
    public DateOnly? From { get; init; }

    internal sealed class Handler(GuijuDb db, UnitBook book, Journal journal, TimeProvider clock) : IHandler<AddUnit, Guid>
    {
        public async Task<Guid> HandleAsync(AddUnit act, CancellationToken ct)
        {
            var from = act.From ?? clock.Today();
            var tree = (await book.TreesFromAsync(from, ct))[0];
            if (act.ParentId is { } above)
            {
                var parent = await book.FindAsync(above, ct);
                Check.That(tree.Find(parent.Id) is not null && parent.To is null, UnitChecks.StandsUnderALivingUnit, nameof(ParentId));
            }
            else
            {
                Check.That(!tree.All.Any(), UnitChecks.StandsUnderALivingUnit, nameof(ParentId));
            }

            var unit = new Unit
            {
                Id = Guid.CreateVersion7(),
                Code = act.Code,
                Name = act.Name.Trim(),
                EnglishName = act.EnglishName.Trim(),
                Kind = act.Kind,
                Level = act.Level,
                AuthorisedStaff = act.AuthorisedStaff,
                From = from,
            };
            await book.ReshapeAsync(ct);
            db.Add(unit);
            db.Add(new UnitPlacement { Id = Guid.CreateVersion7(), UnitId = unit.Id, ParentId = act.ParentId, From = from });
            journal.Concerns(KernelKinds.Unit, unit.Id, unit.Id);
            return unit.Id;
        }
    }
}
