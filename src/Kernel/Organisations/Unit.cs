using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Kernel.Organisations;

/// <summary>A body of the city: organ, district, institution or inner office. It lives between two dates; whose unit it was on a day stands in <see cref="UnitPlacement"/>.</summary>
public sealed class Unit : IRevised
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>Short code that people see, unique.</summary>
    public required string Code { get; set; }

    /// <summary>Full name.</summary>
    public required string Name { get; set; }

    /// <summary>English name.</summary>
    public string EnglishName { get; set; } = "";

    /// <summary>What kind of body.</summary>
    public UnitKind Kind { get; set; }

    /// <summary>Administrative level.</summary>
    public UnitLevel Level { get; set; }

    /// <summary>Authorised staff (编制), heads.</summary>
    public int AuthorisedStaff { get; set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day; null while it exists.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Unit>
    {
        public void Configure(EntityTypeBuilder<Unit> unit)
        {
            unit.ToTable("kernel_unit");
            unit.Property(u => u.Id).ValueGeneratedNever();
            unit.Property(u => u.Code).HasMaxLength(40);
            unit.Property(u => u.Name).HasMaxLength(200);
            unit.Property(u => u.EnglishName).HasMaxLength(200);
            unit.HasIndex(u => u.Code).IsUnique();
        }
    }
}

/// <summary>Kinds of bodies; they decide which law binds them.</summary>
public enum UnitKind
{
    /// <summary>The city itself: root of the tree.</summary>
    [Display(Name = "市")]
    City,

    /// <summary>Party organ.</summary>
    [Display(Name = "党的机关")]
    Party,

    /// <summary>People's congress.</summary>
    [Display(Name = "人大机关")]
    Congress,

    /// <summary>Government or its department.</summary>
    [Display(Name = "行政机关")]
    Government,

    /// <summary>Consultative conference.</summary>
    [Display(Name = "政协机关")]
    Consultative,

    /// <summary>Supervision commission.</summary>
    [Display(Name = "监察机关")]
    Supervision,

    /// <summary>Court.</summary>
    [Display(Name = "审判机关")]
    Court,

    /// <summary>Procuratorate.</summary>
    [Display(Name = "检察机关")]
    Procuratorate,

    /// <summary>People's group.</summary>
    [Display(Name = "群团机关")]
    Group,

    /// <summary>Public institution (事业单位).</summary>
    [Display(Name = "事业单位")]
    Institution,

    /// <summary>District.</summary>
    [Display(Name = "区")]
    District,

    /// <summary>Inner office of a body.</summary>
    [Display(Name = "内设机构")]
    InnerOffice,
}

/// <summary>Administrative level of a body.</summary>
public enum UnitLevel
{
    /// <summary>Province, or municipality directly under the centre.</summary>
    [Display(Name = "省级（含直辖市）")]
    Province,

    /// <summary>City, or district of such a municipality.</summary>
    [Display(Name = "市级（含直辖市的区）")]
    City,

    /// <summary>County.</summary>
    [Display(Name = "县级")]
    County,

    /// <summary>Township or sub-district.</summary>
    [Display(Name = "乡级")]
    Township,
}

/// <summary>Whose unit a body was between two dates.</summary>
public sealed class UnitPlacement
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>The body.</summary>
    public Guid UnitId { get; init; }

    /// <summary>The body above; null for the root.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>First day.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day; null while it holds.</summary>
    public DateOnly? To { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<UnitPlacement>
    {
        public void Configure(EntityTypeBuilder<UnitPlacement> placement)
        {
            placement.ToTable("kernel_unit_placement");
            placement.Property(p => p.Id).ValueGeneratedNever();
            placement.HasIndex(p => new { p.UnitId, p.From });
            placement.HasIndex(p => p.ParentId);
        }
    }
}
