using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Kernel.People;

/// <summary>How far a role reaches.</summary>
public enum Scope
{
    /// <summary>Only what the person asked for or is charged with.</summary>
    [Display(Name = "本人")]
    Own,

    /// <summary>The unit.</summary>
    [Display(Name = "本机构")]
    Unit,

    /// <summary>The unit and all below it.</summary>
    [Display(Name = "本机构及其下级")]
    UnitAndBelow,

    /// <summary>Units chosen one by one.</summary>
    [Display(Name = "选定机构")]
    Chosen,

    /// <summary>Everything.</summary>
    [Display(Name = "全部")]
    All,
}

/// <summary>A role that a person holds, how far it reaches and between which dates.</summary>
public sealed class Assignment : IRevised
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>Person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Role code.</summary>
    public required string Role { get; init; }

    /// <summary>Reach.</summary>
    public Scope Scope { get; set; }

    /// <summary>Unit of the reach; the person's own where null.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Units of the reach <see cref="Scope.Chosen"/>.</summary>
    public IReadOnlyList<Guid> Chosen { get; set; } = [];

    /// <summary>First day.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day; null while it holds.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Assignment>
    {
        public void Configure(EntityTypeBuilder<Assignment> assignment)
        {
            assignment.ToTable("kernel_assignment");
            assignment.Property(a => a.Id).ValueGeneratedNever();
            assignment.Property(a => a.Role).HasMaxLength(60);
            assignment.Property(a => a.Chosen).HasConversion(
                ids => Json.Write(ids), text => Json.Read<List<Guid>>(text),
                new Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<IReadOnlyList<Guid>>((a, b) => a!.SequenceEqual(b!), ids => ids.Count, ids => ids.ToList()));
            assignment.HasIndex(a => a.PersonId);
            assignment.HasIndex(a => a.Role);
        }
    }
}

/// <summary>A role: a named set of permissions.</summary>
public sealed class Role : IRevised
{
    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Chinese title.</summary>
    public required string Title { get; set; }

    /// <summary>English title.</summary>
    public required string EnglishTitle { get; set; }

    /// <summary>Permission codes.</summary>
    public IReadOnlyList<string> Permissions { get; set; } = [];

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Gives the role exactly these permissions, as far as they exist and separated duties allow.</summary>
    internal void Permit(IEnumerable<string> permissions, IEnumerable<IModule> modules)
    {
        var wanted = permissions.Distinct().Order(StringComparer.Ordinal).ToList();
        var known = modules.SelectMany(m => m.Permissions).Select(p => p.Code).ToHashSet();
        var proposals = modules.SelectMany(m => m.Roles).ToList();
        Check.That(wanted.TrueForAll(known.Contains), PersonChecks.PermissionsAreKnown, nameof(Permissions));
        Check.That(wanted.TrueForAll(p => Separation.MayHold(Code, p, proposals)), PersonChecks.PermissionsAreSeparated, nameof(Permissions));
        Check.That(Code != Separation.Security || wanted.Contains(KernelPermissions.KeepRoles), PersonChecks.OneSecurityAdministratorRemains, nameof(Permissions));
        Permissions = wanted;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Role>
    {
        public void Configure(EntityTypeBuilder<Role> role)
        {
            role.ToTable("kernel_role");
            role.HasKey(r => r.Code);
            role.Property(r => r.Code).HasMaxLength(60);
            role.Property(r => r.Title).HasMaxLength(100);
            role.Property(r => r.EnglishTitle).HasMaxLength(100);
            role.Property(r => r.Permissions).HasConversion(
                codes => Json.Write(codes), text => Json.Read<List<string>>(text),
                new Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), c => c.Count, c => c.ToList()));
        }
    }
}
